/// The bytes that draw a picture on an xterm with 256 colours, whatever terminal the program itself runs in.
///
/// Cells hold nothing that a terminal acts on, so that every escape sequence in the result is one of these: cursor
/// address, style, erasing of the whole screen, showing and hiding of the cursor.
package struct BufferSequence: Sendable {
  private let styles: [Style: String]

  /// A sequence in the colours of a palette.
  package init(_ palette: Palette = .dark) {
    styles = Dictionary(uniqueKeysWithValues: Style.allCases.map { ($0, Self.sequence(palette[$0])) })
  }

  /// What turns one picture into another; without an old one, or with one of another size, the whole screen is drawn.
  package func text(from old: Buffer?, to new: Buffer) -> String {
    var result = ""
    var before = Buffer(new.size)
    if let old, old.size == new.size {
      before = old
    } else {
      result = "\u{1b}[0m\u{1b}[H\u{1b}[2J"
    }
    for y in 0..<new.size.height {
      if let columns = new.changes(inRow: y, since: before) { result += row(new, y, columns) }
    }
    guard !result.isEmpty || old?.cursor != new.cursor else { return "" }
    return result + cursor(new.cursor)
  }

  /// What leaves the cursor on the last row, where everybody sees it.
  package static func farewell(_ height: Int) -> String { "\u{1b}[0m" + address(0, max(0, height - 1)) + "\u{1b}[?25h" }

  /// A part of a row; where two changes lie far apart, what stands between is written again.
  private func row(_ buffer: Buffer, _ y: Int, _ columns: Range<Int>) -> String {
    var result = Self.address(columns.lowerBound, y)
    var style: Style?
    for x in columns {
      let cell = buffer[x, y]
      if cell.isContinuation { continue }
      if cell.style != style {
        result += styles[cell.style] ?? ""
        style = cell.style
      }
      result += cell.text
      // Terminals disagree about the width of some characters: the next one gets a place of its own.
      if !Width.isPlain(cell.text), x + Int(cell.width) < columns.upperBound {
        if cell.width == 2 || cell.text.unicodeScalars.count > 1 { result += Self.address(x + Int(cell.width), y) }
      }
    }
    return result + "\u{1b}[0m"
  }

  private func cursor(_ point: Point?) -> String {
    point.map { Self.address($0.x, $0.y) + "\u{1b}[?25h" } ?? "\u{1b}[?25l"
  }

  private static func address(_ x: Int, _ y: Int) -> String { "\u{1b}[\(y + 1);\(x + 1)H" }

  private static func sequence(_ ink: Ink) -> String {
    var numbers = ["0"]
    for (attribute, number) in [
      (Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ] where ink.attributes.contains(attribute) { numbers.append(number) }
    numbers += colour(ink.foreground, 30) + colour(ink.background, 40)
    return "\u{1b}[" + numbers.joined(separator: ";") + "m"
  }

  /// The numbers of a colour; `base` is 30 for letters and 40 for what is behind them.
  private static func colour(_ colour: Colour, _ base: Int32) -> [String] {
    let number = colour.number(of: 256)
    switch number {
    case ..<0: return []
    case 0..<8: return ["\(base + number)"]
    case 8..<16: return ["\(base + 60 + number - 8)"]
    default: return ["\(base + 8)", "5", "\(number)"]
    }
  }
}

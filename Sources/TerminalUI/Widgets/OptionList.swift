/// Options one below the other, one of them selected; those around the selected one are shown.
package struct OptionList: Widget {
  /// One option.
  package struct Item: Equatable, Sendable {
    /// What stands before it: the digit that picks it.
    package var label: String
    /// What it says.
    package var text: String
    /// A remark behind it, or below it where there is no room: "← evidence, line 58".
    package var note: String
    /// Whether something speaks against it: it has a cross, less weight, and no row for its remark alone.
    package var isOut: Bool

    /// An option.
    package init(_ text: String, label: String = "", note: String = "", isOut: Bool = false) {
      self.text = text
      self.label = label
      self.note = note
      self.isOut = isOut
    }
  }

  /// The options.
  package var items: [Item]
  /// The selected one; nil if none is.
  package var selected: Int?
  /// A remark on all of them, in a row below the last one.
  package var footnote: String

  /// A list; a selection outside of it is none.
  package init(_ items: [Item], selected: Int?, footnote: String = "") {
    self.items = items
    self.footnote = footnote
    self.selected = selected.flatMap { items.indices.contains($0) ? $0 : nil }
  }

  /// Rows that all options take at a width.
  package func height(width: Int) -> Int { blocks(width: width).reduce(0) { $0 + $1.count } }

  /// Draws the options, and arrows at the edge where there are more.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let blocks = blocks(width: area.width, height: area.height)
    let lines = blocks.enumerated().flatMap { index, block in block.map { (index, $0) } }
    let top = firstRow(of: blocks.map { $0.count }, height: area.height)
    for (place, (index, line)) in lines.dropFirst(top).prefix(area.height).enumerated() {
      draw(line, isSelected: index == selected, into: &buffer, in: area.row(place))
    }
    if top > 0 { buffer.put("↑", x: area.right - 1, y: area.y, .dim, in: area) }
    if lines.count - top > area.height { buffer.put("↓", x: area.right - 1, y: area.bottom - 1, .dim, in: area) }
  }

  /// The option at a row of the area, for a click.
  package func item(atRow row: Int, in area: Rect) -> Int? {
    let counts = blocks(width: area.width, height: area.height).map { $0.count }
    var rest = row + firstRow(of: counts, height: area.height)
    guard row >= 0 && row < area.height else { return nil }
    for (index, count) in counts.prefix(items.count).enumerated() {
      if rest < count { return index }
      rest -= count
    }
    return nil
  }

  private static let pointer = "▸ "

  private var labelWidth: Int {
    let widest = items.map { Width.of($0.label) }.max() ?? 0
    return widest == 0 ? 0 : widest + 1
  }

  /// The rows of every option, and that of the footnote where there is room for it.
  private func blocks(width: Int, height: Int = .max) -> [[StyledLine]] {
    let blocks = items.map { rows(of: $0, width: width) }
    if footnote.isEmpty || blocks.reduce(0, { $0 + $1.count }) >= height { return blocks }
    let blanks = String(repeating: " ", count: labelWidth)
    return blocks + [[StyledLine(blanks + Width.truncate(footnote, to: max(1, width - blanks.count - 3)), .dim)]]
  }

  /// The rows of an option without the pointer: label and text, wrapped, and the note.
  private func rows(of item: Item, width: Int) -> [StyledLine] {
    let indent = labelWidth
    let room = max(1, width - Self.pointer.count - indent - 1)
    let text = Clean((item.isOut ? "× " : "") + item.text).text
    let style: Style = item.isOut ? .dim : .option
    var lines = Wrap.pieces(of: text, width: room).enumerated().map { number, piece in
      var line = StyledLine("", style)
      let label = number == 0 ? item.label : ""
      line.append(Width.pad(label, to: indent), .key)
      line.append(text.slice(piece.range), style)
      return line
    }
    guard !item.note.isEmpty, let last = lines.last else { return lines }
    if last.width + 2 + Width.of(item.note) <= indent + room {
      lines[lines.count - 1].append("  " + item.note, .dim)
    } else if !item.isOut {
      var line = StyledLine(String(repeating: " ", count: indent), .option)
      line.append(Width.truncate(item.note, to: room), .dim)
      lines.append(line)
    }
    return lines
  }

  /// The first row to show: the selected option is seen, its first row before its last.
  private func firstRow(of counts: [Int], height: Int) -> Int {
    guard let selected else { return 0 }
    let start = counts[..<selected].reduce(0, +)
    let end = start + counts[selected]
    let total = counts.reduce(0, +)
    let margin = height >= 5 ? 1 : 0
    let wanted = min(start, max(0, end + margin - height))
    return min(wanted, max(0, total - height))
  }

  private func draw(_ line: StyledLine, isSelected: Bool, into buffer: inout Buffer, in row: Rect) {
    let isFirst = isSelected && !line.text.hasPrefix(" ")
    buffer.put(isFirst ? Self.pointer : "  ", x: row.x, y: row.y, .option, in: row)
    buffer.put(line, x: row.x + Self.pointer.count, y: row.y, in: row)
    if isSelected { buffer.paint(row, .selected) }
  }
}

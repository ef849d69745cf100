extension Buffer {
  /// The text of a row without the spaces at its end.
  package func text(ofRow y: Int) -> String {
    let text = row(y).reduce(into: "") { $0 += $1.text }
    let end = text.utf8.lastIndex { $0 != 0x20 }.map { text.utf8.index(after: $0) } ?? text.startIndex
    return String(text[..<end])
  }

  /// The text of all rows, one line each.
  package var text: String {
    (0..<size.height).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  /// The text that has a style, row by row: what a test asks of colours.
  package func text(in style: Style) -> [String] {
    (0..<size.height).compactMap { y in
      let text = row(y).reduce(into: "") { $0 += $1.style == style ? $1.text : "" }
      return text.isEmpty ? nil : text
    }
  }

  /// The style of every cell as a letter, one line a row, without plain cells at its end; below, what the letters mean.
  package var styles: String {
    let rows = (0..<size.height).map { y in
      let letters = row(y).map(\.style.letter)
      let end = letters.lastIndex { $0 != Style.plain.letter } ?? -1
      return String(letters[...end])
    }
    let used = Set((0..<size.height).flatMap { row($0).map(\.style) })
    let legend = Style.allCases.filter { $0 != .plain && used.contains($0) }.map { "\($0.letter) \($0)" }
    return rows.joined(separator: "\n") + "\n" + legend.joined(separator: ", ")
  }

  /// The same picture in what a character set has; nothing moves.
  package func shown(in charset: Charset) -> Buffer {
    if charset == .utf8 { return self }
    var result = Buffer(size)
    result.cursor = cursor
    for y in 0..<size.height {
      for (x, cell) in row(y).enumerated() where !cell.isContinuation {
        result.put(charset.shown(cell.text, width: Int(cell.width)), x: x, y: y, cell.style, in: area)
      }
    }
    return result
  }

  /// The columns of a row that must be drawn again after another picture; nil if none.
  ///
  /// Both ends are moved out so that no wide character, old or new, is cut.
  package func changes(inRow y: Int, since old: Buffer) -> Range<Int>? {
    guard size == old.size else { return 0..<size.width }
    let (now, before) = (row(y), old.row(y))
    guard now != before, var first = now.indices.first(where: { now[$0] != before[$0] }),
      var last = now.indices.last(where: { now[$0] != before[$0] })
    else { return nil }
    func isCut(_ index: Int) -> Bool { now[index].isContinuation || before[index].isContinuation }
    while first > now.startIndex && isCut(first) { first -= 1 }
    while last + 1 < now.endIndex && isCut(last + 1) { last += 1 }
    return first - now.startIndex..<last + 1 - now.startIndex
  }
}

extension Style {
  /// What it is in a picture of the styles: a capital for what stands out.
  var letter: Character {
    switch self {
    case .plain: " "
    case .title: "t"
    case .dim: "."
    case .header: "h"
    case .selected: "S"
    case .option: "o"
    case .mark: "M"
    case .hit: "i"
    case .currentHit: "I"
    case .warning: "W"
    case .danger: "D"
    case .good: "g"
    case .code: "c"
    case .key: "k"
    case .border: "b"
    }
  }
}

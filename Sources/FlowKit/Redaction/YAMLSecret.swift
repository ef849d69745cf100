/// Finds the values of a Kubernetes Secret in YAML, from the line that says what kind it is.
struct YAMLSecret {
  private let text: ByteText
  /// The lines of the object that was read.
  private(set) var block: Range<Int> = 0..<0

  init(_ text: ByteText) {
    self.text = text
  }

  /// The values of `data:` and `stringData:` beside the `kind:` that ends at an offset.
  mutating func values(at offset: Int) -> [Range<Int>] {
    let own = lineStart(offset)
    let indent = column(own)
    var start = own
    while start > 0, !opens(start, indent) {
      let above = lineStart(start - 1)
      if isBoundary(above, indent) { break }
      start = above
    }
    var found: [Range<Int>] = []
    var line = start
    while line < text.bytes.count {
      if line > own, isBoundary(line, indent) || opens(line, indent) { break }
      let next = nextLine(line)
      if column(line) == indent, let section = section(line) {
        line = values(under: indent, section, next, &found)
      } else {
        line = next
      }
    }
    block = start..<line
    return found
  }

  /// The lines of a block scalar, without the indentation of the first.
  func block(under key: Int, after mark: Int) -> Range<Int>? {
    let indent = column(lineStart(key))
    let start = text.next(Byte.newline, from: mark) + 1
    guard start < text.bytes.count else { return nil }
    var line = start
    while line < text.bytes.count, isBlank(line) || column(line) > indent { line = nextLine(line) }
    let first = text.skip(start) { Byte.isBlank($0) }
    return first < line ? text.trimmed(first..<line) : nil
  }

  /// Entries of a map; the offset of the first line behind them.
  private func values(under indent: Int, _ section: Int, _ first: Int, _ found: inout [Range<Int>]) -> Int {
    let inline = text.trimmed(text.skip(section) { $0 == Byte.space }..<first)
    if !inline.isEmpty {
      if text.bytes[inline].count > 2 { found.append(inline) }
      return first
    }
    var line = first
    var inner: Int?
    while line < text.bytes.count {
      if isBlank(line) {
        line = nextLine(line)
        continue
      }
      let column = column(line)
      guard column > indent else { break }
      let level = inner ?? column
      inner = level
      var next = nextLine(line)
      while next < text.bytes.count, isBlank(next) || self.column(next) > level { next = nextLine(next) }
      if column == level, let range = value(line, next) { found.append(range) }
      line = next
    }
    return line
  }

  /// The value of an entry, whatever its style.
  private func value(_ line: Int, _ next: Int) -> Range<Int>? {
    let key = text.skip(line) { $0 == Byte.space }
    var index = key
    while index < next {
      if text.bytes[index] == Byte.colon, text[index + 1].map(Byte.isBlank) ?? true { break }
      index += 1
    }
    guard index < next else { return nil }
    var range = text.trimmed(text.skip(index + 1) { $0 == Byte.space }..<next)
    range = text.skip(range.lowerBound, Byte.isBlank)..<max(range.upperBound, text.skip(range.lowerBound, Byte.isBlank))
    guard let first = text[range.lowerBound], !range.isEmpty else { return nil }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
      let body = text.skip(text.next(Byte.newline, from: range.lowerBound), Byte.isBlank)
      guard body < range.upperBound else { return nil }
      range = body..<range.upperBound
    } else if let quote = text.quote(at: range.lowerBound), quote.depth == 0, range.count >= 2,
      text.bytes[range.upperBound - 1] == first
    {
      range = (range.lowerBound + 1)..<(range.upperBound - 1)
    }
    // A decoded docker config has rules of its own, so that its hosts stay.
    let isConfig = text.bytes[key..<index].starts(with: ".docker".utf8)
    return isConfig && text[range.lowerBound] == UInt8(ascii: "{") ? nil : range
  }

  /// Behind `data:` or `stringData:`, if a line is one.
  private func section(_ line: Int) -> Int? {
    let start = text.skip(line) { $0 == Byte.space || $0 == UInt8(ascii: "-") }
    for name in ["data:", "stringData:"] where text.bytes[start...].starts(with: name.utf8) {
      return start + name.utf8.count
    }
    return nil
  }

  /// Whether a line is outside an object whose keys are at a column.
  private func isBoundary(_ line: Int, _ indent: Int) -> Bool {
    text.bytes[line...].starts(with: "---".utf8) || !isBlank(line) && column(line) < indent
  }

  /// Whether a line begins an object in a list, with its dash before the column.
  private func opens(_ line: Int, _ indent: Int) -> Bool {
    let dash = text.skip(line) { $0 == Byte.space }
    return text[dash] == UInt8(ascii: "-") && text[dash + 1] == Byte.space && column(line) == indent
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, text.bytes[start - 1] != Byte.newline { start -= 1 }
    return start
  }

  private func nextLine(_ line: Int) -> Int { min(text.bytes.count, text.next(Byte.newline, from: line) + 1) }

  private func isBlank(_ line: Int) -> Bool {
    guard let byte = text[text.skip(line) { $0 == Byte.space || $0 == Byte.tab }] else { return true }
    return byte == Byte.newline || byte == Byte.carriageReturn
  }

  /// Where the key of a line begins, behind spaces and the dashes of a list.
  private func column(_ line: Int) -> Int {
    var index = text.skip(line) { $0 == Byte.space }
    while text[index] == UInt8(ascii: "-"), text[index + 1] == Byte.space {
      index = text.skip(index + 1) { $0 == Byte.space }
    }
    return index - line
  }
}

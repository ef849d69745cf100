/// Reads the YAML that `kubectl get -o yaml` prints, into the same tree as JSON, with the place of every value.
///
/// Only what API objects use: block mappings and sequences, plain, quoted and block scalars. Lines that do
/// not fit, such as the dots people put where they cut, are skipped; that is not an error.
struct BlockYAML {
  private struct Row {
    var column: Int
    var range: Range<Int>
  }

  private let document: Document
  private var rows: [Row] = []
  private var cursor = 0
  private var depth = 0

  /// Every object of the document that begins with its `apiVersion` or `kind`; empty when there is none.
  static func read(_ document: Document) -> [JSONTree] {
    var trees: [JSONTree] = []
    var line = 0
    while line < document.lineCount {
      guard let column = start(document, line) else {
        line += 1
        continue
      }
      var reader = BlockYAML(document: document)
      line = reader.collect(from: line, column)
      if let tree = reader.mapping(column) { trees.append(tree) }
    }
    return trees
  }

  private init(document: Document) { self.document = document }

  private static func start(_ document: Document, _ index: Int) -> Int? {
    let range = document.range(ofLine: index)
    guard range.count < 200 else { return nil }
    let line = document.bytes[range]
    guard var first = line.firstIndex(where: { $0 != Byte.space }) else { return nil }
    // An item that was taken out of a list.
    if line[first...].starts(with: "- ".utf8) { first += 2 }
    let text = line[first...]
    let isStart = text.starts(with: "apiVersion: ".utf8) || text.starts(with: "kind: ".utf8)
    return isStart ? first - range.lowerBound : nil
  }

  /// Takes the lines of one object; answers the line behind it.
  private mutating func collect(from first: Int, _ column: Int) -> Int {
    var line = first
    while line < document.lineCount {
      let range = document.range(ofLine: line)
      let start =
        line == first
        ? range.lowerBound + column : document.bytes[range].firstIndex { $0 != Byte.space } ?? range.upperBound
      if start < range.upperBound {
        let text = document.bytes[start..<range.upperBound]
        if start - range.lowerBound < column || text.starts(with: "---".utf8) || text.starts(with: "```".utf8) { break }
        rows.append(Row(column: start - range.lowerBound, range: start..<range.upperBound))
      }
      line += 1
    }
    return max(line, first + 1)
  }

  // MARK: - Collections

  private mutating func node(_ column: Int) -> JSONTree? {
    guard cursor < rows.count, depth < 60 else { return nil }
    depth += 1
    defer { depth -= 1 }
    if isItem(rows[cursor]) { return sequence(rows[cursor].column) }
    if key(rows[cursor].range) != nil { return mapping(rows[cursor].column) }
    return scalar(rows[cursor].range, above: column)
  }

  private mutating func mapping(_ column: Int) -> JSONTree? {
    var members: [(key: String, value: JSONTree)] = []
    let start = cursor < rows.count ? rows[cursor].range.lowerBound : 0
    var end = start
    while cursor < rows.count, rows[cursor].column >= column {
      guard rows[cursor].column == column, !isItem(rows[cursor]), let (name, rest) = key(rows[cursor].range) else {
        if rows[cursor].column == column, isItem(rows[cursor]) { break }
        cursor += 1
        continue
      }
      let value = value(rest, column)
      members.append((name, value))
      end = max(end, value.range.upperBound)
    }
    return members.isEmpty ? nil : JSONTree(kind: .object(members), range: start..<max(start, end))
  }

  private mutating func sequence(_ column: Int) -> JSONTree {
    var elements: [JSONTree] = []
    let start = rows[cursor].range.lowerBound
    var end = start
    while cursor < rows.count, rows[cursor].column == column, isItem(rows[cursor]) {
      let row = rows[cursor]
      var content = row.range.lowerBound + 1
      while content < row.range.upperBound, document.bytes[content] == Byte.space { content += 1 }
      if content == row.range.upperBound {
        cursor += 1
        if cursor < rows.count, rows[cursor].column > column, let node = node(column) { elements.append(node) }
      } else {
        rows[cursor] = Row(
          column: column + content - row.range.lowerBound, range: content..<row.range.upperBound)
        if let node = node(column) { elements.append(node) } else { cursor += 1 }
      }
      end = max(end, elements.last?.range.upperBound ?? end)
      // What is indented more and fits nothing belongs to no item.
      while cursor < rows.count, rows[cursor].column > column { cursor += 1 }
    }
    return JSONTree(kind: .array(elements), range: start..<end)
  }

  private func isItem(_ row: Row) -> Bool {
    let text = document.bytes[row.range]
    return text.first == UInt8(ascii: "-") && (text.count == 1 || text[text.startIndex + 1] == Byte.space)
  }

  /// `key:` with what follows it on the line; nil when the line is no member of a mapping.
  private func key(_ range: Range<Int>) -> (name: String, rest: Range<Int>)? {
    let bytes = document.bytes
    guard let colon = bytes[range].prefix(200).firstIndex(of: Byte.colon), colon > range.lowerBound,
      colon + 1 == range.upperBound || bytes[colon + 1] == Byte.space,
      !bytes[range.lowerBound..<colon].contains(Byte.space)
    else { return nil }
    var start = colon + 1
    while start < range.upperBound, bytes[start] == Byte.space { start += 1 }
    return (document.string(range.lowerBound..<colon), start..<range.upperBound)
  }

  // MARK: - Values

  private mutating func value(_ rest: Range<Int>, _ column: Int) -> JSONTree {
    guard let first = rest.first.map({ document.bytes[$0] }) else {
      cursor += 1
      let isNested =
        cursor < rows.count && (rows[cursor].column > column || rows[cursor].column == column && isItem(rows[cursor]))
      return (isNested ? node(column) : nil) ?? JSONTree(kind: .null, range: rest)
    }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">"), rest.count < 4 {
      cursor += 1
      guard cursor < rows.count, rows[cursor].column > column else { return JSONTree(kind: .string, range: rest) }
      return scalar(rows[cursor].range, above: column)
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let tree = try? JSONTree.read(document.bytes, in: rest)
    {
      cursor += 1
      return tree
    }
    return scalar(rest, above: column)
  }

  /// A scalar that begins on the current line and goes on over lines that are indented more.
  private mutating func scalar(_ start: Range<Int>, above column: Int) -> JSONTree {
    cursor += 1
    let quote = document.bytes[start.lowerBound]
    guard quote == Byte.apostrophe || quote == Byte.quote else {
      var end = start.upperBound
      while cursor < rows.count, rows[cursor].column > column {
        end = rows[cursor].range.upperBound
        cursor += 1
      }
      let text = document.string(start)
      return JSONTree(kind: text == "null" || text == "~" ? .null : .string, range: start.lowerBound..<end)
    }
    var limit = start.upperBound
    var from = start.lowerBound + 1
    while true {
      if let close = closing(quote, from..<limit) {
        return JSONTree(kind: .string, range: (start.lowerBound + 1)..<close)
      }
      guard cursor < rows.count, rows[cursor].column > column else { break }
      from = rows[cursor].range.lowerBound
      limit = rows[cursor].range.upperBound
      cursor += 1
    }
    return JSONTree(kind: .string, range: (start.lowerBound + 1)..<max(limit, start.lowerBound + 1))
  }

  private func closing(_ quote: UInt8, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = document.bytes[index]
      if byte == Byte.backslash, quote == Byte.quote {
        index += 1
      } else if byte == quote {
        let isDoubled = quote == Byte.apostrophe && index + 1 < range.upperBound && document.bytes[index + 1] == quote
        guard isDoubled else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }
}

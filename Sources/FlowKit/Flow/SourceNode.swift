/// A position in a flow file; lines and columns count from 1.
package struct Position: Hashable, Codable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A YAML value with its position; the only type through which the rest of the module sees YAML.
package struct SourceNode: Sendable {
  package enum Value: Sendable {
    case text(String)
    case list([SourceNode])
    case map([(key: SourceNode, value: SourceNode)])
  }

  package let value: Value
  package let position: Position

  package init(value: Value, position: Position) {
    self.value = value
    self.position = position
  }

  package var text: String? { if case .text(let text) = value { text } else { nil } }
  package var list: [SourceNode]? { if case .list(let list) = value { list } else { nil } }
  package var map: [(key: SourceNode, value: SourceNode)]? { if case .map(let map) = value { map } else { nil } }

  /// Largest file that is read, in bytes.
  package static let maximumSize = 5 << 20
  /// Deepest nesting that is read; the parser itself gives up at a thousand levels, before its stack does.
  package static let maximumDepth = 100

  /// Reads a YAML text; throws a ``Finding`` with the position of what does not fit.
  package static func read(_ text: String, file: String) throws(Finding) -> SourceNode {
    let start = Position(file: file, line: 1, column: 1)
    guard text.utf8.count <= maximumSize else {
      throw Finding("yaml", start, "the file is larger than \(maximumSize >> 20) MB")
    }
    if let offset = text.utf8.firstIndex(of: 0) {
      let before = text[..<offset]
      let line = before.utf8.count { $0 == Byte.newline } + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      throw Finding("yaml", Position(file: file, line: line, column: column), "the file holds a NUL byte")
    }
    return try YAMLReader.read(text[...], file: file, linesBefore: 0)
  }
}

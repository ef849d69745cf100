import Yams

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
    do {
      let parser = try Yams.Parser(yaml: text, resolver: .basic)
      // Nodes hold their anchors weakly, the parser strongly.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { throw Finding("yaml", start, "the file is empty") }
        return try convert(root, file: file, depth: 0)
      }
    } catch let finding as Finding {
      throw finding
    } catch let error as YamlError {
      throw Finding("yaml", error.position(in: file) ?? start, error.reason)
    } catch {
      throw Finding("yaml", start, "\(error)")
    }
  }

  private static func convert(_ node: Yams.Node, file: String, depth: Int) throws(Finding) -> SourceNode {
    let position = Position(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard node.anchor == nil else {
      throw Finding("yaml", position, "anchors and aliases are not allowed")
    }
    guard depth < maximumDepth else { throw Finding("yaml", position, "nested deeper than \(maximumDepth) levels") }
    switch node {
    case .scalar(let scalar): return SourceNode(value: .text(scalar.string), position: position)
    case .sequence(let sequence):
      var list: [SourceNode] = []
      for element in sequence { list.append(try convert(element, file: file, depth: depth + 1)) }
      return SourceNode(value: .list(list), position: position)
    case .mapping(let mapping):
      var map: [(key: SourceNode, value: SourceNode)] = []
      for (key, value) in mapping {
        map.append((try convert(key, file: file, depth: depth + 1), try convert(value, file: file, depth: depth + 1)))
      }
      return SourceNode(value: .map(map), position: position)
    case .alias: throw Finding("yaml", position, "anchors and aliases are not allowed")
    }
  }
}

extension YamlError {
  /// Where the parser stopped; nil for an error that has no place.
  fileprivate func position(in file: String) -> Position? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      Position(file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      Position(file: file, line: context.mark.line, column: context.mark.column)
    default: nil
    }
  }

  /// What is wrong, in one line.
  fileprivate var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .duplicatedKeysInMapping(let keys, _):
      "the same key stands twice: \(keys.map { "\($0)" }.sorted().joined(separator: ", "))"
    default: "\(self)"
    }
  }
}

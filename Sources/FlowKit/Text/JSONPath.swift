/// A path to values of a JSON document: names joined by dots, `[0]` for an element and `[*]` for every element.
struct JSONPath: Sendable {
  private enum Step: Sendable {
    case name(String)
    case index(Int)
    case each
  }

  private let steps: [Step]

  /// Reads a path; nil when it is none.
  init?(_ text: String) {
    guard let steps = Self.steps(text), !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// Reads the path under a key; reports what is none.
  init(_ key: String, _ fields: Fields) {
    let text = fields.required(key, in: "a path")
    if let path = JSONPath(text) {
      self = path
    } else {
      steps = []
      if !text.isEmpty {
        fields.findings.report("structure", fields.position(key), "'\(text)' is no path such as a.b[0].c")
      }
    }
  }

  /// The values at the path; null counts as absent.
  func values(of tree: JSONTree) -> [JSONTree] { Self.values(of: tree, steps[...]) }

  private static func steps(_ text: String) -> [Step]? {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      if let name = pieces.first, !name.isEmpty {
        steps.append(.name(String(name)))
      } else if pieces.count < 2 {
        return nil
      }
      for piece in pieces.dropFirst() {
        guard piece.last == "]" else { return nil }
        let inside = piece.dropLast()
        if inside == "*" {
          steps.append(.each)
        } else if let index = Int(inside) {
          steps.append(.index(index))
        } else {
          return nil
        }
      }
    }
    return steps
  }

  private static func values(of tree: JSONTree, _ path: ArraySlice<Step>) -> [JSONTree] {
    guard let step = path.first else {
      if case .null = tree.kind { return [] }
      return [tree]
    }
    let rest = path.dropFirst()
    switch step {
    case .name(let name): return tree[name].map { values(of: $0, rest) } ?? []
    case .index(let index): return tree.elements.indices.contains(index) ? values(of: tree.elements[index], rest) : []
    case .each: return tree.elements.flatMap { values(of: $0, rest) }
    }
  }
}

/// Tests a value of JSON output: `{json: 'networkRuleSet.defaultAction', is: Deny}`.
///
/// A path is names joined by dots, `[0]` for an element and `[*]` for any element. Absent and null are the same.
struct JSONMatcher: Matcher {
  static let key = "json"
  static let keys = ["json"] + ValueTest.keys

  private let path: [Step]
  private let test: ValueTest

  private enum Step: Sendable {
    case name(String)
    case index(Int)
    case each
  }

  init(_ fields: Fields) {
    let text = fields.required("json", in: "matcher 'json'")
    test = ValueTest(fields)
    path = Self.steps(text) ?? []
    if path.isEmpty, !text.isEmpty {
      fields.findings.report("structure", fields.position("json"), "'\(text)' is no path such as a.b[0].c")
    }
  }

  var captures: [String] { test.captures }
  var facts: [String] { test.facts }

  func match(_ scope: MatchScope) -> Match? {
    for document in scope.texts {
      guard let tree = try? JSONTree.read(document.bytes) else { continue }
      let found = Self.values(of: tree, path[...])
      if found.isEmpty, let match = test.match(nil, nil, in: scope) { return match }
      for value in found {
        if let match = test.match(
          value.scalar(in: document.bytes) ?? document.string(value.range), document.span(value.range), in: scope)
        {
          return match
        }
      }
    }
    return nil
  }

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

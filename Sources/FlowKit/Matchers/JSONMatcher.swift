/// Tests a value of JSON output: `{json: 'networkRuleSet.defaultAction', is: Deny}`.
///
/// Absent and null are the same. With `where` the matchers of a list look at the value found, and all must hold:
/// `{json: '[*]', where: [{json: role, is: Reader}, {json: scope, is: '{{scope}}'}]}`.
struct JSONMatcher: Matcher {
  static let key = "json"
  static let keys =
    [
      FieldKey.required("json", .text, "Path of a value in JSON output, such as a.b[0].c or [*].name."),
      FieldKey("where", .list(.named(.matcher)), "Matchers that must all hold for one value at the path."),
    ] + ValueTest.keys

  private let path: JSONPath
  private let test: ValueTest?
  let parts: [any Matcher]

  init(_ fields: Fields) {
    path = JSONPath("json", fields)
    parts = fields.list("where").compactMap { Matchers.read($0, fields.findings) }
    test = fields.has("where") ? nil : ValueTest(fields)
    if fields.has("where"), parts.isEmpty || ValueTest.keys.contains(where: { fields.has($0.name) }) {
      fields.findings.report("structure", fields.position("where"), "'where' needs matchers, and no test beside it")
    }
  }

  var captures: [String] { test?.captures ?? parts.flatMap(\.captures) }
  var facts: [String] { test?.facts ?? parts.flatMap(\.facts) }

  func match(_ scope: MatchScope) -> Match? {
    if let element = scope.element { return match(element.tree, in: element.document, scope) }
    for document in scope.texts {
      guard let tree = try? JSONTree.read(document.bytes), let match = match(tree, in: document, scope) else {
        continue
      }
      return match
    }
    return nil
  }

  private func match(_ tree: JSONTree, in document: Document, _ scope: MatchScope) -> Match? {
    let found = path.values(of: tree)
    guard let test else {
      return found.lazy.compactMap { element in match(element, of: document, scope) }.first
    }
    if found.isEmpty { return test.match(nil, nil, in: scope) }
    return found.lazy.compactMap { value in
      test.match(
        value.scalar(in: document.bytes) ?? document.string(value.range), document.span(value.range), in: scope)
    }.first
  }

  private func match(_ element: JSONTree, of document: Document, _ scope: MatchScope) -> Match? {
    var scope = scope
    scope.element = (document, element)
    var result = Match()
    for part in parts {
      guard let match = part.match(scope) else { return nil }
      result = result.joined(match)
    }
    return result
  }
}

/// Tests a fact: `{fact: registry, matches: '…'}`.
struct FactMatcher: Matcher {
  static let key = "fact"
  static let keys = [FieldKey.required("fact", .text, "Name of a fact.")] + ValueTest.keys

  private let name: String
  private let test: ValueTest

  init(_ fields: Fields) {
    name = fields.required("fact", in: "matcher 'fact'")
    test = ValueTest(fields)
  }

  var facts: [String] { [name] + test.facts }
  var captures: [String] { test.captures }

  func match(_ scope: MatchScope) -> Match? {
    let fact = scope.facts[name]
    return test.match(fact?.value, fact?.span, in: scope)
  }

  func contradiction(_ scope: MatchScope) -> Contradiction? {
    guard let fact = scope.facts[name], let wanted = test.wanted(in: scope), match(scope) == nil else { return nil }
    return Contradiction(fact: fact, wanted: wanted)
  }
}

/// Goes on by rules, without asking: the first option that matches, else `else`.
struct Decide: NodeKind {
  static let name = "decide"
  static let means = "Goes on by rules, without asking anybody."
  static let keys = [
    FieldKey.required("options", .list(.named(.option)), "Ways on; the first whose 'when' holds is taken."),
    FieldKey.required("else", .named(.target), "Way on when none holds."),
  ]

  private let options: [Edge]
  private let otherwise: Edge?

  init(_ fields: Fields) {
    options = fields.edges("options")
    otherwise = fields.otherwise("else", in: "a node of kind 'decide'")
  }

  var edges: [Edge] { options + [otherwise].compactMap { $0 } }

  func step(at node: Node, in scope: MatchScope) -> Step {
    for option in options {
      if let match = option.matcher?.match(scope) { return .go(option, match) }
    }
    return otherwise.map { .go($0, Match()) } ?? .ask(Step.Ask(choices: []))
  }
}

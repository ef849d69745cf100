/// Asks the operator; the option that evidence backs is offered first.
struct Question: NodeKind {
  static let name = "question"
  static let means = "Asks a person; the option that evidence backs is offered first."
  static let keys = [
    FieldKey.required("options", .list(.named(.option)), "Answers: at least two, one of them without 'when'.")
  ]

  let edges: [Edge]

  init(_ fields: Fields) { edges = fields.edges("options") }

  func step(at node: Node, in scope: MatchScope) -> Step {
    .ask(
      Step.Ask(
        choices: edges.map { edge in
          Step.Ask.Choice(
            id: edge.id, label: edge.label, match: edge.matcher?.match(scope), target: edge.target.node)
        }))
  }
}

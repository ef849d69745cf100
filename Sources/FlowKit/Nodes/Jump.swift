/// Goes on in another flow, with every fact, and comes back to `return` when that flow says so.
struct Jump: NodeKind {
  static let name = "jump"
  static let means = "Goes on in another flow, with every fact."
  static let keys = [
    FieldKey.required("flow", .text, "Id of the other flow."),
    FieldKey("return", .named(.target), "Way on when the other flow goes back."),
  ]

  /// Id of the flow.
  let flow: String
  let flowPosition: Position
  private let comeBack: Target?

  init(_ fields: Fields) {
    flow = fields.required("flow", in: "a node of kind 'jump'")
    flowPosition = fields.value("flow")?.position ?? fields.node.position
    comeBack = fields.edge("return")?.target
  }

  var edges: [Edge] {
    comeBack.map { [Edge(id: "return", label: "", target: $0, conclusion: Conclusion(), position: $0.position)] } ?? []
  }

  func step(at node: Node, in scope: MatchScope) -> Step {
    let target = Target(node: flow, position: flowPosition)
    return .go(Edge(id: "jump", label: "", target: target, conclusion: Conclusion(), position: flowPosition), Match())
  }
}

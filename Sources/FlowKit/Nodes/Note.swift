/// Says something and goes on.
struct Note: NodeKind {
  static let name = "note"
  static let means = "Says something and goes on."
  static let keys = [
    FieldKey.required("text", .text, "What to say; may hold {{facts}}."),
    FieldKey.required("go", .text, "Id of the next node."),
  ]

  private let text: Template
  private let go: Target

  init(_ fields: Fields) {
    text = Template(fields.required("text", in: "a node of kind 'note'"))
    go = fields.target("go", in: "a node of kind 'note'")
  }

  var edges: [Edge] { [Edge(id: "go", label: "Go on", target: go, conclusion: Conclusion(), position: go.position)] }
  var templates: [Template] { [text] }

  func step(at node: Node, in scope: MatchScope) -> Step {
    .show(
      Step.Ask.Choice(id: "go", label: "Go on", match: nil, target: go.node),
      text: text.filled { scope.facts[$0]?.value })
  }
}

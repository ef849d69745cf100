/// Lets the operator type a value that becomes a fact; goes on by itself when the fact is known.
struct Input: NodeKind {
  static let name = "input"
  static let keys = ["fact", "pattern", "hint", "go", "skip"]

  private let fact: String
  private let pattern: String?
  private let hint: Template
  private let go: Target
  private let skip: Target?
  private let position: Position

  init(_ fields: Fields) {
    fact = fields.required("fact", in: "a node of kind 'input'")
    pattern = Pattern.read("pattern", fields)
    hint = Template(fields.text("hint") ?? "")
    go = fields.target("go", in: "a node of kind 'input'")
    skip = fields.edge("skip")?.target
    position = fields.node.position
    if skip == nil {
      fields.findings.report(
        "missing-outcome", position, "a node of kind 'input' needs 'skip': where to go without the value")
    }
  }

  var edges: [Edge] {
    [("go", go as Target?), ("skip", skip)].compactMap { id, target in
      target.map {
        Edge(
          id: id, label: id == "go" ? "entered" : "not known", target: $0, conclusion: Conclusion(), position: position)
      }
    }
  }

  var templates: [Template] { [hint] }
  var gives: [String] { [fact] }

  /// Nobody is asked for what is known.
  func step(at node: Node, in scope: MatchScope) -> Step {
    if scope.facts[fact] != nil, let edge = edges.first { return .go(edge, Match()) }
    return .enter(
      Step.Entry(
        fact: fact, pattern: pattern, hint: hint.filled { scope.facts[$0]?.value }, target: go.node, skip: skip?.node))
  }
}

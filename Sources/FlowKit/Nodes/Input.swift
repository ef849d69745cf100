/// Lets the operator type a value that becomes a fact; goes on by itself when the fact is known.
struct Input: NodeKind {
  static let name = "input"
  static let means = "Lets somebody type a value that becomes a fact; goes on by itself when the fact is known."
  static let keys = [
    FieldKey.required("fact", .text, "Name of the fact."),
    FieldKey("pattern", .text, "Regular expression for the whole value."),
    FieldKey("hint", .text, "Command that shows the value."),
    FieldKey.required("go", .text, "Id of the next node."),
    FieldKey.required("skip", .named(.target), "Way on without the value."),
  ]

  private let fact: String
  private let pattern: String?
  private let hint: Template
  private let go: Target
  private let skip: Edge?
  private let position: Position

  init(_ fields: Fields) {
    fact = fields.required("fact", in: "a node of kind 'input'")
    pattern = Pattern.read("pattern", fields)
    hint = Template(fields.text("hint") ?? "")
    go = fields.target("go", in: "a node of kind 'input'")
    skip = fields.edge("skip")
    position = fields.node.position
    if skip == nil {
      fields.findings.report(
        "missing-outcome", position, "a node of kind 'input' needs 'skip': where to go without the value")
    }
  }

  var edges: [Edge] {
    var skip = skip
    if skip?.label.isEmpty == true { skip?.label = "not known" }
    return [Edge(id: "go", label: "entered", target: go, conclusion: Conclusion(), position: position)]
      + [skip].compactMap { $0 }
  }

  var templates: [Template] { [hint] }
  var gives: [String] { [fact] }

  /// Nobody is asked for what is known.
  func step(at node: Node, in scope: MatchScope) -> Step {
    if scope.facts[fact] != nil, let edge = edges.first { return .go(edge, Match()) }
    return .enter(
      Step.Entry(
        fact: fact, pattern: pattern, hint: hint.filled { scope.facts[$0]?.value }, target: go.node,
        skip: skip?.target.node))
  }
}

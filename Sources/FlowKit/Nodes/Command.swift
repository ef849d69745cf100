/// Runs one command and goes on by what it prints.
struct Command: NodeKind {
  static let name = "command"
  static let failures: [Outcome] = [
    .denied, .notLoggedIn, .notFound, .absent, .timedOut, .unreachable, .throttled, .unreadable, .skipped,
  ]
  static let keys =
    ["run", "effect", "timeout", "touches", "proves", "does-not-prove", "outcomes", "else"] + failures.map(\.rawValue)

  private let command: CommandTemplate?
  private let timeout: Int
  private let touches: Template
  private let proves: Template
  private let doesNotProve: Template
  private let outcomes: [Edge]
  private let otherwise: Edge?
  private let failed: [Edge]

  init(_ fields: Fields) {
    command = fields.command()
    timeout = fields.seconds("timeout") ?? 20
    touches = Template(fields.text("touches") ?? "")
    proves = Template(fields.text("proves") ?? "")
    doesNotProve = Template(fields.text("does-not-prove") ?? "")
    outcomes = fields.edges("outcomes")
    otherwise = fields.otherwise("else", in: "a node of kind 'command'")
    failed = Self.failures.compactMap { fields.edge($0.rawValue) }
  }

  var edges: [Edge] { outcomes + failed + [otherwise].compactMap { $0 } }
  var templates: [Template] { [touches, proves, doesNotProve] }
  var commands: [CommandTemplate] { [command].compactMap { $0 } }

  func step(at node: Node, in scope: MatchScope) -> Step {
    func value(_ name: String) -> String? { scope.facts[name]?.value }
    return .run(
      Step.Run(
        arguments: command?.arguments(value), line: command?.line(value) ?? "", effect: command?.effect ?? .change,
        timeout: timeout, touches: touches.filled(value), proves: proves.filled(value),
        doesNotProve: doesNotProve.filled(value)))
  }

  /// Whether somebody must say yes before the command runs, but the flow does not say to what.
  var asksWithoutWords: Bool {
    guard let effect = command?.effect else { return false }
    return effect > .read && touches.parts == Template("").parts
  }

  /// The way on after the command ended.
  func edge(after outcome: Outcome, in scope: MatchScope) -> (Edge, Match)? {
    if outcome == .ran {
      for edge in outcomes {
        if let match = edge.matcher?.match(scope) { return (edge, match) }
      }
    }
    return (failed.first { $0.id == outcome.rawValue } ?? otherwise).map { ($0, Match()) }
  }
}

/// Runs one command and goes on by what it prints.
struct Command: NodeKind {
  static let name = "command"
  static let failures: [Outcome] = [
    .denied, .notLoggedIn, .notFound, .absent, .timedOut, .unreachable, .throttled, .unreadable, .skipped,
  ]
  static let means = "Runs one command, or takes its output from elsewhere, and goes on by what it printed."
  static let keys =
    [
      FieldKey.required("run", .text, "The command line: one program, no shell syntax; may hold {{facts}}."),
      FieldKey.required("effect", .word(runnable), "What the command does to the world."),
      FieldKey("timeout", .duration, "How long it may take; 20s if absent."),
      FieldKey("touches", .text, "What is read or made, in words to say yes to; for everything but 'read'."),
      FieldKey("proves", .text, "What the answer proves, in one line."),
      FieldKey("does-not-prove", .text, "What it does not prove, in one line."),
      FieldKey("facts", .map(.text), "Facts by the path of their value in the JSON output."),
      FieldKey("outcomes", .list(.named(.option)), "Ways on, tried in order when the command ran."),
      FieldKey.required("else", .named(.target), "Way on when it ran and nothing matched."),
      FieldKey("failed", .named(.target), "Way on after a failure that has no key of its own."),
    ] + failures.map { FieldKey($0.rawValue, .named(.target), "Way on after this failure.") }

  private static let runnable = EffectClass.allCases.filter(Policy.mayRun).map(\.rawValue)

  private let command: CommandTemplate?
  private let timeout: Int
  private let touches: Template
  private let proves: Template
  private let doesNotProve: Template
  /// Facts that the output gives, by the path of their value.
  private let facts: [(name: String, path: JSONPath)]
  private let outcomes: [Edge]
  private let otherwise: Edge?
  private let failures: [Edge]
  /// The way on after a failure that has no key of its own.
  private let failed: Edge?

  init(_ fields: Fields) {
    command = fields.command()
    timeout = fields.seconds("timeout") ?? 20
    touches = Template(fields.text("touches") ?? "")
    proves = Template(fields.text("proves") ?? "")
    doesNotProve = Template(fields.text("does-not-prove") ?? "")
    facts = Self.facts(fields)
    outcomes = fields.edges("outcomes")
    otherwise = fields.otherwise("else", in: "a node of kind 'command'")
    failures = Self.failures.compactMap { fields.edge($0.rawValue) }
    failed = fields.edge("failed")
    if failed == nil, failures.count < Self.failures.count {
      fields.findings.report(
        "missing-outcome", fields.node.position,
        "a node of kind 'command' needs 'failed': where to go when it was denied, timed out or could not run")
    }
  }

  private static func facts(_ fields: Fields) -> [(name: String, path: JSONPath)] {
    guard let value = fields.value("facts") else { return [] }
    let paths = Fields(value, fields.findings, what: "'facts'")
    return (value.map ?? []).compactMap(\.key.text).map { ($0, JSONPath($0, paths)) }
  }

  var edges: [Edge] { outcomes + failures + [failed, otherwise].compactMap { $0 } }
  var gives: [String] { facts.map(\.name) }
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

  /// Whether the flow says what the answer proves and what it does not.
  var saysItsWorth: Bool { proves.parts != [.text("")] && doesNotProve.parts != [.text("")] }

  /// The way on after the command ended, with the facts that its output gives.
  func edge(after outcome: Outcome, in scope: MatchScope) -> (Edge, Match)? {
    var outcome = outcome
    var given: [String: String] = [:]
    if outcome == .ran, expectsJSON, let output = scope.output, !output.bytes.allSatisfy(Byte.isBlank),
      scope.exit ?? 0 == 0
    {
      if let tree = try? JSONTree.read(output.bytes) {
        given = values(tree, output)
      } else {
        outcome = .unreadable
      }
    }
    guard let (edge, match) = way(after: outcome, in: scope) else { return nil }
    return (edge, Match(span: match.span, captures: given.merging(match.captures) { _, captured in captured }))
  }

  private func way(after outcome: Outcome, in scope: MatchScope) -> (Edge, Match)? {
    if outcome == .ran {
      for edge in outcomes {
        if let match = edge.matcher?.match(scope) { return (edge, match) }
      }
      // An error that nobody knows is no answer.
      guard scope.exit ?? 0 != 0 else { return otherwise.map { ($0, Match()) } }
    }
    let outcome = outcome == .ran ? .unreadable : outcome
    return (failures.first { $0.id == outcome.rawValue } ?? failed ?? otherwise).map { ($0, Match()) }
  }

  /// Whether only JSON can answer.
  private var expectsJSON: Bool {
    !facts.isEmpty || outcomes.contains { $0.matcher.map(Self.looksIntoJSON) == true }
  }

  private static func looksIntoJSON(_ matcher: any Matcher) -> Bool {
    matcher is JSONMatcher || matcher.parts.contains(where: looksIntoJSON)
  }

  private func values(_ tree: JSONTree, _ output: Document) -> [String: String] {
    var result: [String: String] = [:]
    for (name, path) in facts {
      let value = path.values(of: tree).compactMap { $0.scalar(in: output.bytes) }.filter { !$0.isEmpty }
      if !value.isEmpty { result[name] = value.joined(separator: ",") }
    }
    return result
  }
}

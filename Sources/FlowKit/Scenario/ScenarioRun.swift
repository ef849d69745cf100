/// A walk through a flow by the recordings of a scenario.
package struct ScenarioRun: Sendable {
  package let scenario: Scenario
  package private(set) var session: Session
  /// Every event after the beginning, for a journal.
  package private(set) var events: [Event] = []
  /// Every edge that was taken, as `flow.node/edge`, the ways back of jumps included.
  package private(set) var edges: [String] = []
  /// What went wrong; empty when the walk came to what the scenario expects.
  package private(set) var problems: [String] = []
  /// How often each command was asked for.
  private var used: [[String]: Int] = [:]
  private var jumps: [String] = []
  private var redactor = Redactor()

  /// Walks to the end; nil when there is no such flow.
  package init?(_ scenario: Scenario, library: Library) {
    guard let flow = library[scenario.flow] else { return nil }
    self.scenario = scenario
    session = Session(flow, library: library)
    if let document = scenario.document {
      let bytes = redactor.redact(document.bytes)
      let redacted = Document(id: document.id, title: document.title, provenance: document.provenance, bytes: bytes)
      record(.evidence(EvidenceRecord(redacted)))
    }
    for fact in scenario.facts { record(.fact(fact)) }
    walk()
    compare()
  }

  /// Every edge in order, in the form of the scenario's path.
  package var path: [String] {
    session.visits.map { (name($0.node.id, in: $0.flow)) + "/" + $0.edge.id }
  }

  /// The node at which the walk ended.
  package var end: String { name(session.nodeID, in: session.flow.id) }

  private func name(_ node: String, in flow: String) -> String { flow == scenario.flow ? node : "\(flow).\(node)" }

  // MARK: - Walking

  private mutating func walk() {
    var pilot = Autopilot()
    pilot.given = scenario.answers.mapValues { [Autopilot.Given($0)] }
    pilot.by = .person
    // A walk that is longer goes in circles.
    for _ in 0..<500 where problems.isEmpty {
      switch pilot.next(session) {
      case .record(let event): record(event)
      case .run(let run, let isAgreed): answer(run, isAgreed)
      case .waits(let reason): problems.append(reason)
      case .end: return
      }
    }
    if problems.isEmpty { problems.append("the walk goes in circles around '\(end)'") }
  }

  private mutating func answer(_ run: Step.Run, _ isAgreed: Bool) {
    guard let arguments = run.arguments, run.effect == .read || isAgreed else { return record(session.skipping(run)) }
    let count = used[arguments, default: 0]
    used[arguments] = count + 1
    guard let result = scenario.result(of: arguments, asked: count)?.redacted(by: &redactor) else {
      problems.append("there is no result of '\(run.line)', asked for at '\(end)'")
      return
    }
    let provenance = Provenance(.recording, source: run.line)
    for event in CommandOutput.events(session, line: run.line, result, provenance) { record(event) }
  }

  private mutating func record(_ event: Event) {
    let before = session
    guard session.apply(event) else {
      problems.append("an answer at '\(end)' does not fit the flow")
      return
    }
    events.append(event)
    guard case .answered(let answer) = event else { return }
    let place = "\(before.flow.id).\(answer.node)"
    edges.append("\(place)/\(answer.edge)")
    if answer.edge == "jump" { jumps.append(place) }
    let target = session.visits.last?.edge.target.node
    if target == Target.comeBack, session.flow.id != before.flow.id, let jump = jumps.popLast() {
      edges.append("\(jump)/return")
    }
  }

  // MARK: - Comparing

  private mutating func compare() {
    guard problems.isEmpty else { return }
    let expected = scenario.expected
    if expected.leaf != end { problems.append("ended at '\(end)', wanted '\(expected.leaf)'") }
    if expected.path != path { problems.append("took another path") }
    let conclusion = session.conclusion
    if expected.pullClass != conclusion.pullClass {
      problems.append("class is '\(conclusion.pullClass ?? "none")', wanted '\(expected.pullClass ?? "none")'")
    }
    if expected.causes.sorted() != conclusion.causes.sorted() {
      problems.append("causes are \(conclusion.causes.sorted()), wanted \(expected.causes.sorted())")
    }
    for recorded in scenario.commands where !recorded.isInherited && used[recorded.arguments] == nil {
      problems.append("nothing asked for '\(recorded.arguments.joined(separator: " "))'")
    }
    problems += unknownAnswers
  }

  /// Answers to nodes that the walk never stood at.
  private var unknownAnswers: [String] {
    let seen = Set(session.visits.map { name($0.node.id, in: $0.flow) } + [end])
    guard scenario.base == nil, scenario.commands.allSatisfy({ !$0.isInherited }) else { return [] }
    return scenario.answers.keys.filter { !seen.contains($0) }.sorted().map { "nothing asked at '\($0)'" }
  }

  /// The wanted path against the one that was taken, line by line; lines that agree begin with a blank.
  package var difference: [String] {
    let changes = path.difference(from: scenario.expected.path)
    var lines: [String] = []
    var removed: [Int: String] = [:]
    var inserted: [Int: String] = [:]
    for change in changes {
      switch change {
      case .remove(let offset, let element, _): removed[offset] = element
      case .insert(let offset, let element, _): inserted[offset] = element
      }
    }
    var old = 0
    var new = 0
    while old < scenario.expected.path.count || new < path.count {
      if let element = removed[old] {
        lines.append("- \(element)")
        old += 1
      } else if let element = inserted[new] {
        lines.append("+ \(element)")
        new += 1
      } else {
        lines.append("  \(path[new])")
        old += 1
        new += 1
      }
    }
    return lines
  }
}

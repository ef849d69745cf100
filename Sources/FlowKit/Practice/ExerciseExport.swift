/// An exercise out of a session that was recorded: its evidence, what its commands printed, and its walk.
///
/// What only an author can write stands there as ``unwritten``, and the check finds it.
package enum ExerciseExport {
  /// Begins a text that an author must still write.
  static let unwritten = "WRITE:"

  /// The file of an exercise, anonymous; nil for a session without evidence.
  package static func text(_ transcript: Transcript, name: String, library: Library) -> String? {
    let entries = Anonymizer(transcript).entries()
    guard let anonymous = Transcript(id: transcript.id, entries: entries, library: library) else { return nil }
    let session = anonymous.session
    let printed = Set(session.commands.flatMap(\.documents))
    let own = session.documents.filter { !printed.contains($0.id) }
    guard let evidence = own.first(where: { $0.id == Document.description }) ?? own.first else { return nil }
    let flow = anonymous.walk.first?.visit.flow ?? session.flow.id
    let fixes = fixes(session)
    let hasRemedy = !fixes.isEmpty
    let lines =
      head(name, flow, session) + answers(session, flow) + fixes
      + ["states:", "  - state: broken", "    evidence: \(literal)"] + block(evidence.text, 6)
      + (session.commands.contains { $0.document != nil } ? ["    commands:"] : [])
      + session.commands.filter { $0.document != nil }.flatMap { command($0, session) }
      + (hasRemedy ? ["    changes: {remedy: healed}"] : []) + healed(session, evidence) + expected(anonymous, flow)
      + tail
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ name: String, _ flow: String, _ session: Session) -> [String] {
    let facts = session.facts.values.filter(\.isTold).sorted { $0.name < $1.name }
    return [
      "exercise: \(name)", "title: '\(unwritten) what stands in the list; it must not tell the cause'", "topic: image",
      "difficulty: 1", "minutes: 15", "flow: \(flow)",
      "story: '\(unwritten) what was changed, and what the user sees'", "hints:",
      "  look: '\(unwritten) where to look'", "  see: '\(unwritten) what to see there'",
      "  means: '\(unwritten) what it means'",
    ] + (facts.isEmpty ? [] : ["facts:"]) + facts.map { "  \($0.name): \(QuotedYAML.text($0.value))" }
  }

  /// What a person chose where the evidence did not decide.
  private static func answers(_ session: Session, _ flow: String) -> [String] {
    let told = session.visits.compactMap { visit -> String? in
      guard visit.answer.by == .person || visit.answer.by == .file else { return nil }
      let node = visit.flow == flow ? visit.node.id : "\(visit.flow).\(visit.node.id)"
      let value = visit.node.kind is Input ? visit.answer.facts.values.first ?? visit.edge.id : visit.edge.id
      return "  \(node): \(QuotedYAML.text(value))"
    }
    return told.isEmpty ? [] : ["answers:"] + told
  }

  private static func command(_ record: Event.CommandRecord, _ session: Session) -> [String] {
    func text(_ id: String?) -> String { session.documents.last { $0.id == id }?.text ?? "" }
    let (output, errors) = (text(record.document), text(record.document.map { $0 + Session.errorSuffix }))
    return ["      - run: \(QuotedYAML.text(record.line))"]
      + (record.exit.map { $0 == 0 ? [] : ["        exit: \($0)"] } ?? ["        outcome: \(record.outcome.rawValue)"])
      + (output.isEmpty ? [] : ["        output: \(literal)"] + block(output, 10))
      + (errors.isEmpty ? [] : ["        errors: \(literal)"] + block(errors, 10))
  }

  /// The remedy that the session came to, as the first fix.
  private static func fixes(_ session: Session) -> [String] {
    guard case .finish(let leaf)? = session.step else { return [] }
    guard let first = leaf.fixes.first else { return [] }
    return [
      "fixes:", "  - fix: remedy", "    run: \(QuotedYAML.text(first))",
      "    says: '\(unwritten) what somebody who watched it would tell'",
    ]
  }

  private static func healed(_ session: Session, _ evidence: Document) -> [String] {
    ["  - state: healed", "    extends: broken", "    healed: true", "    evidence: \(literal)"]
      + block("\(unwritten) what kubectl describe pod prints after the fix, with the event of a fresh pull", 6)
  }

  private static func expected(_ transcript: Transcript, _ flow: String) -> [String] {
    let session = transcript.session
    func name(_ flowID: String, _ node: String) -> String { flowID == flow ? node : "\(flowID).\(node)" }
    let path = session.visits.map { "    - \(name($0.flow, $0.node.id))/\($0.edge.id)" }
    let conclusion = session.conclusion
    var lines = ["solution:"]
    if case .finish(let leaf)? = session.step, let first = leaf.fixes.first {
      lines.append("  - \(QuotedYAML.text(first))")
    } else {
      lines.append("  - '\(unwritten) the commands, in their order'")
    }
    lines += ["expect:", "  path:"] + path
    if let value = conclusion.pullClass { lines.append("  class: \(value)") }
    if !conclusion.causes.isEmpty { lines.append("  causes: [\(conclusion.causes.joined(separator: ", "))]") }
    return lines + ["  leaf: \(name(session.flow.id, session.nodeID))"]
  }

  private static let tail = [
    "misreadings:", "  - seen: '\(unwritten) what people see'", "    means: '\(unwritten) what it means'", "guide:",
    "  aim: '\(unwritten) what participants can do afterwards'", "  talk: ['\(unwritten) talking points']",
    "  ask: ['\(unwritten) questions to ask the group']",
  ]

  /// Begins a text below a key: without the number, blanks before its first line would count as indentation.
  private static let literal = "|2"

  /// A text below a key, as it is; characters that act are left out.
  private static func block(_ text: String, _ columns: Int) -> [String] {
    let indent = String(repeating: " ", count: columns)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Inert.text(String($0)) }
    let whole = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    return whole.map { $0.isEmpty ? "" : indent + $0 }
  }
}

extension Leaf {
  /// Command lines that change something, as a shell takes them.
  package var fixes: [String] {
    commands.filter { ($0.effect ?? .read) > .probe && $0.shell == .posix }.map(\.text)
  }
}

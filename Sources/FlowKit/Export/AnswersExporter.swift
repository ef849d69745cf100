/// A file with which `fairway run --answers` comes to the same leaf, without a cluster and without anybody.
package struct AnswersExporter: Exporter {
  package static let name = "answers"
  package static let means = "An answer file: 'fairway run --answers FILE' walks the same way again."
  package static let suffix = "yaml"

  /// Most bytes of evidence that are put into the file.
  private static let limit = 1 << 20

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    let session = transcript.session
    let flow = transcript.walk.first?.visit.flow ?? session.flow.id
    var lines = ["# Answers of session \(transcript.id); walks the same way again: fairway run --answers FILE"]
    lines.append("flow: \(quoted(flow))")
    let told = Told(transcript)
    lines += block("facts", told.before, "")
    lines += answers(told)
    let documents = own(session)
    let records = session.commands.filter { $0.document != nil }
    guard session.documents.reduce(0, { $0 + $1.bytes.count }) <= limit else {
      lines.append("# The evidence is too long for this file: name it with --evidence.")
      return lines.joined(separator: "\n") + "\n"
    }
    if !documents.isEmpty { lines += ["evidence:"] + documents.flatMap(evidence) }
    if !records.isEmpty { lines += ["commands:"] + records.flatMap { command($0, session) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func name(_ visit: Session.Visit) -> String { "\(visit.flow).\(visit.node.id)" }

  private static func block(_ key: String, _ values: [String: String], _ indent: String) -> [String] {
    if values.isEmpty { return [] }
    return ["\(indent)\(key):"]
      + values.sorted { $0.key < $1.key }.map { "\(indent)  \(quoted($0.key)): \(quoted($0.value))" }
  }

  /// The answers by their node; a node that was passed twice has a list of two.
  private static func answers(_ told: Told) -> [String] {
    var order: [String] = []
    var steps: [String: [[String]]] = [:]
    for (index, visit) in told.visits.enumerated() {
      let name = name(visit)
      if steps[name] == nil { order.append(name) }
      var facts = told.after[index] ?? [:]
      if !(visit.node.kind is Input) { facts.merge(visit.answer.facts) { told, _ in told } }
      let head = [
        "    # \(Inert.text(visit.title)) \(Inert.text(visit.label))", "    - answer: \(quoted(self.told(visit)))",
      ]
      steps[name, default: []].append(head + block("facts", facts, "      "))
    }
    return order.isEmpty ? [] : ["answers:"] + order.flatMap { ["  \(quoted($0)):"] + (steps[$0] ?? []).flatMap { $0 } }
  }

  /// A typed value stands for itself, everything else for the way that was taken.
  private static func told(_ visit: Session.Visit) -> String {
    let isValue = visit.node.kind is Input && visit.answer.edge == "go"
    return isValue ? visit.answer.facts.values.first ?? "" : visit.answer.edge
  }

  /// Evidence that no command of the walk brought.
  private static func own(_ session: Session) -> [Document] {
    let printed = Set(session.commands.flatMap(\.documents))
    return session.documents.filter { !printed.contains($0.id) }
  }

  private static func evidence(_ document: Document) -> [String] {
    [
      "  - id: \(quoted(document.id))", "    title: \(quoted(document.title))", "    text: \(block(document.text))",
    ]
  }

  /// What a command printed, in the form of a scenario.
  private static func command(_ record: Event.CommandRecord, _ session: Session) -> [String] {
    func text(_ id: String?) -> String { session.documents.last { $0.id == id }?.text ?? "" }
    let errors = text(record.document.map { $0 + Session.errorSuffix })
    var lines = ["  - run: \(quoted(record.line))", "    output: \(block(text(record.document)))"]
    if let exit = record.exit { lines.append("    exit: \(exit)") }
    if !errors.isEmpty { lines.append("    errors: \(block(errors))") }
    if ToolMessage.outcome(exit: record.exit, errors: errors) != record.outcome {
      lines.append("    outcome: \(record.outcome.rawValue)")
    }
    return lines
  }

  /// A long text; readers take one line end off its end.
  private static func block(_ text: String) -> String { quoted(text.hasSuffix("\n") ? text + "\n" : text) }

  private static func quoted(_ text: String) -> String { QuotedYAML.text(text) }
}

/// What people said in a session, and when they said it.
private struct Told {
  /// Steps that no rule took, and what the file cannot tell otherwise: a command that was passed over, or left no
  /// output.
  let visits: [Session.Visit]
  /// Values that were told before the first of them.
  private(set) var before: [String: String] = [:]
  /// Values that were told after a step, by its index.
  private(set) var after: [Int: [String: String]] = [:]

  init(_ transcript: Transcript) {
    let steps = transcript.walk.filter { step in
      switch step.visit.answer.by {
      case .rule: false
      case .command: step.visit.command?.document == nil
      case .person, .evidence, .file: true
      }
    }
    visits = steps.map(\.visit)
    for entry in transcript.entries {
      guard case .fact(let record) = entry.event else { continue }
      if let index = steps.lastIndex(where: { $0.time <= entry.time && $0.sequence < entry.sequence }) {
        after[index, default: [:]][record.name] = record.value
      } else {
        before[record.name] = record.value
      }
    }
  }
}

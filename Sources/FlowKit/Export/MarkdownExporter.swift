/// An incident note that pastes into a ticket.
package struct MarkdownExporter: Exporter {
  package static let name = "markdown"
  package static let means = "An incident note for a ticket."
  package static let suffix = "md"

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    let session = transcript.session
    var lines = ["# \(text(session.flow.title))", ""]
    lines += summary(transcript)
    lines += ["", "## Steps", ""]
    for (index, visit) in session.visits.enumerated() { lines += step(index + 1, visit, session) }
    if let leaf = transcript.leaf { lines += remedy(leaf) }
    if !session.notes.isEmpty {
      lines += ["", "## Notes", ""]
      lines += session.notes.map { "- \(text($0))" }
    }
    lines += ["", "## Timeline (UTC)", ""]
    lines += transcript.entries.map { "- \(Timestamp.text($0.time)) \(words($0.event))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func summary(_ transcript: Transcript) -> [String] {
    let session = transcript.session
    let diagnosis = Diagnosis(at: session)
    func fact(_ name: String) -> String { session.facts[name]?.value ?? "not known" }
    var rows = [
      ("Pod", "\(fact("namespace"))/\(fact("pod"))"), ("Container", fact("container")), ("Image", fact("image")),
      ("Class", diagnosis.pullClass.map { "\($0): \(session.library.catalogue.title(ofClass: $0))" } ?? "not known"),
    ]
    if let cause = diagnosis.cause { rows.append(("Cause", session.library.catalogue.title(ofCause: cause))) }
    if !diagnosis.candidates.isEmpty {
      rows.append(
        (
          "Possible causes",
          diagnosis.candidates.map { session.library.catalogue.title(ofCause: $0) }.joined(separator: "; ")
        ))
    }
    if let leaf = transcript.leaf { rows.append(("Remedy", leaf.title)) }
    return rows.map { "- **\($0.0)**: \(text($0.1))" }
  }

  private static func step(_ number: Int, _ visit: Session.Visit, _ session: Session) -> [String] {
    let by: String =
      switch visit.answer.by {
      case .person: "answered by the operator"
      case .evidence: "answered by the evidence"
      case .rule: "decided by a rule"
      case .command: "decided by the command's output"
      case .file: "answered by a file"
      }
    let title = visit.node.title.filled { session.facts[$0]?.value }
    let label = visit.edge.label.isEmpty ? visit.edge.id : visit.edge.label
    var lines = ["\(number). \(text(title)) **\(text(label))** (\(by))"]
    if let span = visit.answer.because {
      let document = session.documents.first { $0.id == span.document }
      let line = document.flatMap { $0.lineCount >= span.line ? $0.line(span.line - 1) : nil } ?? span.text
      lines += ["", "   \(text(span.document)), line \(span.line):", ""] + fence(line, indent: "   ") + [""]
    }
    return lines
  }

  private static func remedy(_ leaf: Leaf) -> [String] {
    var lines = ["", "## \(text(leaf.title))", ""]
    for (title, value) in [
      ("Why", leaf.why), ("Changes", leaf.changes), ("Rights", leaf.rights), ("Takes effect", leaf.takes),
      ("Avoid", leaf.avoid), ("Portal", leaf.portal), ("Ask", leaf.escalateTo),
    ] where !value.isEmpty { lines.append("- **\(title)**: \(text(value))") }
    lines += leaf.attach.map { "- Attach: \(text($0))" }
    for (title, items) in [("Commands", leaf.commands), ("Verify", leaf.verify), ("Undo", leaf.undo)]
    where !items.isEmpty {
      lines += ["", "### \(title)", ""]
      for item in items {
        guard let effect = item.effect else {
          lines += ["- \(text(item.text))"]
          continue
        }
        if !item.label.isEmpty { lines.append("\(text(item.label)) (\(effect.words)):") }
        lines += [""] + fence(item.text, indent: "") + [""]
      }
    }
    lines += leaf.sources.map { "- Source: \(text($0.url)) (seen \(text($0.seen)))" }
    return lines
  }

  private static func words(_ event: Event) -> String {
    switch event {
    case .began(let began): "session began: flow \(began.flow) \(began.version)"
    case .evidence(let record): "evidence: \(text(record.title)) from \(text(record.provenance.source))"
    case .fact(let record): "fact: \(text(record.name)) = \(text(record.value ?? "as the evidence says"))"
    case .answered(let answer): "\(answer.node): \(answer.edge)"
    case .command(let record): "command \(record.outcome.rawValue): \(text(record.line))"
    case .consent(let consent): "\(consent.isGiven ? "agreed to" : "declined"): \(text(consent.line))"
    case .back: "back"
    case .note(let note): "note: \(text(note))"
    case .resumed: "session resumed"
    case .ended(let end): "session \(end.rawValue)"
    }
  }

  /// A fence with more marks than any run of them inside, so that the content cannot close it.
  private static func fence(_ content: String, indent: String) -> [String] {
    let longest = content.unicodeScalars.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let marks = String(repeating: "`", count: max(3, longest + 1))
    let body = content.split(separator: "\n", omittingEmptySubsequences: false).map { indent + Inert.text(String($0)) }
    return [indent + marks] + body + [indent + marks]
  }

  /// Outside text in running text: on one line, with every mark of Markdown and HTML escaped.
  ///
  /// Scalar by scalar, because a mark with a combining character after it is still a mark.
  private static func text(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Inert.text(value).unicodeScalars {
      if "\\`*_{}[]<>#|!~&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

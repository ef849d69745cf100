/// Turns what a command printed into events of the session.
package enum CommandOutput {
  /// The events to record, in order; output must be redacted already.
  ///
  /// Standard error is a document of its own, so that a warning does not spoil the JSON beside it. Of a command that
  /// reads a secret nothing is kept but the answer and the facts that the node's matchers name.
  package static func events(
    _ session: Session, line: String, _ result: CommandResult, _ provenance: Provenance
  ) -> [Event] {
    // The node says what kind of command it is, whoever brings the output.
    guard case .run(let run)? = session.step else { return [] }
    let effect = run.effect
    let id = "command-\(session.commandCount + 1)"
    let provenance = Provenance(
      provenance.origin, source: provenance.source, exit: result.exit, isCut: result.isCut)
    let output = Document(id: id, title: line, provenance: provenance, bytes: result.output)
    let errors = Document(
      id: id + Session.errorSuffix, title: "errors of " + line, provenance: provenance, bytes: result.errors)
    var record = Event.CommandRecord(
      node: session.nodeID, line: line, effect: effect, outcome: result.outcome, exit: result.exit,
      milliseconds: result.milliseconds)
    if effect == .readsSecret {
      guard let answer = session.answer(after: record, output: output, errors: errors) else { return [] }
      return [.answered(answer), .command(record)]
    }
    record.document = id
    var events = [Event.evidence(EvidenceRecord(output))]
    if !result.errors.isEmpty { events.append(.evidence(EvidenceRecord(errors))) }
    return events + [.command(record)]
  }
}

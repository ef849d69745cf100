import FoundationEssentials

/// A session as JSON; fields never change their meaning within a version of the schema.
package struct SessionReport: Encodable, Sendable {
  static let version = "fairway.session/1"

  /// Whether the session reached a leaf.
  enum State: String, CaseIterable, Encodable, Sendable { case finished, unfinished }

  let schema = version
  let id, program: String
  let flow: Event.FlowReference
  let flows: [Flow]
  @OrNull var source: SourceReport?
  let began, ended: Date
  let seconds: Double
  let state: State
  @OrNull var end: Event.End?
  /// false when later events do not fit the flows that are left.
  let complete: Bool
  let subject: Subject
  @OrNull var waitsAt: Place?
  let diagnosis: DiagnosisReport
  let steps: [Step]
  let facts: [Fact]
  let notes: [Note]
  let checks: [CheckReport]
  let commands: [Command]
  let evidence: [Evidence]
  let redactions: SessionRedactions
  let events: [EventReport]

  package init(_ transcript: Transcript) {
    let session = transcript.session
    let start = transcript.start
    id = transcript.id
    program = start?.program ?? ""
    flow = start?.reference ?? session.library.reference(to: session.flow)
    flows = transcript.flows.map { Flow($0, isEdited: transcript.fold.edited.contains($0)) }
    _source = OrNull(wrappedValue: start?.source.map { SourceReport($0) })
    began = transcript.began
    ended = transcript.ended
    seconds = Self.rounded(transcript.seconds)
    state = transcript.leaf == nil ? .unfinished : .finished
    _end = OrNull(wrappedValue: transcript.end)
    complete = transcript.fold.misfit == nil && transcript.fold.absent.isEmpty
    subject = Subject { session.facts[$0]?.value }
    let place = Place(flow: session.flow.id, node: session.nodeID, question: session.title)
    _waitsAt = OrNull(wrappedValue: transcript.leaf == nil ? place : nil)
    diagnosis = DiagnosisReport(Diagnosis(at: session))
    steps = transcript.steps.map { Step($0, transcript.command(of: $0)) }
    facts = session.facts.values.sorted { $0.name < $1.name }.map { Fact($0, session.evidenceFact($0.name)) }
    notes = transcript.notes.map {
      Note(time: $0.time, text: $0.text, flow: $0.flow, node: $0.node, step: $0.step)
    }
    checks = session.checks.map { CheckReport($0) }
    commands = transcript.commands.map {
      Command(time: $0.time, node: $0.record.node, run: CommandReport($0.record))
    }
    evidence = transcript.evidence.map { Evidence($0.document, $0.sequence, in: session) }
    redactions = SessionRedactions(transcript.evidence.map(\.document))
    events = transcript.entries.map { EventReport($0) }
  }

  /// Milliseconds are the finest that a journal knows.
  static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}

extension SessionReport {
  /// A flow that was entered.
  struct Flow: Encodable, Sendable {
    let id, version, hash: String
    let edited: Bool

    init(_ reference: Event.FlowReference, isEdited: Bool) {
      id = reference.id
      version = reference.version
      hash = reference.hash
      edited = isEdited
    }
  }

  /// What failed, and where.
  struct Subject: Encodable, Sendable {
    @OrNull var namespace: String?
    @OrNull var pod: String?
    @OrNull var container: String?
    @OrNull var image: String?
    @OrNull var node: String?
    @OrNull var cluster: String?
    @OrNull var context: String?

    init(_ fact: (String) -> String?) {
      _namespace = OrNull(wrappedValue: fact("namespace"))
      _pod = OrNull(wrappedValue: fact("pod"))
      _container = OrNull(wrappedValue: fact("container"))
      _image = OrNull(wrappedValue: fact("image"))
      _node = OrNull(wrappedValue: fact("node"))
      _cluster = OrNull(wrappedValue: fact("cluster"))
      _context = OrNull(wrappedValue: fact("context"))
    }
  }

  /// A node at which somebody must decide.
  struct Place: Encodable, Sendable { let flow, node, question: String }

  /// One answer, whether it still stands or not.
  struct Step: Encodable, Sendable {
    struct Chosen: Encodable, Sendable { let id, label: String }

    let flow, node, question: String
    let answer: Chosen
    let by: Answer.Decider
    let kept: Bool
    let time: Date
    let seconds: Double
    @OrNull var because: Span?
    let facts: [String: String]
    @OrNull var command: CommandReport?
    @OrNull var abandoned: Date?

    init(_ step: Transcript.Step, _ record: Event.CommandRecord?) {
      let visit = step.visit
      flow = visit.flow
      node = visit.node.id
      question = visit.title
      answer = Chosen(id: visit.edge.id, label: visit.label)
      by = visit.answer.by
      kept = visit.answer.kept ?? false
      time = step.time
      seconds = SessionReport.rounded(step.seconds)
      _because = OrNull(wrappedValue: visit.answer.because)
      facts = visit.answer.facts
      _command = OrNull(wrappedValue: record.map { CommandReport($0) })
      _abandoned = OrNull(wrappedValue: step.abandoned)
    }
  }

  /// A value that the session knows.
  struct Fact: Encodable, Sendable {
    /// Who said it.
    enum Origin: String, CaseIterable, Encodable, Sendable {
      case evidence, answer, cluster
      case person = "operator"
    }

    let name, value: String
    let from: Origin
    @OrNull var because: Span?
    @OrNull var node: String?
    @OrNull var evidence: String?

    init(_ fact: FlowKit.Fact, _ told: FlowKit.Fact?) {
      name = fact.name
      value = fact.value
      _because = OrNull(wrappedValue: fact.span)
      _evidence = OrNull(wrappedValue: told?.value == fact.value ? nil : told?.value)
      var place: String?
      switch fact.origin {
      case .evidence: from = .evidence
      case .operatorEntry: from = .person
      case .cluster: from = .cluster
      case .answer(let node):
        from = .answer
        place = node
      }
      _node = OrNull(wrappedValue: place)
    }
  }

  /// A remark with the place at which it was made.
  struct Note: Encodable, Sendable {
    let time: Date
    let text, flow, node: String
    let step: Int
  }

  /// A command with the time of its end.
  struct Command: Encodable, Sendable {
    let time: Date
    let node: String
    let run: CommandReport
  }

  /// A document that came in.
  struct Evidence: Encodable, Sendable {
    let event: Int
    let id, title: String
    let provenance: ProvenanceReport
    let lines: Int
    let stands: Bool
    let text: String

    init(_ document: Document, _ sequence: Int, in session: Session) {
      event = sequence
      id = document.id
      title = document.title
      provenance = ProvenanceReport(document.provenance)
      lines = document.bytes.isEmpty ? 0 : document.lineCount
      stands = session.documents.contains(document)
      text = document.text
    }
  }
}

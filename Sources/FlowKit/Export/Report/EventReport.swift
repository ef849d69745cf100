import FoundationEssentials

/// An event as JSON for readers who know no journal: every field is there, and evidence is without its text.
struct EventReport: Encodable, Sendable {
  /// What happened.
  enum Kind: String, CaseIterable, Encodable, Sendable {
    case began, evidence, fact, answered, command, consent, back, note, check, practised, resumed, ended
  }

  let seq: Int
  let time: Date
  let type: Kind
  private let data: Payload

  init(_ entry: JournalEntry) {
    seq = entry.sequence
    time = entry.time
    (type, data) =
      switch entry.event {
      case .began(let began): (.began, .began(Began(began)))
      case .evidence(let record): (.evidence, .evidence(Evidence(record)))
      case .fact(let record):
        (.fact, .fact(Told(name: record.name, value: record.value, was: record.was, read: record.read == true)))
      case .answered(let answer): (.answered, .answered(Answered(answer)))
      case .command(let record): (.command, .command(Ran(record)))
      case .consent(let consent): (.consent, .consent(consent))
      case .back(let back): (.back, .back(Back(to: back.to, keeps: back.keeps ?? false)))
      case .note(let text): (.note, .text(text))
      case .check(let check): (.check, .check(CheckReport(check)))
      case .practised(let one): (.practised, .practised(PractisedReport(one)))
      case .resumed: (.resumed, .nothing)
      case .ended(let end): (.ended, .text(end.rawValue))
      }
  }

  private enum Payload: Encodable, Sendable {
    case began(Began)
    case evidence(Evidence)
    case fact(Told)
    case answered(Answered)
    case command(Ran)
    case consent(Event.Consent)
    case back(Back)
    case check(CheckReport)
    case practised(PractisedReport)
    case text(String)
    case nothing

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .began(let data): try container.encode(data)
      case .evidence(let data): try container.encode(data)
      case .fact(let data): try container.encode(data)
      case .answered(let data): try container.encode(data)
      case .command(let data): try container.encode(data)
      case .consent(let data): try container.encode(data)
      case .back(let data): try container.encode(data)
      case .check(let data): try container.encode(data)
      case .practised(let data): try container.encode(data)
      case .text(let text): try container.encode(text)
      case .nothing: try container.encodeNil()
      }
    }
  }

  private struct Began: Encodable, Sendable {
    let flow, version, hash, program: String
    @OrNull var source: SourceReport?

    init(_ began: Event.Began) {
      flow = began.flow
      version = began.version
      hash = began.hash
      program = began.program
      _source = OrNull(wrappedValue: began.source.map { SourceReport($0) })
    }
  }

  private struct Evidence: Encodable, Sendable {
    let id, title: String
    let provenance: ProvenanceReport
    @OrNull var facts: [String: EvidenceRecord.Told?]?

    init(_ record: EvidenceRecord) {
      id = record.id
      title = record.title
      provenance = ProvenanceReport(record.provenance)
      _facts = OrNull(wrappedValue: record.facts)
    }
  }

  private struct Told: Encodable, Sendable {
    let name: String
    @OrNull var value: String?
    @OrNull var was: String?
    let read: Bool
  }

  private struct Answered: Encodable, Sendable {
    let node, edge: String
    let by: Answer.Decider
    @OrNull var because: Span?
    let facts: [String: String]
    let kept: Bool
    @OrNull var enters: Event.FlowReference?

    init(_ answer: Answer) {
      node = answer.node
      edge = answer.edge
      by = answer.by
      _because = OrNull(wrappedValue: answer.because)
      facts = answer.facts
      kept = answer.kept ?? false
      _enters = OrNull(wrappedValue: answer.enters)
    }
  }

  private struct Ran: Encodable, Sendable {
    let node: String
    let run: CommandReport
    let kept: Bool

    init(_ record: Event.CommandRecord) {
      node = record.node
      run = CommandReport(record)
      kept = record.kept ?? false
    }
  }

  private struct Back: Encodable, Sendable {
    @OrNull var to: Int?
    let keeps: Bool
  }
}

/// A command that ran, or was not run, with every field.
struct CommandReport: Encodable, Sendable {
  let line: String
  let effect: EffectClass
  let outcome: Outcome
  @OrNull var exit: Int?
  @OrNull var milliseconds: Int?
  @OrNull var document: String?

  init(_ record: Event.CommandRecord) {
    line = record.line
    effect = record.effect
    outcome = record.outcome
    _exit = OrNull(wrappedValue: record.exit)
    _milliseconds = OrNull(wrappedValue: record.milliseconds)
    _document = OrNull(wrappedValue: record.document)
  }
}

/// What became of a remedy, with every field.
struct CheckReport: Encodable, Sendable {
  let flow: String
  let node: String
  let result: Check.Result
  let time: String
  @OrNull var because: Span?
  let words: String

  init(_ check: Check) {
    flow = check.flow
    node = check.node
    result = check.result
    time = check.time
    words = check.words
    _because = OrNull(wrappedValue: check.because)
  }
}

/// Where a document came from, with every field.
struct ProvenanceReport: Encodable, Sendable {
  let origin: Provenance.Origin
  let source: String
  @OrNull var exit: Int?
  let isCut: Bool
  @OrNull var time: String?

  init(_ provenance: Provenance) {
    origin = provenance.origin
    source = provenance.source
    _exit = OrNull(wrappedValue: provenance.exit)
    isCut = provenance.isCut
    _time = OrNull(wrappedValue: provenance.time)
  }
}

/// Where the evidence of a session comes from, with every field.
struct SourceReport: Encodable, Sendable {
  let kind: Event.Source.Kind
  @OrNull var pod: String?
  @OrNull var namespace: String?
  @OrNull var context: String?
  @OrNull var kubeconfig: String?
  @OrNull var subscription: String?
  @OrNull var recording: String?
  @OrNull var exercise: String?

  init(_ source: Event.Source) {
    kind = source.kind
    _pod = OrNull(wrappedValue: source.pod)
    _namespace = OrNull(wrappedValue: source.namespace)
    _context = OrNull(wrappedValue: source.context)
    _kubeconfig = OrNull(wrappedValue: source.kubeconfig)
    _subscription = OrNull(wrappedValue: source.subscription)
    _recording = OrNull(wrappedValue: source.recording)
    _exercise = OrNull(wrappedValue: source.exercise)
  }
}

/// What happened in practice.
private struct PractisedReport: Encodable, Sendable {
  let kind: Practised.Kind
  @OrNull var hint: Int?
  @OrNull var line: String?
  @OrNull var result: Practised.Result?
  @OrNull var state: String?
  let words: String

  init(_ one: Practised) {
    kind = one.kind
    _hint = OrNull(wrappedValue: one.hint)
    _line = OrNull(wrappedValue: one.line)
    _result = OrNull(wrappedValue: one.kind == .applied ? one.outcome : nil)
    _state = OrNull(wrappedValue: one.state)
    words = one.words
  }
}

/// Replaces the private names of a session by tokens: the same name by the same token in every event.
///
/// It works on the events, so that the session is folded again and every format shows the same tokens.
package struct Anonymizer {
  private let source: [JournalEntry]
  private var names = AnonymNames()
  /// Documents as they were and as they are, by id; the newest of an id.
  private var documents: [String: (old: Document, new: Document, edits: AnonymEdits)] = [:]

  package init(_ entries: [JournalEntry]) { source = entries }

  package init(_ transcript: Transcript) { self.init(transcript.entries) }

  /// The events with tokens; times, ids and the walk stay as they are.
  package func entries() -> [JournalEntry] {
    var copy = self
    for entry in source { copy.learn(entry.event) }
    return source.map { entry in
      var entry = entry
      entry.event = copy.mapped(entry.event)
      return entry
    }
  }

  // MARK: - Learning

  private mutating func learn(_ event: Event) {
    switch event {
    case .began(let began): for (value, use) in Self.parts(of: began.source) { learn(value, use) }
    case .evidence(let record):
      for (name, told) in (record.facts ?? [:]).sorted(by: { $0.key < $1.key }) { learn(fact: name, told?.value) }
      learn(record.title, nil)
      learn(record.provenance.source, record.provenance.origin == .file ? .file : nil)
      learn(record.document.bytes, AnonymFinder.hits(in: record.document.bytes, source: record.provenance.source))
    case .fact(let record):
      learn(fact: record.name, record.value)
      learn(fact: record.name, record.was)
    case .answered(let answer):
      for (name, value) in answer.facts.sorted(by: { $0.key < $1.key }) { learn(fact: name, value) }
    case .command(let record): learn(record.line, nil)
    case .consent(let consent): learn(consent.line, nil)
    case .note(let text): learn(text, nil)
    case .check(let check): learn(check.words, nil)
    case .practised(let one): learn(one.line ?? "", nil)
    case .back, .resumed, .ended: break
    }
  }

  private mutating func learn(fact name: String, _ value: String?) {
    if let value { learn(value, AnonymKeys.use(ofFact: name)) }
  }

  private mutating func learn(_ text: String, _ use: AnonymKeys.Use?) {
    let bytes = Array(text.utf8)
    learn(bytes, Self.hits(bytes, use))
  }

  private mutating func learn(_ bytes: [UInt8], _ hits: [AnonymHit]) {
    for hit in hits {
      if let kind = hit.kind { names.learn(String(decoding: bytes[hit.range], as: UTF8.self), kind) }
    }
  }

  private static func hits(_ bytes: [UInt8], _ use: AnonymKeys.Use?) -> [AnonymHit] {
    AnonymValue.hits(bytes, use) ?? AnonymFinder.hits(in: bytes)
  }

  private static func parts(of source: Event.Source?) -> [(String, AnonymKeys.Use)] {
    let parts: [(String?, AnonymKeys.Use)] = [
      (source?.pod, .name(.pod)), (source?.namespace, .name(.namespace)), (source?.context, .whole(.context)),
      (source?.kubeconfig, .file), (source?.subscription, .whole(.subscription)),
    ]
    return parts.compactMap { value, use in value.map { ($0, use) } }
  }

  // MARK: - Mapping

  private mutating func mapped(_ event: Event) -> Event {
    switch event {
    case .began(var began):
      if let source = began.source { began.source = mapped(source) }
      return .began(began)
    case .evidence(let record): return .evidence(mapped(record))
    case .fact(var record):
      let use = AnonymKeys.use(ofFact: record.name)
      record.value = record.value.map { mapped($0, use) }
      record.was = record.was.map { mapped($0, use) }
      return .fact(record)
    case .answered(var answer):
      answer.because = answer.because.map { mapped($0) }
      for (name, value) in answer.facts.sorted(by: { $0.key < $1.key }) {
        answer.facts[name] = mapped(value, AnonymKeys.use(ofFact: name))
      }
      return .answered(answer)
    case .command(var record):
      record.line = mapped(record.line)
      return .command(record)
    case .consent(var consent):
      consent.line = mapped(consent.line)
      return .consent(consent)
    case .note(let text): return .note(mapped(text))
    case .check(var check):
      check.words = mapped(check.words)
      check.because = check.because.map { mapped($0) }
      return .check(check)
    case .practised(var one):
      one.line = one.line.map { mapped($0) }
      one.words = mapped(one.words)
      return .practised(one)
    case .back, .resumed, .ended: return event
    }
  }

  private mutating func mapped(_ source: Event.Source) -> Event.Source {
    var result = source
    result.pod = source.pod.map { mapped($0, .name(.pod)) }
    result.namespace = source.namespace.map { mapped($0, .name(.namespace)) }
    result.context = source.context.map { mapped($0, .whole(.context)) }
    result.kubeconfig = source.kubeconfig.map { mapped($0, .file) }
    result.subscription = source.subscription.map { mapped($0, .whole(.subscription)) }
    return result
  }

  private mutating func mapped(_ text: String, _ use: AnonymKeys.Use? = nil) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: AnonymRewriter.rewrite(bytes, Self.hits(bytes, use), &names).bytes, as: UTF8.self)
  }

  private mutating func mapped(_ record: EvidenceRecord) -> EvidenceRecord {
    let old = record.document
    var provenance = old.provenance
    provenance.source = mapped(provenance.source, provenance.origin == .file ? .file : nil)
    let hits = AnonymFinder.hits(in: old.bytes, source: old.provenance.source)
    let edits = AnonymRewriter.rewrite(old.bytes, hits, &names)
    let new = Document(id: old.id, title: mapped(old.title), provenance: provenance, bytes: edits.bytes)
    documents[old.id] = (old, new, edits)
    var facts = record.facts
    for (name, told) in (record.facts ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let told else { continue }
      let value = mapped(told.value, AnonymKeys.use(ofFact: name))
      facts?[name] = .some(EvidenceRecord.Told(value: value, because: mapped(told.because)))
    }
    return EvidenceRecord(new, facts: facts)
  }

  private mutating func mapped(_ span: Span) -> Span {
    guard let (old, new, edits) = documents[span.document] else {
      return Span(document: span.document, pieces: span.pieces, text: mapped(span.text))
    }
    return AnonymSpan.mapped(span, from: old, to: new, edits)
      ?? Span(document: span.document, pieces: span.pieces, text: mapped(span.text))
  }
}

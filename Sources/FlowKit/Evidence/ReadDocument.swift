import Synchronization

/// A document with what was read from it, so that each document is read once however often others come and go.
final class ReadDocument: Sendable {
  /// What one document says by itself.
  private struct Findings {
    var objects: [PodReading]?
    var descriptions: [PodReading]?
    /// nil when nobody looked yet.
    var loose: PodCase??
    var sure: PodCase??
  }

  let document: Document
  private let findings = Mutex(Findings())

  init(_ document: Document) { self.document = document }

  /// Pods of an object of the API; empty when the document is none.
  var objects: [PodReading] {
    findings.withLock { findings in
      if let objects = findings.objects { return objects }
      let objects = PodJSONReader.read(document) ?? []
      findings.objects = objects
      return objects
    }
  }

  /// Pods, of objects or of descriptions.
  var pods: [PodReading] {
    if !objects.isEmpty { return objects }
    return findings.withLock { findings in
      if let descriptions = findings.descriptions { return descriptions }
      let descriptions = DescribeReader.read(document)
      findings.descriptions = descriptions
      return descriptions
    }
  }

  /// What a text says that is no description.
  func loose(sureOnly: Bool = false) -> PodCase? {
    findings.withLock { findings in
      if let known = sureOnly ? findings.sure : findings.loose { return known }
      let found = LooseCase.read(document, sureOnly: sureOnly)
      if sureOnly { findings.sure = .some(found) } else { findings.loose = .some(found) }
      return found
    }
  }
}

/// What the documents of a session say, read when somebody asks.
final class EvidenceShelf: Sendable {
  private struct State {
    var reading: EvidenceReading?
    var facts: [String: Fact]?
    /// The shelf by which the news of a record were found, so that the record is not read twice.
    var next: EvidenceShelf?
  }

  private let documents: [ReadDocument]
  private let state: Mutex<State>

  /// Facts are given when a record tells them; else they are read.
  private init(_ documents: [ReadDocument], facts: [String: Fact]?) {
    self.documents = documents
    state = Mutex(State(facts: facts))
  }

  static let empty = EvidenceShelf([], facts: [:])

  /// The documents in the order in which they came.
  var all: [Document] { documents.map(\.document) }

  var reading: EvidenceReading {
    state.withLock { state in
      if let reading = state.reading { return reading }
      let reading = EvidenceReading(documents)
      state.reading = reading
      return reading
    }
  }

  var facts: [String: Fact] {
    if let facts = state.withLock({ $0.facts }) { return facts }
    var facts = FactCatalogue.facts(of: reading)
    pointToDescription(&facts)
    state.withLock { $0.facts = facts }
    return facts
  }

  /// Of two documents that say the same, the description is the one that people read.
  private func pointToDescription(_ facts: inout [String: Fact]) {
    guard documents.count > 1, let description = documents.first(where: { $0.document.id == Document.description })
    else { return }
    for (name, told) in FactCatalogue.facts(of: EvidenceReading([description])) where facts[name]?.value == told.value {
      facts[name] = told
    }
  }

  /// The shelf with one more document, in the place of one with the same id.
  func adding(_ document: Document) -> EvidenceShelf {
    EvidenceShelf(with(document), facts: nil)
  }

  /// The same, with facts as a record tells them.
  func adding(_ record: EvidenceRecord) -> EvidenceShelf {
    let rest = removing(Set(record.replaces ?? []))
    guard let told = record.facts else { return rest.adding(record.document) }
    var facts = facts
    for (name, value) in told {
      facts[name] = value.map { Fact(name, $0.value, .evidence($0.because)) }
    }
    let shelf = EvidenceShelf(rest.with(record.document), facts: facts)
    let next = state.withLock { state in
      defer { state.next = nil }
      return state.next
    }
    if let next, next.saysSame(as: shelf) {
      let reading = next.reading
      shelf.state.withLock { $0.reading = reading }
    }
    return shelf
  }

  /// Whether the same texts stand on both, whenever they were read.
  private func saysSame(as other: EvidenceShelf) -> Bool {
    documents.count == other.documents.count
      && zip(documents, other.documents).allSatisfy {
        $0.document.id == $1.document.id && $0.document.bytes == $1.document.bytes
      }
  }

  private func with(_ document: Document) -> [ReadDocument] {
    guard let place = documents.firstIndex(where: { $0.document.id == document.id }) else {
      return documents + [ReadDocument(document)]
    }
    var result = documents
    result[place] = ReadDocument(document)
    return result
  }

  /// The shelf without some documents.
  func removing(_ ids: Set<String>) -> EvidenceShelf {
    let rest = documents.filter { !ids.contains($0.document.id) }
    return rest.count == documents.count ? self : EvidenceShelf(rest, facts: nil)
  }

  /// Whether both hold the same documents.
  func holdsSame(as other: EvidenceShelf) -> Bool {
    documents.count == other.documents.count && zip(documents, other.documents).allSatisfy { $0 === $1 }
  }

  /// What a document changes about the facts.
  func news(of record: EvidenceRecord) -> [String: EvidenceRecord.Told?] {
    let before = facts
    let next = removing(Set(record.replaces ?? [])).adding(record.document)
    let after = next.facts
    state.withLock { $0.next = next }
    var news: [String: EvidenceRecord.Told?] = [:]
    for (name, fact) in after where before[name] != fact {
      if let span = fact.span { news[name] = EvidenceRecord.Told(value: fact.value, because: span) }
    }
    for name in before.keys where after[name] == nil { news[name] = .some(nil) }
    return news
  }
}

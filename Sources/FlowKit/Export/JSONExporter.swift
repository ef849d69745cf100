/// One JSON document with the walk, the result and the evidence.
struct JSONExporter: Exporter {
  static let name = "json"

  static func export(_ transcript: Transcript) throws -> String {
    try JSON.pretty(Content(transcript))
  }

  private struct Content: Encodable {
    let schema = "fairway.session/1"
    let id: String
    let flow: String
    let version: String
    let diagnosis: DiagnosisReport
    let notes: [String]
    let evidence: [Event.EvidenceRecord]
    let events: [JournalEntry]

    init(_ transcript: Transcript) {
      id = transcript.id
      flow = transcript.session.flow.id
      version = transcript.session.flow.version
      diagnosis = DiagnosisReport(Diagnosis(at: transcript.session))
      notes = transcript.session.notes
      evidence = transcript.session.documents.map { Event.EvidenceRecord($0) }
      events = transcript.entries.filter { if case .evidence = $0.event { false } else { true } }
    }
  }
}

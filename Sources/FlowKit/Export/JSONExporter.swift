/// One JSON document with the walk, the result and the evidence.
package struct JSONExporter: Exporter {
  package static let name = "json"
  package static let means = "One JSON document with the walk, the result, the evidence and every event."
  package static let suffix = "json"

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    try JSON.pretty(Content(transcript))
  }

  private struct Content: Encodable {
    let schema = "fairway.session/1"
    let id: String
    let flow: String
    let version: String
    let diagnosis: DiagnosisReport
    let notes: [String]
    let evidence: [EvidenceRecord]
    let events: [JournalEntry]

    init(_ transcript: Transcript) {
      id = transcript.id
      flow = transcript.session.flow.id
      version = transcript.session.flow.version
      diagnosis = DiagnosisReport(Diagnosis(at: transcript.session))
      notes = transcript.session.notes
      evidence = transcript.session.documents.map { EvidenceRecord($0) }
      events = transcript.entries.filter { if case .evidence = $0.event { false } else { true } }
    }
  }
}

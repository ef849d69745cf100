import FoundationEssentials

/// One JSON document with the walk, the result and the evidence.
package struct JSONExporter: Exporter {
  package static let name = "json"
  package static let means = "One JSON document with the walk, the result, the evidence and every event."
  package static let suffix = "json"

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    let encoder = JSON.encoder
    encoder.outputFormatting.insert(.prettyPrinted)
    return JSON.inert(String(decoding: try encoder.encode(SessionReport(transcript)), as: UTF8.self)) + "\n"
  }
}

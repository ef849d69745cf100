/// The journal of a session, its evidence inline: one file that can be exported and replayed again.
package struct JSONLinesExporter: Exporter {
  package static let name = "jsonl"
  package static let means = "The events as a journal of one file, to be exported or replayed elsewhere."
  package static let suffix = "jsonl"

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    var text = ""
    for entry in transcript.entries {
      text += JSON.inert(String(decoding: try entry.line(), as: UTF8.self)) + "\n"
    }
    return text
  }
}

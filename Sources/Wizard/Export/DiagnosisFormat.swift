package import FlowKit

/// Formats in which a diagnosis is printed.
package enum DiagnosisFormat: String, CaseIterable, Sendable {
  case text, json, markdown, junit, github
}

/// What a walk without anybody came to, ready to be printed.
package struct DiagnosisResult: Sendable {
  package var diagnosis: Diagnosis
  /// The same walk as a session; for formats made of its events.
  package var transcript: Transcript?
  /// How the pod was found, when several were looked at.
  package var picked: String?
  /// File that the evidence came from.
  package var file: String?
  /// Arguments by which a session begins on the same evidence.
  package var arguments = ""

  package init(_ diagnosis: Diagnosis, transcript: Transcript? = nil) {
    self.diagnosis = diagnosis
    self.transcript = transcript
  }

  /// The text of a format, with a newline at its end.
  package func text(_ format: DiagnosisFormat) throws -> String {
    switch format {
    case .text: lines.joined(separator: "\n") + "\n"
    case .json: try JSON.pretty(DiagnosisReport(diagnosis, picked: picked))
    case .markdown: try transcript.map { try MarkdownExporter.export($0) } ?? ""
    case .junit: JUnitReport(diagnosis, words: lines.joined(separator: "\n")).text
    case .github: GitHubAnnotation(diagnosis, file: file, words: lines.joined(separator: "\n")).text
    }
  }

  private var lines: [String] {
    (picked.map { ["Picked:     \(Inert.text($0))"] } ?? []) + DiagnosisText(diagnosis, arguments: arguments).lines
  }
}

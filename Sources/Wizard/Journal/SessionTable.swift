package import FlowKit
package import FoundationEssentials
import TerminalUI

/// Sessions as text: a table of all, or one in full.
package enum SessionTable {
  private static let titles = ["ID", "AGE", "STATE", "STEP", "SUBJECT", "AT"]

  /// A heading and one line for each session, in columns.
  package static func lines(_ summaries: [SessionSummary], now: Date = Date()) -> [String] {
    let rows = [titles] + summaries.map { row($0, now) }
    let widths = titles.indices.map { column in rows.map { Width.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let isLast = column == row.count - 1
        line += text + (isLast ? "" : String(repeating: " ", count: widths[column] - Width.of(text) + 2))
      }
      return line
    }
  }

  private static func row(_ summary: SessionSummary, _ now: Date) -> [String] {
    let age = summary.changed.map { Age.words(now.timeIntervalSince($0)) } ?? "-"
    return [
      summary.id, age, summary.state.rawValue, summary.step == 0 ? "-" : "\(summary.step)",
      Width.truncate(Inert.text(summary.subject.isEmpty ? "-" : summary.subject), to: 44),
      Width.truncate(Inert.text(summary.reason ?? summary.title), to: 60),
    ]
  }

  /// A session in full: where it stands, its evidence, its steps and notes.
  package static func lines(_ transcript: Transcript, _ store: SessionStore) -> [String] {
    let summary = SessionSummary(transcript, isOpen: store.isOpen(transcript.id))
    var lines = [
      "Session   \(transcript.id), \(summary.state.rawValue)",
      "Subject   \(summary.subject.isEmpty ? "-" : summary.subject)",
      "Flow      \(summary.flow) \(transcript.start?.version ?? "")",
      "Began     \(Timestamp.text(transcript.began)), worked on for \(Age.words(transcript.seconds))",
      "At        step \(summary.step): \(summary.title)",
      "Journal   \(store.path(of: transcript.id)), \(transcript.entries.count) events, \(store.size(of: transcript.id)) bytes",
    ]
    lines += transcript.session.documents.map { "Evidence  \($0.title), \($0.lineCount) lines" }
    for step in transcript.steps {
      let mark = step.abandoned == nil ? "Step     " : "Left     "
      lines.append("\(mark) \(step.visit.title) → \(step.visit.label) (\(step.visit.answer.by.rawValue))")
    }
    lines += transcript.notes.map { "Note      \(Timestamp.text($0.time)) \($0.text)" }
    return lines.map { Inert.text($0) }
  }
}

import FoundationEssentials

/// An incident note that pastes into a ticket.
package struct MarkdownExporter: Exporter {
  package static let name = "markdown"
  package static let means = "An incident note for a ticket."
  package static let suffix = "md"

  /// Bytes of the longest note: Jira takes 32767 characters, GitHub twice as many.
  static let limit = 30_000

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    let note = MarkdownNote(transcript)
    let heading = note.heading
    let sections = [
      note.summary, note.place, note.steps, note.takenBack, note.remedy, note.facts, note.notes, note.evidence,
      note.redacted, note.timeline,
    ]
    let lines = sections.lines(within: limit - heading.utf8.count - 2)
    return ([heading, ""] + lines).joined(separator: "\n") + "\n"
  }
}

/// What the parts of a note are made of; each part is a file of its own.
struct MarkdownNote {
  let transcript: Transcript
  let session: Session
  let diagnosis: Diagnosis

  init(_ transcript: Transcript) {
    self.transcript = transcript
    session = transcript.session
    diagnosis = Diagnosis(at: transcript.session)
  }

  /// What the session began with: the flow's title, and the pod or image when it is known.
  var heading: String {
    let flow = transcript.start.flatMap { session.library[$0.flow] } ?? session.flow
    let names = [fact("namespace"), fact("pod")].compactMap { $0 }
    let subject = fact("pod") == nil ? fact("image") ?? "" : names.joined(separator: "/")
    let title = "# " + MarkdownText.text(flow.title, limit: 200)
    return subject.isEmpty ? title : title + ": " + MarkdownText.code(subject)
  }

  func fact(_ name: String) -> String? { session.facts[name]?.value }

  /// A time of the session; the day stands with those that are not of its first.
  func clock(_ time: Date) -> String { ExportTime.clock(time, after: transcript.began) }
}

package import FlowKit
import FoundationEssentials

/// A session that goes on: its events folded, its answers carried over when its flow was edited meanwhile.
package struct Resumption {
  package let session: Session
  /// Takes out further secrets; their numbers go on after those that the journal holds.
  package let redactor: Redactor
  package let source: Event.Source?
  /// What to say first: what was kept, and what must be answered again.
  package let message: String

  /// Reads the session of a journal and writes to it that it goes on.
  package init(_ journal: Journal, _ library: Library, _ store: SessionStore) throws(Journal.Fault) {
    let left = journal.entries.last?.time
    guard let transcript = Transcript(id: journal.id, entries: journal.entries, library: library, text: store.flowText)
    else {
      let names = journal.entries.compactMap { if case .began(let began) = $0.event { began.flow } else { nil } }
      let reason = names.last.map { "there is no flow '\($0)' here; name its folder with --flows" }
      throw Journal.Fault(path: journal.path, reason: reason ?? "nothing was recorded")
    }
    source = transcript.start?.source
    var session = transcript.session
    let fold = transcript.fold
    let isEdited = !fold.edited.isEmpty
    if isEdited, let reference = transcript.start?.reference, let flow = library[reference.id] {
      let began = Event.Began(library.reference(to: flow), program: Program.version, source: source)
      session = session.moved(to: flow, library)
      session.apply(journal.record(.began(began), in: session))
    } else {
      session.apply(journal.record(.resumed, in: session))
    }
    while let event = session.automatic {
      guard session.apply(journal.record(event, in: session)) else { break }
    }
    session.isUnaided = source?.isUnaided == true
    self.session = session
    redactor = Redactor(after: journal.entries.lazy.map(\.event))
    let age = left.map { Age.words(journal.entries.last?.time.timeIntervalSince($0) ?? 0) } ?? ""
    let isHere = transcript.start.map { library[$0.flow] != nil } ?? false
    message =
      isEdited && isHere
      ? Self.edited(fold, kept: transcript.answers, session)
      : "Resumed after \(age). The evidence is as it was then."
        + (isHere ? "" : " The flow is not here any more; this is its text of that time.")
  }

  private static func edited(_ fold: SessionFold, kept before: Int, _ session: Session) -> String {
    let names = Set(fold.edited.map(\.id)).sorted().joined(separator: ", ")
    let count = session.visits.count { $0.answer.by != .rule }
    let all = "The flow was edited since (\(names)): "
    let held = "\(count) of \(before) answers still \(count == 1 ? "holds" : "hold")."
    if let stale = session.stale {
      return all + held + " '\(stale.visit.title)' has to be answered again: \(stale.reason)."
    }
    if fold.misfit != nil {
      return all + held + " '\(session.title)' has to be answered again: its answer is not there any more."
    }
    let waiting = session.waiting
    if waiting > 0 { return all + held + " \(waiting) wait until the walk comes by there." }
    return all + "every answer still holds."
  }
}

/// Spans of time in words.
package enum Age {
  /// `12 s`, `5 min`, `3 h`, `2 d`; one unit, rounded down.
  package static func words(_ seconds: Double) -> String {
    let seconds = max(0, Int(seconds))
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) min"
    case ..<86400: return "\(seconds / 3600) h"
    default: return "\(seconds / 86400) d"
    }
  }

  /// An age without what is too fine to redraw a screen for: tens of seconds, then whole minutes.
  static func rounded(_ seconds: Double) -> Double {
    let step = seconds < 60 ? 10.0 : 60
    return (max(0, seconds) / step).rounded(.down) * step
  }

  /// The age at which ``rounded(_:)`` is another one.
  static func nextChange(_ seconds: Double) -> Double { rounded(seconds) + (seconds < 60 ? 10 : 60) }

  /// Seconds of an age such as `30d`, `12h` or `45m`; nil when the text is none.
  package static func seconds(_ text: String) -> Double? {
    let units: [Character: Double] = ["m": 60, "h": 3600, "d": 86400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = UInt32(text.dropLast()) else { return nil }
    return Double(count) * unit
  }
}

import FlowKit

extension Launch {
  /// An exercise that was healed in this sitting counts, and so does a lesson that came to its end.
  ///
  /// What a script played does not.
  func count(_ journal: Journal) {
    guard script == nil, case .began(let began)? = journal.entries.first?.event, let id = began.source?.exercise else {
      return
    }
    let isLesson = began.source?.kind == .nothing
    let counted = isLesson ? lesson(journal) : healed(journal, exercises().first { $0.id == id })
    guard let counted else { return }
    do throws(FileBytes.Fault) {
      try PracticeProgress.change(store) { $0.take(id, counted) }
      print("\(isLesson ? "Lesson" : "Exercise") \(Inert.text(id)) is done. What comes next: \(Program.name) practice")
    } catch {
      warn("This is not counted: \(error.reason)")
    }
  }

  /// What it took until the first fresh pull; nil when none was seen since the session was opened.
  private func healed(_ journal: Journal, _ exercise: Exercise?) -> PracticeProgress.Done? {
    let pull = journal.entries.firstIndex {
      if case .check(let check) = $0.event { check.result == .pulled } else { false }
    }
    guard let exercise, let pull, pull >= opened(journal) else { return nil }
    let entries = Array(journal.entries[...pull])
    let review = PracticeReview(exercise, events: entries.map(\.event), library: library)
    return transcript(journal.id, entries).map { PracticeProgress.Done($0, review) }
  }

  /// The same of a lesson that reached its end.
  private func lesson(_ journal: Journal) -> PracticeProgress.Done? {
    let before = transcript(journal.id, Array(journal.entries[..<opened(journal)]))
    guard let now = transcript(journal.id, journal.entries), now.leaf != nil, before?.leaf == nil else { return nil }
    return PracticeProgress.Done(now, nil)
  }

  private func transcript(_ id: String, _ entries: [JournalEntry]) -> Transcript? {
    Transcript(id: id, entries: entries, library: library, text: store.flowText)
  }

  /// Index of the event with which the session was opened last.
  private func opened(_ journal: Journal) -> Int { journal.entries.lastIndex { $0.event == .resumed } ?? 0 }
}

import FlowKit

extension Launch {
  /// An exercise that was healed counts, and so does a lesson that came to its end.
  func count(_ journal: Journal) {
    guard case .began(let began)? = journal.entries.first?.event, let id = began.source?.exercise,
      let transcript = Transcript(id: journal.id, entries: journal.entries, library: library, text: store.flowText)
    else { return }
    let exercise = exercises().first { $0.id == id }
    let review = exercise.map { PracticeReview($0, events: journal.entries.map(\.event), library: library) }
    let isLesson = began.source?.kind == .nothing
    guard review?.isHealed ?? (isLesson && transcript.leaf != nil) else { return }
    do throws(FileBytes.Fault) {
      var progress = try PracticeProgress.read(store)
      progress.take(id, PracticeProgress.Done(transcript, review))
      try progress.write(store)
      print("\(isLesson ? "Lesson" : "Exercise") \(id) is done. What comes next: fairway practice")
    } catch {
      warn("This is not counted: \(error.reason)")
    }
  }
}

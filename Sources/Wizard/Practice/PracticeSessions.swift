import FlowKit

extension SessionStore {
  /// Sessions of exercises that can be gone on with, the newest of each, by the id of the exercise.
  package func practised(_ exercises: [String]) -> [String: String] {
    var found: [String: String] = [:]
    var seen: Set<String> = []
    let progress = (try? PracticeProgress.read(self)) ?? PracticeProgress()
    for id in ids {
      // Most sessions are no practice: the first line tells.
      guard let head = try? FileBytes.read(path(of: id), atMost: 4096),
        String(decoding: head, as: UTF8.self).prefix(while: { !$0.isNewline }).contains("\"exercise\":\""),
        let entries = try? entries(of: id), case .began(let began)? = entries.first?.event,
        let exercise = began.source?.exercise, exercises.contains(exercise), seen.insert(exercise).inserted,
        let start = entries.first?.time, !progress.isForgotten(exercise, since: start)
      else { continue }
      // One that was finished after its fix is no longer open.
      let isOver = entries.contains { if case .check(let check) = $0.event { check.result == .pulled } else { false } }
      if !isOver { found[exercise] = id }
    }
    return found
  }
}

import FlowKit

/// What was practised, for whoever wants it in writing.
package struct PracticeSummary: Encodable, Sendable {
  /// One exercise.
  package struct Row: Encodable, Sendable {
    let exercise: String
    let title: String
    let topic: Exercise.Topic
    let difficulty: Int
    let done: Bool
    @OrNull var time: String?
    @OrNull var hints: Int?
    @OrNull var wrongTurns: Int?
    @OrNull var wrongFixes: Int?
    @OrNull var seconds: Int?
    @OrNull var assisted: Bool?
    /// How often it was healed; the values before are those of the last time.
    let times: Int
    @OrNull var best: PracticeProgress.Run?
  }

  /// One lesson.
  package struct LessonRow: Encodable, Sendable {
    let lesson: String
    let title: String
    let done: Bool
    @OrNull var time: String?
    @OrNull var seconds: Int?
    let times: Int
  }

  private let schema = 1
  package let done: Int
  package let total: Int
  package let exercises: [Row]
  package let lessons: [LessonRow]

  package init(_ course: Course, _ progress: PracticeProgress) {
    exercises = course.exercises.map { exercise in
      let one = progress.exercises[exercise.id]
      return Row(
        exercise: exercise.id, title: exercise.title, topic: exercise.topic, difficulty: exercise.difficulty,
        done: one != nil, time: one?.time, hints: one?.hints, wrongTurns: one?.wrongTurns,
        wrongFixes: one?.wrongFixes, seconds: one?.seconds, assisted: one?.assisted, times: one?.times ?? 0,
        best: one.map { $0.best ?? $0.run })
    }
    lessons = course.lessons.map { lesson in
      let one = progress.exercises[lesson.id]
      return LessonRow(
        lesson: lesson.id, title: lesson.title, done: one != nil, time: one?.time, seconds: one?.seconds,
        times: one?.times ?? 0)
    }
    done = exercises.count { $0.done }
    total = exercises.count
  }

  /// The same as a page.
  package var markdown: String {
    var lines = [
      "# Practice: pods that cannot pull their image", "", "\(done) of \(total) exercises done.", "",
      "| exercise | difficulty | last done | time | hints | wrong turns | fixes that did not help | times | best |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in exercises { lines.append("| " + Self.cells(row).joined(separator: " | ") + " |") }
    if !lessons.isEmpty { lines += ["", "| lesson | last done | time | times |", "| --- | --- | --- | --- |"] }
    for row in lessons { lines.append("| " + Self.cells(row).joined(separator: " | ") + " |") }
    let worked = lastSeconds
    if worked > 0 { lines += ["", "Time of these last runs: \(Age.words(Double(worked)))."] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cells(_ row: Row) -> [String] {
    func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
    let help = row.assisted == true ? ", assisted" : ""
    let day = row.time.map { String($0.prefix(10)) + help } ?? ""
    let time = row.seconds.map { Age.words(Double($0)) } ?? ""
    let name = MarkdownText.text("\(row.exercise) \(row.title)")
    return [
      name, number(row.difficulty), day, time, number(row.hints), number(row.wrongTurns), number(row.wrongFixes),
      row.done ? "\(row.times)" : "", row.best.map { Self.words($0) } ?? "",
    ]
  }

  private static func cells(_ row: LessonRow) -> [String] {
    [
      MarkdownText.text("\(row.lesson) \(row.title)"), row.time.map { String($0.prefix(10)) } ?? "",
      row.seconds.map { Age.words(Double($0)) } ?? "", row.done ? "\(row.times)" : "",
    ]
  }

  /// `5 min, 3 hints, 2 wrong turns, 1 wrong fix`, with what there was none of left out.
  private static func words(_ run: PracticeProgress.Run) -> String {
    let counts = [
      (run.hints, "hint", "hints"), (run.wrongTurns, "wrong turn", "wrong turns"),
      (run.wrongFixes, "wrong fix", "wrong fixes"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return ([Age.words(Double(run.seconds))] + parts + (run.assisted ? ["assisted"] : [])).joined(separator: ", ")
  }

  private var lastSeconds: Int {
    exercises.compactMap(\.seconds).reduce(0, +) + lessons.compactMap(\.seconds).reduce(0, +)
  }
}

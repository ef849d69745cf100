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
  }

  private let schema = 1
  package let done: Int
  package let total: Int
  package let exercises: [Row]

  package init(_ course: Course, _ progress: PracticeProgress) {
    exercises = course.exercises.map { exercise in
      let one = progress.exercises[exercise.id]
      return Row(
        exercise: exercise.id, title: exercise.title, topic: exercise.topic, difficulty: exercise.difficulty,
        done: one != nil, time: one?.time, hints: one?.hints, wrongTurns: one?.wrongTurns,
        wrongFixes: one?.wrongFixes, seconds: one?.seconds, assisted: one?.assisted)
    }
    done = exercises.count { $0.done }
    total = exercises.count
  }

  /// The same as a page.
  package var markdown: String {
    var lines = [
      "# Practice: pods that cannot pull their image", "", "\(done) of \(total) exercises done.", "",
      "| exercise | difficulty | done | time | hints | wrong turns | fixes that did not help |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in exercises { lines.append("| " + Self.cells(row).joined(separator: " | ") + " |") }
    let worked = progressSeconds
    if worked > 0 { lines += ["", "Time in all: \(Age.words(Double(worked)))."] }
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
    ]
  }

  private var progressSeconds: Int { exercises.compactMap(\.seconds).reduce(0, +) }
}

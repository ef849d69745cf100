package import FlowKit

/// Exercises on plain lines: the list, the guide for the instructor, and what a real cluster needs.
package enum ExerciseText {
  /// The exercises in the order in which they are best done.
  ///
  /// - Parameter left: sessions that were left in the middle, by the id of their exercise.
  package static func list(
    _ course: Course, _ progress: PracticeProgress, left: [String: String], only: Exercise? = nil
  ) -> [String] {
    let exercises = only.map { [$0] } ?? course.exercises
    let rows = rows(exercises, progress, left: left)
    let done = exercises.count { progress.exercises[$0.id] != nil }
    guard only == nil else { return rows }
    let next = exercises.first { one in
      progress.exercises[one.id] == nil && one.after.allSatisfy { progress.exercises[$0] != nil }
    }
    let way =
      next.map { "Next: \(Program.name) practice \($0.id)" } ?? "All done. The result: \(Program.name) practice report"
    let lessons = course.lessons.map { row($0, progress) }
    return (lessons.isEmpty ? [] : lessons + [""]) + rows + ["", "\(done) of \(exercises.count) done. \(way)"]
  }

  /// The row of a lesson.
  package static func row(_ lesson: Lesson, _ progress: PracticeProgress) -> String {
    "\(lesson.id)  \(lesson.title)  \(lesson.minutes) min\(progress.exercises[lesson.id] == nil ? "" : "  done")"
  }

  private static func rows(
    _ exercises: [Exercise], _ progress: PracticeProgress, left: [String: String]
  ) -> [String] {
    let width = exercises.map { $0.title.count }.max() ?? 0
    return exercises.map { exercise in
      let title = exercise.title + String(repeating: " ", count: width - exercise.title.count)
      let topic = exercise.topic.rawValue + String(repeating: " ", count: 9 - exercise.topic.rawValue.count)
      let stars =
        String(repeating: "*", count: exercise.difficulty) + String(repeating: " ", count: 3 - exercise.difficulty)
      let minutes = "\(exercise.minutes) min"
      let state = state(of: exercise, progress, left: left)
      return "\(exercise.id)  \(title)  \(topic)  \(stars)  \(minutes)  \(state)".trimmed
    }
  }

  /// Whether an exercise is done or begun, or what is best done before it; empty when there is nothing to say.
  static func state(of exercise: Exercise, _ progress: PracticeProgress, left: [String: String]) -> String {
    if let done = progress.exercises[exercise.id] { return "done" + (done.hints > 0 ? ", hints \(done.hints)" : "") }
    let open = exercise.after.filter { progress.exercises[$0] == nil }
    return left[exercise.id] != nil ? "begun" : open.isEmpty ? "" : "after \(open.joined(separator: ", "))"
  }

  /// What an instructor needs for one exercise.
  package static func guide(_ exercise: Exercise) -> [String] {
    var lines = ["# \(exercise.id): \(exercise.title)", "", "Aim: \(exercise.guide.aim)"]
    lines.append("Time: \(exercise.minutes) minutes. Difficulty: \(exercise.difficulty) of 3.")
    if !exercise.after.isEmpty { lines.append("After: \(exercise.after.joined(separator: ", "))") }
    lines += ["", "## Story", "", exercise.story]
    lines += ["", "## Talking points", ""] + exercise.guide.talk.map { "- \($0)" }
    lines += ["", "## Questions to ask", ""] + exercise.guide.ask.map { "- \($0)" }
    lines += ["", "## Hints that participants can take", ""]
    lines += zip(Exercise.hintTitles, exercise.hints).enumerated().map { "\($0 + 1). \($1.0): \($1.1)" }
    lines += ["", "## Solution", ""] + exercise.solution.map { "    \($0)" }
    let wrong = exercise.fixes.filter { !$0.why.isEmpty }
    if !wrong.isEmpty {
      lines += ["", "## Fixes that do not heal", ""] + wrong.map { "- `\($0.lines.first ?? "")`: \($0.why)" }
    }
    return lines + ["", "## Often read wrongly", ""] + exercise.misreadings.map { "- \($0.seen): \($0.means)" }
  }

  /// What an instructor needs for a lesson.
  package static func guide(_ lesson: Lesson) -> [String] {
    ["# \(lesson.id): \(lesson.title)", "", "Time: \(lesson.minutes) minutes. Flow: \(lesson.flow)", "", lesson.says]
  }

  /// Names of the values that the manifests and the commands for a cluster take.
  package static func values(_ exercise: Exercise, _ course: Course) -> Set<String> {
    let manifests = exercise.cluster.manifests.compactMap { course.manifests[$0] }
    return Set((manifests + exercise.cluster.breaks + exercise.cluster.repairs).flatMap { Template($0).facts })
  }

  /// The manifests of an exercise with values filled in; a value that nobody told stays as `<name>`.
  package static func manifests(
    _ exercise: Exercise, _ course: Course, _ value: (String) -> String?
  ) -> [(path: String, text: String)] {
    exercise.cluster.manifests.compactMap { name in
      course.manifests[name].map { (name, Template($0).filled(value)) }
    }
  }

  /// What to do on a real cluster: what it needs, the manifests, how to break it and how to repair it.
  package static func cluster(
    _ exercise: Exercise, _ manifests: [(path: String, text: String)], _ value: (String) -> String?
  ) -> [String] {
    let cluster = exercise.cluster
    guard !cluster.breaks.isEmpty else {
      return ["# \(exercise.id) cannot be made on a real cluster: \(cluster.needs)"]
    }
    func lines(_ commands: [String]) -> [String] { commands.map { Template($0).filled(value) } }
    let files = manifests.flatMap { ["# manifests/\($0.path)", $0.text, "---"] }
    return ["# \(exercise.id): \(exercise.title)", "# \(cluster.needs)", "# Fairway runs none of this."] + files
      + ["# Break:"] + lines(cluster.breaks).map { "# \($0)" } + ["# Repair:"]
      + lines(cluster.repairs).map { "# \($0)" }
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmed: String { lastIndex { $0 != " " }.map { String(self[...$0]) } ?? "" }
}

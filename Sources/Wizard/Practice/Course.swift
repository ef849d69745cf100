package import FlowKit

/// The exercises in the order in which they are best done.
package struct Course: Sendable {
  package let exercises: [Exercise]
  /// Walkthroughs that come before and beside the exercises.
  package let lessons: [Lesson]
  /// Texts of the manifests, by the name of their file.
  package let manifests: [String: String]
  /// What is wrong with the files themselves.
  package let findings: [Finding]

  /// The exercises of the folder `workshop`, of those that came with the program and those laid over them.
  package init(_ files: FlowFiles) {
    var exercises: [Exercise] = []
    var lessons: [Lesson] = []
    var manifests: [String: String] = [:]
    var findings: [Finding] = []
    let inside = files.files.filter { $0.path.hasPrefix(Self.folder) }
    var worlds: [String: [Scenario.Recorded]] = [:]
    for file in inside where file.path.hasPrefix(Self.folder + Self.worlds) {
      let (commands, wrong) = ExerciseReader.world(file.text, file: file.name)
      worlds[String(file.path.dropFirst(Self.folder.count + Self.worlds.count).dropLast(5))] = commands
      findings += wrong
    }
    for file in inside {
      let name = String(file.path.dropFirst(Self.folder.count))
      if name.hasPrefix(Self.manifests) {
        manifests[String(name.dropFirst(Self.manifests.count))] = file.text
      } else if name == Self.lessons {
        let (read, wrong) = Lesson.read(file.text, file: file.name)
        lessons += read
        findings += wrong
      } else if name.hasSuffix(".yaml"), !name.contains("/") {
        let (exercise, wrong) = ExerciseReader.read(file.text, file: file.name, worlds: worlds)
        findings += wrong
        if let exercise { exercises.append(exercise) }
      }
    }
    self.exercises = Self.ordered(exercises)
    self.lessons = lessons
    self.manifests = manifests
    self.findings = findings
  }

  /// Folder of the exercises below that of the flows.
  package static let folder = "workshop/"
  private static let manifests = "manifests/"
  private static let worlds = "worlds/"
  private static let lessons = "course.yaml"

  /// A lesson by its id.
  package func lesson(_ id: String) -> Lesson? { lessons.first { $0.id.lowercased() == id.lowercased() } }

  /// What is wrong with files that no exercise came of.
  package var unread: [Finding] {
    findings.filter { finding in !exercises.contains { $0.position.file == finding.position.file } }
  }

  package subscript(id: String) -> Exercise? { exercises.first { $0.id.lowercased() == id.lowercased() } }

  /// Everything that is wrong with an exercise, or with all.
  package func check(_ library: Library, only exercise: Exercise? = nil) -> [Finding] {
    let ids = exercises.map(\.id)
    let checked = exercise.map { [$0] } ?? exercises
    let own = findings.filter { finding in
      exercise.map { $0.position.file == finding.position.file || isShared(finding.position.file) } ?? true
    }
    return own + checked.flatMap(names)
      + checked.flatMap {
        ExerciseCheck.findings($0, library: library, others: ids, manifests: Array(manifests.keys))
      } + (exercise == nil ? circles + absentFlows(library) : [])
  }

  /// Whether several exercises read a file.
  private func isShared(_ file: String) -> Bool {
    file.contains(Self.folder + Self.worlds) || file.hasSuffix(Self.folder + Self.lessons)
  }

  /// Ids that the command line would take for something else.
  private func names(_ exercise: Exercise) -> [Finding] {
    let file = exercise.position.file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
    let id = exercise.id.lowercased()
    let others = exercises.filter { $0.id.lowercased() == id && $0.position.file != exercise.position.file }
    var findings: [Finding] = []
    func report(_ rule: String, _ words: String) { findings.append(Finding(rule, exercise.position, words)) }
    if file != exercise.id {
      report("id", "the exercise of \(file).yaml must be called '\(file)', not '\(exercise.id)'")
    }
    if let other = others.first { report("duplicate-id", "\(other.position.file) is called '\(other.id)' too") }
    if lesson(id) != nil { report("duplicate-id", "there is a lesson '\(exercise.id)', which would be begun instead") }
    if ExerciseStarter.reserved.contains(id) {
      report("reserved-id", "'\(Program.name) practice \(exercise.id)' means something else; choose another id")
    }
    return findings
  }

  private func absentFlows(_ library: Library) -> [Finding] {
    lessons.filter { library[$0.flow] == nil }.map { lesson in
      let hint = NearestName.hint(lesson.flow, among: library.ids)
      return Finding("unknown-flow", lesson.position, "there is no flow '\(lesson.flow)'\(hint)")
    }
  }

  /// Exercises that wait for each other.
  private var circles: [Finding] {
    exercises.filter { exercise in
      var open = exercise.after
      var seen: Set<String> = []
      while let id = open.popLast() {
        if id == exercise.id { return true }
        if seen.insert(id).inserted { open += self[id]?.after ?? [] }
      }
      return false
    }.map { Finding("circle", $0.position, "'\($0.id)' has to be done before itself") }
  }

  /// Each after those that it asks for, the easier first.
  private static func ordered(_ exercises: [Exercise]) -> [Exercise] {
    var open = exercises.sorted { ($0.difficulty, $0.id) < ($1.difficulty, $1.id) }
    var done: [Exercise] = []
    while !open.isEmpty {
      let index = open.firstIndex { one in one.after.allSatisfy { id in !open.contains { $0.id == id } } } ?? 0
      done.append(open.remove(at: index))
    }
    return done
  }
}

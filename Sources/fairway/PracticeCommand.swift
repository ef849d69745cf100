import ArgumentParser
import FlowKit
import Wizard

/// `fairway practice`: recorded faults to practise on.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Practise on recorded faults, without any cluster.",
    discussion: """
      \(Program.name) practice            the exercises, in the order in which they are best done
      \(Program.name) practice K01        begins one, or goes on with it
      \(Program.name) practice report     what was done so far
      '\(Program.name) help practice start' shows the options of the first two, such as --assist and --manifests.
      """,
    subcommands: [PracticeStart.self, PracticeReport.self, PracticeNew.self, PracticeFromSession.self],
    defaultSubcommand: PracticeStart.self)
}

/// `fairway practice [EXERCISE]`.
struct PracticeStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "List the exercises, or begin one.", shouldDisplay: false)

  @Argument(
    help: ArgumentHelp("Id of the exercise, as the list names it.", valueName: "exercise"),
    completion: Candidates.exercises)
  var exercise: String?

  @Flag(help: "Only list the exercises.")
  var list = false

  @Flag(help: "Forget what was done, of one exercise or of all.")
  var reset = false

  @Flag(help: "Let the evidence suggest answers, as in a real session.")
  var assist = false

  @Flag(help: "Let commands answer at once, and let no time pass.")
  var fast = false

  @Flag(help: "Begin anew, even when the exercise was left in the middle.")
  var again = false

  @Flag(help: "Print the guide for the instructor.")
  var guide = false

  @Flag(help: "Print the manifests and the commands for a real cluster; Fairway runs none of them.")
  var manifests = false

  @Option(
    help: ArgumentHelp("Write the manifests into a folder instead of printing them.", valueName: "folder"),
    completion: .directory)
  var into: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value for the manifests, such as registry=acme.", valueName: "name=value"))
  var values: [FactSetting] = []

  @Flag(help: "Prove that every exercise fails before and is healed after its solution.")
  var check = false

  @Option(
    help: ArgumentHelp("Play a demonstration: a file with keys, words and pauses.", valueName: "file"),
    completion: .file())
  var script: String?

  @OptionGroup var flows: FlowOptions
  @OptionGroup var session: SessionOptions

  func validate() throws {
    if script != nil, exercise == nil { throw ValidationError("--script needs an exercise.") }
    if exercise == nil, guide || manifests || assist || again || fast {
      throw ValidationError("Name an exercise; '\(Program.name) practice' lists them.")
    }
    if !manifests, into != nil || !values.isEmpty { throw ValidationError("--into and --set go with --manifests.") }
  }

  func run() throws {
    let files = try flows.files()
    let course = Course(files)
    if let lesson = exercise.flatMap(course.lesson) { return try open(lesson, course) }
    let picked = try exercise.map { try find($0, course) }
    if reset { return try forget(picked?.id) }
    if guide, let picked { return printInert(ExerciseText.guide(picked)) }
    if manifests, let picked { return try tell(picked, course) }
    let library = try flows.library()
    if check { return try prove(course, library, picked) }
    guard let picked, !list else {
      if picked == nil { tellFindings(course) }
      return printInert(ExerciseText.list(course, try progress(), left: left(course), only: picked))
    }
    try begin(picked, course, library)
  }

  /// What is not in the list for a mistake in its file is said beside it.
  private func tellFindings(_ course: Course) {
    guard let first = course.findings.first else { return }
    let rest = course.findings.count == 1 ? "" : ", and \(course.findings.count - 1) more"
    complain("fairway: \(Inert.text("\(first)"))\(rest); '\(Program.name) practice --check' tells all")
  }

  /// What the options mean for a lesson, or the lesson itself.
  private func open(_ lesson: Lesson, _ course: Course) throws {
    if list { return printInert([ExerciseText.row(lesson, try progress())]) }
    if reset { return try forget(lesson.id) }
    if guide { return printInert(ExerciseText.guide(lesson)) }
    if manifests { throw ValidationError("\(lesson.id) is a lesson: there is nothing to break for it.") }
    if assist || fast || script != nil {
      throw ValidationError("\(lesson.id) is a lesson; --assist, --fast and --script go with an exercise.")
    }
    let library = try flows.library()
    if check { return try prove(lesson, course, library) }
    printInert([lesson.says])
    try session.begin(try library.flow(lesson.flow), library, .lesson(lesson.id))
  }

  private func prove(_ lesson: Lesson, _ course: Course, _ library: Library) throws {
    let findings = course.check(library).filter { $0.position.file == lesson.position.file }
    for finding in findings { print(Inert.text("\(finding)")) }
    guard findings.isEmpty else { throw finish(.findings) }
    print("The flow of the lesson is there.")
  }

  private func find(_ name: String, _ course: Course) throws -> Exercise {
    if let exercise = course[name] { return exercise }
    for finding in course.unread { complain(Inert.text("\(finding)")) }
    let hint = NearestName.hint(name.uppercased(), among: course.exercises.map(\.id) + course.lessons.map(\.id))
    throw ValidationError(Inert.text("There is no exercise '\(name)'\(hint); '\(Program.name) practice' lists them."))
  }

  private func progress() throws -> PracticeProgress {
    do { return try PracticeProgress.read(session.state.store) } catch {
      throw fail(.noInput, "\(PracticeProgress.path(session.state.store)): \(error.reason)")
    }
  }

  /// Sessions of exercises that were left in the middle, the newest of each.
  private func left(_ course: Course) -> [String: String] { session.state.store.practised(course.exercises.map(\.id)) }

  private func begin(_ exercise: Exercise, _ course: Course, _ library: Library) throws {
    guard let world = PracticeWorld(exercise, isFast: fast), let flow = exercise.fault.flatMap({ library[$0.flow] })
    else {
      throw fail(.software, "\(exercise.id) cannot be practised; '\(Program.name) practice --check' says why")
    }
    let done = try progress().exercises
    let missing = exercise.after.filter { done[$0] == nil }
    if !missing.isEmpty { complain(Inert.text("Best done before this one: \(missing.joined(separator: ", ")).")) }
    let script = try script.map(read)
    if script != nil, session.plain == true || !Launch.hasScreen {
      throw ValidationError("--script plays on a full screen; on plain lines give the lines as standard input.")
    }
    if !again, script == nil, let id = left(course)[exercise.id] {
      complain("Going on where you left it; --again begins anew.")
      let journal: Journal
      do { journal = try Journal(opening: id, in: session.state.store) } catch {
        throw fail(.noInput, error.description)
      }
      if assist, journal.isUnaided {
        complain("It goes on without suggestions, as it began; --assist --again begins anew.")
      }
      return try session.resume(journal, library, exercises: { course.exercises }, isFast: fast)
    }
    try session.begin(
      flow, library, .exercise(world, isUnaided: !assist), isFast: fast, script: script,
      exercises: course.exercises)
  }

  private func read(_ path: String) throws -> KeyScript {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path) } catch { throw fail(.noInput, "\(path): \(error.reason)") }
    let (script, findings) = KeyScript.read(String(decoding: bytes, as: UTF8.self), file: path)
    guard findings.isEmpty else {
      for finding in findings { complain(Inert.text("\(finding)")) }
      throw finish(.usage)
    }
    return script
  }

  private func forget(_ id: String?) throws {
    let store = session.state.store
    // Only whoever forgets everything may lose what cannot be read.
    do { try PracticeProgress.change(store, replaces: id == nil) { $0.reset(id) } } catch {
      throw fail(.cannotWrite, "\(PracticeProgress.path(store)): \(error.reason)")
    }
    print(id.map { "\(Inert.text($0)) counts as not done, and is begun anew." } ?? "Every exercise counts as not done.")
  }

  private func prove(_ course: Course, _ library: Library, _ exercise: Exercise?) throws {
    let findings = course.check(library, only: exercise)
    for finding in findings { print(Inert.text("\(finding)")) }
    guard findings.isEmpty else { throw finish(.findings) }
    let count = exercise == nil ? course.exercises.count : 1
    print(
      "\(count == 1 ? "One exercise fails" : "\(count) exercises fail") before and \(count == 1 ? "is" : "are") healed after the solution."
    )
  }
}

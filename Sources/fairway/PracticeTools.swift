import ArgumentParser
import FlowKit
import Wizard

/// `fairway practice report`: what was done so far.
struct PracticeReport: ParsableCommand {
  /// Formats of the report.
  enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Say what was done: exercises, hints used, wrong turns, time.")

  @Option(name: .output, help: "Format of the output.")
  var output = Format.markdown

  @OptionGroup var flows: FlowOptions
  @OptionGroup var state: StateOptions

  func run() throws {
    let progress: PracticeProgress
    do { progress = try PracticeProgress.read(state.store) } catch {
      throw fail(.noInput, "\(PracticeProgress.path(state.store)): \(error.reason)")
    }
    let summary = PracticeSummary(Course(try flows.files()), progress)
    switch output {
    case .json: print(try JSON.pretty(summary), terminator: "")
    case .markdown: print(summary.markdown, terminator: "")
    }
  }
}

/// `fairway practice new NAME`.
struct PracticeNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write an exercise to begin with, as a file with comments.")

  @Argument(help: ArgumentHelp("Id of the exercise: letters, digits and dashes.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp("Folder of your flows; workshop/NAME.yaml is made in it.", valueName: "folder"),
    completion: .directory)
  var into = "flows"

  func validate() throws {
    try validateName(name)
  }

  func run() throws {
    try writeNew(ExerciseStarter.files(name), into: into)
    print("Check it with: \(Program.name) practice \(name) --check --flows \(into)")
  }
}

/// `fairway practice from-session ID`.
struct PracticeFromSession: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "from-session", abstract: "Make an exercise out of a session that was recorded.",
    discussion: """
      Names, hosts and ids are replaced by tokens. What only an author can tell begins with WRITE: and says what belongs
      there; '\(Program.name) practice NAME --check' names each such place until it is written.
      """)

  @Argument(
    help: ArgumentHelp("Id of the session, the beginning of one, or 'last'.", valueName: "session"),
    completion: Candidates.sessions)
  var id: String

  @Option(help: ArgumentHelp("Id of the exercise.", valueName: "name"))
  var name = "mine"

  @Option(
    help: ArgumentHelp("Folder of your flows; workshop/NAME.yaml is made in it.", valueName: "folder"),
    completion: .directory)
  var into = "flows"

  @OptionGroup var state: StateOptions
  @OptionGroup var flows: FlowOptions

  func run() throws {
    try validateName(name)
    let library = try flows.library()
    let transcript = try state.transcript(id, library)
    guard let text = ExerciseExport.text(transcript, name: name, library: library) else {
      throw fail(.noInput, "session \(transcript.id) holds no evidence to practise on")
    }
    try writeNew([(ExerciseStarter.path(name), text)], into: into)
    print("Write its story, hints and fixes, then: \(Program.name) practice \(name) --check --flows \(into)")
  }
}

/// An id must be a name that the command line takes for nothing else.
private func validateName(_ name: String) throws {
  if ExerciseStarter.isName(name) { return }
  let isTaken = ExerciseStarter.reserved.contains(name.lowercased())
  throw ValidationError(
    isTaken
      ? "'\(Program.name) practice \(name)' means something else; choose another name."
      : "'\(name)' is no name: letters, digits and dashes.")
}

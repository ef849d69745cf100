import ArgumentParser
import FlowKit
import Wizard

/// `fairway resume`: goes on with a session.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a session where it was left.",
    discussion: """
      Without an id: a list of unfinished sessions to choose from. The beginning of an id is enough; 'last' is the newest.
      A session that another Fairway has open is shown, but cannot be answered.
      """)

  @Argument(
    help: ArgumentHelp("Id of the session, as '\(Program.name) sessions list' prints it.", valueName: "session"),
    completion: Candidates.sessions)
  var id: String?

  @OptionGroup var flows: FlowOptions
  @OptionGroup var session: SessionOptions

  func run() throws {
    let library = try flows.library()
    let (id, store) = try session.state.locate(try id ?? ask(library))
    let journal: Journal
    do { journal = try Journal(opening: id, in: store) } catch {
      guard error.isLocked else { throw fail(.noInput, error.description) }
      return try watch(id, store, library)
    }
    let files = try flows.files()
    try session.resume(journal, library, exercises: { Course(files).exercises })
  }

  /// Shows a session that somebody else works on.
  private func watch(_ id: String, _ store: SessionStore, _ library: Library) throws {
    let journal: Journal
    do { journal = try Journal(reading: id, in: store) } catch { throw fail(.noInput, error.description) }
    try session.watch(journal, library)
  }

  /// Lists the sessions that can be gone on with, and asks for one.
  private func ask(_ library: Library) throws -> String {
    let shown = Array(try session.state.unfinished(library).prefix(9))
    guard !shown.isEmpty else {
      throw fail(
        .noInput,
        "no session is unfinished; '\(Program.name) sessions list' shows all, '\(Program.name) run' begins one")
    }
    for (index, line) in SessionTable.lines(shown).enumerated() {
      print(index == 0 ? "   \(line)" : "\(index). \(line)")
    }
    print("Which one? [1] ", terminator: "")
    guard let answer = readLine() else { throw finish(.needsInput) }
    guard let number = answer.isEmpty ? 1 : Int(answer), shown.indices.contains(number - 1) else {
      throw ValidationError("There is no session '\(answer)' in the list.")
    }
    return shown[number - 1].id
  }
}

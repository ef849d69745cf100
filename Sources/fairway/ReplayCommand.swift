import ArgumentParser
import Wizard

/// `fairway replay`: looks at a session again.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Step through a kept session, for hand-over and teaching.",
    discussion: """
      Arrow keys step, p plays at the speed of the session, + and - change the speed (2x, 4x); pauses of more than ten
      seconds take ten. Nothing is run and nothing is changed.
      """)

  @Argument(
    help: ArgumentHelp(
      "Id of the session, the beginning of one, 'last', or the path of a journal.", valueName: "session"),
    completion: Candidates.sessions)
  var session: String

  @Flag(inversion: .prefixedNo, help: "Plain lines instead of a full screen.")
  var plain: Bool?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var flows: FlowOptions
  @OptionGroup var state: StateOptions

  func run() throws {
    let configuration = try Configuration.ofOperator.get()
    let (id, store) = try state.locate(session)
    var launch = Launch(library: try flows.library(), store: store, configuration: configuration)
    if let plain { launch.isPlain = plain }
    screen.apply(to: &launch.looks)
    let journal: Journal
    do { journal = try Journal(reading: id, in: store) } catch { throw fail(.noInput, error.description) }
    do { throw ExitCode(try launch.replay(journal)) } catch let failure as EvidenceCollector.Failure {
      throw fail(failure.status, failure.message)
    }
  }
}

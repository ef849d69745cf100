import FlowKit
import TerminalUI

extension Launch {
  /// Sessions that can be gone on with, the newest first; of many, the newest fifty are looked at.
  package var unfinished: [SessionSummary] {
    store.ids.prefix(50).map { store.summary(of: $0, library) }.filter { $0.state == .unfinished }
  }

  /// Shows the start screen, or asks on plain lines, and runs what was chosen; answers the exit code of the program.
  package func start(_ options: StartOptions) -> Int32 {
    guard !isPlain, Self.hasScreen, let terminal = try? CursesTerminal(looks), let watch = try? Watch(terminal) else {
      return startPlain(options)
    }
    let loop = StartLoop(self, options, watch)
    switch loop.run() {
    case .quit:
      terminal.close()
      loop.close()
      return ExitStatus.success.rawValue
    case .ended(let signal):
      terminal.close()
      loop.close()
      return 128 + signal.number
    case .began(let flow, let opening):
      loop.close()
      return begin(flow, opening, on: watch)
    case .resumed(let journal, let resumption, let place):
      loop.close()
      return resume(journal, resumption, place, on: watch)
    }
  }

  private func startPlain(_ options: StartOptions) -> Int32 {
    var launch = self
    launch.isPlain = true
    var start = PlainStart(launch, options, read: { readLine() }, write: Self.say)
    while let choice = start.choice() {
      do throws(EvidenceCollector.Failure) { return try launch.begin(choice, context: start.context, options) } catch {
        Self.say(Inert.text(error.message))
      }
    }
    return ExitStatus.success.rawValue
  }

  /// Begins on what was chosen, waiting for its evidence.
  private func begin(
    _ choice: StartChoice, context: String?, _ options: StartOptions
  ) throws(EvidenceCollector.Failure) -> Int32 {
    if case .session(let id) = choice {
      let journal: Journal
      do { journal = try Journal(opening: id, in: store) } catch {
        throw EvidenceCollector.Failure(status: .noInput, message: error.description)
      }
      return try resume(journal)
    }
    guard let flow = library[choice.flow], let source = choice.source(context, options.settings.kubeconfig) else {
      throw EvidenceCollector.Failure(status: .software, message: "There is no flow '\(choice.flow)'.")
    }
    return try begin(flow, source)
  }
}

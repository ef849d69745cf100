import ArgumentParser
import FlowKit
import Wizard

/// `fairway` alone: what can be gone on with, and how to begin.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Show unfinished sessions, and how to begin one.", shouldDisplay: false)

  @Argument(help: .hidden)
  var words: [String] = []

  @OptionGroup var state: StateOptions
  @OptionGroup var flows: FlowOptions

  func validate() throws {
    guard let word = words.first else { return }
    let names = Fairway.configuration.subcommands.compactMap { $0.configuration.commandName }
    throw ValidationError("There is no subcommand '\(word)'\(NearestName.hint(word, among: names)).")
  }

  func run() throws {
    let unfinished = try state.unfinished(try flows.library())
    if !unfinished.isEmpty {
      print("Go on with one of these: fairway resume ID")
      for line in SessionTable.lines(Array(unfinished.prefix(5))) { print("  \(line)") }
      print("")
    }
    print(
      """
      Begin on a pod:            fairway run --pod POD -n NAMESPACE
      On text from elsewhere:    fairway run --evidence FILE, or '-' for standard input
      On a recorded fault:       fairway demo
      Everything else:           fairway --help
      """)
  }
}

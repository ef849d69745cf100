import ArgumentParser
import FlowKit
import Wizard

/// `fairway help`: the help of a command, or a page on a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Show help for a command or on a topic.",
    discussion: topics.joined(separator: "\n"))

  @Argument(
    help: ArgumentHelp("A command such as 'flow lint', or a topic.", valueName: "word"),
    completion: Candidates.helpWords)
  var words: [String] = []

  private static var topics: [String] {
    let width = (HelpTopic.all.map(\.name.count).max() ?? 0) + 2
    return ["Topics:"]
      + HelpTopic.all.map { "  " + $0.name + String(repeating: " ", count: width - $0.name.count) + $0.title }
  }

  func run() throws {
    guard let word = words.first else {
      return print(([Fairway.helpMessage(), ""] + Self.topics).joined(separator: "\n"))
    }
    if words.count == 1, let topic = HelpTopic.named(word) { return print(topic.lines.joined(separator: "\n")) }
    var command: any ParsableCommand.Type = Fairway.self
    for word in words {
      let inside = command.configuration.subcommands
      guard let next = inside.first(where: { $0.name == word }) else {
        let names = inside.map { $0.name } + (words.first == word ? HelpTopic.all.map(\.name) : [])
        throw ValidationError("There is no help on '\(word)'\(NearestName.hint(word, among: names)).")
      }
      command = next
    }
    print(Fairway.helpMessage(for: command))
  }
}

extension ParsableCommand {
  fileprivate static var name: String { configuration.commandName ?? _commandName }
}

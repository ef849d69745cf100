import ArgumentParser
import FoundationEssentials

/// Commands, options and what completes them, as the argument parser tells it of itself.
struct CommandTree: Decodable {
  /// An option, a flag or a value by its place.
  struct Argument: Decodable {
    /// What this one is.
    enum Kind: String, Decodable { case positional, option, flag }

    /// A name with one dash or two.
    struct Name: Decodable {
      let kind: String
      let name: String
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    /// What comes with a way of completion.
    struct Completion: Decodable { let values: [String]? }

    let kind: Kind
    let shouldDisplay: Bool
    let isRepeating: Bool
    let names: [Name]?
    let allValues: [String]?
    let completionKind: [String: Completion]?
    let abstract: String?
  }

  private struct Tool: Decodable { let command: CommandTree }

  let commandName: String
  let shouldDisplay: Bool?
  let abstract: String?
  private let defaultSubcommand: String?
  let subcommands: [CommandTree]?
  let arguments: [Argument]?

  /// The whole command line.
  static var root: CommandTree? {
    let text = Fairway._dumpHelp()
    return try? JSONDecoder().decode(Tool.self, from: Data(text.utf8)).command
  }

  subscript(name: String) -> CommandTree? { subcommands?.first { $0.commandName == name } }

  /// The command that runs when none is named; for the whole program it is not the parser that knows it.
  var usual: CommandTree? { self[defaultSubcommand ?? StartCommand.name] }
}

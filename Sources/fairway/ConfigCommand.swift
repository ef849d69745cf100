import ArgumentParser
import FlowKit
import Wizard

extension Configuration {
  /// What the operator set, read once; what is wrong with the file is said, and ends the program.
  static let ofOperator: Result<Configuration, ExitCode> = {
    do throws(FlowFiles.Unreadable) { return .success(try ConfigurationFile().read()) } catch {
      for finding in error.findings { complain(Inert.text("\(finding)")) }
      return .failure(finish(error.findings.contains { $0.rule == "file" } ? .noInput : .usage))
    }
  }()
}

/// `fairway config`: what is set for all sessions.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show what is set for all sessions, and where.",
    discussion: """
      It is read from $XDG_CONFIG_HOME/fairway/config.yaml (~/.config/fairway/config.yaml when that is not set), or from
      the file that $FAIRWAY_CONFIG names. The command line wins over the environment, and that over the file.
      """,
    subcommands: [ConfigShow.self, ConfigSchema.self], defaultSubcommand: ConfigShow.self)
}

/// Format of settings.
enum ConfigFormat: String, ExpressibleByArgument, CaseIterable { case yaml, json }

/// `fairway config show`.
struct ConfigShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print every setting with its origin; the output can be used as a file.")

  @Option(name: .output, help: "Format of the output.")
  var output = ConfigFormat.yaml

  func run() throws {
    let text = ConfigurationText(try Configuration.ofOperator.get(), folders: FlowOptions.ofEnvironment)
    let file = ConfigurationFile()
    switch output {
    case .yaml: print(text.yaml(path: file.path))
    case .json: print(try JSON.pretty(Shown(file: file.path, settings: text.settings)), terminator: "")
    }
  }

  /// The output for programs.
  private struct Shown: Encodable {
    let file: String?
    let settings: [Setting]
  }
}

/// `fairway config schema`.
struct ConfigSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the file.",
    discussion: """
      \(Program.name) config schema > ~/.config/fairway/config.schema.json
      Then name it in the first line of config.yaml:  # yaml-language-server: $schema=config.schema.json
      """)

  func run() throws { print(try JSON.pretty(ConfigurationReader.schema), terminator: "") }
}

import ArgumentParser
import CNcurses
import FlowKit
import Glibc
import Wizard

/// The command line.
struct Fairway: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Find out why a pod cannot pull its image, and what to do about it.",
    discussion: """
      Fairway only reads. Commands that change something are shown, never run.
      New here? '\(Program.name) demo' walks through recorded faults without any cluster.
      Without a subcommand it lists the failing pods; '\(Program.name) help start' shows the options of that.
      """,
    version: version,
    subcommands: [
      RunCommand.self, DiagnoseCommand.self, ScanCommand.self, DemoCommand.self, PracticeCommand.self,
      ResumeCommand.self, SessionsCommand.self,
      ReplayCommand.self, ExportCommand.self, FlowCommand.self, ConfigCommand.self,
      StartCommand.self, HelpCommand.self,
    ])

  /// Runs the subcommand that the arguments begin with, and ends the program where that fails.
  static func run(_ arguments: [String]) {
    do {
      var command = try direct(arguments) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// The subcommand read by itself, without the options of all others: most of the time to the first picture went there.
  ///
  /// nil for whatever is not plain, such as a mistake, which the parser explains better from the root.
  private static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let type = configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first }),
      type.configuration.subcommands.isEmpty
    else { return nil }
    return try? type.parse(Array(arguments.dropFirst()))
  }

  /// The whole text is only made where it is wanted: the flows must be read for it.
  private static var version: String {
    let isWanted = CommandLine.arguments.contains("--version")
    return isWanted ? Program.description(build: String(cString: cn_build())) : Program.version
  }
}

/// Format of an output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Names of options that kubectl has too; as there, a value may be joined to the short one.
extension NameSpecification {
  static let output: NameSpecification = [.customShort("o", allowingJoined: true), .long]
  static let namespace: NameSpecification = [.customShort("n", allowingJoined: true), .long]
  static let selector: NameSpecification = [.customShort("l", allowingJoined: true), .long]
}

/// Ends the program with a code of the list.
func finish(_ status: ExitStatus) -> ExitCode { ExitCode(status.rawValue) }

/// Writes a line to standard error.
func complain(_ text: String) {
  let line = text + "\n"
  _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

/// Prints lines that others wrote; nothing in them acts on the terminal.
func printInert(_ lines: [String]) {
  for line in lines {
    for part in line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      print(Inert.text(String(part)))
    }
  }
}

/// Writes files that must not exist yet and names them; one that cannot be written ends the program.
func writeNew(_ files: [(path: String, text: String)], into folder: String) throws {
  do { try NewFiles.write(files, into: folder) } catch {
    throw fail(.cannotWrite, "\(error.path): \(error.reason)")
  }
  for file in files { print("Wrote \(folder)/\(file.path)") }
}

/// Says what is wrong on standard error and answers the code to end with.
func fail(_ status: ExitStatus, _ message: String) -> ExitCode {
  complain(
    "fairway: "
      + message.split(separator: "\n", omittingEmptySubsequences: false).map { Inert.text(String($0)) }.joined(
        separator: "\n"))
  return finish(status)
}

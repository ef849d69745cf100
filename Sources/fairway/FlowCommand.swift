import ArgumentParser
import FlowKit
import Glibc
import Wizard

/// `fairway flow`: for the people who write flows.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow", abstract: "List and check flows.", subcommands: [List.self, Lint.self])

  /// `fairway flow list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the flows.")

    func run() throws {
      for flow in try loadLibrary().flows { print("\(flow.id)  \(flow.version)  \(flow.title)") }
    }
  }

  /// `fairway flow lint`.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check flow files; without a file, the shipped flows.",
      discussion: "Findings are printed as file:line:column. The exit code is 1 when there are any.")

    @Argument(help: ArgumentHelp("Flow files.", valueName: "file"))
    var files: [String] = []

    @Option(name: [.short, .long], help: "Format of the output.")
    var output = OutputFormat.text

    func run() throws {
      var texts: [(path: String, text: String)] = []
      for file in files {
        do {
          texts.append((file, String(decoding: try FileBytes.read(file), as: UTF8.self)))
        } catch {
          throw fail(.noInput, "\(file): \(error.reason)")
        }
      }
      let findings = FlowCheck.findings(texts)
      switch output {
      case .json: print(try JSON.pretty(findings), terminator: "")
      case .text: for finding in findings { print(finding) }
      }
      if !findings.isEmpty { throw finish(.findings) }
    }
  }
}

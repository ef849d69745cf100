import ArgumentParser
import FlowKit
import Wizard

/// `fairway flow`: for the people who write flows.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow", abstract: "List, check and test flows.",
    subcommands: [FlowList.self, FlowLint.self, FlowTest.self])
}

/// `fairway flow list`.
struct FlowList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the flows.")

  @OptionGroup var flows: FlowOptions

  func run() throws {
    let library = try flows.library()
    for flow in library.flows {
      print("\(flow.id)  \(flow.version)  \(flow.title)\(library.isShipped(flow.id) ? "" : "  (not shipped)")")
    }
  }
}

/// `fairway flow lint`.
struct FlowLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check flow files and scenarios; without a file, everything that is known.",
    discussion: "Findings are printed as file:line:column. The exit code is 1 when there are any.")

  @Argument(help: ArgumentHelp("Flow files.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var flows: FlowOptions

  @Option(name: [.short, .long], help: "Format of the output.")
  var output = OutputFormat.text

  func run() throws {
    let findings = try findings()
    switch output {
    case .json: print(try JSON.pretty(findings), terminator: "")
    case .text: for finding in findings { print(Inert.text("\(finding)")) }
    }
    if !findings.isEmpty { throw finish(.findings) }
  }

  private func findings() throws -> [Finding] {
    var all = try flows.files()
    guard !files.isEmpty else { return all.findings() }
    do { try all.lay(single: files) } catch {
      throw fail(.noInput, error.findings.map(\.description).joined(separator: "\n"))
    }
    return all.findings { files.contains($0.name) }
  }
}

import ArgumentParser
import FlowKit
import Glibc
import Wizard

/// `fairway flow`: for the people who write flows.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow", abstract: "List, check, test, draw and begin flows.",
    subcommands: [
      FlowList.self, FlowShow.self, FlowLint.self, FlowTest.self, FlowGraphCommand.self, FlowCommands.self,
      FlowSchemaCommand.self, FlowNew.self,
    ])
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
    commandName: "lint", abstract: "Check flows, scenarios and exercises; without a file, everything that is known.",
    discussion: """
      Findings are printed as file:line:column. The exit code is 1 when there are any. With --watch it checks again
      whenever a file changes, until Ctrl-C.
      """)

  @Argument(help: ArgumentHelp("Flow files.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var flows: FlowOptions

  @Option(name: .output, help: "Format of the output.")
  var output = OutputFormat.text

  @Flag(help: "Check again whenever a file changes.")
  var watch = false

  func validate() throws {
    if watch, files.isEmpty, try flows.all.isEmpty {
      throw ValidationError("--watch needs files, or a folder with --flows; what is shipped does not change.")
    }
  }

  func run() throws {
    let folders = try flows.all
    // Before the check, so that a change during it is noticed.
    let stamps = FileStamps(files + folders)
    let findings = try findings(folders)
    try show(findings)
    if watch { try again(findings, stamps, folders) }
    if !findings.isEmpty { throw finish(.findings) }
  }

  private func show(_ findings: [Finding]) throws {
    switch output {
    case .json: print(try JSON.pretty(findings), terminator: "")
    case .text:
      for finding in findings { print(Inert.text("\(finding)")) }
      if watch { print(findings.isEmpty ? "no findings" : "\(findings.count) findings") }
    }
    if watch { fflush(nil) }
  }

  /// Checks whenever a file changed; a file that cannot be read for a moment, while an editor writes it, is a finding.
  private func again(_ first: [Finding], _ before: FileStamps, _ folders: [String]) throws -> Never {
    var last = first
    var stamps = before
    while true {
      usleep(300_000)
      let now = FileStamps(files + folders)
      guard now != stamps else { continue }
      stamps = now
      let found: [Finding]
      do { found = try files.isEmpty ? Self.all(FlowFiles(over: folders)) : single(folders) } catch {
        found = error.findings
      }
      if found != last { try show(found) }
      last = found
    }
  }

  /// What is wrong with flows, scenarios and exercises.
  private static func all(_ files: FlowFiles) throws(FlowFiles.Unreadable) -> [Finding] {
    let findings = files.findings()
    // Exercises walk through flows, which must hang together for that.
    return findings.isEmpty ? Course(files).check(try files.library()) : findings
  }

  private func single(_ folders: [String]) throws(FlowFiles.Unreadable) -> [Finding] {
    var all = try FlowFiles(over: folders)
    try all.lay(single: files)
    return all.findings { files.contains($0.name) }
  }

  private func findings(_ folders: [String]) throws -> [Finding] {
    guard !files.isEmpty else { return try Self.all(try flows.files()) }
    do { return try single(folders) } catch {
      throw fail(.noInput, error.findings.map(\.description).joined(separator: "\n"))
    }
  }
}

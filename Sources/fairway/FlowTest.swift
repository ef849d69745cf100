import ArgumentParser
import FlowKit
import Wizard

/// `fairway flow test`.
struct FlowTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Walk the scenarios of flows and say what they leave out.",
    discussion: """
      Scenarios stand in NAME/scenarios/*.yaml beside NAME/flow.yaml. The exit code is 1 when one fails, with
      --complete also when a row, a node or an edge is not covered.
      """)

  @Argument(
    help: ArgumentHelp("Ids of flows, or folders with flows; without one, every flow.", valueName: "flow"),
    completion: Candidates.flows)
  var subjects: [String] = []

  @OptionGroup var flows: FlowOptions

  @Flag(help: "Fail when a row, a node or an edge is not covered.")
  var complete = false

  @Option(name: .output, help: "Format of the output.")
  var output = OutputFormat.text

  func run() throws {
    let folders = subjects.filter { $0.contains("/") || FileStamps.isFolder($0) }
    let files = try flows.files(folders)
    let named = subjects.filter { !folders.contains($0) }
    let wanted = named.isEmpty ? files.ids(in: folders) : named
    let report: FlowTestReport
    do { report = try FlowTestReport(files, flows: wanted) } catch {
      throw fail(.findings, error.findings.map(\.description).joined(separator: "\n"))
    }
    switch output {
    case .json: print(try JSON.pretty(report), terminator: "")
    case .text: print(report.lines.joined(separator: "\n"))
    }
    if !report.isGood || complete && !report.coverage.isComplete { throw finish(.findings) }
  }
}

package import FlowKit

/// What became of the scenarios of some flows, for people and programs.
package struct FlowTestReport: Encodable, Sendable {
  /// One scenario.
  package struct Result: Encodable, Sendable {
    package let flow: String
    package let scenario: String
    package let problems: [String]
    /// Wanted and walked path, `-` and `+` before what differs; empty when they agree.
    package let difference: [String]
  }

  package let results: [Result]
  package let coverage: Coverage

  package var isGood: Bool { results.allSatisfy(\.problems.isEmpty) }

  /// Runs the scenarios of some flows, of all when none is named; throws what is wrong with the files.
  package init(_ files: FlowFiles, flows wanted: [String] = []) throws(FlowFiles.Unreadable) {
    let library = try files.library(checking: wanted)
    let unknown = wanted.filter { !library.ids.contains($0) }
    guard unknown.isEmpty else {
      throw FlowFiles.Unreadable(
        findings: unknown.map {
          Finding(
            "unknown-flow", Position(file: "flows", line: 1, column: 1),
            "there is no flow '\($0)'\(NearestName.hint($0, among: library.ids))")
        })
    }
    let ids = wanted.isEmpty ? library.ids : wanted
    var runs: [ScenarioRun] = []
    var findings: [Finding] = []
    for id in ids {
      let (scenarios, wrong) = files.scenarios(of: id, library.catalogue)
      findings += wrong
      runs += scenarios.compactMap { ScenarioRun($0, library: library) }
    }
    guard findings.isEmpty else { throw FlowFiles.Unreadable(findings: findings) }
    // Rows are owed by all flows together.
    let rows = wanted.isEmpty ? library.catalogue : Catalogue()
    coverage = Coverage(runs, of: ids.compactMap { library[$0] }, catalogue: rows)
    results = runs.map {
      Result(
        flow: $0.scenario.flow, scenario: $0.scenario.id, problems: $0.problems,
        difference: $0.problems.isEmpty ? [] : $0.difference)
    }
  }

  /// The report as lines.
  package var lines: [String] {
    let failed = results.filter { !$0.problems.isEmpty }
    let details = failed.flatMap { result in
      ["\(result.flow)/\(result.scenario) fails:"] + result.problems.map { "  " + Inert.text($0) }
        + result.difference.map { "    " + $0 }
    }
    return details + ["\(results.count - failed.count) of \(results.count) scenarios pass"]
      + tally("rows", coverage.rows) + tally("nodes", coverage.nodes) + tally("edges", coverage.edges)
      + tally("causes", coverage.causes)
  }

  private func tally(_ name: String, _ tally: Coverage.Tally) -> [String] {
    guard tally.total > 0 else { return [] }
    return ["\(tally.covered) of \(tally.total) \(name)"] + tally.missing.map { "  not covered: \($0)" }
  }
}

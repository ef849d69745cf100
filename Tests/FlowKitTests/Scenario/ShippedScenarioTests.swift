import FlowKit
import FoundationEssentials
import TestSupport
import Testing
import Wizard

/// The shipped flows against their scenarios.
struct ShippedScenarioTests {
  @Test func `every scenario comes to what it expects`() async throws {
    let failed = await ShippedScenarios.runs.filter { !$0.problems.isEmpty }
    for run in failed {
      Issue.record("\(run.scenario.flow)/\(run.scenario.id): \(run.problems) \(run.difference.joined(separator: "\n"))")
    }
    #expect((await ShippedScenarios.runs).count > 1000)
  }

  @Test func `every row, every node and every edge is covered`() async throws {
    let library = try #require(ShippedScenarios.library)
    let coverage = Coverage((await ShippedScenarios.runs), of: library.flows, catalogue: library.catalogue)
    #expect(coverage.rows.missing == [])
    #expect(coverage.nodes.missing == [])
    #expect(coverage.edges.missing == [])
  }

  @Test func `a scenario's walk is the same after its journal was written and read`() async throws {
    let library = try #require(ShippedScenarios.library)
    for run in await ShippedScenarios.runs {
      let flow = try #require(library[run.scenario.flow])
      var replayed = Session(flow, library: library)
      for (number, event) in run.events.enumerated() {
        let entry = JournalEntry(sequence: number, time: Date(timeIntervalSince1970: 0), event: event)
        replayed.apply(try JournalEntry.read(try entry.line()).event)
      }
      #expect(replayed.nodeID == run.session.nodeID && replayed.flow.id == run.session.flow.id, "\(run.scenario.id)")
      #expect(replayed.conclusion == run.session.conclusion, "\(run.scenario.id)")
      #expect(replayed.facts.mapValues(\.value) == run.session.facts.mapValues(\.value), "\(run.scenario.id)")
    }
  }

  @Test func `file and id of a scenario agree`() throws {
    for file in try FlowFiles().files where file.path.contains("/scenarios/") {
      let name = file.path.split(separator: "/").last?.dropLast(5) ?? ""
      #expect(file.text.contains("scenario: \(name)\n"), "\(file.path)")
    }
  }

  @Test func `every command node says what its answer proves, and its failures have a way on`() throws {
    let library = try #require(ShippedScenarios.library)
    for flow in library.flows {
      for node in flow.nodes {
        guard case .run(let run) = node.kind.step(at: node, in: MatchScope(facts: [:], documents: [])) else { continue }
        #expect(!run.proves.isEmpty && !run.doesNotProve.isEmpty, "\(flow.id).\(node.id)")
        let ids = node.edges.map(\.id)
        #expect(ids.contains("failed") && ids.contains("else"), "\(flow.id).\(node.id)")
      }
    }
  }
}

/// A matcher that is taken away must be missed: each of image-pull in turn.
struct MutationTests {
  /// One node with one matcher, or one part of a combined matcher, taken away.
  struct Mutant: Sendable {
    let node: String
    let what: String
    let source: SourceNode
  }

  @Test func `without any one matcher of image-pull a scenario fails`() async throws {
    let library = try #require(ShippedScenarios.library)
    let flow = try #require(library["image-pull"])
    let text = try #require(library.sources.first { $0.id == "image-pull" }).text
    let root = try SourceNode.read(text, file: "flow.yaml")
    let nodes = try #require(root.map?.first { $0.key.text == "nodes" }?.value.map)
    // Only a walk that stood at the node can notice, and first of all one that went on by the option at hand.
    var walks: [String: [Scenario]] = [:]
    for run in await ShippedScenarios.runs where run.problems.isEmpty {
      let visits = run.session.visits.filter { $0.flow == flow.id }
      for place in Set(visits.flatMap { [$0.node.id, "\($0.node.id)/\($0.edge.id)"] }) {
        walks[place, default: []].append(run.scenario)
      }
    }
    let mutants = nodes.flatMap { key, value in
      Mutation.of(value).map { Mutant(node: key.text ?? "", what: $0.what, source: $0.node) }
    }
    #expect(mutants.count > 100)
    for mutant in mutants {
      let changed = library.replacing(flow.replacing(mutant.node, mutant.source))
      let option = mutant.what.split(separator: "[").dropFirst().first.flatMap { Int($0.prefix { $0 != "]" }) }
      let edge = option.flatMap { number in flow[mutant.node]?.edges.dropFirst(number).first?.id } ?? ""
      let candidates = walks["\(mutant.node)/\(edge)", default: []] + walks[mutant.node, default: []]
      let isNoticed = candidates.contains { scenario in
        ScenarioRun(scenario, library: changed)?.problems.isEmpty != true
      }
      #expect(isNoticed, "nothing notices that \(mutant.node) lost \(mutant.what)")
    }
  }
}

/// Ways to take a matcher away from the source of a node.
enum Mutation {
  /// The node without each `when` in turn, which then never holds, and without each part of a combined matcher.
  static func of(_ node: SourceNode, _ path: String = "") -> [(what: String, node: SourceNode)] {
    switch node.value {
    case .text: return []
    case .list(let list):
      return list.enumerated().flatMap { index, element in
        of(element, path + "[\(index)]").map { what, changed in
          var list = list
          list[index] = changed
          return (what, SourceNode(value: .list(list), position: node.position))
        }
      }
    case .map(let map):
      return map.enumerated().flatMap { index, entry -> [(what: String, node: SourceNode)] in
        let name = entry.key.text ?? ""
        let place = path + "." + name
        func with(_ value: SourceNode) -> SourceNode {
          var map = map
          map[index].value = value
          return SourceNode(value: .map(map), position: node.position)
        }
        var result = of(entry.value, place).map { (what: $0.what, node: with($0.node)) }
        if name == "when" { result.append((place, with(never(entry.value.position)))) }
        if ["any", "all", "none"].contains(name), let parts = entry.value.list, parts.count > 1 {
          result += parts.indices.map { part in
            var parts = parts
            parts.remove(at: part)
            let list = SourceNode(value: .list(parts), position: entry.value.position)
            return ("\(place)[\(part)]", with(list))
          }
        }
        return result
      }
    }
  }

  /// A matcher that never holds.
  private static func never(_ position: Position) -> SourceNode {
    func text(_ text: String) -> SourceNode { SourceNode(value: .text(text), position: position) }
    return SourceNode(
      value: .map([(text("fact"), text("namespace")), (text("is"), text("{{digest}}-never"))]), position: position)
  }
}

/// What scenarios exercise of flows, and what they leave out.
package struct Coverage: Encodable, Sendable {
  /// One kind of thing that is to be covered.
  package struct Tally: Encodable, Sendable {
    package var total = 0
    package var missing: [String] = []

    package var covered: Int { total - missing.count }

    init(_ all: [String], _ seen: Set<String>) {
      total = all.count
      missing = all.filter { !seen.contains($0) }
    }
  }

  /// Rows of the coverage table, by id.
  package let rows: Tally
  /// Nodes as `flow.node`.
  package let nodes: Tally
  /// Edges as `flow.node/edge`.
  package let edges: Tally
  /// Causes of the catalogue that some walk ends with.
  package let causes: Tally

  package var isComplete: Bool { [rows, nodes, edges].allSatisfy(\.missing.isEmpty) }

  /// Counts what some runs took of some flows; rows and causes belong to no flow.
  package init(_ runs: [ScenarioRun], of flows: [Flow], catalogue: Catalogue) {
    let passed = runs.filter(\.problems.isEmpty)
    rows = Tally(catalogue.rows.map(\.id), Set(passed.flatMap(\.scenario.covers)))
    causes = Tally(catalogue.causes.map(\.id), Set(passed.flatMap(\.session.conclusion.causes)))
    let taken = Set(passed.flatMap(\.edges))
    let places =
      taken.map { String($0.prefix { $0 != "/" }) } + passed.map { "\($0.session.flow.id).\($0.session.nodeID)" }
    nodes = Tally(flows.flatMap { flow in flow.nodes.map { "\(flow.id).\($0.id)" } }, Set(places))
    edges = Tally(flows.flatMap { flow in flow.nodes.flatMap { Self.edges($0, in: flow) } }, taken)
  }

  private static func edges(_ node: Node, in flow: Flow) -> [String] {
    let jump = node.kind is Jump ? ["jump"] : []
    return (jump + node.edges.map(\.id)).map { "\(flow.id).\(node.id)/\($0)" }
  }
}

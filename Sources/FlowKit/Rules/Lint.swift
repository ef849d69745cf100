/// One check of a flow that was read.
package protocol LintRule: Sendable {
  /// Id that findings carry.
  static var id: String { get }
  /// What the rule wants, in one sentence.
  static var wants: String { get }
  /// What is wrong with a flow.
  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding]
}

/// What a rule may look at beside the flow.
package struct LintScope: Sendable {
  package var catalogue: Catalogue
  /// Every flow that can be jumped to.
  package var flows: [Flow]

  package init(catalogue: Catalogue, flows: [Flow]) {
    self.catalogue = catalogue
    self.flows = flows
  }
}

/// Checks flows.
package enum Lint {
  /// The list of rules.
  package static let rules: [any LintRule.Type] = [
    UnknownTarget.self, UnreachableNode.self, DeadEnd.self, EndlessCycle.self, MissingOutcome.self, DuplicateEdge.self,
    UnknownFact.self, UnresolvedPlaceholder.self, IncompleteLeaf.self, ForbiddenCommand.self, UnsaidEffect.self,
    UnsaidProof.self, UncheckedCluster.self, UnknownCause.self, LongText.self,
  ]

  /// Findings of every rule, in the order of the file.
  package static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    rules.flatMap { $0.check(flow, scope) }.sorted {
      ($0.position.line, $0.position.column, $0.rule) < ($1.position.line, $1.position.column, $1.rule)
    }
  }
}

extension Flow {
  /// Ids of the nodes that the edges of a node lead to.
  func targets(of node: Node) -> [String] { node.edges.map(\.target.node) }

  /// Flows that this one jumps to.
  var jumps: [Jump] { nodes.compactMap { $0.kind as? Jump } }

  /// Whether the flow may lead back to the one that jumped to it.
  var returns: Bool { nodes.contains { targets(of: $0).contains(Target.comeBack) } }

  /// Ids of every node that can be reached from the start.
  var reachable: Set<String> {
    var seen: Set<String> = []
    var open = [start.node]
    while let id = open.popLast() {
      guard let node = self[id], seen.insert(id).inserted else { continue }
      open += targets(of: node)
      // Where a flow ends that nobody jumped to is reached like any other node.
      if let alone, targets(of: node).contains(Target.comeBack) { open.append(alone.node) }
    }
    return seen
  }
}

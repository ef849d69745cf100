/// Every target is a node of the flow, every jump a flow.
struct UnknownTarget: LintRule {
  static let id = "unknown-target"
  static let wants = "Every target is a node of the flow, every jump leads to a known flow."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let names = flow.nodes.map(\.id)
    var findings: [Finding] = []
    func test(_ target: Target) {
      guard flow[target.node] == nil, target.node != Target.comeBack, !target.node.isEmpty else { return }
      let hint = NearestName.hint(target.node, among: names)
      findings.append(Finding(id, target.position, "there is no node '\(target.node)'\(hint)"))
    }
    test(flow.start)
    if let alone = flow.alone { test(alone) }
    for node in flow.nodes {
      for edge in node.edges { test(edge.target) }
      let flows = scope.flows.map(\.id)
      if let jump = node.kind as? Jump, !flows.contains(jump.flow) {
        let hint = NearestName.hint(jump.flow, among: flows)
        findings.append(Finding(id, jump.flowPosition, "there is no flow '\(jump.flow)'\(hint)"))
      }
    }
    return findings
  }
}

/// Every node can be reached.
struct UnreachableNode: LintRule {
  static let id = "unreachable-node"
  static let wants = "Every node can be reached from the start."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let reachable = flow.reachable
    return flow.nodes.filter { !reachable.contains($0.id) }.map {
      Finding(id, $0.position, "no way leads to node '\($0.id)'")
    }
  }
}

/// Every path can end in a leaf.
struct DeadEnd: LintRule {
  static let id = "dead-end"
  static let wants =
    "From every node a leaf, a jump or a return can be reached; what may return says where to, also without a jump."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let nodes = flow.nodes
    var before: [String: [String]] = [:]
    for node in nodes {
      for target in flow.targets(of: node) { before[target, default: []].append(node.id) }
    }
    var open = nodes.filter { $0.kind is Remediation || $0.kind is Jump }.map(\.id) + [Target.comeBack]
    var ending = Set(open)
    // Backwards from where a walk ends, so that a long chain is gone through once.
    while let id = open.popLast() {
      open += (before[id] ?? []).filter { ending.insert($0).inserted }
    }
    let stuck = nodes.filter { !ending.contains($0.id) }.map {
      Finding(id, $0.position, "no leaf can be reached from node '\($0.id)'")
    }
    return stuck + lost(flow, scope)
  }

  /// Ways back that lead nowhere.
  private static func lost(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    var findings = flow.nodes.compactMap { node -> Finding? in
      // Whether a flow returns is only known from all of its nodes, so only those that are jumped to are asked.
      guard let jump = node.kind as? Jump, node.edges.isEmpty,
        scope.flows.first(where: { $0.id == jump.flow })?.returns == true
      else { return nil }
      return Finding(id, node.position, "jump '\(node.id)' needs 'return', because flow '\(jump.flow)' may come back")
    }
    if flow.returns, flow.alone == nil {
      findings.append(
        Finding(id, flow.start.position, "the flow needs 'alone': where 'return' leads when no flow jumped here"))
    }
    return findings
  }
}

/// A circle holds a node that asks somebody or reads the world anew.
struct EndlessCycle: LintRule {
  static let id = "cycle-without-progress"
  static let wants = "A circle of nodes holds a question or a command; flows never jump in a circle."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let circles = flow.nodes.filter { isAutomatic($0) && comesBack($0.id, flow) }.map {
      Finding(id, $0.position, "node '\($0.id)' leads back to itself and nobody is asked on the way")
    }
    let jumps = flow.jumps.filter { leads(from: $0.flow, to: flow.id, scope) }.map {
      Finding(id, $0.flowPosition, "flow '\($0.flow)' jumps back to this flow")
    }
    return circles + jumps
  }

  /// An input goes on by itself as soon as its fact is known.
  private static func isAutomatic(_ node: Node) -> Bool {
    node.kind is Decide || node.kind is Note || node.kind is Input
  }

  private static func leads(from start: String, to end: String, _ scope: LintScope) -> Bool {
    var seen: Set<String> = []
    var open = [start]
    while let id = open.popLast() {
      if id == end { return true }
      guard seen.insert(id).inserted, let flow = scope.flows.first(where: { $0.id == id }) else { continue }
      open += flow.jumps.map(\.flow)
    }
    return false
  }

  private static func comesBack(_ start: String, _ flow: Flow) -> Bool {
    var seen: Set<String> = []
    var open = [start]
    while let next = open.popLast() {
      guard let node = flow[next], isAutomatic(node) else { continue }
      for target in flow.targets(of: node) {
        if target == start { return true }
        if seen.insert(target).inserted { open.append(target) }
      }
    }
    return false
  }
}

/// A question has an answer for somebody who cannot tell.
struct MissingOutcome: LintRule {
  static let id = "missing-outcome"
  static let wants = "A question has at least two options and one that needs no evidence; every rule has a way on."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.flatMap { node -> [Finding] in
      if node.kind is Question {
        if node.edges.count < 2 {
          return [Finding(id, node.position, "question '\(node.id)' needs at least two options")]
        }
        if node.edges.allSatisfy({ $0.matcher != nil }) {
          return [
            Finding(
              id, node.position, "question '\(node.id)' needs an option without 'when' for somebody who cannot tell")
          ]
        }
      }
      guard node.kind is Decide else { return [] }
      return node.edges.dropLast().filter { $0.matcher == nil }.map {
        Finding(
          id, $0.position, "option '\($0.id)' of '\(node.id)' needs 'when'; without one nothing after it can be reached"
        )
      }
    }
  }
}

/// Ids of edges are unique, because journals name them.
struct DuplicateEdge: LintRule {
  static let id = "duplicate-edge"
  static let wants = "The ids of a node's options differ."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.flatMap { node in
      var seen: Set<String> = []
      return node.edges.filter { !seen.insert($0.id).inserted }.map {
        Finding(id, $0.position, "option '\($0.id)' stands twice in node '\(node.id)'")
      }
    }
  }
}

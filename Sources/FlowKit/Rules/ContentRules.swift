/// Matchers look at facts that exist.
struct UnknownFact: LintRule {
  static let id = "unknown-fact"
  static let wants = "Matchers look only at facts of the evidence, of inputs and of captures."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let known = flow.knownFacts
    return flow.nodes.flatMap { node in
      node.edges.flatMap { edge in
        (edge.matcher?.facts ?? []).filter { !known.contains($0) }.map {
          Finding(id, edge.position, "unknown fact '\($0)'\(NearestName.hint($0, among: known))")
        }
      }
    }
  }
}

/// Placeholders name facts that exist, and captures are made on every way to them.
struct UnresolvedPlaceholder: LintRule {
  static let id = "unresolved-placeholder"
  static let wants = "Placeholders name facts of the evidence or inputs, or captures made on every way to the node."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let known = flow.knownFacts
    let always = FactCatalogue.names.union(flow.inputs.map(\.fact))
    let given = certain(flow)
    return flow.nodes.flatMap { node -> [Finding] in
      let texts = ([node.title, node.help] + node.kind.templates).flatMap { $0.facts.map { ($0, node.position) } }
      let commands = node.kind.commands.flatMap { command in command.facts.map { ($0, command.position) } }
      var seen: Set<String> = []
      return (texts + commands).compactMap { name, position in
        guard !always.contains(name), seen.insert(name).inserted else { return nil }
        if !known.contains(name) {
          return Finding(
            id, position, "unknown fact '\(name)' in node '\(node.id)'\(NearestName.hint(name, among: known))")
        }
        guard given[node.id]?.contains(name) != true else { return nil }
        return Finding(id, position, "'\(name)' is not captured on every way to node '\(node.id)'")
      }
    }
  }

  /// Facts that are certainly there at each node: what all ways to it have in common.
  private static func certain(_ flow: Flow) -> [String: Set<String>] {
    var given: [String: Set<String>] = [flow.start.node: []]
    var open = [flow.start.node]
    while let id = open.popLast() {
      guard let node = flow[id], let here = given[id] else { continue }
      for edge in node.edges {
        let entered = node.kind is Input && edge.id == "go" ? node.kind.gives : []
        let after = here.union(edge.gives).union(entered)
        let before = given[edge.target.node]
        let both = before.map { $0.intersection(after) } ?? after
        if both != before {
          given[edge.target.node] = both
          open.append(edge.target.node)
        }
      }
    }
    return given
  }
}

/// A leaf holds everything that its verdict demands.
struct IncompleteLeaf: LintRule {
  static let id = "incomplete-remediation"
  static let wants =
    "A leaf says why, what changes, the right needed, how long it takes, how to verify, to undo, what to avoid, and its source."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.compactMap { node in
      guard let leaf = node.kind as? Remediation, !leaf.lacking.isEmpty else { return nil }
      return Finding(id, node.position, "leaf '\(node.id)' lacks \(leaf.lacking.joined(separator: ", "))")
    }
  }
}

/// Commands are on the list, and the flow never calls them more harmless than they are.
struct ForbiddenCommand: LintRule {
  static let id = "command-policy"
  static let wants = "Commands are on the allow list, with an effect class that is not laxer than the policy's."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.flatMap { node in node.kind.commands.compactMap { check($0, runs: node.kind is Command) } }
  }

  private static func check(_ command: CommandTemplate, runs: Bool) -> Finding? {
    func finding(_ message: String) -> Finding { Finding(id, command.position, message) }
    if runs, !Policy.mayRun(command.effect) {
      return finding("a command that '\(command.effect.rawValue)' describes is shown, never run")
    }
    guard command.shell == .posix else { return nil }
    switch Policy.rule(command.words.map { $0.filled { _ in "x" } }) {
    case .allowed(let effect):
      return effect > command.effect
        ? finding("effect is '\(effect.rawValue)', stated as '\(command.effect.rawValue)'") : nil
    case .refused(let why):
      // What is only shown may be unknown to the policy, as long as the flow does not call it harmless.
      return runs || command.effect < .localWrite ? finding(why) : nil
    }
  }
}

/// A command that asks first says what it will do.
struct UnsaidEffect: LintRule {
  static let id = "unsaid-effect"
  static let wants = "A command that reads a secret or makes something for a short time says in 'touches' what that is."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.compactMap { node in
      guard let command = node.kind as? Command, command.asksWithoutWords else { return nil }
      return Finding(
        id, node.position, "command '\(node.id)' needs 'touches': what is read or made, in words to say yes to")
    }
  }
}

/// A command says what its answer proves, and what it does not.
struct UnsaidProof: LintRule {
  static let id = "unsaid-proof"
  static let wants = "A command says in 'proves' and 'does-not-prove' what its answer is worth."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.compactMap { node in
      guard let command = node.kind as? Command, !command.saysItsWorth else { return nil }
      return Finding(id, node.position, "command '\(node.id)' needs 'proves' and 'does-not-prove', one line each")
    }
  }
}

/// Texts are short enough for somebody who was just woken up.
struct LongText: LintRule {
  static let id = "long-text"
  static let wants = "A title has at most 80 characters, a help at most 320: fewer than five lines."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    flow.nodes.flatMap { node in
      [("title", node.title, 80), ("help", node.help, 320)].compactMap { name, text, limit in
        let length = text.filled { _ in "" }.count
        guard length > limit else { return nil }
        return Finding(id, node.position, "\(name) of '\(node.id)' has \(length) characters, \(limit) are enough")
      }
    }
  }
}

/// Commands that name a cluster come after the question whether kubectl talks to the same one.
struct UncheckedCluster: LintRule {
  static let id = "unchecked-cluster"
  static let wants =
    "Every way to a command of 'az aks' passes a node, or a jump to a flow, that compares with 'apiServer'."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    var seen: Set<String> = []
    var open = [flow.start.node]
    var findings: [Finding] = []
    while let id = open.popLast() {
      guard let node = flow[id], seen.insert(id).inserted else { continue }
      // Behind a comparison everything is checked, whatever way led to it.
      if compares(node) { continue }
      if let jump = node.kind as? Jump, let next = scope.flows.first(where: { $0.id == jump.flow }),
        next.nodes.contains(where: compares)
      {
        continue
      }
      if node.kind is Command, node.kind.commands.contains(where: namesCluster) {
        findings.append(
          Finding(self.id, node.position, "command '\(id)' of az needs a node before it that compares with 'apiServer'")
        )
      }
      open += flow.targets(of: node)
    }
    return findings
  }

  private static func compares(_ node: Node) -> Bool {
    node.edges.contains { $0.matcher?.facts.contains("apiServer") == true }
  }

  private static func namesCluster(_ command: CommandTemplate) -> Bool {
    command.words.starts(with: [Template("az"), Template("aks")])
  }
}

/// Classes and causes are those of the catalogue.
struct UnknownCause: LintRule {
  static let id = "unknown-cause"
  static let wants = "Classes and causes stand in the catalogue."

  static func check(_ flow: Flow, _ scope: LintScope) -> [Finding] {
    let classes = scope.catalogue.classes.map(\.id)
    let causes = scope.catalogue.causes.map(\.id)
    var findings: [Finding] = []
    func test(_ conclusion: Conclusion, _ position: Position) {
      if let value = conclusion.pullClass, !classes.contains(value) {
        findings.append(Finding(id, position, "unknown class '\(value)'\(NearestName.hint(value, among: classes))"))
      }
      for cause in conclusion.causes where !causes.contains(cause) {
        findings.append(Finding(id, position, "unknown cause '\(cause)'\(NearestName.hint(cause, among: causes))"))
      }
    }
    for node in flow.nodes {
      for edge in node.edges { test(edge.conclusion, edge.position) }
      if let leaf = node.kind as? Remediation { test(leaf.conclusion, node.position) }
    }
    return findings
  }
}

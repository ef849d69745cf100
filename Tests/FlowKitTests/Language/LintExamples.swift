import FlowKit
import TestSupport

/// A flow that a rule finds fault with at its marks, or not at all when there are none.
struct LintExample: Sendable, CustomStringConvertible {
  let rule: String
  let name: String
  let text: MarkedText

  init(_ rule: String, _ name: String, _ text: String) {
    self.rule = rule
    self.name = name
    self.text = MarkedText(text)
  }

  var isTriggering: Bool { !text.places.isEmpty }
  var description: String { "\(rule): \(name)" }
}

/// A question `a` with the options of some lines, and the leaf `end`.
private func question(_ options: String...) -> String {
  let lines = options.map { "    - \($0)\n" }.joined()
  return Flows.text("a:\n  kind: question\n  title: t\n  options:\n\(lines)" + Flows.leaf())
}

/// A decision `a` with the options of some lines, and the leaf `end`.
private func decide(_ options: String...) -> String {
  let lines = options.map { "    - \($0)\n" }.joined()
  return Flows.text("a:\n  kind: decide\n  title: t\n  options:\n\(lines)  else: end\n" + Flows.leaf())
}

private func note(_ id: String, go: String, text: String = "x") -> String {
  "\(id):\n  kind: note\n  title: t\n  text: \(text)\n  go: \(go)\n"
}

private func command(_ run: String, _ effect: String) -> String {
  Flows.text(
    "a:\n  kind: command\n  title: t\n  run: \(run)\n  effect: \(effect)\n  else: end\n  failed: end\n" + Flows.leaf())
}

/// A leaf whose list of commands holds one line.
private func shows(_ command: String) -> String {
  let leaf = Flows.leaf("a").split(separator: "\n", omittingEmptySubsequences: false)
  return Flows.text(
    leaf.map { $0.contains("kubectl get pods") ? "    - \(command)" : String($0) }.joined(separator: "\n"))
}

/// A leaf without one of its keys.
private func leaf(without key: String) -> String {
  var isGone = false
  let lines = Flows.leaf("a").split(separator: "\n", omittingEmptySubsequences: false).filter { line in
    if line.hasPrefix("  "), !line.hasPrefix("   ") { isGone = line.hasPrefix("  \(key):") }
    return !isGone
  }
  return Flows.text("⟦" + lines.joined(separator: "\n"))
}

/// A flow that goes back at once, with an end for those who start it by itself.
private func returning() -> String {
  Flows.text(note("a", go: "return") + Flows.leaf()).replacing("start: a", with: "alone: end\nstart: a")
}

/// At least two flows for each rule that it finds fault with, and two that it does not.
enum LintExamples {
  /// Flows that examples jump to.
  static let others: [Flow] = [
    Flows.text(id: "tiny", Flows.leaf("a")), Flows.text(id: "other", Flows.leaf("a")),
    returning().replacing("flow: tiny", with: "flow: returning"),
    Flows.text(
      id: "comparing",
      "a: {kind: decide, title: A, options: [{id: s, when: {fact: node, is: '{{apiServer}}'}, go: b}], else: b}\n"
        + Flows.leaf("b")),
    Flows.text(id: "back", "a: {kind: jump, title: A, flow: tiny}\n"),
  ].compactMap { FlowReader.read($0, file: "other.yaml").flow }

  static let all = graph + asking + facts + leaves + commands + causes

  private static let graph: [LintExample] = [
    LintExample("unknown-target", "a start that is no node", Flows.text(start: "⟦b", note("a", go: "a"))),
    LintExample("unknown-target", "a way to nowhere", question("{id: x, go: ⟦ende}", "{id: y, go: end}")),
    LintExample(
      "unknown-target", "a jump to an unknown flow",
      Flows.text("a:\n  kind: jump\n  title: t\n  flow: ⟦othr\n  return: end\n" + Flows.leaf())),
    LintExample(
      "unknown-target", "an unknown way after a failure",
      command("kubectl get pods", "read\n  denied: ⟦x")),
    LintExample("unknown-target", "ways to nodes", question("{id: x, go: end}", "{id: y, go: a}")),
    LintExample("unknown-target", "a way back to the flow that jumped here", Flows.text(note("a", go: "return"))),
    LintExample(
      "unknown-target", "an end for a flow that stands alone, which is no node",
      Flows.text(note("a", go: "return")).replacing("start: a", with: "alone: ⟦ende\nstart: a")),
    LintExample(
      "unknown-target", "a jump to a known flow",
      Flows.text("a:\n  kind: jump\n  title: t\n  flow: other\n  return: end\n" + Flows.leaf())),

    LintExample(
      "unreachable-node", "a node that nothing leads to", Flows.text(Flows.leaf("a") + "⟦" + Flows.leaf("b"))),
    LintExample(
      "unreachable-node", "a circle beside the way",
      Flows.text(Flows.leaf("a") + "⟦" + note("b", go: "c") + "⟦" + note("c", go: "b"))),
    LintExample("unreachable-node", "one node only", Flows.text(Flows.leaf("a"))),
    LintExample("unreachable-node", "a way through a failure", command("kubectl get pods", "read\n  denied: end")),

    LintExample("dead-end", "a node that leads to itself only", Flows.text("⟦" + note("a", go: "a"))),
    LintExample(
      "dead-end", "a circle of questions without a way out",
      Flows.text(
        "⟦a:\n  kind: question\n  title: t\n  options:\n    - {id: x, go: b}\n    - {id: y, go: a}\n⟦"
          + note("b", go: "a"))),
    LintExample("dead-end", "a circle with a way out", question("{id: x, go: a}", "{id: y, go: end}")),
    LintExample("dead-end", "a way back for a flow that nobody jumped to", returning()),
    LintExample(
      "dead-end", "a way back without one",
      returning().replacing("alone: end", with: "").replacing("start: a", with: "start: ⟦a")),
    LintExample(
      "dead-end", "a jump that does not say where it comes back to",
      Flows.text("⟦a:\n  kind: jump\n  title: t\n  flow: returning\n")),
    LintExample(
      "dead-end", "a jump to a flow that never comes back", Flows.text("a:\n  kind: jump\n  title: t\n  flow: other\n")),

    LintExample(
      "cycle-without-progress", "two notes that lead to each other",
      Flows.text("⟦" + note("a", go: "b") + "⟦" + note("b", go: "a"))),
    LintExample(
      "cycle-without-progress", "a decision that leads to itself",
      Flows.text(
        "⟦a:\n  kind: decide\n  title: t\n  options:\n    - {id: x, when: {exit: 0}, go: end}\n  else: a\n"
          + Flows.leaf())),
    LintExample(
      "cycle-without-progress", "flows that jump in a circle",
      Flows.text("a:\n  kind: jump\n  title: t\n  flow: ⟦back\n")),
    LintExample(
      "cycle-without-progress", "a jump that leads on", Flows.text("a:\n  kind: jump\n  title: t\n  flow: comparing\n")),
    LintExample(
      "cycle-without-progress", "an input that asks nobody any more",
      Flows.text(
        "⟦a:\n  kind: input\n  title: t\n  fact: f\n  go: b\n  skip: end\n⟦" + note("b", go: "a") + Flows.leaf())),
    LintExample(
      "cycle-without-progress", "a circle in which a question stands", question("{id: x, go: a}", "{id: y, go: end}")),
    LintExample(
      "cycle-without-progress", "a circle in which a command stands",
      Flows.text(
        "a:\n  kind: command\n  title: t\n  run: kubectl get pods\n  effect: read\n  else: b\n  failed: b\n"
          + note("b", go: "a"))),
  ]

  private static let asking: [LintExample] = [
    LintExample(
      "missing-outcome", "a question with one option",
      Flows.text("⟦a:\n  kind: question\n  title: t\n  options:\n    - {id: x, go: end}\n" + Flows.leaf())),
    LintExample(
      "missing-outcome", "a question that only evidence can answer",
      Flows.text(
        "⟦a:\n  kind: question\n  title: t\n  options:\n    - {id: x, when: {exit: 0}, go: end}\n"
          + "    - {id: y, when: {exit: 1}, go: end}\n" + Flows.leaf())),
    LintExample("missing-outcome", "a rule that always holds", decide("⟦{id: x, go: end}")),
    LintExample(
      "missing-outcome", "a question for everybody", question("{id: x, when: {exit: 0}, go: a}", "{id: y, go: end}")),
    LintExample("missing-outcome", "a rule with a condition", decide("{id: x, when: {exit: 0}, go: end}")),

    LintExample("duplicate-edge", "an option's id twice", question("{id: x, go: end}", "⟦{id: x, go: a}")),
    LintExample(
      "duplicate-edge", "an outcome with the id of a failure",
      command("kubectl get pods", "read\n  denied: ⟦end\n  outcomes:\n    - {id: denied, when: {exit: 0}, go: end}")),
    LintExample("duplicate-edge", "ids that differ", question("{id: x, go: end}", "{id: y, go: end}")),
    LintExample(
      "duplicate-edge", "the same id in two nodes",
      Flows.text(note("a", go: "b") + note("b", go: "end") + Flows.leaf())),
  ]

  private static let facts: [LintExample] = [
    LintExample(
      "unknown-fact", "a misspelt fact",
      question("⟦{id: x, when: {fact: pull.clas, is: dns}, go: end}", "{id: y, go: end}")),
    LintExample(
      "unknown-fact", "a misspelt fact deep inside",
      decide("⟦{id: x, when: {all: [{none: [{any: [{fact: pdo, present: true}]}]}]}, go: end}")),
    LintExample(
      "unknown-fact", "a misspelt fact to compare with",
      decide("⟦{id: x, when: {fact: pod, is: 'a-{{nod}}'}, go: end}")),
    LintExample(
      "unknown-fact", "a misspelt address to cover",
      decide("⟦{id: x, when: {fact: pod, covers: clientIp}, go: end}")),
    LintExample("unknown-fact", "a fact of the evidence", decide("{id: x, when: {fact: pod, is: x}, go: end}")),
    LintExample(
      "unknown-fact", "a fact that another node captures",
      decide("{id: x, when: {fact: c, is: x}, go: end}", "{id: y, when: {matches: '(?<c>x)'}, go: a}")),

    LintExample(
      "unresolved-placeholder", "a placeholder that nothing gives",
      Flows.text("⟦" + note("a", go: "end", text: "'{{pood}}'") + Flows.leaf())),
    LintExample(
      "unresolved-placeholder", "a placeholder of a command that nothing gives",
      command("⟦kubectl get pod '{{pood}}'", "read")),
    LintExample(
      "unresolved-placeholder", "a capture on one way of two",
      Flows.text(
        "a:\n  kind: decide\n  title: t\n  options:\n    - {id: x, when: {matches: '(?<c>x)'}, go: b}\n  else: b\n⟦"
          + note("b", go: "end", text: "'{{c}}'") + Flows.leaf())),
    LintExample(
      "unresolved-placeholder", "a value that can be skipped",
      Flows.text(
        "a:\n  kind: input\n  title: t\n  fact: f\n  go: b\n  skip: b\n⟦" + note("b", go: "end", text: "'{{f}}'")
          + Flows.leaf())),
    LintExample(
      "unresolved-placeholder", "a fact of a command's output, which may be absent",
      Flows.text(
        "a:\n  kind: command\n  title: t\n  run: kubectl get pods -o json\n  effect: read\n  facts: {f: a.b}\n"
          + "  else: b\n  failed: b\n⟦" + note("b", go: "end", text: "'{{f}}'") + Flows.leaf())),
    LintExample(
      "unresolved-placeholder", "a fact that every way sets",
      Flows.text(
        "a:\n  kind: decide\n  title: t\n  options:\n    - {id: x, when: {exit: 0}, set: {f: v}, go: b}\n"
          + "  else: {set: {f: w}, go: b}\n" + note("b", go: "end", text: "'{{f}}'") + Flows.leaf())),
    LintExample(
      "unresolved-placeholder", "a capture on every way",
      Flows.text(
        "a:\n  kind: decide\n  title: t\n  options:\n    - {id: x, when: {matches: '(?<c>x)'}, go: b}\n  else: end\n"
          + note("b", go: "end", text: "'{{c}}'") + Flows.leaf())),
    LintExample(
      "unresolved-placeholder", "facts of the evidence and of inputs",
      Flows.head("tiny") + "inputs:\n  - {fact: cluster, title: C}\nnodes:\n"
        + Flows.indented(note("a", go: "end", text: "'{{cluster}} {{pod}}'") + Flows.leaf())),
  ]

  private static let leaves: [LintExample] =
    ["why", "changes", "commands", "rights", "takes", "verify", "undo", "avoid", "source"].map {
      LintExample("incomplete-remediation", "no \($0)", leaf(without: $0))
    } + [
      LintExample(
        "incomplete-remediation", "a text that says nothing",
        Flows.text("⟦" + Flows.leaf("a").replacing("why: because", with: "why: ''"))),
      LintExample(
        "incomplete-remediation", "an escalation to nobody",
        Flows.text(
          "⟦a:\n  kind: remediation\n  title: t\n  verdict: escalate\n  why: w\n  source: [{url: u, seen: s}]\n")),
      LintExample(
        "incomplete-remediation", "another failure without a way on",
        Flows.text("⟦a:\n  kind: remediation\n  title: t\n  verdict: not-image-pull\n  why: w\n")),
      LintExample("incomplete-remediation", "a complete leaf", Flows.text(Flows.leaf("a"))),
      LintExample(
        "incomplete-remediation", "a complete escalation",
        Flows.text(
          "a:\n  kind: remediation\n  title: t\n  verdict: escalate\n  why: w\n  escalate: {to: them, attach: [this]}\n"
            + "  source: [{url: u, seen: s}]\n")),
      LintExample(
        "incomplete-remediation", "another failure with a command",
        Flows.text(
          "a:\n  kind: remediation\n  title: t\n  verdict: not-image-pull\n  why: w\n"
            + "  commands: [{run: kubectl get pods, effect: read}]\n")),
    ]

  private static let commands: [LintExample] = [
    LintExample("command-policy", "a change that would run", command("⟦kubectl delete pod x", "change")),
    LintExample("command-policy", "a change called a read", command("⟦kubectl delete pod x", "read")),
    LintExample("command-policy", "an unknown program that would run", command("⟦helm list", "read")),
    LintExample(
      "command-policy", "a change shown as a read",
      shows("{run: ⟦az aks update -g g -n c --attach-acr r, effect: read}")),
    LintExample("command-policy", "an unknown command shown as a read", shows("{run: ⟦helm list, effect: read}")),
    LintExample(
      "command-policy", "a secret shown as a read", shows("{run: ⟦kubectl get secret s -o yaml, effect: read}")),
    LintExample("command-policy", "a read that runs", command("kubectl get pods", "read")),
    LintExample("command-policy", "a read called a probe", command("kubectl get pods", "probe")),
    LintExample("command-policy", "a change that is shown", shows("{run: kubectl delete pod x, effect: change}")),
    LintExample(
      "command-policy", "an unknown command shown as a change", shows("{run: helm rollback, effect: change}")),
    LintExample(
      "command-policy", "a change in PowerShell", shows("{run: Set-AzAksCluster, shell: powershell, effect: change}")),
  ]

  private static let causes: [LintExample] = [
    LintExample(
      "unsaid-effect", "a probe without words", command("kubectl get pods", "probe").replacing("  a:", with: "  ⟦a:")),
    LintExample(
      "unsaid-effect", "a secret that is read without words",
      command("kubectl get secret s -o yaml", "reads-secret").replacing("  a:", with: "  ⟦a:")),
    LintExample("unsaid-effect", "a plain read", command("kubectl get pods", "read")),
    LintExample("unsaid-effect", "a probe with words", command("kubectl get pods", "probe\n  touches: nothing")),
    LintExample(
      "unsaid-effect", "a secret that is only shown", shows("{run: kubectl get secret s -o yaml, effect: reads-secret}")
    ),

    LintExample(
      "unchecked-cluster", "az aks without a comparison",
      command("az aks show -g g -n n -o json", "read").replacing("  a:", with: "  ⟦a:")),
    LintExample(
      "unchecked-cluster", "one way around the comparison",
      Flows.text(
        """
        a: {kind: question, title: A?, options: [{id: x, label: X, go: check}, {id: y, label: Y, go: show}]}
        check: {kind: decide, title: C, options: [{id: s, when: {fact: node, is: '{{apiServer}}'}, go: show}], else: end}
        ⟦show: {kind: command, title: S, run: az aks show -g g -n n -o json, effect: read, else: end, failed: end}

        """ + Flows.leaf())),
    LintExample(
      "unchecked-cluster", "the command that compares itself",
      Flows.text(
        """
        a:
          kind: command
          title: A
          run: az aks show -g g -n n -o json
          effect: read
          outcomes: [{id: s, when: {json: fqdn, is: '{{apiServer}}'}, go: b}]
          else: end
          failed: end
        b: {kind: command, title: B, run: az aks nodepool list -g g --cluster-name n -o json, effect: read, else: end, failed: end}

        """ + Flows.leaf())),
    LintExample("unchecked-cluster", "no az at all", command("kubectl get pods", "read")),
    LintExample("unchecked-cluster", "az that names no cluster", command("az acr show -n r -o json", "read")),
    LintExample(
      "unchecked-cluster", "behind a flow that compares",
      Flows.text(
        """
        a: {kind: jump, title: A, flow: comparing, return: b}
        b: {kind: command, title: B, run: az aks nodepool list -g g --cluster-name n -o json, effect: read, else: end, failed: end}

        """ + Flows.leaf())),
    LintExample(
      "unchecked-cluster", "behind a flow that does not compare",
      Flows.text(
        """
        a: {kind: jump, title: A, flow: returning, return: b}
        ⟦b: {kind: command, title: B, run: az aks nodepool list -g g --cluster-name n -o json, effect: read, else: end, failed: end}

        """ + Flows.leaf())),

    LintExample(
      "unsaid-proof", "a command without a word about it",
      command("kubectl get pods", "read").replacing("  a:", with: "  ⟦a:")),
    LintExample(
      "unsaid-proof", "only what it proves",
      command("kubectl get pods", "read\n  proves: p").replacing("  a:", with: "  ⟦a:")),
    LintExample(
      "unsaid-proof", "both", command("kubectl get pods", "read\n  proves: p\n  does-not-prove: d")),
    LintExample("unsaid-proof", "a command that is only shown", shows("{run: kubectl get pods, effect: read}")),

    LintExample(
      "long-text", "a title that fills more than a line",
      Flows.text(
        "⟦" + note("a", go: "end").replacing("title: t", with: "title: \(String(repeating: "long ", count: 17))x")
          + Flows.leaf())),
    LintExample(
      "long-text", "a help of five lines",
      Flows.text(
        "⟦"
          + note("a", go: "end").replacing(
            "title: t", with: "title: t\n  help: \(String(repeating: "long ", count: 65))") + Flows.leaf())),
    LintExample(
      "long-text", "a help of four lines",
      Flows.text(
        note("a", go: "end").replacing("title: t", with: "title: t\n  help: \(String(repeating: "long ", count: 63))")
          + Flows.leaf())),
    LintExample(
      "long-text", "a title that is long only by a placeholder",
      Flows.text(
        note("a", go: "end").replacing(
          "title: t", with: "title: '\(String(repeating: "t", count: 78)) {{waiting.message}}'") + Flows.leaf())),

    LintExample(
      "unknown-cause", "a misspelt class", question("⟦{id: x, class: not-fuond, go: end}", "{id: y, go: end}")),
    LintExample(
      "unknown-cause", "a misspelt cause among others",
      question("⟦{id: x, causes: [typo, tag-absnt], go: end}", "{id: y, go: end}")),
    LintExample("unknown-cause", "a leaf's cause", Flows.text("⟦" + Flows.leaf("a", extra: "cause: tpyo"))),
    LintExample(
      "unknown-cause", "a class after nothing matched",
      Flows.text("a:\n  kind: decide\n  title: t\n  options: []\n  else: ⟦{go: end, class: x}\n" + Flows.leaf())),
    LintExample(
      "unknown-cause", "known ones", question("{id: x, class: dns, causes: [typo], go: end}", "{id: y, go: end}")),
    LintExample("unknown-cause", "a leaf with a known cause", Flows.text(Flows.leaf("a", extra: "cause: typo"))),
  ]
}

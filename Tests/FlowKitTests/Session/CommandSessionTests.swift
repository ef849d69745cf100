import FlowKit
import TestSupport
import Testing

private let failures = ["denied", "not-logged-in", "not-found", "absent", "timed-out", "unreadable", "skipped"]

/// A command with an own way on for every outcome.
private let detailed = Flows.text(
  """
  a:
    kind: command
    title: What does the node run on?
    run: kubectl get node {{node}} -o json
    effect: read
    timeout: 1m
    proves: the platform of {{node}}
    does-not-prove: that it works
    outcomes:
      - {id: arm, when: {json: arch, matches: '^(?<arch>arm.*)$'}, cause: typo, go: matched}
      - {id: two, when: {exit: [2, 3]}, go: failed}
    else: {label: no idea, go: other}
    failed: other
  \(failures.map { "  \($0): on-\($0)" }.joined(separator: "\n"))

  """ + (["matched", "failed", "other"] + failures.map { "on-" + $0 }).map { Flows.leaf($0) }.joined())

/// A command that can be reached again.
private let round = Flows.text(
  """
  a:
    kind: command
    title: Look
    run: kubectl get pods
    effect: read
    outcomes:
      - {id: good, when: {contains: good}, go: end}
    else: again
    failed: again
  again:
    kind: question
    title: Again?
    options:
      - {id: again, label: Again, go: a}
      - {id: enough, label: Enough, go: end}

  """ + Flows.leaf())

/// I6: every outcome of a command has a way on.
struct CommandSessionTests {
  private let empty = [String]()

  private func run(_ session: Session) throws -> Step.Run {
    guard case .run(let run)? = session.step else { throw Lost(at: session) }
    return run
  }

  @Test func `a command is offered with its values, its class and what it proves`() throws {
    var walk = TwoWays(try Flows.session(detailed))
    #expect(try run(walk.live).arguments == nil)
    #expect(try run(walk.live).line == "kubectl get node '<node>' -o json")
    walk.apply(.fact(Event.FactRecord(name: "node", value: "aks 1")))
    let step = try run(walk.live)
    #expect(step.arguments == ["kubectl", "get", "node", "aks 1", "-o", "json"])
    #expect(step.line == "kubectl get node 'aks 1' -o json")
    #expect(step.effect == .read && step.timeout == 60)
    #expect(step.proves == "the platform of aks 1" && step.doesNotProve == "that it works")
    #expect(walk.live.automatic == nil)
    #expect(walk.differences == empty)
  }

  @Test(
    arguments: [
      (Outcome.ran, 0, "{\"arch\": \"arm64\"}", "arm", "matched"), (.ran, 2, "{}", "two", "failed"),
      (.ran, 0, "{}", "else", "other"), (.ran, 0, "no JSON", "unreadable", "on-unreadable"),
      (.ran, 1, "", "unreadable", "on-unreadable"),
      (.denied, 1, "", "denied", "on-denied"), (.notLoggedIn, 1, "", "not-logged-in", "on-not-logged-in"),
      (.notFound, 1, "", "not-found", "on-not-found"), (.absent, nil, "", "absent", "on-absent"),
      (.timedOut, nil, "", "timed-out", "on-timed-out"), (.unreadable, 0, "", "unreadable", "on-unreadable"),
      (.skipped, nil, "", "skipped", "on-skipped"), (.refused, nil, "", "failed", "other"),
      (.unreachable, nil, "", "failed", "other"),
    ] as [(Outcome, Int?, String, String, String)])
  func `each outcome takes its own edge`(
    _ outcome: Outcome, _ exit: Int?, _ output: String, _ edge: String, _ leaf: String
  ) throws {
    var walk = TwoWays(try Flows.session(detailed))
    walk.ran(outcome, exit: exit, output: output.isEmpty ? nil : output)
    #expect(walk.live.nodeID == leaf)
    #expect(walk.live.visits.map(\.edge.id) == [edge])
    #expect(walk.live.visits.map(\.answer.by) == [.command])
    #expect(walk.live.commands.map(\.outcome) == [outcome])
    #expect(walk.differences == empty)
  }

  @Test(arguments: Outcome.allCases)
  func `an outcome without an own edge goes the way of the rest`(_ outcome: Outcome) throws {
    var walk = TwoWays(try Flows.session(round))
    walk.ran(outcome, exit: 1, output: "bad")
    #expect(walk.live.nodeID == "again")
    #expect(walk.differences == empty)
  }

  @Test func `the output is evidence, and what it captured is a fact with its place`() throws {
    var walk = TwoWays(try Flows.session(detailed))
    walk.ran(.ran, exit: 0, output: "{\n \"arch\": \"arm64\"}")
    #expect(walk.live.documents.map(\.id) == ["command-1"])
    #expect(walk.live.documents.first?.provenance.exit == 0)
    #expect(walk.live.facts["arch"]?.value == "arm64")
    #expect(walk.live.facts["arch"]?.span?.line == 2)
    #expect(walk.live.facts["arch"]?.span?.document == "command-1")
    #expect(walk.live.conclusion.causes == ["typo"])
    #expect(walk.differences == empty)
  }

  @Test func `a failed command's output matches no outcome`() throws {
    var walk = TwoWays(try Flows.session(round))
    walk.ran(.timedOut, output: "good")
    #expect(walk.live.nodeID == "again")
  }

  @Test func `a command that is reached again runs again, and the newest output counts`() throws {
    var walk = TwoWays(try Flows.session(round))
    walk.ran(.ran, exit: 0, output: "bad")
    #expect(walk.live.nodeID == "again")
    walk.choose("again")
    #expect(walk.live.nodeID == "a")
    #expect(walk.live.automatic == nil)
    walk.ran(.ran, exit: 0, output: "good")
    #expect(walk.live.nodeID == "end")
    #expect(walk.live.visits.map(\.edge.id) == ["else", "again", "good"])
    #expect(walk.differences == empty)
  }

  @Test func `back to a command offers it again, without its last result`() throws {
    var walk = TwoWays(try Flows.session(round))
    walk.ran(.ran, exit: 0, output: "bad")
    walk.choose("again")
    walk.ran(.ran, exit: 0, output: "good")
    walk.back()
    #expect(walk.live.nodeID == "a")
    #expect(walk.live.commands.count == 1)
    #expect(walk.live.automatic == nil)
    walk.ran(.skipped)
    #expect(walk.live.nodeID == "again")
    walk.back()
    walk.back()
    #expect(walk.live.nodeID == "again")
    walk.back()
    #expect(walk.live.nodeID == "a" && walk.live.commands.isEmpty && walk.live.visits.isEmpty)
    #expect(walk.differences == empty)
  }

  @Test func `a walk without an operator skips commands and comes to rest even in a circle`() throws {
    let circle = Flows.text(
      """
      a:
        kind: command
        title: Look
        run: kubectl get pods
        effect: read
        else: b
        failed: b
      b:
        kind: decide
        title: Enough?
        options:
          - {id: enough, when: {contains: enough}, go: end}
        else: a

      """ + Flows.leaf())
    let diagnosis = Diagnosis(try Flows.session(circle))
    #expect(diagnosis.leaf == nil)
    var start = try Flows.session(round)
    #expect(Diagnosis(start).verdict == .unknown)
    start.apply(.fact(Event.FactRecord(name: "pull.class", value: "dns")))
    let enough = Diagnosis(start)
    #expect(enough.session.nodeID == "again")
    #expect(enough.session.commands.map(\.outcome) == [.skipped])
    #expect(enough.verdict == .needsInput)
  }
}

/// Walks that lead from flow to flow.
struct JumpTests {
  private let empty = [String]()
  private let main = Flows.text(
    id: "main",
    """
    a:
      kind: question
      title: Where?
      options:
        - {id: there, label: There, go: leap}
        - {id: here, label: Here, go: end}
    leap:
      kind: jump
      title: To the other flow
      flow: other
      return: c
    c:
      kind: note
      title: Home again with {{seen}}
      text: x
      go: end

    """ + Flows.leaf())
  private let other = Flows.text(
    start: "q", id: "other",
    """
    q:
      kind: question
      title: What is seen?
      options:
        - {id: x, label: X, when: {matches: '(?<seen>x+)'}, go: return}
        - {id: y, label: Y, go: a}
        - {id: z, label: Z, go: last}
    a:
      kind: question
      title: Really?
      options:
        - {id: yes, label: Yes, go: return}
        - {id: no, label: No, go: q}

    """ + Flows.leaf("last"))

  private func start() throws -> TwoWays { TwoWays(try Flows.session(main, other)) }

  @Test func `a jump goes on in the other flow and comes home with its facts`() throws {
    var walk = try start()
    walk.take(Document(id: "e", title: "e", provenance: Provenance(.paste, source: "s"), text: "xxx"))
    walk.choose("there")
    #expect(walk.live.flow.id == "other" && walk.live.nodeID == "q")
    walk.choose("x")
    #expect(walk.live.flow.id == "main" && walk.live.title == "Home again with xxx")
    #expect(
      walk.live.visits.map { "\($0.flow)/\($0.node.id)/\($0.edge.id)" } == [
        "main/a/there", "main/leap/jump", "other/q/x",
      ])
    #expect(walk.live.visits[1].edge.label == "Flow other")
    #expect(walk.differences == empty)
  }

  @Test func `a leaf of the other flow ends the walk there`() throws {
    var walk = try start()
    walk.choose("there")
    walk.choose("z")
    guard case .finish(let leaf)? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(leaf.id == "last" && walk.live.flow.id == "other")
    #expect(walk.differences == empty)
  }

  @Test func `back crosses the border between flows`() throws {
    var walk = try start()
    walk.choose("there")
    walk.back()
    #expect(walk.live.flow.id == "main" && walk.live.nodeID == "a")
    walk.choose("here")
    #expect(walk.live.nodeID == "end")
    #expect(walk.differences == empty)
  }

  @Test func `back within the other flow keeps the way home`() throws {
    var walk = try start()
    walk.choose("there")
    walk.choose("y")
    walk.back()
    #expect(walk.live.flow.id == "other" && walk.live.nodeID == "q")
    walk.choose("y")
    walk.choose("yes")
    #expect(walk.live.flow.id == "main" && walk.live.nodeID == "c")
    walk.back()
    #expect(walk.live.flow.id == "other" && walk.live.nodeID == "a")
    walk.choose("yes")
    #expect(walk.live.flow.id == "main" && walk.live.nodeID == "c")
    #expect(walk.differences == empty)
  }

  @Test func `a jump to a flow that is not there leads nowhere and is refused`() throws {
    var walk = TwoWays(try Flows.session(main))
    walk.choose("there")
    #expect(walk.live.nodeID == "leap")
    // Nothing goes on by itself, so that nobody goes round and round; the flow is named instead.
    #expect(walk.live.automatic == nil && walk.live.absentFlow == "other")
    let isTaken = walk.apply(.answered(Answer(node: "leap", edge: "jump", by: .rule)))
    #expect(!isTaken)
  }
}

import FlowKit
import TestSupport
import Testing

private let text = Flows.text(
  """
  a:
    kind: input
    title: Which host?
    fact: host
    go: kind
    skip: size
  kind:
    kind: decide
    title: Which kind of host?
    options:
      - {id: ours, label: ours, when: {fact: host, matches: '^(?<short>[a-z]+)[.]example$'}, go: size}
    else: {label: another, go: far}
  size:
    kind: question
    title: How big?
    options:
      - {id: small, label: Small, go: nodes}
      - {id: large, label: Large, go: nodes}
  nodes:
    kind: command
    title: Which nodes?
    run: kubectl get nodes
    effect: read
    outcomes:
      - {id: some, label: some, when: {matches: '(?<first>node-[0-9]+)'}, go: first}
    else: {label: none, go: sure}
    failed: {label: could not find out, go: sure}
  first:
    kind: question
    title: Is {{first}} of {{short}} full?
    options:
      - {id: yes, label: Full, go: sure}
      - {id: no, label: Not full, go: sure}
  sure:
    kind: note
    title: So it is
    text: Done.
    go: end
  far:
    kind: question
    title: How far?
    options:
      - {id: near, label: Near, go: size}
      - {id: off, label: Far off, go: end}

  """ + Flows.leaf())

/// Going back any number of steps, answering anew, and correcting what is known.
struct KeepingTests {
  private func walked() throws -> TwoWays {
    var walk = TwoWays(try Flows.session(text))
    walk.enter("web.example")
    walk.choose("small")
    walk.ran(.ran, exit: 0, output: "node-1 Ready\n")
    walk.choose("yes")
    return walk
  }

  private func path(_ walk: TwoWays) -> [String] { walk.live.visits.map { "\($0.node.id)/\($0.edge.id)" } }

  @Test func `an answer that is changed keeps the later ones, command output included`() throws {
    var walk = try walked()
    #expect(path(walk) == ["a/go", "kind/ours", "size/small", "nodes/some", "first/yes"])
    walk.apply(.back(Event.Back(to: 2, keeps: true)))
    #expect(walk.live.nodeID == "size" && walk.live.kept.count == 2)
    // What a command printed on a way that was left is no evidence.
    #expect(walk.live.documents.isEmpty && walk.live.facts["first"] == nil)
    walk.choose("large")
    #expect(path(walk) == ["a/go", "kind/ours", "size/large", "nodes/some", "first/yes"])
    #expect(walk.live.visits.map { $0.answer.kept == true } == [false, false, false, false, true])
    #expect(walk.live.commands.map(\.kept) == [true] && walk.live.commandCount == 1)
    #expect(walk.live.documents.map(\.id) == ["command-1"] && walk.live.kept.isEmpty && walk.live.stale == nil)
    #expect(walk.differences == [String]())
  }

  @Test func `answers that do not hold are asked for again, and the first of them is named`() throws {
    var walk = try walked()
    walk.apply(.back(Event.Back(to: 0, keeps: true)))
    walk.enter("db.example")
    // The question names the host, so an answer about the other one says nothing.
    #expect(walk.live.nodeID == "first" && walk.live.title == "Is node-1 of db full?")
    #expect(walk.live.stale?.visit.title == "Is node-1 of web full?")
    #expect(walk.live.stale?.reason == "the question reads differently now")
    walk.choose("no")
    #expect(walk.live.nodeID == "sure" && walk.live.stale == nil)
    #expect(walk.differences == [String]())
  }

  @Test func `a way that does not come by there leaves the rest waiting, and it holds when the ways meet`() throws {
    var walk = try walked()
    walk.apply(.back(Event.Back(to: 0, keeps: true)))
    walk.enter("elsewhere")
    #expect(walk.live.nodeID == "far" && walk.live.stale == nil && walk.live.waiting == 3)
    walk.choose("near")
    #expect(path(walk).suffix(3) == ["far/near", "size/small", "nodes/some"])
    #expect(walk.differences == [String]())
  }

  @Test func `back without keeping lets nothing be taken again, but shows what was answered before`() throws {
    var walk = try walked()
    walk.apply(.back(Event.Back(to: 2)))
    #expect(walk.live.earlierAnswer == "small" && walk.live.kept.isEmpty)
    walk.choose("large")
    guard case .run? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(walk.live.automatic == nil && walk.differences == [String]())
  }

  @Test(arguments: [-1, 5, 99])
  func `a step that is not there is no way back`(_ step: Int) throws {
    var walk = try walked()
    let before = path(walk)
    let isTaken = walk.apply(.back(Event.Back(to: step, keeps: true)))
    #expect(!isTaken)
    #expect(path(walk) == before && walk.differences == [String]())
  }

  @Test func `a newer look at the same evidence ends the keeping`() throws {
    var walk = try walked()
    let look = Document(id: "describe", title: "x", provenance: Provenance(.paste, source: "x"), text: "a\n")
    walk.take(look)
    walk.apply(.back(Event.Back(to: 2, keeps: true)))
    #expect(!walk.live.kept.isEmpty)
    walk.take(look)
    #expect(walk.live.kept.isEmpty && walk.differences == [String]())
  }

  @Test func `a corrected fact takes the walk back to the first rule that it changes`() throws {
    var walk = TwoWays(try Flows.session(text))
    walk.apply(.fact(Event.FactRecord(name: "host", value: "web.example")))
    walk.settle()
    #expect(path(walk) == ["a/go", "kind/ours"])
    walk.choose("small")
    walk.ran(.ran, exit: 0, output: "node-1\n")
    walk.apply(.fact(Event.FactRecord(name: "host", value: "db.example")))
    walk.settle()
    #expect(path(walk) == ["a/go", "kind/ours", "size/small", "nodes/some"])
    #expect(walk.live.facts["short"]?.value == "db" && walk.live.title == "Is node-1 of db full?")
    walk.apply(.fact(Event.FactRecord(name: "host", value: "elsewhere")))
    walk.settle()
    #expect(walk.live.nodeID == "far")
    #expect(walk.differences == [String]())
  }

  @Test func `a value that nobody knew changes no decision, and a correction can be taken back`() throws {
    var walk = try walked()
    let before = path(walk)
    walk.apply(.fact(Event.FactRecord(name: "cluster", value: "a")))
    walk.settle()
    #expect(path(walk) == before && walk.live.facts["cluster"]?.origin == .operatorEntry)
    walk.apply(.fact(Event.FactRecord(name: "cluster", value: nil)))
    walk.settle()
    #expect(path(walk) == before && walk.live.facts["cluster"] == nil)
    #expect(walk.differences == [String]())
  }

  @Test func `a correction says what it corrects, and the evidence is still known`() throws {
    var walk = TwoWays(try ShippedFlow.session())
    walk.take(try ShippedFlow.document("2-wrong-tag"))
    let event = walk.live.complete(.fact(Event.FactRecord(name: "namespace", value: "shop")))
    #expect(event == .fact(Event.FactRecord(name: "namespace", value: "shop", was: "store")))
    walk.apply(event)
    #expect(walk.live.facts["namespace"]?.value == "shop")
    #expect(walk.live.evidenceFact("namespace")?.value == "store")
    #expect(walk.differences == [String]())
  }

  @Test func `any order of answers, ways back and corrections is the same when it is read again`() throws {
    for seed in 1...30 {
      var chance = Chance(seed: UInt64(seed))
      var walk = TwoWays(try Flows.session(text))
      for _ in 0..<25 { act(&walk, &chance) }
      #expect(walk.differences == [String](), "seed \(seed)")
    }
  }

  private func act(_ walk: inout TwoWays, _ chance: inout Chance) {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0:
      let back = Event.Back(to: Int.random(in: 0..<6, using: &chance), keeps: Bool.random(using: &chance))
      walk.apply(.back(back))
    case 1:
      let value = ["web.example", "db.example", "far", nil].randomElement(using: &chance) ?? nil
      walk.apply(.fact(Event.FactRecord(name: "host", value: value)))
    case 2: walk.back()
    default:
      switch walk.live.step {
      case .ask(let ask): walk.choose(ask.choices.randomElement(using: &chance)?.id ?? "")
      case .enter: walk.enter(["web.example", "x", nil].randomElement(using: &chance) ?? nil)
      case .run: walk.ran(.ran, exit: 0, output: "node-\(Int.random(in: 1..<4, using: &chance))\n")
      case .show: walk.choose("go")
      case .go, .finish, nil: break
      }
    }
    walk.settle()
  }
}

/// What a correction by hand must outlive.
struct CorrectionTests {
  private func walked() throws -> TwoWays {
    var walk = TwoWays(try Flows.session(text))
    walk.enter("web.example")
    walk.choose("small")
    walk.ran(.ran, exit: 0, output: "node-1 Ready\n")
    return walk
  }

  @Test func `what was corrected by hand stays when answers are taken again`() throws {
    var walk = try walked()
    walk.apply(.fact(Event.FactRecord(name: "first", value: "node-9")))
    walk.settle()
    #expect(walk.live.title == "Is node-9 of web full?")
    walk.apply(.back(Event.Back(to: 2, keeps: true)))
    walk.choose("large")
    #expect(walk.live.visits.map(\.node.id).contains("nodes"))
    #expect(walk.live.facts["first"]?.value == "node-9" && walk.live.title == "Is node-9 of web full?")
    walk.apply(.fact(Event.FactRecord(name: "first", value: nil)))
    walk.apply(.back(Event.Back(to: 2, keeps: true)))
    walk.choose("small")
    #expect(walk.live.facts["first"]?.value == "node-1")
    #expect(walk.differences == [String]())
  }

  @Test func `a correction takes effect although the session was cut off right after it`() throws {
    var walk = try walked()
    walk.apply(.fact(Event.FactRecord(name: "host", value: "elsewhere")))
    walk.apply(.resumed)
    walk.settle()
    #expect(walk.live.nodeID == "a" || walk.live.nodeID == "far")
    #expect(walk.live.facts["host"]?.value == "elsewhere" || walk.live.facts["host"] == nil)
    #expect(!walk.live.visits.contains { $0.node.id == "kind" && $0.edge.id == "ours" })
    #expect(walk.differences == [String]())
  }

  @Test func `what Fairway read of the cluster is no correction of anybody`() throws {
    var walk = try walked()
    walk.apply(.fact(Event.FactRecord(name: "apiServer", value: "a.example", read: true)))
    #expect(walk.live.facts["apiServer"]?.origin == .cluster)
    walk.back()
    #expect(walk.live.facts["apiServer"]?.value == "a.example" && walk.differences == [String]())
  }
}

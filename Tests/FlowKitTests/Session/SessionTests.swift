import FlowKit
import TestSupport
import Testing

private let walk = Flows.text(
  """
  a:
    kind: question
    title: Is {{pod}} there?
    options:
      - {id: yes, label: Yes, when: {contains: it is there}, class: dns, go: b}
      - {id: also, label: Also, when: {contains: there}, go: b}
      - {id: cannot-tell, label: I cannot tell, go: b}
  b:
    kind: decide
    title: Which one?
    options:
      - {id: one, when: {matches: 'number (?<number>[0-9]+)'}, causes: [typo, tag-absent], go: c}
    else: {label: none, go: c}
  c:
    kind: input
    title: Which tag?
    fact: tag2
    pattern: '^[a-z]+$'
    hint: look at {{pod}}
    go: d
    skip: e
  d:
    kind: note
    title: Tag {{tag2}}
    text: You said {{tag2}}.
    go: end
  e:
    kind: question
    title: Sure?
    options:
      - {id: yes, go: end, cause: typo}
      - {id: no, go: c}

  """ + Flows.leaf())

private func document(_ text: String) -> Document {
  Document(id: "paste", title: "paste", provenance: Provenance(.paste, source: "test"), text: text)
}

/// I7 and I3: a session is the fold of its events; every test walks live and replayed.
struct SessionTests {
  private let empty = [String]()

  private func start() throws -> TwoWays { TwoWays(try Flows.session(walk)) }

  @Test func `a session begins at the start of its flow`() throws {
    let session = try Flows.session(walk)
    #expect(session.nodeID == "a")
    #expect(session.title == "Is <pod> there?")
    #expect(session.automatic == nil)
    #expect(!session.canGoBack)
    #expect(session.conclusion == Conclusion())
  }

  @Test func `options that evidence backs are offered with their place, the first one is suggested`() throws {
    var walk = try start()
    walk.take(document("first\nwell, it is there"))
    guard case .ask(let ask)? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(ask.choices.map(\.id) == ["yes", "also", "cannot-tell"])
    #expect(ask.choices.map { $0.match?.span?.text } == ["it is there", "there", nil])
    #expect(ask.choices.map { $0.match?.span?.column } == [7, 13, nil])
    #expect(ask.suggested == 0)
    #expect(walk.differences == empty)
  }

  @Test func `without evidence nothing is suggested`() throws {
    let session = try Flows.session(walk)
    guard case .ask(let ask)? = session.step else { throw Lost(at: session) }
    #expect(ask.suggested == nil)
  }

  @Test func `an answer leads through what decides by itself, with what decided and what was captured`() throws {
    var walk = try start()
    walk.take(document("it is there\nnumber 42"))
    #expect(walk.choose("yes") == true)
    #expect(walk.live.nodeID == "c")
    #expect(walk.live.visits.map { "\($0.node.id)/\($0.edge.id)" } == ["a/yes", "b/one"])
    #expect(walk.live.visits.map(\.answer.by) == [.person, .rule])
    #expect(walk.live.visits.map { $0.answer.because?.line } == [1, 2])
    #expect(walk.live.facts["number"]?.value == "42")
    #expect(walk.live.facts["number"]?.span?.text == "number 42")
    #expect(walk.live.conclusion == Conclusion(pullClass: "dns", causes: ["typo", "tag-absent"]))
    #expect(walk.differences == empty)
  }

  @Test func `a value that is typed becomes a fact`() throws {
    var walk = try start()
    walk.choose("cannot-tell")
    guard case .enter(let entry)? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(entry.fact == "tag2" && entry.pattern == "^[a-z]+$" && entry.hint == "look at <pod>")
    #expect(entry.target == "d" && entry.skip == "e")
    walk.enter("latest")
    #expect(walk.live.title == "Tag latest")
    #expect(walk.live.facts["tag2"] == Fact("tag2", "latest", .answer(node: "c")))
    guard case .show(let choice, let text)? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(choice.label == "Go on" && text == "You said latest.")
    walk.choose("go")
    guard case .finish(let leaf)? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(leaf.id == "end" && leaf.verdict == .remediation)
    #expect(walk.live.automatic == nil)
    #expect(walk.differences == empty)
  }

  @Test func `a value that is not known leads elsewhere`() throws {
    var walk = try start()
    walk.choose("cannot-tell")
    walk.enter(nil)
    #expect(walk.live.nodeID == "e")
    #expect(walk.live.facts["tag2"] == nil)
    walk.choose("yes")
    #expect(walk.live.conclusion.causes == ["typo"])
    #expect(walk.differences == empty)
  }

  @Test func `back takes the last answer back and every rule before it, with facts and conclusions`() throws {
    var walk = try start()
    walk.take(document("it is there\nnumber 42"))
    walk.choose("yes")
    #expect(walk.back() == true)
    #expect(walk.live.nodeID == "a")
    #expect(walk.live.facts["number"] == nil)
    #expect(walk.live.conclusion == Conclusion())
    #expect(walk.live.visits.isEmpty)
    #expect(!walk.live.canGoBack)
    #expect(walk.back() == false)
    #expect(walk.live.nodeID == "a")
    #expect(walk.differences == empty)
  }

  @Test func `back restores the value that an answer had replaced`() throws {
    var walk = try start()
    walk.choose("cannot-tell")
    walk.enter("first")
    walk.back()
    #expect(walk.live.facts["tag2"] == nil)
    walk.enter(nil)
    walk.choose("no")
    walk.enter("second")
    #expect(walk.live.title == "Tag second")
    walk.back()
    walk.back()
    #expect(walk.live.nodeID == "e")
    walk.back()
    #expect(walk.live.nodeID == "c")
    #expect(walk.live.visits.map(\.node.id) == ["a", "b"])
    #expect(walk.differences == empty)
  }

  @Test func `what somebody typed for a command survives back`() throws {
    var walk = try start()
    walk.choose("cannot-tell")
    walk.apply(.fact(Event.FactRecord(name: "cluster", value: "weu")))
    walk.back()
    #expect(walk.live.facts["cluster"]?.value == "weu")
    #expect(walk.differences == empty)
  }

  @Test func `what somebody said outranks the evidence`() throws {
    var walk = try start()
    walk.take(document("Name:  web-1\nNamespace:  shop\n"))
    #expect(walk.live.facts["pod"]?.value == "web-1")
    walk.apply(.fact(Event.FactRecord(name: "pod", value: "web-2")))
    #expect(walk.live.title == "Is web-2 there?")
    #expect(walk.live.facts["pod"]?.origin == .operatorEntry)
    #expect(walk.differences == empty)
  }

  @Test func `newer evidence replaces the document of the same id`() throws {
    var walk = try start()
    walk.take(document("it is there"))
    walk.take(document("Name:  web-1\nNamespace:  shop\n"))
    #expect(walk.live.documents.count == 1)
    #expect(walk.live.facts["pod"]?.value == "web-1")
    guard case .ask(let ask)? = walk.live.step else { throw Lost(at: walk.live) }
    #expect(ask.suggested == nil)
    #expect(walk.differences == empty)
  }

  @Test(arguments: ["", "\n", "{", "}", "[]", "{}", "\u{0}", "Events:", "Name:", "---", "\u{feff}", "\t\r\n"])
  func `evidence that says nothing is taken all the same`(_ text: String) throws {
    var walk = try start()
    walk.take(document(text))
    #expect(walk.live.documents.map(\.text) == [text])
    #expect(walk.live.nodeID == "a")
    #expect(walk.differences == empty)
  }

  @Test func `notes are kept in order and move nothing`() throws {
    var walk = try start()
    walk.apply(.note("one"))
    walk.choose("cannot-tell")
    walk.apply(.note("two"))
    walk.back()
    #expect(walk.live.notes == ["one", "two"])
    #expect(walk.differences == empty)
  }

  @Test(arguments: [
    Event.answered(Answer(node: "b", edge: "one", by: .person)),
    .answered(Answer(node: "a", edge: "none", by: .person)),
    .answered(Answer(node: "nowhere", edge: "yes", by: .person)), .answered(Answer(node: "a", edge: "jump", by: .rule)),
    .back,
  ])
  func `an event that does not fit is refused and changes nothing`(_ event: Event) throws {
    var walk = try start()
    #expect(walk.apply(event) == false)
    #expect(walk.live.nodeID == "a" && walk.live.visits.isEmpty)
    #expect(walk.differences == empty)
  }

  @Test(arguments: [Event.End.quit, .finished, .hungUp])
  func `a session that ended can go on`(_ end: Event.End) throws {
    var walk = try start()
    #expect(walk.apply(.ended(end)) == true)
    #expect(walk.choose("yes") == true)
    #expect(walk.live.nodeID == "c")
    #expect(walk.differences == empty)
  }

  @Test func `fuzz: whatever is done, live and replayed agree`() throws {
    var chance = Chance(seed: 3)
    for _ in 0..<20 {
      var walk = try start()
      for _ in 0..<12 {
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: walk.choose("yes")
        case 1: walk.choose("no")
        case 2: walk.enter(["a", "bc", nil][Int.random(in: 0..<3, using: &chance)])
        case 3: walk.back()
        case 4: walk.take(document(["it is there\nnumber 7", "x", "Name: p"][Int.random(in: 0..<3, using: &chance)]))
        default: walk.choose("go")
        }
      }
      #expect(walk.differences == empty)
      #expect(walk.live.step != nil)
    }
  }
}

/// A walk that is not where a test expects it.
struct Lost: Error, CustomStringConvertible {
  let description: String

  init(at session: Session) { description = "at \(session.nodeID): \(session.title)" }
}

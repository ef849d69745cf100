import FlowKit
import TestSupport
import Testing

/// Facts that nodes give, sets, inputs that go on by themselves, and ways back.
struct CarryingTests {
  private static func command(_ more: String) -> String {
    Flows.text(
      """
      a:
        kind: command
        title: A
        run: az acr show -n r -o json
        effect: read
      \(Flows.indented(more))
        else: other
        failed: broken

      """ + Flows.leaf() + Flows.leaf("other") + Flows.leaf("broken") + Flows.leaf("odd"))
  }

  /// The session after the command of node `a` printed something.
  private static func after(_ text: String, _ output: String, exit: Int = 0, errors: String = "") throws -> Session {
    var session = try Flows.session(text)
    var result = CommandResult(output: Array(output.utf8))
    result.exit = exit
    result.errors = Array(errors.utf8)
    result.outcome = ToolMessage.outcome(exit: exit, errors: errors)
    for event in CommandOutput.events(session, line: "x", result, Provenance(.paste, source: "x")) {
      session.apply(event)
    }
    session.apply(try #require(session.automatic))
    return session
  }

  private static let reads = command(
    """
    facts: {name: name, mode: 'x.mode', ranges: 'rules[*].range', none: gone, empty: e, list: rules}
    outcomes:
      - {id: deny, when: {json: action, is: Deny}, go: end}
    """)

  @Test func `a command's output gives facts by their paths; null, absent, empty and containers give none`() throws {
    let session = try Self.after(
      Self.reads,
      #"{"name":"r","x":{"mode":null},"e":"","rules":[{"range":"10.0.0.0/8"},{"range":null},{"range":"1.2.3.4"}],"action":"DENY"}"#
    )
    #expect(session.nodeID == "end")
    #expect(session.facts["name"]?.value == "r")
    #expect(session.facts["ranges"]?.value == "10.0.0.0/8,1.2.3.4")
    for name in ["mode", "none", "empty", "list"] { #expect(session.facts[name] == nil, "\(name)") }
  }

  @Test(arguments: [
    ("{}", 0, "", "other"), ("", 0, "", "other"), (" \n", 0, "", "other"),
    // What is no JSON cannot say that nothing is there.
    ("WARNING: hello", 0, "", "broken"), ("<html>", 0, "", "broken"),
    // Nor can an error that nobody knows.
    ("", 1, "ERROR: something new", "broken"), ("{}", 2, "", "broken"), (#"{"action":"Deny"}"#, 1, "", "end"),
    ("", 1, "ERROR: Please run 'az login' to setup account.", "broken"),
  ])
  func `nothing matched is not the same as could not be found out`(
    _ output: String, _ exit: Int, _ errors: String, _ node: String
  ) throws {
    #expect(try Self.after(Self.reads, output, exit: exit, errors: errors).nodeID == node)
  }

  @Test func `output that is unreadable has a way of its own`() throws {
    let text = Self.command("facts: {n: name}\nunreadable: odd")
    #expect(try Self.after(text, "no json").nodeID == "odd")
    #expect(try Self.after(text, "", exit: 3, errors: "strange").nodeID == "odd")
    #expect(try Self.after(text, "", exit: 3, errors: "ERROR: (ResourceNotFound) x").nodeID == "broken")
  }

  @Test func `an edge sets facts, by rule and by a person`() throws {
    let nodes = """
      a: {kind: decide, title: A, options: [], else: {set: {kind: x}, go: b}}
      b:
        kind: question
        title: B
        options:
          - {id: one, set: {choice: first}, go: end}
          - {id: two, go: end}

      """
    var walk = TwoWays(try Flows.session(Flows.text(nodes + Flows.leaf())))
    walk.settle()
    #expect(walk.live.facts["kind"]?.value == "x")
    walk.choose("one")
    #expect(walk.live.facts["choice"]?.value == "first")
    #expect(walk.differences == [String]())
    walk.back()
    #expect(walk.live.facts["choice"] == nil && walk.live.nodeID == "b")
  }

  @Test func `an input asks nobody for what is known`() throws {
    let nodes =
      "a: {kind: input, title: A, fact: n, go: b, skip: end}\nb: {kind: note, title: B, text: '{{n}}', go: end}\n"
    var asked = try Flows.session(Flows.text(nodes + Flows.leaf()))
    #expect(asked.automatic == nil)
    asked.apply(.fact(.init(name: "n", value: "v")))
    let event = try #require(asked.automatic)
    asked.apply(event)
    #expect(asked.nodeID == "b")
  }

  @Test func `a way back leads to the flow that jumped, or where the flow ends when it stands alone`() throws {
    let outer = Flows.text(id: "outer", "a: {kind: jump, title: J, flow: inner, return: end}\n" + Flows.leaf())
    let inner = Flows.text(
      id: "inner", "a: {kind: note, title: N, text: t, go: return}\n" + Flows.leaf("alone")
    ).replacing("start: a", with: "start: a\nalone: alone")
    var jumped = try Flows.session(outer, inner)
    jumped.apply(try #require(jumped.automatic))
    #expect(jumped.flow.id == "inner")
    jumped.apply(.answered(Answer(node: "a", edge: "go", by: .person)))
    #expect(jumped.flow.id == "outer" && jumped.nodeID == "end")
    var alone = try Flows.session(inner, outer)
    alone.apply(.answered(Answer(node: "a", edge: "go", by: .person)))
    #expect(alone.flow.id == "inner" && alone.nodeID == "alone")
  }

  @Test func `shared facts can be asked for in every flow, and a flow's own win`() throws {
    let shared = Catalogue.read(
      "facts:\n  - {fact: cluster, title: Shared}\n  - {fact: group, title: Group}\n", file: "facts.yaml")
    #expect(shared.findings.isEmpty)
    let text =
      Flows.head("tiny") + "inputs:\n  - {fact: cluster, title: Own}\nnodes:\n" + Flows.indented(Flows.leaf("a"))
    let flow = try #require(FlowReader.read(text, file: "f", sharing: { shared.catalogue.facts }).flow)
    #expect(flow.inputs.map { "\($0.fact) \($0.title)" } == ["cluster Own", "group Group"])
  }

  @Test func `a catalogue adds to another and wins over it`() {
    let one = Catalogue.read("classes: {a: {title: A}, b: {title: B}}\nrows: {R1: {title: r}}\n", file: "1").catalogue
    let two = Catalogue.read("classes: {b: {title: C}}\ncauses: {x: {title: X}}\n", file: "2").catalogue
    let both = one.joined(two)
    #expect(both.classes.map(\.title) == ["A", "C"] && both.causes.map(\.id) == ["x"] && both.rows.map(\.id) == ["R1"])
  }
}

/// Tests that look at one element of a list, at other facts, and at addresses.
struct ValueTestTests {
  private static func matches(_ when: String, _ json: String = "{}", facts: [String: String] = [:]) throws -> Match? {
    let findings = Findings()
    let matcher = try #require(Matchers.read(try SourceNode.read(when, file: "m"), findings))
    #expect(findings.all == [])
    let told = facts.mapValues { Fact("", $0, .operatorEntry) }
    let document = Document(id: "d", title: "d", provenance: Provenance(.paste, source: ""), text: json)
    return matcher.match(MatchScope(facts: told, documents: [document]))
  }

  private static let roles = """
    [{"role": "Reader", "scope": "/a", "condition": null}, {"role": "AcrPull", "scope": "/b"},
     {"role": "Repository Reader", "scope": "/a", "condition": "name StringEquals 'shop'"}]
    """

  @Test(arguments: [
    ("{json: '[*]', where: [{json: role, is: acrpull}, {json: scope, is: /b}]}", true),
    // Both hold somewhere, but of no single element.
    ("{json: '[*]', where: [{json: role, is: AcrPull}, {json: scope, is: /a}]}", false),
    ("{json: '[*]', where: [{json: role, in: [AcrPull, Reader]}, {json: condition, present: true}]}", false),
    ("{json: '[*]', where: [{any: [{json: role, is: x}, {json: condition, contains: '''{{repository}}'''}]}]}", true),
    ("{json: '[*]', where: [{none: [{json: condition, present: true}]}, {json: scope, is: /a}]}", true),
    ("{json: '[0]', where: [{json: role, is: AcrPull}]}", false),
    ("{json: 'x[*]', where: [{json: role, is: a}]}", false),
    ("{json: '[*].scope', is: '/{{last}}'}", true), ("{json: '[*].scope', is: '/{{unknown}}'}", false),
    ("{json: '[*].scope', in: ['/{{unknown}}', '/{{last}}']}", true),
  ])
  func `all tests of 'where' hold for one element`(_ when: String, _ holds: Bool) throws {
    let match = try Self.matches(when, Self.roles, facts: ["repository": "shop", "last": "b"])
    #expect((match != nil) == holds)
  }

  @Test func `a match inside an element knows its place and gives its captures`() throws {
    let match = try #require(
      try Self.matches("{json: '[*]', where: [{json: role, matches: '^Acr(?<verb>.*)$'}]}", Self.roles))
    #expect(match.captures == ["verb": "Pull"] && match.span?.line == 1)
  }

  @Test(arguments: [
    ("20.1.2.3", true), ("20.1.2.4", false), ("10.200.255.1", true), ("11.0.0.1", false), ("52.169.0.255", true),
    ("52.169.1.0", false), ("x", false), ("20.1.2", false), ("20.1.2.3.4", false), ("20.1.2.300", false), ("", false),
  ])
  func `a list of addresses and ranges covers an address`(_ address: String, _ isCovered: Bool) throws {
    let ranges = "20.1.2.3,10.0.0.0/8, 52.169.0.77/24,fe80::/10,nonsense,1.2.3.4/33"
    let match = try Self.matches("{fact: allowed, covers: ip}", facts: ["allowed": ranges, "ip": address])
    #expect((match != nil) == isCovered)
    #expect(try Self.matches("{fact: allowed, covers: ip}", facts: ["allowed": ranges]) == nil)
    let all = try Self.matches("{fact: allowed, covers: ip}", facts: ["allowed": "0.0.0.0/0", "ip": address])
    #expect((all != nil) == (address.split(separator: ".").count == 4 && !address.contains("300")))
  }

  @Test(arguments: [
    "{json: '[*]', where: []}", "{json: '[*]', where: [{json: a, is: b}], is: x}", "{json: 'a..b', is: x}",
    "{json: '[*]', where: {json: a, is: b}}", "{json: '[x]', is: y}",
  ])
  func `a matcher that makes no sense is reported`(_ when: String) throws {
    let findings = Findings()
    _ = Matchers.read(try SourceNode.read(when, file: "m"), findings)
    #expect(!findings.all.isEmpty)
  }
}

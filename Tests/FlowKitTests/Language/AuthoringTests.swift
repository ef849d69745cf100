import FlowKit
import FoundationEssentials
import TestSupport
import Testing
import Wizard

/// What helps authors of flows.
struct AuthoringTests {
  @Test(arguments: ["my-flow", "a", "x1-y2"])
  func `a new flow lints clean and its scenario passes`(_ name: String) throws {
    let starter = try #require(Starter(name))
    var files = try FlowFiles()
    try files.lay(starter.files.map { .init(path: $0.path, name: $0.path, text: $0.text, isShipped: false) })
    #expect(files.findings { !$0.isShipped } == [])
    let report = try FlowTestReport(files, flows: [name])
    #expect(report.isGood && report.results.count == 1)
    #expect(report.lines.contains("1 of 1 scenarios pass") && report.lines.contains("  not covered: \(name).ask-owner"))
  }

  @Test(arguments: ["", "A", "1a", "a_b", "a--b", "-a", "a-", "ä", "../a", String(repeating: "a", count: 61)])
  func `what is no id is refused`(_ name: String) { #expect(Starter(name) == nil) }

  @Test func `nothing that exists is overwritten, and then nothing is written`() throws {
    let folder = try TemporaryFolder()
    let starter = try #require(Starter("mine"))
    try NewFiles.write(starter.files, into: folder.path)
    #expect(throws: NewFiles.Fault.self) { try NewFiles.write(starter.files, into: folder.path) }
    let other = [("fresh.txt", "x"), ("mine/flow.yaml", "x")]
    #expect(throws: NewFiles.Fault.self) {
      try NewFiles.write(other.map { (path: $0.0, text: $0.1) }, into: folder.path)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/fresh.txt"))
  }

  @Test func `every command of the shipped flows is listed with its class`() throws {
    let uses = try #require(ShippedScenarios.library).flows.flatMap(\.commandUses)
    #expect(uses.count > 500 && Set(uses.map(\.effect)).isSuperset(of: [.read, .probe, .localWrite, .change]))
    #expect(uses.allSatisfy { !$0.isRun || Policy.mayRun($0.effect) })
    #expect(uses.allSatisfy { !$0.line.contains("{{") && !$0.line.isEmpty })
  }

  private static let small = Flows.text(
    """
    a:
      kind: question
      title: Is "it" <{{image}}> \\ there, and for how long?
      options: [{id: yes, label: 'say "yes"', go: j}, {id: no, go: end}]
    j: {kind: jump, title: Elsewhere, flow: other, return: end}

    """ + Flows.leaf())

  @Test func `a drawing has every box and every arrow, and quotes what would break it`() throws {
    let graph = FlowGraph(try Flows.read(Self.small))
    #expect(graph.boxes.map(\.id) == ["a", "j", "end", "flow:other"])
    #expect(graph.arrows.map { "\($0.from)>\($0.to)" } == ["a>j", "a>end", "j>flow:other", "j>end"])
    let dot = GraphFormat.dot.text(graph)
    #expect(dot.contains(#""a" [label="Is \"it\" <<image>> \\ there, and\nfor how long?", shape=hexagon];"#), "\(dot)")
    #expect(dot.contains(#""a" -> "j" [label="say \"yes\""];"#))
    let mermaid = GraphFormat.mermaid.text(graph)
    #expect(mermaid.contains(#"n0{{"Is #quot;it#quot; <<image>> \ there, and for how long?"}}"#), "\(mermaid)")
    #expect(mermaid.contains(#"n0 -->|"say #quot;yes#quot;"| n1"#))
    #expect(!mermaid.contains(" walked\n  class "))
  }

  @Test func `a walk is marked in the drawing`() throws {
    let other = Flows.text(id: "other", Flows.leaf("a"))
    var session = try Flows.session(Self.small, other)
    session.apply(.answered(Answer(node: "a", edge: "no", by: .person)))
    let graph = FlowGraph(session.flow, walk: session)
    #expect(graph.boxes.filter(\.isWalked).map(\.id) == ["a", "end"])
    #expect(graph.arrows.filter(\.isWalked).map(\.to) == ["end"])
    #expect(GraphFormat.mermaid.text(graph).contains("class n0,n2 walked"))
    #expect(GraphFormat.dot.text(graph).contains("penwidth=3"))
  }

  @Test func `a node is shown as its author wrote it, with what leads to it`() throws {
    let flow = try Flows.read(Self.small)
    let text = NodeText(try #require(flow["j"]), in: flow, text: Self.small).lines.joined(separator: "\n")
    #expect(text.contains("reached by:\n  a/yes") && text.hasSuffix("flow: other, return: end}"), "\(text)")
    let start = NodeText(try #require(flow["a"]), in: flow, text: Self.small).lines
    #expect(start.contains("  the start of the flow"))
  }

  @Test func `schemas name every kind, matcher and key that the readers know`() throws {
    let text = try JSON.pretty(FlowSchema.flow.schema)
    for kind in NodeKinds.all { #expect(text.contains("\"const\" : \"\(kind.name)\"")) }
    for matcher in Matchers.all { #expect(text.contains("\"\(matcher.key)\"")) }
    for key in ["does-not-prove", "not-logged-in", "covers", "where", "alone"] { #expect(text.contains("\"\(key)\"")) }
    #expect(try JSON.pretty(FlowSchema.scenario.schema).contains("\"covers\""))
    #expect(try JSON.pretty(FlowSchema.catalogue.schema).contains("\"rows\""))
  }

  @Test func `a file that changes has another stamp`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "1")
    let first = FileStamps([folder.path])
    #expect(FileStamps([folder.path]) == first)
    try folder.write("a.yaml", "12")
    #expect(FileStamps([folder.path]) != first)
    #expect(FileStamps([folder.path + "/none"]) == FileStamps([folder.path + "/none"]))
  }
}

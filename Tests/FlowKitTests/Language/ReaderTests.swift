import FlowKit
import TestSupport
import Testing

/// A flow with one mistake, marked where it is to be reported.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: String
  /// Part of the message, such as the hint.
  let says: String
  let text: MarkedText

  init(_ name: String, _ rule: String, says: String, _ text: String) {
    self.name = name
    self.rule = rule
    self.says = says
    self.text = MarkedText(text)
  }

  var testDescription: String { name }
}

private func note(_ line: String) -> String {
  Flows.text("a:\n  kind: note\n  title: t\n  text: x\n  go: end\n\(line)\n" + Flows.leaf())
}

private func question(_ option: String) -> String {
  Flows.text("a:\n  kind: question\n  title: t\n  options:\n    \(option)\n" + Flows.leaf())
}

private func command(_ line: String) -> String {
  Flows.text("a:\n  kind: command\n  title: t\n\(line)\n  else: end\n  failed: end\n" + Flows.leaf())
}

private let mistakes: [Mistake] = [
  Mistake(
    "unknown key of a flow", "unknown-key", says: "unknown key 'titel' in a flow (did you mean 'title'?)",
    Flows.head("tiny") + "⟦titel: x\nnodes:\n" + Flows.indented(Flows.leaf("a"))),
  Mistake(
    "unknown key of a node", "unknown-key", says: "'helo' in a node of kind 'note' (did you mean 'help'?)",
    note("  ⟦helo: x")),
  Mistake(
    "unknown key without a near name", "unknown-key", says: "unknown key 'surroundings' in a node of kind 'note'",
    note("  ⟦surroundings: x")),
  Mistake(
    "unknown key of an option", "unknown-key", says: "unknown key 'lable' in an option (did you mean 'label'?)",
    question("- {id: x, ⟦lable: X, go: end}")),
  Mistake(
    "unknown key of a matcher", "unknown-key", says: "unknown key 'prsent' in matcher 'fact' (did you mean 'present'?)",
    question("- {id: x, when: {fact: pod, is: p, ⟦prsent: x}, go: end}")),
  Mistake(
    "unknown key of a source", "unknown-key", says: "unknown key 'sean' in a source (did you mean 'seen'?)",
    Flows.text("a:\n  kind: remediation\n  title: t\n  source:\n    - {url: u, seen: s, ⟦sean: s}\n")),
  Mistake(
    "unknown kind", "unknown-kind", says: "unknown kind 'qestion' (did you mean 'question'?); known: question, input",
    Flows.text("a:\n  kind: ⟦qestion\n  title: t\n" + Flows.leaf())),
  Mistake(
    "unknown matcher", "unknown-matcher", says: "unknown matcher 'matchs' (did you mean 'matches'?); known: fact",
    question("- {id: x, when: ⟦{matchs: x}, go: end}")),
  Mistake(
    "unknown effect", "unknown-value",
    says: "'reed' is no value of 'effect' (did you mean 'read'?); known: read, reads",
    command("  run: kubectl get pods\n  effect: ⟦reed")),
  Mistake(
    "unknown verdict", "unknown-value", says: "'heathy' is no value of 'verdict' (did you mean 'healthy'?)",
    Flows.text("a:\n  kind: remediation\n  title: t\n  verdict: ⟦heathy\n")),
  Mistake(
    "unknown shell", "unknown-value", says: "'powershel' is no value of 'shell' (did you mean 'powershell'?)",
    Flows.text(
      "a:\n  kind: remediation\n  title: t\n  commands:\n    - {run: x, effect: change, shell: ⟦powershel}\n")),
  Mistake(
    "bad regular expression of a matcher", "bad-pattern", says: "'(x' is no regular expression",
    question("- {id: x, when: {⟦matches: '(x'}, go: end}")),
  Mistake(
    "bad regular expression of a fact test", "bad-pattern", says: "'[z-a]' is no regular expression",
    question("- {id: x, when: {fact: pod, ⟦matches: '[z-a]'}, go: end}")),
  Mistake(
    "bad pattern of an input", "bad-pattern", says: "'*' is no regular expression",
    Flows.head("tiny") + "inputs:\n  - fact: f\n    title: F\n    ⟦pattern: '*'\nnodes:\n"
      + Flows.indented(Flows.leaf("a"))),
  Mistake(
    "missing key of a flow", "missing-key", says: "a flow needs 'version'",
    "⟦fairway: 1\nflow: tiny\ntitle: t\nstart: a\nnodes:\n" + Flows.indented(Flows.leaf("a"))),
  Mistake("missing nodes", "missing-key", says: "a flow needs 'nodes'", "⟦" + Flows.head("tiny")),
  Mistake(
    "missing kind", "missing-key", says: "node 'a' needs 'kind'", Flows.text("a:\n  ⟦title: t\n" + Flows.leaf())),
  Mistake(
    "missing go", "missing-key", says: "an option needs 'go'", question("- ⟦{id: x, label: X}")),
  Mistake(
    "missing effect", "missing-key", says: "a command needs 'effect'",
    Flows.text("a:\n  ⟦kind: command\n  title: t\n  run: kubectl get pods\n  else: end\n  failed: end\n" + Flows.leaf())
  ),
  Mistake(
    "missing test of a fact", "missing-key", says: "a test is missing: one of is, in, matches",
    question("- {id: x, when: ⟦{fact: pod}, go: end}")),
  Mistake(
    "missing else of a decision", "missing-outcome", says: "a node of kind 'decide' needs 'else'",
    Flows.text("a:\n  ⟦kind: decide\n  title: t\n  options: []\n" + Flows.leaf())),
  Mistake(
    "missing skip of an input", "missing-outcome", says: "needs 'skip'",
    Flows.text("a:\n  ⟦kind: input\n  title: t\n  fact: f\n  go: end\n" + Flows.leaf())),
  Mistake("a list for a flow", "structure", says: "a flow must be a mapping", "⟦- a\n- b\n"),
  Mistake(
    "a list for the nodes", "structure", says: "'nodes' must be a mapping", Flows.head("tiny") + "nodes:\n  ⟦- a\n"),
  Mistake(
    "a text for a node", "structure", says: "node 'a' must be a mapping", Flows.text("a: ⟦text\n" + Flows.leaf())),
  Mistake(
    "a list for a node's id", "structure", says: "a key must be a plain word",
    Flows.text("⟦[a, b]: {kind: note}\n" + Flows.leaf("a"))),
  Mistake("a list for a title", "structure", says: "'help' must be a plain value", note("  help: ⟦[x]")),
  Mistake(
    "a mapping for options", "structure", says: "'options' must be a list",
    Flows.text("a:\n  kind: question\n  title: t\n  options: ⟦{id: x}\n" + Flows.leaf())),
  Mistake(
    "a word for a duration", "structure", says: "'timeout' must be a duration such as 20s",
    command("  run: kubectl get pods\n  effect: read\n  ⟦timeout: soon")),
  Mistake(
    "a word for an exit status", "structure", says: "'exit' must be a number",
    question("- {id: x, when: {⟦exit: zero}, go: end}")),
  Mistake(
    "a word for present", "structure", says: "'present' must be true or false",
    question("- {id: x, when: {fact: pod, ⟦present: yes}, go: end}")),
  Mistake(
    "no matcher inside any", "structure", says: "'any' needs at least one matcher",
    question("- {id: x, when: {⟦any: []}, go: end}")),
  Mistake(
    "a path that is none", "structure", says: "'a[x]' is no path such as a.b[0].c",
    question("- {id: x, when: {⟦json: 'a[x]', is: y}, go: end}")),
  Mistake(
    "an empty text to look for", "structure", says: "'contains' must not be empty",
    question("- {id: x, when: {⟦contains: ''}, go: end}")),
  Mistake(
    "shell syntax in a command", "bad-command", says: "'|' means something to a shell",
    command("  run: ⟦kubectl get pods | grep x\n  effect: read")),
  Mistake(
    "an open quote in a command", "bad-command", says: "a quote is not closed",
    command("  run: ⟦kubectl get 'pods\n  effect: read")),
  Mistake(
    "another version of the language", "language", says: "reads language version 1",
    "⟦fairway: 2\nflow: tiny\ntitle: t\nversion: \"1\"\nstart: a\nnodes:\n" + Flows.indented(Flows.leaf("a"))),
]

private let unreadable: [Mistake] = [
  Mistake(
    "the same key twice", "yaml", says: "the same key stands twice: title",
    "fairway: 1\nflow: tiny\ntitle: t\n⟦title: u\n"),
  Mistake("an open bracket", "yaml", says: "did not find expected", "a: [x\nb⟦: y\n"),
  Mistake("an open quote", "yaml", says: "found unexpected end of stream", "a: 'x\n⟦"),
  Mistake("a tab for an indent", "yaml", says: "cannot start any token", "a:\n⟦\tb: x\n"),
  Mistake("an anchor", "yaml", says: "anchors and aliases", "a: ⟦&x b\n"),
  Mistake("an alias", "yaml", says: "anchors and aliases", "a: ⟦&x b\nc: *x\n"),
  Mistake("a NUL byte", "yaml", says: "NUL byte", "a: b\nc: d⟦\u{0}e\n"),
  Mistake("an empty file", "yaml", says: "the file is empty", "⟦"),
  Mistake("only a remark", "yaml", says: "the file is empty", "⟦# nothing\n"),
]

/// What the reader says of flow files.
struct ReaderTests {
  @Test func `a complete small flow is read`() throws {
    let text = """
      fairway: 1
      flow: tiny
      title: A tiny flow
      version: "1.2"
      start: ask
      inputs:
        - fact: cluster
          title: Name of the cluster
          hint: az aks list
          pattern: '^[a-z]+$'
      nodes:
        ask:
          kind: question
          title: Is {{pod}} there?
          help: >-
            Two lines
            become one.
          options:
            - id: yes
              label: It is there
              when: {fact: pod, present: true}
              class: not-found
              causes: [tag-absent, typo]
              go: end
            - {id: cannot-tell, label: I cannot tell, go: end}

      """
    let flow = try Flows.read(text + Flows.indented(Flows.leaf()))
    #expect(flow.id == "tiny")
    #expect(flow.title == "A tiny flow")
    #expect(flow.version == "1.2")
    #expect(flow.start.node == "ask")
    #expect(flow.start.position == Position(file: "tiny.yaml", line: 5, column: 8))
    #expect(flow.inputs.map(\.fact) == ["cluster"])
    #expect(flow.inputs.first?.pattern == "^[a-z]+$")
    #expect(flow.nodes.map(\.id) == ["ask", "end"])
    let node = try #require(flow["ask"])
    #expect(node.position == Position(file: "tiny.yaml", line: 12, column: 3))
    #expect(node.help.parts == [.text("Two lines become one.")])
    #expect(node.edges.map(\.id) == ["yes", "cannot-tell"])
    #expect(node.edges.first?.conclusion == Conclusion(pullClass: "not-found", causes: ["tag-absent", "typo"]))
    #expect(flow["nowhere"] == nil)
    #expect(flow.knownFacts.isSuperset(of: ["cluster", "pod", "pull.class"]))
  }

  @Test(arguments: mistakes)
  func `a mistake is reported once, at its place, by its rule`(_ mistake: Mistake) throws {
    let (_, findings) = FlowReader.read(mistake.text.text, file: "tiny.yaml")
    #expect(findings.count == 1, "\(findings)")
    check(try #require(findings.first), mistake)
  }

  @Test(arguments: unreadable)
  func `a file that is no YAML of ours gives no flow and one finding`(_ mistake: Mistake) throws {
    let (flow, findings) = FlowReader.read(mistake.text.text, file: "tiny.yaml")
    #expect(flow == nil)
    #expect(findings.count == 1)
    check(try #require(findings.first), mistake)
  }

  private func check(_ finding: Finding, _ mistake: Mistake) {
    #expect(finding.rule == mistake.rule)
    #expect(finding.message.contains(mistake.says), "\(finding.message)")
    let place = mistake.text.places.first ?? "nowhere"
    #expect(finding.description.hasPrefix("tiny.yaml:\(place): "), "\(finding), wanted \(place)")
    #expect(finding.description.hasSuffix(" [\(mistake.rule)]"))
  }

  @Test(arguments: [
    String(repeating: "[", count: 101), String(repeating: "[", count: 5000), String(repeating: "[\n", count: 5000),
    "a: " + String(repeating: "{b: ", count: 2000), String(repeating: "- ", count: 3000) + "x",
    (0..<1500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
  ])
  func `nesting without end is refused`(_ text: String) throws {
    let (flow, findings) = FlowReader.read(text, file: "tiny.yaml")
    #expect(flow == nil)
    #expect(findings.map(\.rule) == ["yaml"])
  }

  @Test func `nesting deeper than a hundred levels is refused at the level that is too deep`() throws {
    let text = "a: " + String(repeating: "[", count: 120) + String(repeating: "]", count: 120)
    let finding = try #require(FlowReader.read(text, file: "tiny.yaml").findings.first)
    #expect(finding.description == "tiny.yaml:1:103: nested deeper than 100 levels [yaml]")
  }

  @Test func `brackets in texts are no nesting`() throws {
    let nodes = (0..<150).map { "n\($0):\n  kind: note\n  title: a [ b { c\n  text: 'x [ y'\n  go: end\n" }
    let flow = try Flows.read(Flows.text(start: "n0", nodes.joined() + Flows.leaf()))
    #expect(flow.nodes.count == 151)
  }

  @Test func `a file beyond the limit is refused before it is read`() throws {
    let text = String(repeating: "#", count: SourceNode.maximumSize + 1)
    let finding = try #require(FlowReader.read(text, file: "tiny.yaml").findings.first)
    #expect(finding.description == "tiny.yaml:1:1: the file is larger than 5 MB [yaml]")
  }

  @Test func `several mistakes are reported in one go`() {
    let text = """
      fairway: 1
      flow: tiny
      titel: x
      version: "1"
      start: a
      nodes:
        a:
          kind: question
          title: t
          options:
            - {id: x, when: {matches: '('}, go: end}
            - {id: y, wen: {exit: 0}, go: end}
        b:
          kind: nought
          title: t
        end:
          kind: remediation
          title: t
          verdict: fine

      """
    let findings = FlowReader.read(text, file: "tiny.yaml").findings
    let places = Set(findings.map { "\($0.position.line):\($0.position.column) \($0.rule)" })
    #expect(
      places == [
        "3:1 unknown-key", "1:1 missing-key", "11:24 bad-pattern", "12:17 unknown-key", "14:11 unknown-kind",
        "19:14 unknown-value",
      ])
  }

  @Test(arguments: ["no", "yes", "on", "null", "~", "3:30", "0o7", "0x1F", "1_000", "1e3", "2026-11-21", ".5", "true"])
  func `bare YAML values stay the text that was written`(_ value: String) throws {
    let flow = try Flows.read(
      "fairway: 1\nflow: tiny\ntitle: \(value)\nversion: \(value)\nstart: a\nnodes:\n"
        + Flows.indented(
          "a:\n  kind: question\n  title: \(value)\n  options:\n    - {id: \(value), label: \(value), go: end}\n"
            + "    - {id: x, go: end, cause: \(value), class: \(value)}\n" + Flows.leaf()))
    let node = try #require(flow["a"])
    #expect(flow.title == value)
    #expect(flow.version == value)
    #expect(node.title.parts == [.text(value)])
    #expect(node.edges.map(\.id) == [value, "x"])
    #expect(node.edges.first?.label == value)
    #expect(node.edges.last?.conclusion == Conclusion(pullClass: value, causes: [value]))
  }

  @Test(arguments: [("20s", 20), ("2m", 120), ("45", nil as Int?), ("", nil), ("-3s", nil), ("1.5s", nil)])
  func `durations are whole seconds or minutes`(_ text: String, _ seconds: Int?) throws {
    let (flow, findings) = FlowReader.read(
      command("  run: kubectl get pods\n  effect: read\n  timeout: '\(text)'"), file: "tiny.yaml")
    #expect(findings.isEmpty == (seconds != nil))
    let session = Session(try #require(flow), library: try Flows.library([]))
    let run: Step.Run? = if case .run(let run)? = session.step { run } else { nil }
    #expect(run?.timeout == seconds ?? 20)
  }

  @Test func `line ends of Windows do not matter`() throws {
    let text = Flows.text("a:\n  kind: note\n  title: t\n  text: x\n  go: end\n" + Flows.leaf())
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try Flows.read(windows).nodes.map(\.id) == ["a", "end"])
  }
}

/// What the reader of the catalogue says.
struct CatalogueTests {
  @Test func `a catalogue gives titles, and ids for what it does not know`() {
    let (catalogue, findings) = Catalogue.read(
      "classes:\n  dns: {title: Name not resolved, says: lookup}\ncauses:\n  typo: {title: A typo}\n", file: "c.yaml")
    #expect(findings.isEmpty)
    #expect(catalogue.title(ofClass: "dns") == "Name not resolved")
    #expect(catalogue.title(ofCause: "typo") == "A typo")
    #expect(catalogue.title(ofClass: "x") == "x")
    #expect(catalogue.title(ofCause: "x") == "x")
  }

  @Test func `mistakes of a catalogue have a place`() {
    let findings = Catalogue.read("clases: {}\nclasses:\n  dns:\n    says: x\n", file: "c.yaml").findings
    #expect(
      findings.map(\.description) == [
        "c.yaml:1:1: unknown key 'clases' in a catalogue (did you mean 'classes'?) [unknown-key]",
        "c.yaml:4:5: 'dns' needs 'title' [missing-key]",
      ])
    #expect(Catalogue.read("a: [", file: "c.yaml").findings.map(\.rule) == ["yaml"])
  }
}

import FlowKit
import TestSupport
import Testing
import Wizard

private let flow =
  """
  fairway: 1
  flow: look
  title: Look
  version: "1"
  start: ask
  nodes:
    ask:
      kind: question
      title: Which?
      options:
        - {id: gone, when: {fact: pull.class, is: not-found}, go: tags}
        - {id: other, go: type}
    type: {kind: input, title: Type, fact: tag, go: tags, skip: secret}
    tags:
      kind: command
      title: Tags
      run: az acr repository show-tags -n contoso --repository a -o json
      effect: read
      outcomes: [{id: there, when: {json: '[*]', is: v1}, go: end}]
      else: secret
      failed: end
    secret:
      kind: command
      title: Secret
      run: kubectl get secret s -o yaml
      effect: reads-secret
      touches: the secret
      outcomes: [{id: read, when: {contains: kind}, cause: typo, go: end}]
      else: end
      failed: end

  """ + Flows.indented(Flows.leaf())

private let gone = """
  scenario: gone
  title: Gone
  covers: [R1]
  evidence: 'Failed to pull image "contoso.azurecr.io/a:v1": contoso.azurecr.io/a:v1: not found'
  commands:
    - run: az acr repository show-tags -n contoso --repository a -o json
      output: '["v1"]'
  expect:
    path: [ask/gone, tags/there]
    class: not-found
    leaf: end

  """

/// What a scenario notices.
struct ScenarioTests {
  private static func runs(_ scenarios: String...) throws -> [ScenarioRun] {
    let library = try Flows.library([flow])
    let texts = scenarios.enumerated().map { (path: "s\($0.offset).yaml", text: $0.element) }
    let (read, findings) = ScenarioReader.read(texts, flow: "look")
    #expect(findings == [])
    return read.compactMap { ScenarioRun($0, library: library) }
  }

  private static func variant(_ more: String, path: String, leaf: String = "end") -> String {
    "scenario: v\ntitle: V\nextends: gone\n\(more)\nexpect: {path: [\(path)], class: not-found, leaf: \(leaf)}\n"
  }

  @Test func `a walk that comes to what is expected has no problems`() throws {
    let run = try #require(try Self.runs(gone).first)
    #expect(run.problems == [] && run.path == ["ask/gone", "tags/there"] && run.end == "end")
    #expect(run.edges == ["look.ask/gone", "look.tags/there"])
  }

  @Test(arguments: [
    ("path: [ask/gone, tags/there]", "path: [ask/gone]", "took another path"),
    ("class: not-found", "class: dns", "class is 'not-found', wanted 'dns'"),
    ("class: not-found", "class: not-found\n  cause: typo", "causes are [], wanted [\"typo\"]"),
    ("leaf: end", "leaf: ask", "ended at 'end', wanted 'ask'"),
    (#"output: '["v1"]'"#, "exit: 1", "took another path"),
    ("-n contoso", "-n fabrikam", "there is no result of"),
    ("expect:", "answers: {ask: sideways}\nexpect:", "'ask' has no option 'sideways'"),
    ("expect:", "answers: {elsewhere: x}\nexpect:", "nothing asked at 'elsewhere'"),
    ("expect:", "  - {run: az acr list -o json, output: '[]'}\nexpect:", "nothing asked for 'az acr list -o json'"),
    (": not found'", ": i/o timeout'", "nobody answers question 'ask'"),
  ])
  func `a scenario that is not met says why`(_ old: String, _ new: String, _ problem: String) throws {
    let run = try #require(try Self.runs(gone.replacing(old, with: new)).first)
    #expect(run.problems.contains { $0.contains(problem) }, "\(run.problems)")
  }

  @Test func `the difference of paths is printed line by line`() throws {
    let run = try #require(try Self.runs(gone.replacing("[ask/gone, tags/there]", with: "[ask/gone, tags/else]")).first)
    #expect(run.difference == ["  ask/gone", "- tags/else", "+ tags/there"])
  }

  @Test func `a scenario takes over what its base has and changes some of it`() throws {
    let denied = Self.variant(
      "commands: [{run: az acr repository show-tags -n contoso --repository a -o json, outcome: denied}]",
      path: "ask/gone, tags/failed")
    let skipped = Self.variant("answers: {tags: skip}", path: "ask/gone, tags/failed").replacing("v\n", with: "w\n")
    #expect(try Self.runs(gone, denied, skipped).map(\.problems) == [[], [], []])
  }

  @Test func `a command that is recorded twice answers differently the second time`() throws {
    let circle = """
      fairway: 1
      flow: look
      title: Look
      version: "1"
      start: tags
      nodes:
        tags:
          kind: command
          title: Tags
          run: az acr list -o json
          effect: read
          outcomes: [{id: there, when: {json: '[*]', is: v1}, go: end}]
          else: again
          failed: end
        again: {kind: note, title: Again, text: Again, go: tags}

      """ + Flows.indented(Flows.leaf())
    let scenario = """
      scenario: twice
      title: Twice
      commands:
        - {run: az acr list -o json, output: '[]'}
        - {run: az acr list -o json, output: '["v1"]'}
      expect: {path: [tags/else, again/go, tags/there], leaf: end}
      """
    let read = ScenarioReader.read([("s.yaml", scenario)], flow: "look").scenarios
    let run = try #require(ScenarioRun(read[0], library: try Flows.library([circle])))
    #expect(run.problems == [])
    let changed = ScenarioReader.read([("s.yaml", scenario.replacing("v1", with: "v2"))], flow: "look").scenarios
    let endless = try #require(ScenarioRun(changed[0], library: try Flows.library([circle])))
    #expect(endless.problems.first?.contains("circles") == true)
  }

  @Test func `what does more than read runs only after a yes, and typed values become facts`() throws {
    func scenario(_ answer: String, _ path: String, _ more: String = "") -> String {
      """
      scenario: s
      title: S
      commands: [{run: kubectl get secret s -o yaml, output: 'kind: Secret'}]
      answers: {ask: other, type: skip\(answer)}
      expect: {path: [ask/other, type/skip, \(path)], leaf: end\(more)}
      """
    }
    #expect(try Self.runs(scenario(", secret: yes", "secret/read", ", cause: typo")).first?.problems == [])
    let asked = try #require(try Self.runs(scenario("", "secret/failed")).first)
    #expect(asked.problems == ["nothing asked for 'kubectl get secret s -o yaml'"])
    let typed = gone.replacing("expect:", with: "answers: {ask: other, type: {value: v1}}\nexpect:")
      .replacing("[ask/gone, tags/there]", with: "[ask/other, type/go, tags/there]")
      .replacing("evidence:", with: "facts: {note: x}\nevidence:").replacing("contoso.azurecr.io/a:v1", with: "a")
    let run = try #require(try Self.runs(typed).first)
    #expect(run.session.facts["tag"]?.value == "v1")
  }

  @Test(arguments: [
    ("title: Gone", "titel: Gone", "unknown key 'titel'"), ("expect:", "expected:", "a scenario needs 'expect'"),
    ("scenario: gone", "extends: nothing\nscenario: gone", "there is no scenario 'nothing' to extend"),
    ("scenario: gone", "extends: gone\nscenario: gone", "there is no scenario 'gone' to extend"),
    ("output: '[\"v1\"]'", "outcome: sometimes", "'sometimes' is no value of 'outcome'"),
    ("-o json", "-o json | jq", "means something to a shell"), ("output: '[\"v1\"]'", "exit: one", "must be a number"),
  ])
  func `what is wrong with a file is said with its place`(_ old: String, _ new: String, _ message: String) {
    let findings = ScenarioReader.read([("s.yaml", gone.replacing(old, with: new))], flow: "look").findings
    #expect(findings.contains { $0.description.contains(message) && $0.position.file == "s.yaml" }, "\(findings)")
  }

  @Test func `coverage names what nothing takes, ways back of jumps included`() throws {
    let outer = Flows.text(id: "outer", "a: {kind: jump, title: J, flow: inner, return: end}\n" + Flows.leaf())
    let inner = Flows.text(
      id: "inner",
      "a: {kind: question, title: Q, options: [{id: x, go: return}, {id: y, go: alone}]}\n" + Flows.leaf("alone")
    ).replacing("start: a", with: "start: a\nalone: alone")
    let library = try Flows.library([outer, inner])
    let text =
      "scenario: s\ntitle: S\ncovers: [R1]\nanswers: {inner.a: x}\nexpect: {path: [a/jump, inner.a/x], leaf: end}\n"
    let read = ScenarioReader.read([("s.yaml", text)], flow: "outer").scenarios
    let run = try #require(ScenarioRun(read[0], library: library))
    #expect(run.problems == [])
    let rows = Catalogue.read("rows: {R1: {title: One}, R2: {title: Two}}\n", file: "c").catalogue
    let coverage = Coverage([run], of: library.flows, catalogue: rows)
    #expect(coverage.rows.missing == ["R2"] && coverage.rows.covered == 1)
    #expect(coverage.nodes.missing == ["inner.alone"])
    #expect(coverage.edges.missing == ["inner.a/y"] && coverage.edges.total == 4)
    #expect(!coverage.isComplete)
  }
}

/// Folders of flows laid over the shipped ones.
struct FlowFilesTests {
  private static func file(_ path: String, _ text: String) -> FlowFiles.File {
    .init(path: path, name: "mine/" + path, text: text, isShipped: false)
  }

  private static let own = Flows.text(id: "mine", Flows.leaf("a"))

  @Test func `a flow of one's own is added, one with a known id takes the place of the shipped one`() throws {
    var files = try FlowFiles()
    let shipped = try files.library().ids
    try files.lay([Self.file("mine/flow.yaml", Self.own)])
    let library = try files.library()
    #expect(Set(library.ids) == Set(shipped + ["mine"]))
    #expect(!library.isShipped("mine") && library.isShipped("image-pull"))
    try files.lay([Self.file("cluster-login/flow.yaml", Self.own.replacing("flow: mine", with: "flow: cluster-login"))])
    let other = try files.library()
    #expect(other.ids.count == library.ids.count && other["cluster-login"]?.title == "Flow mine")
    #expect(!other.isShipped("cluster-login") && other.hash(of: "cluster-login") != library.hash(of: "cluster-login"))
    #expect(files.scenarios(of: "cluster-login", other.catalogue).scenarios.isEmpty)
  }

  @Test func `a flow of one's own with findings is refused, with its place`() throws {
    var files = try FlowFiles()
    let bad = Self.own.replacing("run: kubectl get pods, effect: read", with: "run: kubectl delete pod x, effect: read")
    try files.lay([Self.file("mine/flow.yaml", bad)])
    let error = #expect(throws: FlowFiles.Unreadable.self) { _ = try files.library() }
    #expect(error?.findings.map(\.rule) == ["command-policy"])
    #expect(error?.findings.first?.position.file == "mine/mine/flow.yaml")
  }

  @Test func `catalogues of a folder add to the shipped one`() throws {
    var files = try FlowFiles()
    try files.lay([
      Self.file("causes.yaml", "causes: {my-cause: {title: Mine}}\nrows: {X1: {title: x}}\n"),
      Self.file("mine/flow.yaml", Self.own.replacing("why: because", with: "why: because\n    cause: my-cause")),
    ])
    let catalogue = try files.library().catalogue
    #expect(catalogue.causes.contains { $0.id == "my-cause" } && catalogue.causes.contains { $0.id == "tag-missing" })
  }

  @Test func `classes and causes are whole without the rest of the catalogue`() throws {
    var files = try FlowFiles()
    try files.lay([
      Self.file("more.yaml", "classes: {my-class: {title: Mine, fits: [dns]}}\ncauses: {my-cause: {title: Mine}}\n")
    ])
    let library = try files.library()
    let (vocabulary, catalogue) = (library.vocabulary, library.catalogue)
    for (some, all) in [(vocabulary.classes, catalogue.classes), (vocabulary.causes, catalogue.causes)] {
      #expect(
        some.map(\.id) == all.map(\.id) && some.map(\.title) == all.map(\.title) && some.map(\.fits) == all.map(\.fits))
      #expect(some.contains { $0.id.hasPrefix("my-") } && some.count > 10)
    }
  }

  @Test func `a folder that has another name than its flow is reported`() throws {
    var files = try FlowFiles()
    try files.lay([Self.file("other/flow.yaml", Self.own)])
    #expect(files.findings { !$0.isShipped }.map(\.rule) == ["folder-name"])
  }

  @Test func `a row that nobody knows is reported`() throws {
    var files = try FlowFiles()
    let scenario = "scenario: s\ntitle: S\ncovers: [Q99]\nexpect: {path: [], leaf: a}\n"
    try files.lay([Self.file("mine/flow.yaml", Self.own), Self.file("mine/scenarios/s.yaml", scenario)])
    #expect(files.findings { !$0.isShipped }.map(\.rule) == ["unknown-row"])
  }
}

import Foundation
import TestSupport
import Testing

/// What authors use, against the real tools; skipped where a tool is absent.
struct AuthoringToolTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static func has(_ line: String) -> Bool {
    (try? Program.run("/bin/sh", ["-c", line]))?.status == 0
  }

  private static let hasValidator = has("python3 -c 'import jsonschema, yaml; jsonschema.Draft202012Validator'")
  private static let hasGraphviz = has("command -v dot")

  /// Flows in which one thing is wrong that an editor should mark.
  private static let broken: [(String, String)] = [
    ("kind: question", "kind: quesion"), ("kind: question", "knid: question"), ("title: What does", "titel: What does"),
    ("fairway: 1\n", ""), ("start: seen\n", ""), ("version: \"0.1\"", "version: [1]"), ("go: look", "goto: look"),
    ("is: not-found", "equals: not-found"), ("effect: read", "effect: write"), ("effect: read\n", "effect: change\n"),
    ("run: kubectl get deployment", "runs: kubectl get deployment"), ("failed: {label", "fails: {label"),
    ("else: {label: another image by now, go: ask-owner}", "else: {label: another image by now}"),
    ("facts: {namedImage: 'spec.template.spec.containers[0].image'}", "facts: [namedImage]"),
    ("proves: What", "timeout: soon\n    proves: What"), ("verdict: escalate", "verdict: escalated"),
    ("attach: [the output of kubectl describe pod]", "attached: [x]"), ("seen: 2026-11-21", "date: 2026-11-21"),
    ("options:", "option:"), ("- id: absent", "- name: absent"), ("undo:", "undo: nothing\n    undone:"),
  ]

  @Test(.enabled(if: hasValidator)) func `the schema takes every shipped flow and the starter, and no broken one`()
    throws
  {
    let schema = try Program.fairway("flow", "schema", state: folder).output
    try schema.write(to: folder.appending(path: "schema.json"), atomically: true, encoding: .utf8)
    #expect(try Program.fairway("flow", "new", "mine", "--into", folder.path, state: folder).status == 0)
    let starter = try String(contentsOf: folder.appending(path: "mine/flow.yaml"), encoding: .utf8)
    let bad = folder.appending(path: "bad")
    try FileManager.default.createDirectory(at: bad, withIntermediateDirectories: true)
    for (number, change) in Self.broken.enumerated() {
      let text = starter.replacingOccurrences(of: change.0, with: change.1)
      #expect(text != starter, "\(change)")
      try text.write(to: bad.appending(path: "\(number).yaml"), atomically: true, encoding: .utf8)
    }
    let script = """
      import json, sys, glob, yaml, jsonschema
      class Loader(yaml.SafeLoader): pass
      Loader.yaml_implicit_resolvers = {k: [(t, r) for t, r in v if not t.endswith('timestamp')]
                                        for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      check = jsonschema.Draft202012Validator(json.load(open(sys.argv[1] + '/schema.json')))
      load = lambda path: yaml.load(open(path), Loader)
      good = glob.glob(sys.argv[2] + '/*/flow.yaml') + [sys.argv[1] + '/mine/flow.yaml']
      for path in good:
          for error in check.iter_errors(load(path)): print('good', path, error.json_path, error.message[:200])
      for path in glob.glob(sys.argv[1] + '/bad/*.yaml'):
          if not list(check.iter_errors(load(path))): print('bad', path)
      print(len(good), len(glob.glob(sys.argv[1] + '/bad/*.yaml')))
      """
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let result = try Program.run(
      "/usr/bin/env", ["python3", "-c", script, folder.path, root.appending(path: "Flows").path])
    #expect(result.output == "10 \(Self.broken.count)\n", "\(result.output) \(result.errors)")
  }

  @Test(.enabled(if: hasGraphviz)) func `Graphviz draws every shipped flow`() throws {
    for line in try Program.fairway("flow", "list", state: folder).output.split(separator: "\n") {
      let flow = String(line.prefix { $0 != " " })
      let svg = try Program.fairway("flow", "graph", flow, "--format", "svg", state: folder)
      #expect(svg.status == 0 && svg.output.contains("</svg>"), "\(flow) \(svg.errors)")
    }
  }

  @Test func `without Graphviz the drawing says what to do`() throws {
    let result = try Program.fairway("flow", "graph", "--format", "svg", state: folder, path: "/nonexistent")
    #expect(result.status == 22 && result.errors.contains("--format dot needs none"))
  }

  @Test func `a new flow is written once, lints clean, passes its scenario and can be walked`() throws {
    let made = try Program.fairway("flow", "new", "mine", "--into", folder.path, state: folder)
    #expect(made.status == 0 && made.output.contains("mine/flow.yaml"))
    #expect(try Program.fairway("flow", "new", "mine", "--into", folder.path, state: folder).status == 73)
    #expect(try Program.fairway("flow", "new", "../mine", state: folder).status == 64)
    #expect(try Program.fairway("flow", "lint", "--flows", folder.path, state: folder).output.isEmpty)
    let test = try Program.fairway("flow", "test", folder.path, state: folder)
    #expect(test.status == 0 && test.output.contains("1 of 1 scenarios pass"))
    #expect(try Program.fairway("flow", "test", folder.path, "--complete", state: folder).status == 1)
    let line = "cd \(folder.path)/.. && \(Program.folder)/fairway flow test \(folder.lastPathComponent)"
    #expect(try Program.run("/bin/sh", ["-c", line]).output.contains("1 of 1 scenarios pass"))
    let list = try Program.fairway("flow", "list", "--flows", folder.path, state: folder).output
    #expect(list.contains("mine  0.1  What this flow is about  (not shipped)"))
    let walk = try Program.fairway("run", "mine", "--plain", "--flows", folder.path, input: "2\nq\n", state: folder)
    #expect(walk.output.contains("Flow mine 0.1 did not come with Fairway."))
    #expect(walk.output.contains("Ask the owner of the workload"))
  }

  @Test(arguments: [
    (String(repeating: "a: ", count: 1) + String(repeating: "x", count: 5 << 20), "the file is larger than 5 MB"),
    (String(repeating: "[", count: 200) + String(repeating: "]", count: 200), "nested deeper than 100 levels"),
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchors and aliases are not allowed"),
    ("fairway: 1\u{0}", "the file holds a NUL byte"), ("\u{1b}[31m: [", "1:1"),
  ])
  func `a file that is no flow is a clear error, whatever it is`(_ text: String, _ message: String) throws {
    let own = folder.appending(path: "own")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try text.write(to: own.appending(path: "flow.yaml"), atomically: true, encoding: .utf8)
    let result = try Program.fairway("flow", "list", "--flows", folder.path, state: folder)
    #expect(result.status == 70 && result.errors.contains(message), "\(result.errors.prefix(300))")
    #expect(!result.errors.contains("\u{1b}"))
  }

  @Test func `a folder that is not there is a clear error, and the environment names folders, too`() throws {
    let result = try Program.fairway("flow", "list", "--flows", "/nonexistent", state: folder)
    #expect(result.status == 66 && result.errors.contains("the folder cannot be read"))
    #expect(try Program.fairway("flow", "new", "mine", "--into", folder.path, state: folder).status == 0)
    let line = "FAIRWAY_FLOWS=\(folder.path) \(Program.folder)/fairway flow show mine look"
    let shown = try Program.run("/bin/sh", ["-c", line])
    #expect(shown.output.contains("reached by:\n  seen/absent"), "\(shown.output) \(shown.errors)")
  }

  @Test func `commands are listed by class, for people and programs`() throws {
    let text = try Program.fairway("flow", "commands", "--effect", "probe", state: folder).output
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("probe\t") } && text.contains("az aks check-acr"))
    let json = try Program.fairway("flow", "commands", "pull-secret", "--run-only", "-o", "json", state: folder).output
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(!list.isEmpty && list.allSatisfy { $0["flow"] as? String == "pull-secret" && $0["runs"] as? Bool == true })
    #expect(try Program.fairway("flow", "commands", "pull-secrt", state: folder).errors.contains("pull-secret"))
    #expect(try Program.fairway("flow", "commands", "--help", state: folder).output.contains("azure-cli 2.91.0"))
  }

  @Test func `lint --watch checks again when a file changes`() throws {
    let file = folder.appending(path: "flow.yaml")
    try "fairway: 1\n".write(to: file, atomically: true, encoding: .utf8)
    // One shell does it all, so that no other test's pipes stay open in a program that never ends by itself.
    let script = """
      "$1" flow lint --watch "$2" > "$2.out" 2>&1 & pid=$!
      until_seen() { for i in $(seq 600); do grep -q "$1" "$2.out" && return; sleep 0.1; done; }
      until_seen "a flow needs 'flow'" "$2"
      echo 'nodes: 3' > "$2"
      until_seen "must be a mapping" "$2"
      kill -9 $pid; cat "$2.out"
      """
    let result = try Program.run("/bin/sh", ["-c", script, "sh", Program.folder + "/fairway", file.path])
    #expect(result.output.contains("a flow needs 'flow'") && result.output.contains("'nodes' must be a mapping"))
  }
}

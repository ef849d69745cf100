import Foundation
import TestSupport
import Testing

/// Exports against the schema, by a validator of its own; skipped where there is none.
struct SchemaTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static let hasValidator =
    (try? Program.run("/bin/sh", ["-c", "python3 -c 'import jsonschema; jsonschema.Draft202012Validator'"]))?.status
    == 0

  private static let goldens = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "FlowKitTests/Goldens")

  /// One thing each that the schema must refuse, as Python on a session `d`.
  private static let mutations = [
    "d['schema'] = 'fairway.session/2'", "del d['seconds']", "d['state'] = 'done'", "d['more'] = 1",
    "d['steps'][0]['by'] = 'nobody'", "d['steps'][1]['because']['pieces'][0]['line'] = '3'",
    "d['facts'][0]['from'] = None", "d['events'][0]['data']['text'] = 'x'", "d['events'][1]['type'] = 'guess'",
    "d['diagnosis']['remediation']['commands'][0]['effect'] = 'write'", "del d['diagnosis']['cause']",
    "d['evidence'][0]['provenance']['isCut'] = None", "d['redactions']['places'] = [9]",
  ]

  private static let script = """
    import json, sys, glob, copy, jsonschema
    check = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
    jsonschema.Draft202012Validator.check_schema(check.schema)
    good = sorted(glob.glob(sys.argv[2] + '/*.json')) + [sys.argv[3]]
    for path in good:
        for error in check.iter_errors(json.load(open(path))): print('good', path, error.json_path, error.message[:200])
    refused = 0
    for line in sys.argv[4].split(';'):
        d = json.load(open(sys.argv[3]))
        exec(line)
        if list(check.iter_errors(d)): refused += 1
        else: print('bad', line)
    print(len(good), refused)
    """

  @Test(.enabled(if: hasValidator)) func `the schema takes every demonstration and odd session, and no broken one`()
    throws
  {
    let out = folder.appending(path: "out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    func export(_ name: String) throws {
      let result = try Program.fairway("export", "last", "--format", "json", state: folder)
      #expect(result.status == 0)
      try result.output.write(to: out.appending(path: name + ".json"), atomically: true, encoding: .utf8)
    }
    for number in 1...8 {
      let input = String(repeating: "\n", count: 20) + "q\n"
      _ = try Program.fairway("demo", "\(number)", "--plain", input: input, state: folder)
      try export("demo-\(number)")
    }
    _ = try Program.fairway("demo", "1", "--plain", input: "\nb\nq\n", state: folder)
    try export("unfinished")
    let schema = folder.appending(path: "session.schema.json")
    try Program.fairway("export", "--schema", state: folder).output.write(to: schema, atomically: true, encoding: .utf8)
    let result = try Program.run(
      "/usr/bin/env",
      [
        "python3", "-c", Self.script, schema.path, out.path,
        Self.goldens.appending(path: "taken-back.json").path, Self.mutations.joined(separator: ";"),
      ])
    #expect(result.output == "10 \(Self.mutations.count)\n", "\(result.output) \(result.errors)")
  }
}

import Foundation
import TestSupport
import Testing

/// The program from outside: exit codes, files, formats.
struct CommandLineTests {
  private let temporary: TemporaryFolder
  private var state: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static let dns = """
    Failed to pull image "fabrikam.azurecr.io/orders:1": failed to do request: Head \
    "https://fabrikam.azurecr.io/v2/orders/manifests/1": dial tcp: lookup fabrikam.azurecr.io on 10.0.0.10:53: no such host
    """

  @Test(arguments: [
    (dns, 10, "dns"),
    ("Back-off restarting failed container app in pod web-0", 12, "not-image-pull"),
    ("Failed to pull image \"a.io/b:1\": the moon is full", 13, ""),
    ("hello", 13, ""),
  ])
  func `diagnose answers with its verdict's code`(text: String, status: Int32, pullClass: String) throws {
    let result = try Program.fairway("diagnose", "--evidence", "-", "-o", "json", input: text, state: state)
    #expect(result.status == status, "\(result.output) \(result.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "fairway.diagnosis/1")
    #expect(json["class"] as? String == (pullClass.isEmpty ? nil : pullClass))
    for key in ["cause", "candidates", "subject", "path", "remediation", "verdict"] { #expect(json.keys.contains(key)) }
  }

  @Test func `Wrong usage, missing files and missing tools have codes of their own`() throws {
    #expect(try Program.fairway("diagnose", state: state).status == 64)
    #expect(try Program.fairway("diagnose", "--evidence", "/nonexistent", state: state).status == 66)
    #expect(try Program.fairway("run", "--pod", "p", "--evidence", "x", state: state).status == 64)
    #expect(try Program.fairway("run", "image-pul", "--evidence", "-", state: state).errors.contains("image-pull"))
    let noTool = try Program.fairway("diagnose", "--pod", "p", state: state, path: "/nonexistent")
    #expect(noTool.status == 22)
    #expect(noTool.errors.contains("kubectl is not on PATH"))
  }

  @Test func `flow lint is clean for the shipped flows and points into a broken one`() throws {
    #expect(try Program.fairway("flow", "lint", state: state).status == 0)
    let file = state.appending(path: "broken.yaml")
    try "fairway: 1\nflow: x\ntitle: X\nversion: \"1\"\nstart: a\nnodes:\n  a:\n    kind: quesion\n    title: A?\n"
      .write(
        to: file, atomically: true, encoding: .utf8)
    let result = try Program.fairway("flow", "lint", file.path, state: state)
    #expect(result.status == 1)
    #expect(result.output.contains("broken.yaml:8:11: unknown kind 'quesion' (did you mean 'question'?)"))
    let json = try Program.fairway("flow", "lint", file.path, "-o", "json", state: state)
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [Any])
  }

  @Test func `A plain session is kept for its owner alone and can be exported`() throws {
    let walk = try Program.fairway("demo", "2", "--plain", input: "\n\n\na\nasked the team\nq\n", state: state)
    #expect(walk.status == 0)
    #expect(walk.output.contains("Commands:") && walk.output.contains("kubectl set image"))
    let folder = state.appending(path: "fairway/sessions")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let mode =
      try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let id = name.replacingOccurrences(of: ".jsonl", with: "")
    let note = try Program.fairway("export", id, state: state)
    #expect(note.output.contains("# A pod cannot pull its image"))
    #expect(note.output.contains("asked the team"))
    let json = try Program.fairway("export", id, "--format", "json", state: state)
    #expect(json.output.contains("\"schema\" : \"fairway.session/1\""))
    #expect(try Program.fairway("export", "none", state: state).status == 66)
  }

  @Test func `Without anybody to answer the evidence answers`() throws {
    let result = try Program.fairway("demo", "3", state: state)
    #expect(result.status == 0)
    #expect(result.output.contains("forbidden-network"))
    #expect(result.output.contains("az acr network-rule add"))
  }

  @Test func `The version comes with the build and with those of the flows`() throws {
    let lines = try Program.fairway("--version", state: state).output.split(separator: "\n").map(String.init)
    let flows = try Program.fairway("flow", "list", state: state).output.split(separator: "\n").map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(lines.count == 3 && lines[0].wholeMatch(of: /fairway \d+\.\d+\.\d+/) != nil, "\(lines)")
    #expect(lines[1] == "build: development" && lines[2] == "flows: " + flows.joined(separator: ", "))
  }

  @Test func `An executable moved alone still holds its flows`() throws {
    let copy = state.appending(path: "elsewhere")
    // Copied by a process of its own: a child that another test starts meanwhile would hold this one's open file, and
    // a file that is open for writing cannot be run.
    #expect(try Program.run("/bin/cp", [Program.folder + "/fairway", copy.path]).status == 0)
    let result = try Program.run(copy.path, ["flow", "list"])
    #expect(result.output.contains("image-pull"))
  }
}

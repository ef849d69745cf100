import FlowKit
import Foundation
import TestSupport
import Testing

/// Sessions that a file answers.
struct AnswersTests {
  private let temporary: TemporaryFolder
  private var state: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func file(_ text: String, _ name: String = "answers.yaml") throws -> String {
    let file = state.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func report(_ result: Program.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test(arguments: ["1", "3", "7"])
  func `an exported answer file comes to the same leaf, with nothing but itself`(_ demo: String) throws {
    let enough = String(repeating: "\n", count: 6) + "q\n"
    _ = try Program.fairway("demo", demo, "--plain", input: enough, state: state)
    let path = state.path + "/a.yaml"
    #expect(try Program.fairway("export", "last", "--format", "answers", "-o", path, state: state).status == 0)
    let json = try Program.fairway("export", "last", "--format", "json", state: state)
    let session = try #require(try report(json)["diagnosis"] as? [String: Any])
    let leaf = (session["remediation"] as? [String: Any])?["id"] as? String
    let again = try Program.fairway("run", "--answers", path, "-o", "json", state: state)
    let found = try report(again)
    #expect((found["remediation"] as? [String: Any])?["id"] as? String == leaf)
    #expect(again.status == (leaf == nil ? 11 : 10))
    #expect(again.errors.contains("Go on with: fairway resume"))
  }

  @Test(arguments: ["2", "4", "6", "8"])
  func `an anonymous answer file comes to the same leaf as the session`(_ demo: String) throws {
    _ = try Program.fairway("demo", demo, "--plain", input: String(repeating: "\n", count: 6) + "q\n", state: state)
    let path = state.path + "/a.yaml"
    let json = try Program.fairway("export", "last", "--format", "json", state: state)
    let before = try #require(try report(json)["diagnosis"] as? [String: Any])
    _ = try Program.fairway("export", "last", "--format", "answers", "--anonymize", "-o", path, state: state)
    let after = try report(try Program.fairway("run", "--answers", path, "-o", "json", state: state))
    #expect(
      (after["remediation"] as? [String: Any])?["id"] as? String == (before["remediation"] as? [String: Any])?["id"]
        as? String)
    #expect(after["waitsAt"] as? String == before["waitsAt"] as? String)
  }

  @Test func `secrets that a file or an option tells are taken out`() throws {
    let secret = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjNG40cnkiLCJpYXQiOjF9.c4n4ryB64TokenAbcdefghijklmnop"
    let path = try file("facts: {cluster: \(secret)}\nevidence:\n  - {id: a, title: x \(secret), text: y}\n")
    let run = try Program.fairway("run", "--answers", path, "--set", "registry=\(secret)", state: state)
    let text = try Program.fairway("export", "last", "--format", "jsonl", state: state).output
    #expect(text.contains("‹secret-1›") && !text.contains("c4n4ry") && !run.output.contains("c4n4ry"))
  }

  @Test func `a question that nothing answers has an exit code of its own, and the JSON names the node`() throws {
    let path = try file("answers: {reason: pull, ask-host: skip}\n")
    let result = try Program.fairway("run", "--answers", path, "-o", "json", state: state)
    #expect(result.status == 11 && result.errors.contains("nobody answers question 'error'"))
    #expect(try report(result)["waitsAt"] as? String == "error")
    // What was answered is kept, so that a person can go on.
    let resumed = try Program.fairway("resume", "last", "--plain", input: "q\n", state: state)
    #expect(resumed.output.contains("What does the pull error say?"))
  }

  @Test func `a file that is none, or is not there, is said with its place`() throws {
    let wrong = try Program.fairway("run", "--answers", try file("answrs: {}\n"), state: state)
    #expect(wrong.status == 64 && wrong.errors.contains("answers.yaml:1:1"))
    #expect(wrong.errors.contains("did you mean 'answers'"))
    #expect(try Program.fairway("run", "--answers", state.path + "/none", state: state).status == 66)
  }

  @Test func `the evidence answers where the file does not`() throws {
    let pod = try ShippedFlow.document("4-dns").text
    let evidence = try file(pod, "pod.txt")
    let result = try Program.fairway(
      "run", "--answers", try file("answers: {}\n"), "--evidence", evidence, state: state)
    // It goes as far as evidence and rules lead, and names the value that is wanted then.
    #expect(result.status == 11 && result.errors.contains("nobody tells the value at"))
    #expect(result.output.contains("a lookup failed"))
  }

  @Test func `the example of the README can be read, and its nodes and options exist`() throws {
    let readme = try SourceTree.text("README.md")
    let start = try #require(readme.range(of: "```yaml\nflow: image-pull\n"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    let text = String(readme[start.lowerBound..<end.lowerBound].dropFirst(8))
    let (answers, findings) = AnswerFile.read(text, file: "README")
    #expect(findings.isEmpty && answers.given.count == 3)
    let library = try ShippedFlow.library
    for (name, given) in answers.given {
      let parts = name.split(separator: ".").map(String.init)
      let flow = try #require(library[parts.count == 2 ? parts[0] : "image-pull"])
      let node = try #require(flow[parts[parts.count - 1]])
      #expect(given[0].answer == "skip" || node.edges.contains { $0.id == given[0].answer }, "\(name)")
    }
  }
}

import Foundation
import TestSupport
import Testing

/// The file with what an operator set for all sessions, as the program takes it.
struct ConfigTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private var file: String { folder.appending(path: "config.yaml").path }

  private func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: file)) }

  private func fairway(_ words: String..., environment: [String: String] = [:]) throws -> Program.Result {
    let usual = ["XDG_STATE_HOME": folder.path, "KUBECONFIG": "/nonexistent", "FAIRWAY_CONFIG": file]
    return try Program.run(
      Program.folder + "/fairway", words, environment: usual.merging(environment) { _, new in new })
  }

  @Test func `a file with mistakes ends the program before anything starts, with every place`() throws {
    try write("theme: drak\nkeys:\n  why: x\n")
    for words in [["demo", "1"], ["diagnose", "--evidence", "/nonexistent"], ["flow", "list"], ["config", "show"]] {
      let result = try Program.run(
        Program.folder + "/fairway", words, environment: ["XDG_STATE_HOME": folder.path, "FAIRWAY_CONFIG": file])
      #expect(result.status == 64 && result.output.isEmpty, "\(words) \(result.output)")
      #expect(result.errors.contains("config.yaml:1:8: 'drak' is no value of 'theme' (did you mean 'dark'?)"))
      #expect(result.errors.contains("config.yaml:3:8: 'x' is the key of 'export', too"))
      #expect(result.errors.split(separator: "\n").count == 2, "\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "fairway").path))
    #expect(try fairway("config", "schema").status == 0)
    #expect(try fairway("--help").status == 0)
  }

  @Test func `a file that cannot be read is an error, an absent one is none`() throws {
    #expect(try fairway("flow", "list").status == 66)
    let usual = ["FAIRWAY_CONFIG": "", "XDG_CONFIG_HOME": folder.path]
    let result = try fairway("config", environment: usual)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("# \(folder.path)/fairway/config.yaml (not there)\ntheme: auto "))
  }

  @Test func `config show is a file that sets the same, with origins`() throws {
    let flows = folder.appending(path: "flows").path
    try FileManager.default.createDirectory(atPath: flows, withIntermediateDirectories: true)
    try write("namespace: store\nflows: flows\nkeys:\n  why: W\n")
    let first = try fairway("config", "show", environment: ["FAIRWAY_FLOWS": flows])
    #expect(first.status == 0)
    for line in [
      "# \(file)", "namespace: store # config.yaml:1", "- \(flows) # config.yaml:2", "- \(flows) # $FAIRWAY_FLOWS",
      "why: [W] # config.yaml:4", "quit: [q, ctrl-c] # default",
    ] {
      let lines = first.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      #expect(lines.contains(line), "\(line) in \(first.output)")
    }
    try write(first.output)
    let second = try fairway("config", "show", "-o", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(second.output.utf8)) as? [String: Any])
    let settings = try #require(json["settings"] as? [[String: Any]])
    #expect(settings.filter { $0["name"] as? String == "flows" }.map { $0["value"] as? String } == [flows, flows])
    #expect(settings.contains { $0["name"] as? String == "keys.why" && $0["value"] as? [String] == ["W"] })
  }

  @Test func `namespace and time limits reach kubectl, and the command line wins`() throws {
    try write("namespace: store\ntimeouts: 3\n")
    let (kubectl, log) = (folder.appending(path: "kubectl").path, folder.appending(path: "log").path)
    // Written by a process of its own: a file that is open for writing cannot be run.
    let script = "printf '#!/bin/sh\\necho \"$@\" >>\(log); exit 1\\n' >\(kubectl); chmod +x \(kubectl)"
    #expect(try Program.run("/bin/sh", ["-c", script]).status == 0)
    let path = ["PATH": folder.path + ":/usr/bin:/bin"]
    _ = try fairway("diagnose", "--pod", "p", environment: path)
    _ = try fairway("diagnose", "--pod", "p", "-n", "other", environment: path)
    let asked = try String(contentsOfFile: log, encoding: .utf8)
    #expect(asked.contains("get pod p -o json --request-timeout=30s -n store\n"), "\(asked)")
    #expect(asked.contains("get pod p -o json --request-timeout=30s -n other\n"), "\(asked)")
  }

  @Test func `chosen keys stand in the footer and work in a real terminal`() throws {
    try write("keys:\n  why: W\n  quit: [Z, ctrl-x]\n")
    let terminal = try Tmux(width: 100, height: 30)
    try terminal.send("FAIRWAY_CONFIG=\(file) fairway demo 1; echo done-$?")
    try terminal.wait(for: "W why")
    try terminal.press("q", "W")
    try terminal.wait(for: "Why this is asked")
    try terminal.press("Escape", "?", "G")
    try terminal.wait(for: "Z ^x ^c")
    try terminal.press("C-x")
    try terminal.wait(for: "done-0")
  }

  @Test func `who always wants plain lines gets them, and can have the screen for once`() throws {
    try write("plain: true\n")
    let terminal = try Tmux(width: 100, height: 30)
    try terminal.send("export FAIRWAY_CONFIG=\(file); fairway demo 1; echo done-$?")
    try terminal.wait(for: "> number")
    try terminal.send("q")
    try terminal.wait(for: "done-0")
    try terminal.send("clear; fairway demo 1 --no-plain; echo left-$?")
    try terminal.wait("the screen") { $0.contains("read-only") && $0.contains("Why is the container waiting?") }
    try terminal.press("q")
    try terminal.wait(for: "left-0")
  }
}

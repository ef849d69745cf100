import Foundation
import Testing

/// A handful of walks in a real terminal.
@Suite(.serialized) struct TerminalTests {
  @Test func `Enter leads to the remedy, and everything on the way works`() throws {
    let terminal = try Tmux()
    try terminal.send("stty -a > $XDG_STATE_HOME/before; fairway demo 2; stty -a > $XDG_STATE_HOME/after; echo done-$?")
    try terminal.wait(for: "Why is the container waiting?")
    #expect(try terminal.value("alternate_on") == "1")
    try terminal.press("Enter")
    let second = try terminal.wait(for: "What does the pull error say?")
    #expect(second.contains("▸ 3 Not found"))
    #expect(second.contains("← evidence, line 59"))
    #expect(second.contains("line 59 decides"))

    try terminal.press("b")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter", "Enter", "Enter")
    let leaf = try terminal.wait(for: "What to do")
    #expect(leaf.contains("az acr repository show-tags") || leaf.contains("tag"))

    try terminal.press("/", "k", "u", "b", "e", "l", "e", "t", "Enter")
    try terminal.wait(for: ", hit 1 of ")

    try terminal.resize(40, 10)
    try terminal.wait("one pane") {
      $0.split(separator: "\n", omittingEmptySubsequences: false).count <= 11 && $0.contains("What to do")
    }
    try terminal.press("Tab")
    try terminal.wait(for: "describe pod")
    try terminal.resize(120, 40)
    try terminal.wait("both panes") { $0.contains("describe pod") && $0.contains("What to do") }

    try terminal.press("q")
    try terminal.wait(for: "done-0")
    try expectRestored(terminal)
    #expect(terminal.screen.contains("fairway export"))
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("SEGV", 139), ("ILL", 132), ("ABRT", 134)])
  func `The terminal is given back on a signal`(signal: String, status: Int) throws {
    let terminal = try Tmux(width: 80, height: 24)
    try terminal.send(
      "stty -a > $XDG_STATE_HOME/before; fairway demo 1; code=$?; stty -a > $XDG_STATE_HOME/after; echo done-$code")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    let pid = try terminal.value("pane_pid")
    _ = try Program.run("/usr/bin/env", ["pkill", "-\(signal)", "-P", pid, "-x", "fairway"])
    try terminal.wait(for: "done-\(status)")
    try expectRestored(terminal)
    let journal = try journalText(terminal.folder)
    #expect(journal.contains("\"edge\":\"pull\"") || journal.contains("\"type\":\"answered\""))
  }

  @Test func `A session is left, gone on with, changed, exported and replayed`() throws {
    let terminal = try Tmux()
    try terminal.send("cd $XDG_STATE_HOME; fairway demo 2; clear; echo le''ft-1")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    // What is typed before the program has ended would be a key of it.
    try terminal.press("q")
    try terminal.wait(for: "left-1")
    try terminal.send("fairway resume last; clear; echo le''ft-2")
    try terminal.wait(for: "The evidence is as it was then.")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "What to do")
    try terminal.press("h", "g", "Enter")
    try terminal.wait(for: "Answer this again")
    try terminal.press("Enter")
    try terminal.wait(for: "later answers still hold")
    try terminal.press("x", "Down", "Enter", "Enter")
    try terminal.wait(for: "Written to fairway-")
    try terminal.press("q")
    try terminal.wait(for: "left-2")
    try terminal.send("ls *.md; fairway replay last; echo done-$?")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Right")
    try terminal.wait(for: "What does the pull error say?")
    try terminal.press("Left", "+", "+", "p")
    try terminal.wait(for: "This is the end of the recording.")
    try terminal.press("q")
    #expect(try terminal.wait(for: "done-0").contains("fairway-20"))
  }

  @Test func `Ctrl-Z stops and fg draws the screen again`() throws {
    let terminal = try Tmux(width: 80, height: 24)
    try terminal.send("set -m; fairway demo 1")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("C-z")
    try terminal.wait("the shell") { $0.contains("Stopped") || $0.contains("$ ") && !$0.contains("read-only") }
    #expect(try terminal.value("alternate_on") == "0")
    try terminal.send("fg")
    try terminal.wait(for: "read-only")
    try terminal.press("q")
    try terminal.wait(for: "fairway export")
  }

  @Test func `Evidence on standard input leaves the keyboard to the operator`() throws {
    let terminal = try Tmux()
    try terminal.send(
      "printf 'Failed to pull image \"a.azurecr.io/b:1\": dial tcp: lookup a.azurecr.io on 10.0.0.10:53: no such host\\n' | fairway run --evidence -; echo done-$?"
    )
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  @Test func `A session on a file has one thread, so that nothing wakes while nothing happens`() throws {
    let terminal = try Tmux()
    let pod = "echo 'Failed to pull image \"a.azurecr.io/b:1\": no such host' > $XDG_STATE_HOME/pod"
    try terminal.send("\(pod); sh -c 'echo $$ > $XDG_STATE_HOME/pid; exec fairway run --evidence $XDG_STATE_HOME/pod'")
    try terminal.wait(for: "Why is the container waiting?")
    let pid = try String(contentsOf: terminal.folder.appending(path: "pid"), encoding: .utf8).filter(\.isNumber)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task") == [pid])
  }

  @Test func `A terminal that cannot place its cursor gets plain lines`() throws {
    let terminal = try Tmux(width: 100, height: 40, term: "dumb")
    try terminal.send("fairway demo 1; echo done-$?")
    try terminal.wait(for: "> number")
    try terminal.send("q")
    try terminal.wait(for: "done-0")
  }

  private func expectRestored(_ terminal: Tmux) throws {
    #expect(try terminal.value("alternate_on") == "0")
    #expect(try terminal.value("cursor_flag") == "1")
    let before = try String(contentsOf: terminal.folder.appending(path: "before"), encoding: .utf8)
    let after = try String(contentsOf: terminal.folder.appending(path: "after"), encoding: .utf8)
    #expect(before == after)
  }

  private func journalText(_ state: URL) throws -> String {
    let folder = state.appending(path: "fairway/sessions")
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }
}

import FlowKit
import Foundation
import Synchronization
import TerminalUI
import Testing
import Wizard

/// I3: a session that is killed at any moment goes on with every answer that was shown as taken.
@Suite(.serialized) struct KillTests {
  @Test func `killed 200 times, no answer is lost and none is invented`() throws {
    let began = Date()
    let results = Mutex<[Result<KillHarness, any Error>]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { lane in
      let result = Result { try KillHarness.killing(50, seed: UInt64(lane)) }
      results.withLock { $0.append(result) }
    }
    for result in results.withLock({ $0 }) {
      let harness = try result.get()
      print("\(harness.summary) in \(Int(Date().timeIntervalSince(began))) s")
      #expect(harness.faults == [String]())
      #expect(harness.finished > 0)
    }
  }

  /// Keys that lead to a place of the second demonstration, and a text that stands there.
  private static let places: [(keys: [String], shows: String)] = [
    ([], "Why is the container waiting?"),
    (["Enter"], "What does the pull error say?"),
    (["Enter", "Enter", "b"], "What does the pull error say?"),
    (["Enter", "Enter", "Enter"], "What to do"),
    (["Enter", "a", "s", "e", "e", "n", "Enter"], "What does the pull error say?"),
    // Not behind commands: whether they have ended when "b" comes is a race.
    (["Enter", "Enter", "b", "b"], "Why is the container waiting?"),
  ]

  @Test(arguments: places.indices)
  func `after a kill the screen is as it was`(_ index: Int) throws {
    let terminal = try Tmux(width: 100, height: 30)
    try terminal.send("fairway demo 2")
    try terminal.wait(for: "Why is the container waiting?")
    for key in Self.places[index].keys { try terminal.press(key) }
    try terminal.wait(for: Self.places[index].shows)
    let before = try settled(terminal)
    let pid = try terminal.value("pane_pid")
    _ = try Program.run("/usr/bin/env", ["pkill", "-KILL", "-P", pid, "-x", "fairway"])
    // The shell gets a terminal that nobody gave back.
    try terminal.wait("the shell") { $0.contains("Killed") }
    for line in ["stty sane", "tput rmcup; clear; fairway resume last"] {
      try terminal.tmux("send-keys", "-l", line)
      try terminal.press("C-j")
    }
    try terminal.wait(for: "Resumed after")
    let after = try settled(terminal)
    // The evidence is scrolled to the deciding line from wherever it stood, so it may stand elsewhere.
    let evidence = try #require(before.firstIndex { $0.contains("describe pod") })
    #expect(after.prefix(evidence + 1) == before.prefix(evidence + 1))
    #expect(Set(after.dropLast()).isSuperset(of: before[evidence...].filter { $0.contains("not found, failed") }))
    try terminal.press("q")
    try terminal.wait(for: "is kept")
  }

  /// The rows of a screen on which nothing changes any more.
  private func settled(_ terminal: Tmux) throws -> [String] {
    var last = ""
    var count = 0
    let screen = try terminal.wait("a quiet screen") { screen in
      count = screen == last ? count + 1 : 0
      last = screen
      return count == 8
    }
    return screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(30).map(String.init)
  }

  @Test func `on a pipe each question is there when its answer is awaited`() throws {
    let harness = try KillHarness(seed: 1)
    let victim = try Victim(Program.folder + "/fairway", harness.beginning, onPipe: true)
    try victim.wait(for: "> number")
    victim.type(["1"])
    try victim.wait("the next question") { $0.contains("Question 2?") }
  }

  @Test(arguments: [("HUP", "hung-up"), ("TERM", "quit")])
  func `a signal ends the program and keeps the session`(_ signal: String, _ end: String) throws {
    let terminal = try Tmux(width: 80, height: 24)
    try terminal.send("fairway demo 2")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    let pid = try terminal.value("pane_pid")
    _ = try Program.run("/usr/bin/env", ["pkill", "-\(signal)", "-P", pid, "-x", "fairway"])
    try terminal.wait("the shell") { !$0.contains("read-only") }
    try expectEnd(terminal.folder, end)
  }

  @Test func `a terminal that is closed ends the program and keeps the session`() throws {
    let terminal = try Tmux(width: 80, height: 24)
    // A second window keeps the server alive.
    try terminal.tmux("new-window", "-d", "sleep", "30")
    try terminal.send("fairway demo 2")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    try terminal.tmux("kill-pane")
    try expectEnd(terminal.folder, "hung-up")
  }

  private func expectEnd(_ folder: URL, _ end: String) throws {
    let store = SessionStore(state: folder.path + "/fairway")
    let id = try #require(store.ids.first)
    let deadline = Date(timeIntervalSinceNow: 10)
    while store.isOpen(id), Date() < deadline { usleep(10_000) }
    let events = try store.entries(of: id).map(\.event)
    #expect(events.last == .ended(try #require(Event.End(rawValue: end))))
    #expect(events.contains { if case .answered(let answer) = $0 { answer.by != .rule } else { false } })
  }
}

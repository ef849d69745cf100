import Foundation
import Testing

/// A terminal that is resized, stopped and flooded.
@Suite(.serialized) struct TerminalStormTests {
  private static let first = "Why is the container waiting?"

  @Test func `After two hundred sizes in five seconds the screen is as if it had just been drawn`() throws {
    let fresh = try shown(Tmux(width: 101, height: 31))
    try fresh.press("Tab", "g")
    try fresh.wait(for: "Service Account")
    let picture = try settled(fresh)
    let terminal = try shown(Tmux(width: 80, height: 24))
    let tty = try terminal.value("pane_tty")
    // Sizes of every kind, some of them too small for anything. tmux holds back quick changes, stty does not.
    let storm = """
      i=0
      while [ $i -lt 200 ]; do
        i=$((i + 1)); x=$((20 + i * 37 % 150)); y=$((4 + i * 17 % 50))
        if [ $((i % 2)) = 0 ]; then stty -F \(tty) cols $x rows $y
        else tmux -L \(terminal.server) resize-window -x $x -y $y; fi
        sleep 0.01
      done
      """
    #expect(try Program.run("/bin/sh", ["-c", storm]).status == 0)
    try terminal.resize(90, 25)
    try terminal.resize(101, 31)
    // tmux hands sizes on some time later. A view that no size ever moved may stand at another line.
    try terminal.wait("the last size") { _ in
      (try? Program.run("/usr/bin/env", ["stty", "-F", tty, "size"]).output) == "31 101\n"
    }
    try terminal.press("Tab", "g")
    try terminal.wait("the fresh screen:\n\(picture)\n") { $0 == picture }
    try terminal.press("C-l")
    #expect(try settled(terminal) == picture)
  }

  @Test(arguments: [(39, 9), (2, 1), (1, 1), (40, 9), (39, 10)])
  func `A screen that was too small is drawn again`(width: Int, height: Int) throws {
    let terminal = try shown(Tmux(width: 80, height: 24))
    let picture = try settled(terminal)
    try terminal.resize(width, height)
    try terminal.wait("a small screen") { !$0.contains("What does") && $0.contains("f") }
    try terminal.resize(80, 24)
    try terminal.wait("the screen of before:\n\(picture)\n") { $0 == picture }
  }

  @Test(arguments: ["", "--mouse"])
  func `Ctrl-Z gives back all modes, and fg takes them again`(flags: String) throws {
    let terminal = try Tmux(width: 80, height: 24)
    try terminal.send("stty -a > $XDG_STATE_HOME/before; set -m; fairway demo 1 \(flags)")
    try terminal.wait(for: Self.first)
    let modes = ["keypad_cursor_flag", "keypad_flag", "mouse_any_flag", "mouse_sgr_flag", "cursor_flag"]
    let taken = try modes.map { try terminal.value($0) }
    #expect(try terminal.value("mouse_any_flag") == (flags.isEmpty ? "0" : "1"))
    for round in 1...3 {
      try terminal.press("C-z")
      try terminal.wait("the shell") { !$0.contains("read-only") && $0.contains("$ ") }
      #expect(try modes.map { try terminal.value($0) } == ["0", "0", "0", "0", "1"])
      #expect(try terminal.value("alternate_on") == "0")
      try terminal.send("stty -a > $XDG_STATE_HOME/after; echo stopped-\(round)-''yes")
      try terminal.wait(for: "stopped-\(round)-yes")
      let saved = try ["before", "after"].map {
        try String(contentsOf: terminal.folder.appending(path: $0), encoding: .utf8)
      }
      #expect(saved[0] == saved[1])
      // A shell that asked for no marks around a paste gets none.
      try terminal.tmux("set-buffer", "echo pas''ted-\(round)")
      try terminal.tmux("paste-buffer", "-p")
      try terminal.press("Enter")
      try terminal.wait(for: "pasted-\(round)")
      try terminal.send("fg")
      // The header is there before the last of the modes is.
      try terminal.wait("the modes \(taken)") { screen in
        screen.contains("read-only") && (try? modes.map { try terminal.value($0) }) == taken
      }
    }
    try terminal.press("q")
    try terminal.wait(for: "fairway export")
  }

  @Test(arguments: [true, false])
  func `A megabyte that is pasted as output is all there`(isMarked: Bool) throws {
    let terminal = try Tmux(width: 100, height: 30)
    try PasteFlow.write(to: terminal.folder)
    let text = (0..<16_000).map { "\($0) the node says that all is well as far as it can tell\n" }.joined()
    try text.write(to: terminal.folder.appending(path: "big"), atomically: true, encoding: .utf8)
    try terminal.send("cd $XDG_STATE_HOME; fairway run paste --flows flows; echo done-$?")
    try terminal.wait(for: "Paste its output")
    try terminal.press("2")
    try terminal.wait(for: "Paste the output now")
    try terminal.tmux("load-buffer", terminal.folder.appending(path: "big").path)
    if isMarked { try terminal.tmux("paste-buffer", "-p") } else { try terminal.tmux("paste-buffer") }
    try terminal.wait(for: "16000 lines", seconds: 90)
    try terminal.press("C-d")
    try terminal.wait(for: "Whom to ask", seconds: 60)
    try terminal.press("q")
    try terminal.wait(for: "done-0")
    #expect(try PasteFlow.kept(in: terminal.folder).contains { $0 == text })
  }

  @Test func `A megabyte in a line is cut, and said`() throws {
    let terminal = try shown(Tmux(width: 100, height: 30))
    try String(repeating: "orders é漢 ", count: 80_000).write(
      to: terminal.folder.appending(path: "big"), atomically: true, encoding: .utf8)
    try terminal.tmux("load-buffer", terminal.folder.appending(path: "big").path)
    for flags in [["-p"], []] {
      try terminal.press("/")
      try terminal.wait("a prompt") { $0.split(separator: "\n").last?.hasPrefix("/") == true }
      _ = try flags.isEmpty ? terminal.tmux("paste-buffer") : terminal.tmux("paste-buffer", flags[0])
      try terminal.wait(for: "A line takes 4096 characters", seconds: 90)
      try terminal.press("Escape")
      try terminal.wait(for: "? help", seconds: 90)
    }
  }

  /// A walk that stands at its second question.
  private func shown(_ terminal: Tmux) throws -> Tmux {
    try terminal.send("fairway demo 2")
    try terminal.wait(for: Self.first)
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    return terminal
  }

  /// The screen when it does not change any more.
  private func settled(_ terminal: Tmux) throws -> String {
    var last = ""
    return try terminal.wait("a screen that stays") { now in
      defer { last = now }
      return now == last && now.contains("quit")
    }
  }
}

/// A flow that begins with a command whose output is pasted.
enum PasteFlow {
  static func write(to folder: URL) throws {
    let place = folder.appending(path: "flows/paste")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try text.write(to: place.appending(path: "flow.yaml"), atomically: true, encoding: .utf8)
  }

  /// Evidence that was kept outside of the journal.
  static func kept(in folder: URL) throws -> [String] {
    let sessions = folder.appending(path: "fairway/sessions")
    let paths = FileManager.default.enumerator(atPath: sessions.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.contains(".files/") }.compactMap {
      try? String(contentsOf: sessions.appending(path: $0), encoding: .utf8)
    }
  }

  private static let text = """
    fairway: 1
    flow: paste
    title: A command
    version: "1"
    start: show
    nodes:
      show:
        kind: command
        title: What does the node say?
        run: kubectl get node n1
        effect: read
        proves: what the node says
        does-not-prove: that it is true
        outcomes:
          - {id: well, when: {contains: all is well}, go: end}
        else: end
        failed: end
        denied: end
      end:
        kind: remediation
        title: Ask the owner
        verdict: escalate
        why: It was asked for.
        escalate: {to: the owner of the flow, attach: [this session]}
        source:
          - {url: "https://kubernetes.io/docs/concepts/containers/images/", seen: 2026-11-21}

    """
}

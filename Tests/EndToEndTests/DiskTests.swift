import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// I3 on a disk that has no room: the session goes on, says so, and is written when there is room again.
///
/// A limit on the size of files stands for the disk: a write that goes over it is cut off in the middle of a line.
@Suite(.serialized) struct DiskTests {
  private let temporary: TemporaryFolder
  private var state: URL { temporary.url }
  private let store: SessionStore

  init() throws {
    temporary = try TemporaryFolder()
    store = SessionStore(state: temporary.path + "/fairway")
  }

  /// The command line of a program that finds no room behind some bytes of each file.
  private func line(room bytes: Int, _ arguments: String) -> String {
    "trap '' XFSZ; XDG_STATE_HOME=\(state.path) exec prlimit --fsize=\(bytes): \(Program.folder)/fairway \(arguments)"
  }

  private func makeRoom(_ pid: String) throws {
    let result = try Program.run("/usr/bin/env", ["prlimit", "--pid", pid, "--fsize=unlimited"])
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Sizes of the journal of a demonstration after each of its events.
  private func sizes(_ demo: Int, _ input: String) throws -> [Int] {
    let result = try Program.fairway("demo", "\(demo)", "--plain", input: input, state: state)
    let id = try #require(store.ids.first, "\(result)")
    let bytes = try Data(contentsOf: URL(filePath: store.path(of: id)))
    try store.remove(id)
    return bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  private func text(_ id: String) throws -> String {
    try String(contentsOf: URL(filePath: store.path(of: id)), encoding: .utf8)
  }

  @Test func `on a full disk the session goes on, says so, and is whole when there is room`() throws {
    // Room for the evidence and the first answer, and for some bytes of the next.
    let ends = try sizes(2, "\nq\n")
    let opening = ends.count - 2
    let room = ends[opening] + 20
    let program = try Victim("sh", ["-c", line(room: room, "demo 2 --plain")])
    try program.wait(for: "Why is the container waiting?")
    program.type([""])
    try program.wait(for: "What does the pull error say?")
    #expect(!program.text.contains("no longer saved"))
    let id = try #require(store.ids.first)
    #expect(try text(id).utf8.count == ends[opening])

    program.type(["a", "while it was full"])
    try program.wait(for: "This session is no longer saved: \(store.path(of: id)): File too large")
    #expect(try text(id).utf8.count == ends[opening], "nothing torn is left")
    program.type(["a", "and again"])
    try program.wait("two prompts more") { $0.split(separator: "> number").count == 5 }
    #expect(program.text.split(separator: "no longer saved").count == 2, "it is said once")

    try makeRoom("\(program.pid)")
    program.type(["a", "and with room"])
    try program.wait(for: "Everything is saved again.")
    let notes = try store.entries(of: id).compactMap { if case .note(let text) = $0.event { text } else { nil } }
    #expect(notes == ["while it was full", "and again", "and with room"])
    program.type(["q"])
    try program.wait(for: "Session \(id) is kept.")
    #expect(try store.entries(of: id).last?.event == .ended(.quit))
  }

  @Test func `what a full disk took is still in the file after a kill`() throws {
    let ends = try sizes(2, "\nq\n")
    let room = ends[ends.count - 2] + 20
    let program = try Victim("sh", ["-c", line(room: room, "demo 2 --plain")], typed: ["", "a", "lost"])
    try program.wait(for: "no longer saved")
    program.kill()
    let id = try #require(store.ids.first)
    #expect(try store.entries(of: id).count == ends.count - 1)
    let again = try Program.fairway("resume", "last", "--plain", input: "q\n", state: state)
    #expect(again.output.contains("What does the pull error say?"))
  }

  @Test func `a disk that is full from the start is said before anything is asked`() throws {
    let program = try Victim("sh", ["-c", line(room: 0, "demo 2 --plain 2>&1")])
    try program.wait(for: "> number")
    #expect(program.text.contains("not saved"), "\(program.text)")
    try makeRoom("\(program.pid)")
    program.type([""])
    try program.wait(for: "Everything is saved again.")
    #expect(try store.entries(of: try #require(store.ids.first)).count > 3)
  }

  @Test func `the screen says that it is not saved, as long as that is so`() throws {
    let terminal = try Tmux(width: 100, height: 30)
    try terminal.send("(\(line(room: 0, "demo 2")))")
    try terminal.wait(for: "NOT SAVED")
    try terminal.press("Enter")
    let full = try terminal.wait(for: "What does the pull error say?")
    #expect(full.contains("NOT SAVED"))
    let id = try #require(store.ids.first)
    #expect(try text(id).isEmpty)
    let pid = try Program.run("/usr/bin/env", ["pgrep", "-f", "^\(Program.folder)/fairway demo 2$"]).output
    let mine = try pid.split(separator: "\n").first { pid in
      try String(contentsOfFile: "/proc/\(pid)/environ", encoding: .utf8).contains(state.path)
    }
    try makeRoom(String(try #require(mine)))
    try terminal.press("b")
    try terminal.wait("a saved session") { !$0.contains("NOT SAVED") && $0.contains("Why is the container") }
    #expect(try store.entries(of: id).last?.event == .back)
    try terminal.press("q")
    try terminal.wait(for: "is kept")
  }

  @Test func `a folder that others may write is refused, and the session goes on`() throws {
    try store.makeFolder()
    chmod(store.folder, 0o777)
    let result = try Program.fairway("demo", "2", "--plain", input: "\nq\n", state: state)
    #expect(result.status == 0 && result.output.contains("What does the pull error say?"))
    #expect(
      result.errors.contains(
        "not saved: \(store.folder): other users can write here; name another folder with --state-dir"))
    #expect(!result.output.contains("is kept"))
    #expect(store.ids.isEmpty)
  }

  @Test func `a state folder that cannot be made is said, and the session goes on`() throws {
    let file = state.appending(path: "file")
    try Data().write(to: file)
    let result = try Program.fairway("demo", "2", "--plain", "--state-dir", file.path, input: "\nq\n", state: state)
    #expect(result.status == 0 && result.output.contains("What does the pull error say?"))
    #expect(result.errors.contains("This session is not saved: \(file.path)/sessions: Not a directory"))
  }
}

import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// Kept sessions from outside: listed, shown, exported, gone on with, and deleted only when somebody says so.
struct SessionsTests {
  private let temporary: TemporaryFolder
  private var state: URL { temporary.url }
  private let store: SessionStore

  init() throws {
    temporary = try TemporaryFolder()
    store = SessionStore(state: temporary.path + "/fairway")
  }

  private func fairway(_ line: String, input: String = "") throws -> Program.Result {
    let words = line.split(separator: " ").map(String.init)
    let environment = ["XDG_STATE_HOME": state.path, "KUBECONFIG": "/nonexistent"]
    return try Program.run(Program.folder + "/fairway", words, input: input, environment: environment)
  }

  /// Walks a demonstration and names its session.
  @discardableResult
  private func walk(_ demo: Int, _ input: String = "\nq\n", as id: String) throws -> String {
    let before = Set(store.ids)
    _ = try fairway("demo \(demo) --plain", input: input)
    let new = try #require(Set(store.ids).subtracting(before).first)
    try FileManager.default.moveItem(atPath: store.path(of: new), toPath: store.path(of: id))
    return id
  }

  private func touch(_ id: String, daysAgo days: Double) throws {
    let date = Date(timeIntervalSinceNow: -days * 86400)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: store.path(of: id))
  }

  private func json(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  private func bytes(_ id: String) throws -> Data { try Data(contentsOf: URL(filePath: store.path(of: id))) }

  // MARK: - Looking

  @Test func `list tells of every session, the newest first, and a broken one hides no other`() throws {
    try walk(2, "\nq\n", as: "20261101T000000")
    try Data("nonsense\n".utf8).write(to: URL(filePath: store.path(of: "20261102T000000")))
    try walk(2, "\n\n\nq\n", as: "20261103T000000")
    try Data().write(to: URL(filePath: store.path(of: "20261104T000000")))
    let list = try json(try fairway("sessions list -o json").output)
    #expect(
      list.map { $0["id"] as? String }
        == ["20261104T000000", "20261103T000000", "20261102T000000", "20261101T000000"])
    #expect(list.map { $0["state"] as? String } == ["broken", "finished", "broken", "unfinished"])
    #expect(list[2]["reason"] as? String == "line 1 is not the event that belongs there")
    #expect(list[0]["reason"] as? String == "nothing was recorded")
    #expect(list[3]["step"] as? Int == 2 && list[3]["flow"] as? String == "image-pull")
    #expect(list[3]["title"] as? String == "What does the pull error say?")
    for one in list {
      #expect(
        Set(one.keys) == ["began", "changed", "flow", "id", "reason", "state", "step", "subject", "title"])
    }
    let table = try fairway("sessions").output.split(separator: "\n")
    #expect(table.count == 5 && table[0].hasPrefix("ID "))
    #expect(table[3].contains("broken") && table[3].contains("line 1 is not the event that belongs there"))
  }

  @Test func `without sessions everything says so`() throws {
    #expect(try fairway("sessions list").errors.hasPrefix("There is no session in "))
    #expect(try fairway("sessions list -o json").output == "[\n\n]\n")
    let resume = try fairway("resume")
    #expect(resume.status == 66 && resume.errors.contains("'fairway run' begins one"))
    for line in ["resume last", "sessions show x", "export last", "replay last --plain", "sessions remove x"] {
      let result = try fairway(line)
      #expect(result.status == 66, "\(line)")
      #expect(result.errors.contains("'fairway sessions list' shows all"), "\(line): \(result.errors)")
    }
    #expect(try fairway("sessions prune --older-than 1d").output == "No session is that old.\n")
    #expect(!FileManager.default.fileExists(atPath: store.folder))
  }

  @Test func `show tells one session in full, found by the beginning of its id`() throws {
    try walk(2, "\na\nasked the owner\nq\n", as: "20261101T000000")
    try walk(3, "q\n", as: "20261102T000000")
    let text = try fairway("sessions show 20261101").output
    #expect(text.contains("Session   20261101T000000, unfinished"))
    #expect(text.contains("Note ") && text.contains("asked the owner"))
    #expect(text.contains("At        step 2: What does the pull error say?"))
    let last = try fairway("sessions show last -o json").output
    #expect(last.contains("\"schema\" : \"fairway.session/1\""))
    let both = try fairway("sessions show 2026")
    #expect(both.status == 66 && both.errors.contains("it is the beginning of 2 sessions"))
    let path = try fairway("sessions show \(store.path(of: "20261101T000000"))")
    #expect(path.output == text)
  }

  @Test func `replay steps forward and back, and changes nothing`() throws {
    let id = try walk(2, "\n\n\nq\n", as: "20261101T000000")
    let before = try bytes(id)
    let result = try fairway("replay last --plain", input: "\n\nb\n" + String(repeating: "\n", count: 30))
    #expect(result.status == 0)
    let titles = ["Why is the container waiting?", "What does the pull error say?"]
    let seen = result.output.split(separator: "\n").filter { titles.contains(String($0)) }.map(String.init)
    #expect(Array(seen.prefix(2)) == titles, "\(seen)")
    #expect(
      seen.count { $0 == titles[1] } >= 2 || seen.count { $0 == titles[0] } >= 2, "b shows a place again: \(seen)")
    #expect(result.output.contains("The session ended: finished"))
    #expect(result.output.contains("This is the end of the recording."))
    #expect(try bytes(id) == before)
    #expect(store.ids == [id])
  }

  @Test func `for programs, what was deleted is JSON, and nothing is asked`() throws {
    try walk(2, "\nq\n", as: "20261101T000000")
    #expect(try fairway("sessions prune --older-than 0m -o json").status == 64)
    let told = try fairway("sessions prune --older-than 0m -o json --dry-run").output
    #expect(told.contains("\"20261101T000000\""))
    #expect(try fairway("sessions show last").status == 0)
    #expect(try fairway("sessions remove last -o json").output == told)
    #expect(try fairway("sessions prune --older-than 0m -o json --yes").output.contains("\"deleted\" : ["))
  }

  // MARK: - Going on

  @Test func `the program alone shows what is unfinished and how to begin`() throws {
    #expect(try fairway("").output.hasPrefix("Begin on a pod:"))
    try walk(2, "\nq\n", as: "20261101T000000")
    let start = try fairway("")
    #expect(start.status == 0 && start.output.contains("  20261101T000000") && start.output.contains("fairway demo"))
    let wrong = try fairway("resme")
    #expect(wrong.status == 64 && wrong.errors.contains("There is no subcommand 'resme' (did you mean 'resume'?)"))
  }

  @Test func `resume asks which session, the unfinished ones first`() throws {
    try walk(2, "\nq\n", as: "20261101T000000")
    try walk(2, "\n\n\nq\n", as: "20261102T000000")
    try walk(3, "\nq\n", as: "20261103T000000")
    let asked = try fairway("resume --plain", input: "2\nq\n")
    #expect(asked.output.contains("1. 20261103T000000") && asked.output.contains("2. 20261101T000000"))
    #expect(!asked.output.contains("20261102T000000"))
    #expect(asked.output.contains("Resumed after ") && asked.output.contains("fairway resume 20261101T000000"))
    #expect(try fairway("resume --plain", input: "7\n").status == 64)
    #expect(try fairway("resume --plain").status == 11)
    #expect(try fairway("resume 2026 --plain").status == 66)
  }

  @Test func `a session that is open elsewhere can be read, not answered`() throws {
    let id = try walk(2, "\nq\n", as: "20261101T000000")
    let open = try Journal(opening: id, in: store)
    let before = try bytes(id)
    let result = try fairway("resume last --plain", input: "\n1\nb\nq\n")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Another Fairway has this session open"))
    #expect(result.output.contains("> Enter next, b previous, q quit"))
    #expect(result.output.contains("What does the pull error say?"))
    #expect(!result.output.contains("> number"))
    #expect(try bytes(id) == before)
    #expect(try json(try fairway("sessions list -o json").output).first?["state"] as? String == "open")
    withExtendedLifetime(open) {}
  }

  @Test func `a broken session cannot be gone on with, and stays as it is`() throws {
    let id = try walk(2, "\nq\n", as: "20261101T000000")
    let broken = Data("{}\n".utf8) + (try bytes(id))
    try broken.write(to: URL(filePath: store.path(of: id)))
    for line in ["resume last --plain", "export last", "replay last --plain", "sessions show last"] {
      let result = try fairway(line, input: "\n")
      #expect(result.status == 66, "\(line)")
      #expect(result.errors.contains("line 1 is not the event that belongs there"), "\(line): \(result.errors)")
    }
    #expect(try bytes(id) == broken)
  }

  @Test func `a live session goes on in the context that it began in`() throws {
    let bin = state.appending(path: "bin")
    let log = state.appending(path: "calls").path
    let pod = #"""
      {"kind":"Pod","metadata":{"name":"o","namespace":"s","uid":"u"},"spec":{"nodeName":"n","containers":[{"name":"a","image":"f.azurecr.io/o:2"}]},"status":{"phase":"Pending","containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ErrImagePull","message":"failed to pull and unpack image \"f.azurecr.io/o:2\": no match for platform in manifest: not found"}}}]}}
      """#
    let script = """
      #!/bin/sh
      echo "$*" >> \(log)
      case "$*" in
        *"current-context"*) echo prod-weu ;;
        *"config view"*) echo "https://${FAKE_SERVER:-one}.example:443" ;;
        *"get pod"*) cat <<'POD'
      \(pod)
      POD
        ;;
        *) exit 1 ;;
      esac
      """
    try ShellScript.write(script, to: bin.path + "/kubectl")
    let environment = ["XDG_STATE_HOME": state.path, "PATH": bin.path + ":/usr/bin:/bin"]
    var output = ""
    func run(_ line: String, _ input: String, server: String = "one") throws -> [Substring] {
      try? FileManager.default.removeItem(atPath: log)
      let words = line.split(separator: " ").map(String.init)
      let environment = environment.merging(["FAKE_SERVER": server]) { _, new in new }
      output = try Program.run(Program.folder + "/fairway", words, input: input, environment: environment).output
      return ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n")
    }
    let first = try run("run --pod o -n s --plain", "\nq\n")
    #expect(first.contains { $0.contains("current-context") })
    let entries = try store.entries(of: try #require(store.ids.first))
    guard case .began(let began)? = entries.first?.event else { throw Victim.Failure(what: "no beginning") }
    #expect(began.source?.kind == .live && began.source?.context == "prod-weu")
    // A context of the same name that means another cluster: nothing is asked there.
    let other = try run("resume last --plain", "\n\n\n1\nq\n", server: "two")
    #expect(!other.contains { $0.contains("get ") }, "\(other)")
    #expect(output.contains("kubectl cannot be seen to ask the same cluster any more"))
    let second = try run("resume last --plain", "b\nb\nb\nb\n\n\n\nq\n")
    let calls = second.filter { $0.contains("get ") }
    #expect(!calls.isEmpty && calls.allSatisfy { $0.contains("--context prod-weu") }, "\(second)")
  }

  // MARK: - Exporting

  @Test func `a link is written through, and only a session by its id is deleted`() throws {
    try walk(2, "\nq\n", as: "20261101T000000")
    let (target, link) = (state.path + "/target.md", state.path + "/link.md")
    try "old".write(toFile: target, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(try fairway("export last -o \(link)").status == 73)
    #expect(try fairway("export last -o \(link) --force").status == 0)
    #expect(try String(contentsOfFile: target, encoding: .utf8).hasPrefix("# "))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try fairway("export last -o /dev/null").status == 0)
    let other = state.path + "/notes.jsonl"
    try "mine".write(toFile: other, atomically: true, encoding: .utf8)
    #expect(try fairway("sessions remove \(other)").status == 66)
    #expect(try fairway("resume \(other) --plain").status == 66)
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "mine")
  }

  @Test func `an export leaves a file that is there, unless it is forced`() throws {
    try walk(2, "\n\n\nq\n", as: "20261101T000000")
    let file = state.appending(path: "note.md")
    let first = try fairway("export last -o \(file.path)")
    #expect(first.status == 0 && first.output.isEmpty && first.errors == "Written to \(file.path)\n")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text == (try fairway("export last").output))
    try Data("mine".utf8).write(to: file)
    let second = try fairway("export last -o \(file.path)")
    #expect(second.status == 73 && second.errors.contains("it is there already; --force overwrites it"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    #expect(try fairway("export last --force -o \(file.path)").status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    #expect(try fairway("export last -o \(state.path)/none/x.md").status == 73)
    #expect(try fairway("export last --force -o \(state.path)").status == 73)
    let names = try FileManager.default.contentsOfDirectory(atPath: state.path)
    #expect(Set(names) == ["fairway", "note.md"], "no draft is left: \(names)")
  }

  @Test func `an export that does not fit on the disk leaves nothing, or what was there`() throws {
    try walk(2, "\n\n\nq\n", as: "20261101T000000")
    let file = state.appending(path: "note.md")
    let line = "trap '' XFSZ; ulimit -f 1; exec \(Program.folder)/fairway export last --force -o \(file.path)"
    for before in [nil, "mine"] as [String?] {
      if let before { try Data(before.utf8).write(to: file) }
      let result = try Program.run("/bin/sh", ["-c", line], environment: ["XDG_STATE_HOME": state.path])
      #expect(result.status == 73, "\(result)")
      #expect((try? String(contentsOf: file, encoding: .utf8)) == before)
    }
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: state.path)) == ["fairway", "note.md"])
  }

  // MARK: - Deleting

  @Test func `remove deletes what is named, all or nothing when a name is wrong`() throws {
    for day in 1...3 { try walk(2, "q\n", as: "2026110\(day)T000000") }
    #expect(try fairway("sessions remove 20261101 x").status == 66)
    #expect(try fairway("sessions remove 2026").status == 66)
    #expect(try fairway("sessions remove").status == 64)
    #expect(store.ids.count == 3)
    let result = try fairway("sessions remove 20261101 last")
    #expect(result.output == "Deleted 20261101T000000.\nDeleted 20261103T000000.\n")
    #expect(store.ids == ["20261102T000000"])
    let open = try Journal(opening: "20261102T000000", in: store)
    let refused = try fairway("sessions remove last")
    #expect(refused.status == 73 && refused.errors.contains("another Fairway has this session open"))
    #expect(store.ids.count == 1)
    withExtendedLifetime(open) {}
  }

  @Test func `prune deletes old sessions only, and only after a yes`() throws {
    for day in 1...4 { try walk(2, "q\n", as: "2026110\(day)T000000") }
    for (id, days) in zip(store.ids, [0, 3, 10, 40.0]) { try touch(id, daysAgo: days) }
    let all = store.ids
    for (line, input) in [
      ("--older-than 2d", ""), ("--older-than 2d", "\n"), ("--older-than 2d", "y\n"), ("--older-than 2d", "no\nyes\n"),
      ("--older-than 2d --dry-run", "yes\n"), ("--older-than 2d --dry-run --yes", ""),
    ] {
      let result = try fairway("sessions prune \(line)", input: input)
      #expect(result.status == 0)
      #expect(result.output.split(separator: "\n").filter { $0.hasPrefix("2026") }.count == 3, "\(line)")
      #expect(result.output.contains("Nothing was deleted.") != line.contains("--dry-run"))
      #expect(store.ids == all, "\(line) \(input)")
    }
    #expect(try fairway("sessions prune --older-than 30d", input: "yes\n").output.hasSuffix("Deleted one session.\n"))
    #expect(store.ids == Array(all.prefix(3)))
    let open = try Journal(opening: all[1], in: store)
    #expect(try fairway("sessions prune --older-than 12h --yes").output.hasSuffix("Deleted one session.\n"))
    #expect(store.ids == Array(all.prefix(2)), "one is too young, one is open")
    withExtendedLifetime(open) {}
  }

  @Test(arguments: ["", "5", "d", "-3d", "1w", "1.5h", "0x3d", "all", "99999999999999999999d"])
  func `an age that is none is refused`(_ age: String) throws {
    try walk(2, "q\n", as: "20261101T000000")
    try touch("20261101T000000", daysAgo: 400)
    let words = ["sessions", "prune", "--yes", "--older-than=\(age)"]
    let result = try Program.run(Program.folder + "/fairway", words, environment: ["XDG_STATE_HOME": state.path])
    #expect(result.status == 64)
    #expect(try fairway("sessions prune --yes").status == 64)
    #expect(store.ids.count == 1)
  }
}

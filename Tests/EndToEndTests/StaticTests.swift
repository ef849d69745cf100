import Foundation
import Testing

/// The static executable of a release, alone in an empty root folder: no Swift, no ncurses, no terminal database.
///
/// `FAIRWAY_BINARY` names one; else it is the one that `.ci/release` left.
@Suite(.serialized, .enabled(if: Jail.missing == nil, Comment(rawValue: Jail.missing ?? "")))
struct StaticTests {
  @Test func `It runs where nothing else is`() throws {
    let jail = try Jail()
    let version = try jail.run("--version")
    #expect(version.status == 0 && version.output.hasPrefix("fairway "), "\(version.errors)")
    #expect(try jail.run("demo", "--list").output.contains("1."))
    let text = "Failed to pull image \"a.io/b:1\": dial tcp: lookup a.io on 10.0.0.10:53: no such host"
    #expect(try jail.run("diagnose", "--evidence", "-", input: text).status == 10)
  }

  @Test(arguments: ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100", "xterm-ghostty"])
  func `It draws its first screen without a terminal database`(term: String) throws {
    let jail = try Jail()
    let terminal = try Tmux(width: 100, height: 30)
    try terminal.send("TERM=\(term) \(jail.line) demo 1; echo done-$?")
    let screen = try terminal.wait(for: "Why is the container waiting?")
    #expect(screen.contains("read-only") && screen.contains("step 1"), "\(screen)")
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  @Test func `A terminal that nobody can describe gets plain lines`() throws {
    let jail = try Jail()
    let terminal = try Tmux(width: 140, height: 30)
    try terminal.send("TERM=foo \(jail.line) demo 1; echo done-$?")
    try terminal.wait(for: "> number")
    try terminal.send("q")
    try terminal.wait(for: "done-0")
    #expect(terminal.screen.contains("terminal type \"foo\" (TERM) is unknown"))
  }
}

/// A root folder that holds the executable, an empty /dev/null, and what the kernel shows of processes.
private final class Jail {
  private static let executable: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let built = root.appending(path: ".build-release/release/fairway").path
    return ProcessInfo.processInfo.environment["FAIRWAY_BINARY"] ?? built
  }()

  private let folder: URL

  /// Why there can be none; nil when there can.
  static let missing: String? = {
    guard FileManager.default.isExecutableFile(atPath: executable) else { return "there is no release executable" }
    guard (try? Program.run("/usr/bin/env", ["ldd", executable]).status) != 0 else {
      return "\(executable) is not static"
    }
    let isAllowed = try? Program.run("/usr/bin/env", ["unshare", "-m", "mount", "-t", "proc", "proc", "/proc"]).status
    return isAllowed == 0 ? nil : "a root folder of its own takes the rights of root"
  }()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fairway-root-\(UUID().uuidString)")
    for name in ["proc", "dev"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data().write(to: folder.appending(path: "dev/null"))
    // Copied by a process of its own: see the test of an executable that was moved.
    _ = try Program.run("/bin/cp", [Self.executable, folder.path + "/fairway"])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var words: [String] {
    let script = "PATH=$PATH:/usr/sbin:/sbin; mount -t proc proc $0/proc && exec chroot $0 /fairway \"$@\""
    return ["unshare", "-m", "sh", "-c", script, folder.path]
  }

  /// The beginning of a line of a shell.
  var line: String { words.map { "'\($0)'" }.joined(separator: " ") }

  func run(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run("/usr/bin/env", words + arguments, input: input)
  }
}

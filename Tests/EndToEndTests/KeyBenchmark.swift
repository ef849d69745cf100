import Foundation
import Glibc
import TestSupport
import Testing

/// How long a key takes to its repaint: `FAIRWAY_BENCH=1 swift test --filter KeyBenchmark`.
///
/// `FAIRWAY_BINARY` names the program to measure, such as a release build; less shows the same file in the same run.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["FAIRWAY_BENCH"] == "1"), .serialized)
struct KeyBenchmark {
  private static let program =
    ProcessInfo.processInfo.environment["FAIRWAY_BINARY"] ?? Program.folder + "/fairway"
  private static let line =
    "  Warning  Failed  25m (x4 over 26m)  kubelet  Failed to pull image \"fabrikam.azurecr.io/orders:1\": not found\n"

  @Test(arguments: ["head -c 100000000 \"$0.text\"", "timeout 6 yes 'a small line'", "head -c 100000000 \"$0.long\""])
  func `keys while a command floods`(_ flood: String) throws {
    let folder = try TemporaryFolder()
    let world = try World(in: URL(fileURLWithPath: folder.path))
    let kubectl = folder.path + "/bin/kubectl"
    let script = try String(contentsOfFile: kubectl, encoding: .utf8)
    let branch = "case \"$1 $2\" in\n  \"get node\") sleep 0.5; \(flood) ;;"
    try script.replacing("case \"$1 $2\" in", with: branch).write(
      toFile: kubectl, atomically: false, encoding: .utf8)
    try Self.write(Self.line, 100_000_000, kubectl + ".text")
    let long = String(repeating: "lorem ipsum dolor sit amet ", count: 40_000) + "\n"
    try Self.write(long, 100_000_000, kubectl + ".long")
    try Self.flow.write(toFile: folder.path + "/flows/tiny/flow.yaml", atomically: true, encoding: .utf8)
    let environment = ["PATH": folder.path + "/bin:/usr/bin:/bin", "XDG_STATE_HOME": folder.path]
    let terminal = try Pty([Self.program] + world.arguments.split(separator: " ").map(String.init), environment)
    try terminal.wait(for: "Flood")
    var times: [Double] = []
    var rest = 60
    let keys = ["\t", "w", "\u{1B}", "\t", "?", "\u{1B}"]
    while rest > 0 {
      times.append(try terminal.time(of: keys[times.count % keys.count]))
      if terminal.text.contains("What now?") { rest -= 1 }
      usleep(50_000)
    }
    Self.report("flood: \(flood)", times)
  }

  @Test func `keys in a document of 200 MB`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/big.txt"
    try Self.write(Self.line, 200_000_000, path)
    let environment = ["XDG_STATE_HOME": folder.path]
    let ours = try Pty([Self.program, "run", "image-pull", "--evidence", path], environment)
    try ours.wait(for: "──")
    for key in ["\t", "g"] { _ = try ours.time(of: key) }
    let peer = try Pty(["less", path], environment)
    try peer.wait(for: "Warning")
    for (name, keys) in [
      ("page down", [String](repeating: "\u{1B}[6~", count: 20)), ("end and top", ["G", "g", "G", "g"]),
      ("search, next", ["/Failed\r", "n", "n", "n", "n"]), ("search, nothing found", ["/neverthere\r"]),
    ] {
      Self.report("\(name): fairway", try keys.map { try ours.time(of: $0) })
      Self.report("\(name): less", try keys.map { try peer.time(of: $0) })
    }
  }

  private static func write(_ line: String, _ size: Int, _ path: String) throws {
    // Numbered, so that every page is another picture.
    let count = max(1, 1_000_000 / line.utf8.count)
    let piece = Data((0..<count).map { "\($0)\(line)" }.joined().utf8)
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    for _ in 0..<(size / piece.count + 1) { try file.write(contentsOf: piece) }
    try file.close()
  }

  private static func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    func at(_ share: Double) -> Double {
      (sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 10).rounded() / 10
    }
    print("\(name): \(times.count) keys, median \(at(0.5)) ms, p95 \(at(0.95)) ms, max \(at(1)) ms")
  }

  private static let flow = Flows.text(
    """
    a:
      kind: command
      title: Flood
      run: kubectl get node flood
      effect: read
      timeout: 120s
      proves: nothing
      does-not-prove: anything
      outcomes:
        - {id: hit, label: It says so, when: {contains: neverthere}, go: end}
      failed: {go: b}
      else: {go: b}
    b:
      kind: question
      title: What now?
      options:
        - {id: one, label: One, when: {contains: nowhere}, go: end}
        - {id: two, label: Two, go: end}

    """ + Flows.leaf())
}

/// A program in a terminal, with the time that it takes to answer a key.
private final class Pty {
  private let pid: pid_t
  private let file: Int32
  private(set) var text = ""

  init(_ words: [String], _ more: [String: String]) throws {
    let added = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "FAIRWAY_CONFIG": "/dev/null", "KUBECONFIG": "/nonexistent",
    ]
    let environment = ProcessInfo.processInfo.environment.merging(added) { $1 }.merging(more) { $1 }
    var arguments = (["/usr/bin/env"] + words).map { strdup($0) } + [nil]
    var values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    var file: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var child: Int32 = -1
    guard openpty(&file, &child, &name, nil, &size) == 0 else { throw POSIXError(.ENOTTY) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // Opened by the leader of a session it becomes the session's terminal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for number in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, Int32(number)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // POSIX_SPAWN_SETSID, which the module map hides, and a signal mask that blocks nothing, unlike that of this thread.
    posix_spawnattr_setflags(&attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGMASK))
    var pid: pid_t = 0
    guard posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, &arguments, &values) == 0 else {
      throw POSIXError(.ENOENT)
    }
    close(child)
    for word in arguments + values { free(word) }
    (self.pid, self.file) = (pid, file)
  }

  deinit {
    kill(pid, SIGTERM)
    while read(5000) {}
    close(file)
    waitpid(pid, nil, 0)
  }

  func wait(for wanted: String) throws {
    while !text.contains(wanted) {
      guard read(60_000) else { throw Tmux.Timeout(description: "waited for '\(wanted)'") }
    }
  }

  /// Milliseconds from a key to the first byte that comes after it; 3000 when nothing came.
  func time(of key: String) throws -> Double {
    while read(30) {}
    let began = ContinuousClock.now
    _ = Array(key.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    _ = read(3000)
    return (ContinuousClock.now - began) / .milliseconds(1)
  }

  private func read(_ milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(file, &chunk, chunk.count)
    guard count > 0 else { return false }
    text += String(decoding: chunk[..<count], as: UTF8.self)
    return true
  }
}

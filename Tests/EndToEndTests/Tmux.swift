import Foundation

/// A terminal of a given size with a shell in it, on a server of its own.
final class Tmux {
  let server: String
  let folder: URL

  /// Starts a shell; `tmux` must be on PATH.
  init(width: Int = 120, height: Int = 40, term: String = "xterm-256color") throws {
    server = "fairway-\(UUID().uuidString)"
    folder = FileManager.default.temporaryDirectory.appending(path: server)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // On a busy machine a server that was just started may be gone again.
    for attempt in 1...3 {
      do {
        try begin(width, height, term)
        return
      } catch  where attempt < 3 {
        _ = try? tmux("kill-server")
      }
    }
  }

  private func begin(_ width: Int, _ height: Int, _ term: String) throws {
    try start(["-x", "\(width)", "-y", "\(height)", "env", "TERM=\(term)", "PS1=$ ", "sh"])
    try send("export XDG_STATE_HOME=\(folder.path) LC_ALL=C.UTF-8 KUBECONFIG=/nonexistent SWIFT_BACKTRACE=enable=no")
    try send("export FAIRWAY_CONFIG=/dev/null")
    try send("PATH=\(Program.folder):$PATH; clear; echo re''ady")
    try wait("a ready shell") { $0.split(separator: "\n").contains("ready") }
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(at: folder)
  }

  /// The server lives on: it must not inherit anything that somebody waits for, so a shell starts it.
  private func start(_ arguments: [String]) throws {
    let words = ["tmux", "-L", server, "-f", "/dev/null", "new-session", "-d"] + arguments
    let line = words.map { "'\($0)'" }.joined(separator: " ") + " </dev/null >/dev/null 2>&1"
    guard system(line) == 0 else { throw Timeout(description: "tmux did not start") }
  }

  /// Runs tmux and answers what it prints.
  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    try Program.run("/usr/bin/env", ["tmux", "-L", server] + arguments).output
  }

  /// Types a line and Enter.
  func send(_ line: String) throws {
    try tmux("send-keys", "-l", line)
    try tmux("send-keys", "Enter")
  }

  /// Presses keys by their tmux names.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// The screen as text.
  var screen: String { (try? tmux("capture-pane", "-p")) ?? "" }

  /// A tmux variable of the pane.
  func value(_ name: String) throws -> String {
    try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
  }

  func resize(_ width: Int, _ height: Int) throws { try tmux("resize-window", "-x", "\(width)", "-y", "\(height)") }

  /// Waits until the screen is as wanted and answers it; throws with the screen when the time is over.
  @discardableResult
  func wait(_ what: String, seconds: Double = 20, _ isDone: (String) -> Bool) throws -> String {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var last = ""
    while Date() < deadline {
      last = screen
      if isDone(last) { return last }
      usleep(20_000)
    }
    throw Timeout(description: "waited for \(what), the screen shows:\n\(last)")
  }

  /// Waits for a text on the screen.
  @discardableResult
  func wait(for text: String, seconds: Double = 20) throws -> String {
    try wait("'\(text)'", seconds: seconds) { $0.contains(text) }
  }

  struct Timeout: Error, CustomStringConvertible { let description: String }
}

/// The program under test.
enum Program {
  /// Folder of the built products: where the test bundle itself lies.
  static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

  /// Whether the real kubectl is there to be tested with.
  static let hasKubectl = (try? run("/usr/bin/env", ["kubectl", "version", "--client"]).status) == 0

  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs a program to its end with a text as standard input, and without what the developer set for Fairway.
  static func run(
    _ path: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let usual = ProcessInfo.processInfo.environment.merging(["FAIRWAY_CONFIG": "/dev/null"]) { _, new in new }
    process.environment = usual.merging(environment) { _, new in new }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let writer = Thread {
      try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? stdin.fileHandleForWriting.close()
    }
    writer.start()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// Runs fairway with a state folder of its own.
  static func fairway(_ arguments: String..., input: String = "", state: URL, path: String? = nil) throws -> Result {
    var environment = ["XDG_STATE_HOME": state.path, "KUBECONFIG": "/nonexistent"]
    environment["PATH"] = path
    return try run(folder + "/fairway", arguments, input: input, environment: environment)
  }
}

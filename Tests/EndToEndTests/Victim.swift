import Foundation
import Glibc

/// A program that can be killed at any moment: a pipe is its keyboard, a terminal without a screen shows what it says.
///
/// On a terminal each line comes out when it is written, on a pipe they come in blocks.
final class Victim {
  let pid: pid_t
  /// What came out so far.
  private(set) var text = ""
  private let keyboard: Int32
  private let screen: Int32
  private var bytes: [UInt8] = []
  private var hasEnded = false

  /// Starts a program with lines that already stand in its input.
  init(_ program: String, _ arguments: [String], typed lines: [String] = [], onPipe: Bool = false) throws {
    let (reading, writing) = try Self.pipe()
    let output = onPipe ? try Self.pipe() : try Self.terminal()
    (keyboard, screen) = (writing, output.0)
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { for file in [reading, output.1, nothing] { close(file) } }
    // What the developer set for Fairway is not read; env becomes the program.
    pid = try Self.start(
      ["/usr/bin/env", "FAIRWAY_CONFIG=/dev/null", program] + arguments, [reading, output.1, nothing])
    type(lines)
  }

  deinit {
    kill()
    close(keyboard)
    close(screen)
  }

  private static func pipe() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(what: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// TIOCSPTLCK and TIOCGPTN, which are macros.
  private static let (unlock, numberOf) = (UInt(0x4004_5431), UInt(0x8004_5430))

  /// Both sides of a terminal that passes bytes on as they are.
  private static func terminal() throws -> (Int32, Int32) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    guard ioctl(master, unlock, &number) == 0, ioctl(master, numberOf, &number) == 0 else {
      throw Failure(what: "terminal")
    }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var settings = termios()
    tcgetattr(slave, &settings)
    cfmakeraw(&settings)
    tcsetattr(slave, TCSANOW, &settings)
    return (master, slave)
  }

  /// Starts a program that acts on signals as in a shell, whatever the tests were started with.
  private static func start(_ words: [String], _ files: [Int32]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for (number, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(number)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words = words.map { strdup($0) } + [nil]
    defer {
      words.forEach { free($0) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var pid: pid_t = 0
    guard let program = words[0], posix_spawnp(&pid, program, &actions, &attributes, &words, environ) == 0 else {
      throw Failure(what: "start")
    }
    return pid
  }

  /// Types lines; a program that has ended takes none.
  func type(_ lines: [String]) {
    let input = Array(lines.map { $0 + "\n" }.joined().utf8)
    _ = input.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Ends the input.
  func hangUp() { _ = dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), keyboard) }

  /// Reads until the output is as wanted; throws with what came instead after 20 seconds.
  @discardableResult
  func wait(_ what: String, _ isDone: (String) -> Bool) throws -> String {
    let deadline = Date(timeIntervalSinceNow: 20)
    while !isDone(text) {
      guard Date() < deadline, take(milliseconds: 100) else { throw Failure(what: "waited for \(what):\n\(text)") }
    }
    return text
  }

  @discardableResult
  func wait(for part: String) throws -> String { try wait("'\(part)'") { $0.contains(part) } }

  /// Ends the program at once, wherever it is; what it wrote before can still be read.
  func kill() {
    guard !hasEnded else { return }
    hasEnded = true
    Glibc.kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    while take(milliseconds: 0) {}
  }

  /// Takes what there is; false when nothing came or everything has come.
  private func take(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return milliseconds > 0 }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(screen, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    text = String(decoding: bytes, as: UTF8.self)
    return true
  }

  struct Failure: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
  }
}

import Foundation
import Glibc

/// A program in a terminal, with the time that it takes to answer a key.
final class Pty {
  let pid: pid_t
  private let file: Int32
  private(set) var text = ""
  /// Bytes that came so far.
  private(set) var count = 0
  private let began: ContinuousClock.Instant

  init(_ words: [String], _ more: [String: String], width: UInt16 = 120, height: UInt16 = 40) throws {
    let added = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "FAIRWAY_CONFIG": "/dev/null", "KUBECONFIG": "/nonexistent",
    ]
    let environment = ProcessInfo.processInfo.environment.merging(added) { $1 }.merging(more) { $1 }
    var arguments = (["/usr/bin/env"] + words).map { strdup($0) } + [nil]
    var values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
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
    began = .now
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
      guard read(60_000) else { throw Tmux.Timeout(description: "waited for '\(wanted)', got \(text.suffix(2000))") }
    }
  }

  /// Milliseconds from the start of the program to the last byte of its first picture, which holds a text.
  func firstPicture(holding wanted: String) throws -> Double {
    var last = began
    while !text.contains(wanted) || isBusy(80) {
      if !text.contains(wanted) {
        guard read(30_000) else { throw Tmux.Timeout(description: "waited for '\(wanted)', got \(text.suffix(2000))") }
      }
      last = .now
    }
    return (last - began) / .milliseconds(1)
  }

  /// Takes what comes within a time; false when nothing does.
  private func isBusy(_ milliseconds: Int32) -> Bool { read(milliseconds) }

  /// Milliseconds and bytes from a key to the end of its repaint.
  func repaint(after key: String) throws -> (milliseconds: Double, bytes: Int) {
    while read(30) {}
    let before = count
    let began = ContinuousClock.now
    var last = began
    _ = Array(key.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard read(3000) else { return (3000, 0) }
    repeat { last = .now } while read(20)
    return ((last - began) / .milliseconds(1), count - before)
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
    self.count += count
    text += String(decoding: chunk[..<count], as: UTF8.self)
    return true
  }
}

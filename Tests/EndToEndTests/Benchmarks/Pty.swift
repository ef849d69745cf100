import Foundation
import Glibc

/// A program in a terminal, with the time that it takes to answer a key.
final class Pty {
  let pid: pid_t
  private let file: Int32
  /// What was written since the last key.
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
    // Held by a child, the terminal of a run that was stopped would never hang up.
    for end in [file, child] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
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

  /// What a program shows that ended although it was to be measured.
  struct Ended: Error, CustomStringConvertible { let description: String }

  deinit {
    kill(pid, SIGTERM)
    while (try? read(5000)) == true {}
    close(file)
    waitpid(pid, nil, 0)
  }

  /// Waits until a text was written since the last key.
  func wait(for wanted: String) throws {
    while !text.contains(wanted) {
      guard try read(60_000) else { throw missing(wanted) }
    }
  }

  /// Milliseconds from the start of the program to the last byte of its first picture, which holds a text.
  func firstPicture(holding wanted: String) throws -> Double {
    var last = began
    while true {
      let isThere = text.contains(wanted)
      guard try read(isThere ? 80 : 30_000) else {
        if isThere { return (last - began) / .milliseconds(1) }
        throw missing(wanted)
      }
      last = .now
    }
  }

  /// Milliseconds and bytes from a key to the end of its repaint.
  func repaint(after key: String) throws -> (milliseconds: Double, bytes: Int) {
    try settle()
    let before = count
    let began = press(key)
    guard try read(3000) else { throw Tmux.Timeout(description: "no repaint after '\(key)'") }
    var last = ContinuousClock.now
    while try read(20) { last = .now }
    return ((last - began) / .milliseconds(1), count - before)
  }

  /// Milliseconds from a key to the end of a text that it causes, whatever else is written meanwhile.
  func time(of key: String, until wanted: String) throws -> Double {
    let began = press(key)
    try wait(for: wanted)
    return (ContinuousClock.now - began) / .milliseconds(1)
  }

  /// Takes what comes for a time, without an end when a program is quiet.
  func pass(_ milliseconds: Double) throws {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      let rest = (end - .now) / .milliseconds(1)
      guard rest > 0 else { return }
      _ = try read(Int32(rest.rounded(.up)))
    }
  }

  /// Waits until nothing is written any more.
  func settle() throws { while try read(30) {} }

  /// Sends a key and forgets what was written before it; answers when.
  @discardableResult
  func press(_ key: String) -> ContinuousClock.Instant {
    text = ""
    let began = ContinuousClock.now
    _ = Array(key.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    return began
  }

  private func missing(_ wanted: String) -> Tmux.Timeout {
    Tmux.Timeout(description: "waited for '\(wanted)', got \(text.suffix(2000))")
  }

  /// Takes what comes within a time; false when nothing does, and an error when the program is gone.
  private func read(_ milliseconds: Int32) throws -> Bool {
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(file, &chunk, chunk.count)
    // Linux says EIO when nobody has the other side open any more.
    guard count > 0 else { throw Ended(description: "the program ended; it showed \(text.suffix(2000))") }
    self.count += count
    text += String(decoding: chunk[..<count], as: UTF8.self)
    return true
  }
}

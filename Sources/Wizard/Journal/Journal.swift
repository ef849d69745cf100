package import FlowKit
package import FoundationEssentials
import Glibc

/// The file of one session: JSON Lines, appended and flushed to disk before anything is shown as taken.
package final class Journal {
  /// Why a journal cannot be written or read.
  package struct Fault: Error, CustomStringConvertible {
    package let path: String
    package let reason: String
    package var description: String { "\(path): \(reason)" }
  }

  /// Id of the session: the name of the file without its extension.
  package let id: String
  package let path: String
  private let file: Int32
  private var sequence = 0
  /// Largest time written, so that a clock that steps back does not put events out of order.
  private var latest = Date.distantPast
  private let clock: @Sendable () -> Date

  /// Creates the file of a new session, readable by its owner alone.
  package init(in folder: String, clock: @escaping @Sendable () -> Date = { Date() }) throws(Fault) {
    try Self.makeFolder(folder)
    self.clock = clock
    let stamp = String(Timestamp.text(clock()).prefix(19).filter { $0 != ":" && $0 != "-" })
    var number = 0
    while true {
      let id = number == 0 ? stamp : "\(stamp)-\(number)"
      let path = "\(folder)/\(id).jsonl"
      let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
      if file >= 0 {
        self.id = id
        self.path = path
        self.file = file
        return
      }
      guard errno == EEXIST, number < 1000 else { throw Fault(path: path, reason: String(cString: strerror(errno))) }
      number += 1
    }
  }

  deinit { close(file) }

  /// Appends an event and waits until it is on disk.
  package func append(_ event: Event) throws(Fault) {
    latest = max(latest, clock())
    sequence += 1
    var line: [UInt8]
    do {
      line = try JournalEntry(sequence: sequence, time: latest, event: event).line()
    } catch {
      throw Fault(path: path, reason: "\(error)")
    }
    line.append(Byte.newline)
    var done = 0
    while done < line.count {
      let count = line[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw Fault(path: path, reason: String(cString: strerror(errno))) }
      done += max(0, count)
    }
    guard fsync(file) == 0 else { throw Fault(path: path, reason: String(cString: strerror(errno))) }
  }

  private static func makeFolder(_ folder: String) throws(Fault) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST {
        throw Fault(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Reads a journal; a torn last line is left out, a broken line before it is a fault.
  package static func read(_ path: String) throws(Fault) -> [JournalEntry] {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path) } catch { throw Fault(path: path, reason: error.reason) }
    let lines = bytes.split(separator: Byte.newline)
    var entries: [JournalEntry] = []
    for (index, line) in lines.enumerated() {
      do {
        entries.append(try JournalEntry.read(line))
      } catch {
        if index == lines.count - 1, bytes.last != Byte.newline { break }
        throw Fault(path: path, reason: "line \(index + 1) is no event")
      }
    }
    return entries
  }
}

/// Reads whole files.
package enum FileBytes {
  /// Why a file cannot be read.
  package struct Fault: Error {
    package let reason: String
  }

  /// Bytes of a file, or of standard input for `-`; what lies behind a bound is not read.
  package static func read(_ path: String, atMost bound: Int = .max) throws(Fault) -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Fault(reason: String(cString: strerror(errno))) }
    defer { if path != "-" { close(file) } }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(reason: String(cString: strerror(errno))) }
      result += chunk[..<count]
      if count == 0 || result.count >= bound { return result }
    }
  }
}

/// Folders of the XDG base directory specification.
package enum Folders {
  /// Folder of the journals.
  package static func sessions(
    _ environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> String {
    // The specification wants relative values to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/fairway/sessions" }
    return (environment("HOME") ?? "/tmp") + "/.local/state/fairway/sessions"
  }
}

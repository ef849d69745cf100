package import FlowKit
package import FoundationEssentials
import Glibc

/// What was practised so far, kept in one file of the state folder.
package struct PracticeProgress: Codable, Sendable {
  /// What one run needed.
  package struct Run: Codable, Hashable, Sendable {
    package var hints: Int
    package var wrongTurns: Int
    package var wrongFixes: Int
    /// Seconds in which somebody had the session open.
    package var seconds: Int
    /// Whether the evidence made suggestions.
    package var assisted: Bool

    /// Whether it needed less than another: help first, then time.
    func isBetter(than other: Run) -> Bool {
      func cost(_ run: Run) -> (Int, Int, Int) {
        (run.assisted ? 1 : 0, run.hints + run.wrongTurns + run.wrongFixes, run.seconds)
      }
      return cost(self) < cost(other)
    }
  }

  /// The last time that an exercise was healed.
  package struct Done: Codable, Hashable, Sendable {
    package var session: String
    /// When it was healed, in UTC.
    package var time: String
    package var hints: Int
    package var wrongTurns: Int
    package var wrongFixes: Int
    /// Seconds in which somebody had the session open.
    package var seconds: Int
    /// Whether the evidence made suggestions.
    package var assisted: Bool
    /// How often it was healed.
    package var times: Int
    /// The run that needed least; nil when there was one only.
    package var best: Run?

    var run: Run {
      Run(hints: hints, wrongTurns: wrongTurns, wrongFixes: wrongFixes, seconds: seconds, assisted: assisted)
    }
  }

  private static let readable = 1
  private var schema = PracticeProgress.readable
  package private(set) var exercises: [String: Done] = [:]
  /// Times before which no session of an exercise is gone on with, by its id, and under an empty id those of all.
  private var resets: [String: String]?

  package init() {}

  // MARK: - File

  /// The file of a store of sessions.
  package static func path(_ store: SessionStore) -> String { store.state + "/practice.json" }

  /// What a file holds; nothing when it is not there.
  package static func read(_ store: SessionStore) throws(FileBytes.Fault) -> PracticeProgress {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path(store)) } catch {
      if error.isAbsent { return PracticeProgress() }
      throw error
    }
    guard let progress = try? JSON.decoder.decode(PracticeProgress.self, from: Data(bytes)) else {
      throw FileBytes.Fault(reason: "it is no record of practice; '\(Program.name) practice --reset' begins a new one")
    }
    guard progress.schema == readable else {
      throw FileBytes.Fault(
        reason: "another version of Fairway wrote it; '\(Program.name) practice --reset' begins a new one")
    }
    return progress
  }

  /// Reads it, changes it and writes it, while no other Fairway does the same.
  ///
  /// - Parameter replaces: whether a file that cannot be read is replaced by a new one.
  package static func change(
    _ store: SessionStore, replaces: Bool = false, _ act: (inout PracticeProgress) -> Void
  ) throws(FileBytes.Fault) {
    do { try store.makeFolder() } catch { throw FileBytes.Fault(reason: error.description) }
    let folder = try lock(store.state)
    defer { close(folder) }
    var progress = PracticeProgress()
    do { progress = try read(store) } catch { guard replaces else { throw error } }
    act(&progress)
    guard let text = try? JSON.pretty(progress) else { return }
    try FileBytes.put(Array(text.utf8), at: path(store), replaces: true)
  }

  /// Locks the folder, since the file itself is replaced; held for a moment only.
  private static func lock(_ path: String) throws(FileBytes.Fault) -> Int32 {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .last }
    for _ in 0..<200 {
      // Some file systems lock no folders; then there is nobody to wait for.
      if flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return folder }
      usleep(5000)
    }
    close(folder)
    throw FileBytes.Fault(reason: "another Fairway is writing it")
  }

  // MARK: - Changes

  /// Takes an exercise that was healed, each session once.
  package mutating func take(_ id: String, _ done: Done) {
    let before = exercises[id]
    guard before?.session != done.session else { return }
    var done = done
    if let before {
      done.times = before.times + 1
      let best = before.best ?? before.run
      done.best = done.run.isBetter(than: best) ? done.run : best
    }
    exercises[id] = done
  }

  /// Forgets one exercise, or all; what was begun before then is not gone on with.
  package mutating func reset(_ id: String?, at time: Date = Date()) {
    if let id { exercises[id] = nil } else { exercises = [:] }
    resets = (id == nil ? [:] : resets ?? [:]).merging([id ?? "": Timestamp.text(time)]) { _, new in new }
  }

  /// Whether a session of an exercise that began then was forgotten.
  func isForgotten(_ id: String, since time: Date) -> Bool {
    // Times in this form sort as text.
    [resets?[id], resets?[""]].contains { $0.map { Timestamp.text(time) < $0 } ?? false }
  }
}

extension PracticeProgress.Done {
  /// What a session came to.
  package init(_ transcript: Transcript, _ review: PracticeReview?) {
    session = transcript.id
    time = Timestamp.text(transcript.ended)
    hints = review?.hints ?? 0
    wrongTurns = review?.wrongTurns ?? 0
    wrongFixes = review?.wrongFixes ?? 0
    seconds = Int(transcript.seconds)
    assisted = transcript.start?.source?.isUnaided != true
    times = 1
  }
}

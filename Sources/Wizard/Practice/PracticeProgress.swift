package import FlowKit
import FoundationEssentials

/// What was practised so far, kept in one file of the state folder.
package struct PracticeProgress: Codable, Sendable {
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
  }

  private var schema = 1
  package private(set) var exercises: [String: Done] = [:]

  package init() {}

  /// The file of a store of sessions.
  package static func path(_ store: SessionStore) -> String { store.folder + "/../practice.json" }

  /// What a file holds; nothing when it is not there.
  package static func read(_ store: SessionStore) throws(FileBytes.Fault) -> PracticeProgress {
    let path = path(store)
    guard FileManager.default.fileExists(atPath: path) else { return PracticeProgress() }
    let bytes = try FileBytes.read(path)
    do { return try JSON.decoder.decode(PracticeProgress.self, from: Data(bytes)) } catch {
      throw FileBytes.Fault(reason: "it is no record of practice; 'fairway practice --reset' begins a new one")
    }
  }

  package func write(_ store: SessionStore) throws(FileBytes.Fault) {
    guard let text = try? JSON.pretty(self) else { return }
    do { try store.makeFolder() } catch { throw FileBytes.Fault(reason: error.description) }
    try FileBytes.put(Array(text.utf8), at: Self.path(store), replaces: true)
  }

  /// Takes an exercise that was healed.
  package mutating func take(_ id: String, _ done: Done) {
    var done = done
    let before = exercises[id]
    // A session that is looked at again was not done twice.
    done.times = before?.session == done.session ? before?.times ?? 1 : (before?.times ?? 0) + 1
    exercises[id] = done
  }

  /// Forgets one exercise, or all.
  package mutating func reset(_ id: String?) {
    if let id { exercises[id] = nil } else { exercises = [:] }
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

package import FlowKit
import FoundationEssentials
import TerminalUI

/// A session that is looked at again, event by event.
package struct Replay: Sendable {
  /// Longest pause between two events while it plays, in seconds.
  package static let longestPause = 10.0

  package let entries: [JournalEntry]
  /// Number of events that are shown as happened.
  package private(set) var position: Int
  package var isPlaying = false
  /// 1, 2 or 4 times the speed of the session.
  package var speed = 1
  private let start: SessionFold
  private var fold: SessionFold
  /// The first position that shows something: after the evidence that the session began with.
  private let first: Int

  /// A replay that stands at its beginning, or at its end; nil when the events make no session.
  package init?(
    _ entries: [JournalEntry], _ library: Library, text: @escaping SessionFold.FlowText, atEnd: Bool = false
  ) {
    self.entries = entries
    start = SessionFold(library, text: text)
    let opening = entries.prefix {
      switch $0.event {
      case .began, .evidence, .fact: true
      default: false
      }
    }
    first = opening.count
    fold = start
    position = 0
    move(to: atEnd ? entries.count : first)
    guard fold.session != nil else { return nil }
  }

  /// The session as it was.
  package var session: Session? { fold.session }

  package var isAtEnd: Bool { position == entries.count }
  package var isAtStart: Bool { position <= first }

  /// The event that comes next; nil at the end.
  package var next: Event? { isAtEnd ? nil : entries[position].event }

  /// Seconds until the next event while it plays; nil when it does not, or nothing comes.
  package var pause: Double? {
    guard isPlaying, !isAtEnd, position > 0 else { return nil }
    let seconds = entries[position].time.timeIntervalSince(entries[position - 1].time)
    return min(max(0, seconds), Self.longestPause) / Double(speed)
  }

  /// Goes to a position.
  package mutating func move(to target: Int) {
    let target = min(max(first, target), entries.count)
    if target < position {
      fold = start
      position = 0
    }
    while position < target {
      fold.take(entries[position].event)
      position += 1
    }
  }

  /// The next or the previous place where something can be seen: rules decide between two of them.
  package mutating func step(_ direction: Int) {
    repeat { move(to: position + direction) } while !isAtEnd && !isAtStart && isPassing
  }

  /// Whether the session goes on by itself from here, so that there is nothing to look at.
  private var isPassing: Bool {
    let last = position > 0 ? entries[position - 1].event : nil
    switch next {
    case .answered(let answer): return answer.by == .rule || answer.by == .command || answer.kept == true
    case .command(let record): return record.document != nil
    // A command's output and its errors come together.
    case .evidence: if case .evidence? = last { return true } else { return false }
    case .resumed, .began: return true
    case .back, .consent, .fact, .note, .check, .practised, .ended, nil: return false
    }
  }

  /// `replay 3 of 12, 03:31:05Z, playing 2x` for the header.
  package var words: String {
    let time = String(Timestamp.text(entries[max(0, position - 1)].time).dropFirst(11).prefix(8)) + "Z"
    let play = isPlaying ? "  playing \(speed)x" : speed > 1 ? "  \(speed)x" : ""
    return "replay \(position)/\(entries.count)  \(time)\(play)"
  }
}

/// What the keys of a replay do.
enum Replaying {
  static func act(_ model: inout Model, _ action: Action) {
    guard var replay = model.replay else { return }
    switch action {
    case .next: replay.step(1)
    case .previous:
      replay.isPlaying = false
      replay.step(-1)
    case .play: replay.isPlaying.toggle()
    case .faster: replay.speed = min(4, replay.speed * 2)
    case .slower: replay.speed = max(1, replay.speed / 2)
    default: break
    }
    if replay.isAtEnd { replay.isPlaying = false }
    model.replay = replay
    show(&model)
    if action == .next, replay.isAtEnd { model.message = "This is the end of the recording." }
    if action == .previous, replay.isAtStart { model.message = "This is the beginning." }
  }

  /// Draws the session as it was, with the option that was chosen next.
  static func show(_ model: inout Model) {
    guard let replay = model.replay, let session = replay.session else { return }
    let isSame = model.session.nodeID == session.nodeID && model.session.visits.count == session.visits.count
    model.session = session
    if !isSame { model.enter() }
    if case .answered(let answer)? = replay.next, let index = model.choices.firstIndex(where: { $0.id == answer.edge })
    {
      model.selected = index
      model.reveal()
    }
    if case .note(let text)? = replay.position > 0 ? replay.entries[replay.position - 1].event : nil {
      model.message = "Note: \(text)"
    }
    if case .check(let check)? = replay.position > 0 ? replay.entries[replay.position - 1].event : nil {
      model.message = "Verified: \(check.verdict)"
    }
    if case .practised(let one)? = replay.position > 0 ? replay.entries[replay.position - 1].event : nil {
      model.message = one.summary
    }
  }

  /// Why a replay takes no answer.
  static func refusal(_ model: Model) -> String { refusal(model.id) }

  /// The same of a session by its id.
  static func refusal(_ id: String) -> String {
    "A replay cannot be changed. Go on with it: \(Program.name) resume \(id)"
  }
}

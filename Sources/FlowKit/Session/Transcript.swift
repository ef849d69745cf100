package import FoundationEssentials

/// A session prepared for people: its events, and the walk that they make.
package struct Transcript: Sendable {
  /// One answer that was taken, whether it still stands or not.
  package struct Step: Sendable {
    package var visit: Session.Visit
    /// Number of the event.
    package var sequence: Int
    package var time: Date
    /// Seconds since the one before, without the time in which nobody had the session open.
    package var seconds: Double
    /// When it was taken back; nil for a step of the walk as it stands.
    package var abandoned: Date?
  }

  /// A command with the time of its end.
  package struct Ran: Sendable {
    package var time: Date
    package var record: Event.CommandRecord
  }

  /// A remark with its time and the node at which it was made.
  package struct Note: Sendable {
    package var time: Date
    package var text: String
    package var flow: String
    package var node: String
    /// Number of steps of the walk that had been taken.
    package var step: Int
  }

  package let id: String
  package let entries: [JournalEntry]
  package let session: Session
  /// Every answer in the order of time, those of abandoned branches included.
  package let steps: [Step]
  package let notes: [Note]
  /// Commands that ran or were skipped, those of abandoned branches included.
  package let commands: [Ran]
  /// Seconds in which somebody had the session open.
  package let seconds: Double
  /// What was found out about flows that were edited since.
  package let fold: SessionFold

  /// Folds events; nil when they do not begin with a known flow.
  package init?(
    id: String, entries: [JournalEntry], library: Library, text: @escaping SessionFold.FlowText = { _ in nil }
  ) {
    var builder = Builder(fold: SessionFold(library, text: text))
    for entry in entries { builder.take(entry) }
    guard case .began? = entries.first?.event, let session = builder.fold.session else { return nil }
    self.id = id
    self.entries = entries
    self.session = session
    steps = builder.steps
    notes = builder.notes
    commands = builder.commands
    seconds = builder.seconds
    fold = builder.fold
  }

  /// How the session began, or was moved to another text of its flow last.
  package var start: Event.Began? {
    for entry in entries.reversed() { if case .began(let began) = entry.event { return began } }
    return nil
  }

  /// Number of answers of the walk that no rule gave.
  package var answers: Int { session.visits.count { $0.answer.by != .rule } }

  /// The walk as it stands.
  package var walk: [Step] { steps.filter { $0.abandoned == nil } }

  /// Time of the first event.
  package var began: Date { entries.first?.time ?? .distantPast }

  /// Time of the last event.
  package var ended: Date { entries.last?.time ?? .distantPast }

  /// The leaf that the session stands at; nil when it stands elsewhere.
  package var leaf: Leaf? { if case .finish(let leaf)? = session.step { leaf } else { nil } }

  /// How the session ended; nil while it is open, and after it was cut off.
  package var end: Event.End? {
    for entry in entries.reversed() {
      switch entry.event {
      case .ended(let end): return end
      case .resumed, .began: return nil
      default: continue
      }
    }
    return nil
  }
}

/// Follows the events of a session and notes what each did to the walk.
private struct Builder {
  var fold: SessionFold
  var steps: [Transcript.Step] = []
  var notes: [Transcript.Note] = []
  var commands: [Transcript.Ran] = []
  var seconds = 0.0
  /// Indices of the steps of the walk as it stands.
  private var walk: [Int] = []
  private var latest: Date?
  /// Time of the last step.
  private var since = 0.0

  init(fold: SessionFold) { self.fold = fold }

  mutating func take(_ entry: JournalEntry) {
    count(entry)
    let isTaken = fold.take(entry.event)
    guard isTaken, let session = fold.session else { return }
    switch entry.event {
    case .began, .back: drop(after: session.visits.count, at: entry.time)
    case .answered: if let visit = session.visits.last { add(visit, entry) }
    case .command(let record):
      if record.kept != true { commands.append(Transcript.Ran(time: entry.time, record: record)) }
    case .note(let text):
      notes.append(
        Transcript.Note(
          time: entry.time, text: text, flow: session.flow.id, node: session.nodeID, step: session.visits.count))
    case .evidence, .fact, .consent, .check, .practised, .resumed, .ended: break
    }
  }

  /// Time passes, but not while the session lay on the disk.
  private mutating func count(_ entry: JournalEntry) {
    defer { latest = entry.time }
    guard let latest, !entry.event.isComingBack else { return }
    seconds += entry.time.timeIntervalSince(latest)
  }

  private mutating func drop(after count: Int, at time: Date) {
    for index in walk.dropFirst(count) { steps[index].abandoned = time }
    walk.removeLast(max(0, walk.count - count))
  }

  private mutating func add(_ visit: Session.Visit, _ entry: JournalEntry) {
    var step = Transcript.Step(
      visit: visit, sequence: entry.sequence, time: entry.time, seconds: seconds - since)
    since = seconds
    // An answer that is kept was given when it was given; it is no second one.
    if visit.answer.kept == true,
      let index = steps.lastIndex(where: { $0.abandoned != nil && $0.visit.isSame(as: visit) })
    {
      step.time = steps[index].time
      step.sequence = steps[index].sequence
      step.seconds = steps[index].seconds
      steps.remove(at: index)
      walk = walk.map { $0 > index ? $0 - 1 : $0 }
    }
    walk.append(steps.count)
    steps.append(step)
  }
}

extension Session.Visit {
  fileprivate func isSame(as other: Session.Visit) -> Bool {
    flow == other.flow && node.id == other.node.id && edge.id == other.edge.id
  }
}

extension Event {
  fileprivate var isComingBack: Bool {
    switch self {
    case .resumed, .began: true
    default: false
    }
  }
}

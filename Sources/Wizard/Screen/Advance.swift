import FlowKit
import FoundationEssentials

/// Events of one happening with everything that follows from them by itself, and the session behind them.
///
/// Reading large evidence takes time: this is worked out beside the keys, and nothing of it is shown before the main
/// thread has it in the journal.
package struct Advance: Sendable {
  /// Bytes of evidence that are read at once, without a pause that one could feel.
  static let atOnce = 1 << 16

  /// What is said meanwhile.
  static let words = "Reading the evidence …"

  private(set) var events: [Event] = []
  private(set) var session: Session

  /// Takes events as the session would.
  init(_ events: [Event], _ session: Session, _ files: SideFiles, clock: @Sendable () -> Date) {
    self.session = session
    for event in events { take(event, files, clock) }
    if events.contains(where: \.decides) {
      while let next = self.session.automatic, take(next, files, clock) {}
    }
    // The screen asks for these at once.
    _ = self.session.step
    _ = self.session.commandsAhead()
  }

  /// Whether events of a session take so long that the keys must not wait for them.
  static func isLong(_ events: [Event], _ session: Session) -> Bool {
    let added = events.map { event in if case .evidence(let record) = event { record.document.bytes.count } else { 0 } }
    if added.reduce(0, +) > atOnce { return true }
    // Whoever agreed to a command waits for it to begin.
    if events.contains(where: { if case .consent = $0 { true } else { false } }) { return false }
    return events.contains(where: \.movesSession) && session.documents.reduce(0) { $0 + $1.bytes.count } > atOnce
  }

  @discardableResult
  private mutating func take(_ event: Event, _ files: SideFiles, _ clock: @Sendable () -> Date) -> Bool {
    var event = session.complete(event)
    if case .evidence(var record) = event {
      if record.provenance.origin == .command, record.provenance.time == nil {
        record.document.provenance.time = Timestamp.text(clock())
      }
      // A disk that is full is told when the event is written.
      if record.document.bytes.count > SideFiles.limit { record.file = try? files.keep(record.document.bytes) }
      event = .evidence(record)
    }
    guard session.apply(event) else { return false }
    events.append(event)
    return true
  }
}

extension Event {
  /// Whether the session goes on by itself after it; a newer look at the evidence moves nobody.
  var decides: Bool {
    if case .evidence = self { return false }
    return movesSession
  }
}

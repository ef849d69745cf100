package import FlowKit

/// Walks a session without anybody to ask, for scripts; every event is in the journal as in any other session.
package struct UnattendedDriver {
  package private(set) var session: Session
  /// Why it goes no further; nil at a leaf.
  package private(set) var reason: String?
  private let journal: Journal
  private let settings: CommandSettings
  private var redactor: Redactor
  private var pilot = Autopilot()
  /// Whether a value that nobody tells is skipped where the flow has a way on without it.
  package var skipsValues: Bool {
    get { pilot.skipsValues }
    set { pilot.skipsValues = newValue }
  }

  /// A walk from where a session stands, with what somebody said beforehand of its nodes.
  package init(
    _ session: Session, _ journal: Journal, _ settings: CommandSettings, _ redactor: Redactor,
    _ given: [String: [Autopilot.Given]]
  ) {
    self.session = session
    self.journal = journal
    self.settings = settings
    self.redactor = redactor
    pilot.given = given
  }

  /// Walks to a leaf, or to the first question that nothing answers.
  package mutating func run() {
    // A walk that is longer goes in circles.
    for _ in 0..<1000 {
      switch pilot.next(session) {
      case .record(let event): record(event)
      case .run(let run, let isAgreed): execute(run, isAgreed)
      case .waits(let reason): return end(reason)
      case .end: return end(nil)
      }
    }
    end("the walk goes in circles around '\(session.nodeID)'")
  }

  private mutating func end(_ reason: String?) {
    self.reason = reason
    record(.ended(reason == nil ? .finished : .quit))
  }

  /// Runs what may run here; everything else is passed over, as the flow provides.
  private mutating func execute(_ run: Step.Run, _ isAgreed: Bool) {
    guard settings.mayRun, settings.isLive, let arguments = run.arguments,
      run.effect == .read || isAgreed || settings.isRecorded
    else {
      return record(session.skipping(run))
    }
    // A recording answers without anybody's yes, and then none is kept.
    if run.effect > .read, isAgreed {
      record(
        .consent(Event.Consent(node: session.nodeID, line: run.line, effect: run.effect, isGiven: true)))
    }
    let result = settings.runner.runAndWait(settings.scoped(arguments), seconds: settings.seconds(run))
      .redacted(by: &redactor)
    guard result.outcome != .skipped else { return record(session.skipping(run)) }
    let provenance = Provenance(.command, source: run.line, exit: result.exit, isCut: result.isCut)
    for event in CommandOutput.events(session, line: run.line, result, provenance) { record(event) }
  }

  private mutating func record(_ event: Event) {
    session.apply(journal.record(redactor.redactTyped(event), in: session))
  }
}

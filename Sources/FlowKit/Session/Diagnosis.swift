/// A walk without an operator: evidence and rules answer, the first question that they cannot answer ends it.
package struct Diagnosis: Sendable {
  /// What came of it.
  package enum Verdict: String, CaseIterable, Codable, Sendable {
    case remediation
    case needsInput = "needs-input"
    case notImagePull = "not-image-pull"
    case healthy, unknown
  }

  package let session: Session
  /// The leaf that was reached; nil when a question or a command stands open.
  package let leaf: Leaf?
  package let verdict: Verdict
  /// Events that the walk added, for a journal.
  package let events: [Event]

  /// Walks from where the session stands.
  ///
  /// Commands are not run: an open command is skipped, as its node provides.
  package init(_ start: Session) {
    var session = start
    var events: [Event] = []
    // Lint refuses cycles without an answer between; the bound keeps a foreign flow from looping.
    for _ in 0..<1000 {
      guard let event = Self.next(session), session.apply(event) else { break }
      events.append(event)
    }
    self.init(at: session, events: events)
  }

  /// The result as it stands, without going on.
  package init(at session: Session, events: [Event] = []) {
    self.session = session
    self.events = events
    if case .finish(let leaf) = session.step { self.leaf = leaf } else { self.leaf = nil }
    // A question stands open; without a class the evidence has nothing to go by.
    self.verdict = leaf == nil && session.conclusion.pullClass == nil ? .unknown : Self.verdict(leaf)
  }

  private static func next(_ session: Session) -> Event? {
    var pilot = Autopilot()
    pilot.skipsValues = true
    switch pilot.next(session) {
    case .record(let event): return event
    case .run(let run, _): return session.skipping(run)
    case .waits, .end: return nil
    }
  }

  private static func verdict(_ leaf: Leaf?) -> Verdict {
    switch leaf?.verdict {
    case .remediation, .escalate: .remediation
    case .notImagePull: .notImagePull
    case .healthy: .healthy
    case .unknown: .unknown
    case nil: .needsInput
    }
  }

  /// Class id; nil when the text fits no class, and while nothing has failed yet.
  package var pullClass: String? { isTooEarly ? nil : session.conclusion.pullClass }
  /// Whether the pod is still starting: of that nobody can say yet that it is no image pull.
  package var isTooEarly: Bool { verdict == .unknown && session.conclusion.pullClass == Fact.notImagePull }
  /// The cause when exactly one remains.
  package var cause: String? { session.conclusion.causes.count == 1 ? session.conclusion.causes[0] : nil }
  /// The causes that remain when there are several.
  package var candidates: [String] { session.conclusion.causes.count > 1 ? session.conclusion.causes : [] }
}

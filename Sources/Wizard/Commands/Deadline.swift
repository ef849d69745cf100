import FlowKit

/// A moment after which no further command runs.
package struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  /// A moment some seconds from now.
  package init(seconds: Int) { end = .now + .seconds(seconds) }

  package var hasPassed: Bool { .now >= end }

  /// Seconds until then, the last one begun counted whole; 0 when it has passed.
  var seconds: Int {
    let rest = end - .now
    return rest <= .zero ? 0 : Int(rest.components.seconds) + (rest.components.attoseconds > 0 ? 1 : 0)
  }
}

extension CommandRunner {
  /// The same runner for as long as there is time; what comes later counts as timed out.
  package func until(_ deadline: Deadline) -> CommandRunner {
    CommandRunner { arguments, seconds, progress in
      let rest = deadline.seconds
      guard rest > 0 else { return CommandResult(outcome: .timedOut, reason: "the time for the whole run is over") }
      return await stream(arguments, min(seconds, rest), progress)
    }
  }
}

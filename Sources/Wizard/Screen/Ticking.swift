import FlowKit
import FoundationEssentials

extension Model {
  /// Time until something on the screen is different although nothing happened; nil when that never comes.
  ///
  /// Seconds count while a command runs or a remedy is watched; else only the age of the document that is shown.
  var untilRedrawn: Duration? {
    guard let now else { return nil }
    if running != nil { return Self.toNextSecond(since: runningSince?.time ?? now, now) }
    if let verification, verification.next != nil { return Self.toNextSecond(since: verification.began, now) }
    guard let time = shownDocument?.provenance.time.flatMap({ try? Timestamp.date($0) }) else { return nil }
    let age = max(0, now.timeIntervalSince(time))
    return .seconds(Age.nextChange(age) - age)
  }

  private static func toNextSecond(since start: Date, _ now: Date) -> Duration {
    let seconds = max(0, now.timeIntervalSince(start))
    return .seconds(max(0.01, seconds.rounded(.down) + 1 - seconds))
  }
}

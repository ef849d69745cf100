/// What a list of pods says: those that fail, how many were looked at, and where all of them stand.
package struct Fleet: Sendable {
  /// The newest first.
  package private(set) var failing: [FailingPod]
  /// Pods that were looked at, the failing ones included.
  package let count: Int
  /// Whether events came with them; many causes are in these alone.
  package let hasEvents: Bool
  /// Where the pods stand.
  package private(set) var places: FleetPlaces

  /// What an intake holds at the end.
  init(_ intake: inout FleetIntake) throws(StreamFault) {
    failing = try intake.failing().sorted(by: FailingPod.isNewer)
    count = intake.count
    hasEvents = intake.hasEvents
    places = intake.places
  }

  /// Reads what `kubectl get pods -o json` and `kubectl get events -o json` print; nil when the pods are no JSON.
  ///
  /// Without events a cause that only they hold counts as lost, and so it does when they are no JSON.
  package init?(pods: [UInt8], events: [UInt8] = []) {
    var own = FleetStream()
    var other: FleetStream? = FleetStream()
    guard (try? pods.withUnsafeBytes({ try own.feed($0) })) != nil else { return nil }
    if (try? events.withUnsafeBytes({ try other?.feed($0) })) == nil { other = nil }
    guard let fleet = try? own.fleet(events: other) else { return nil }
    self = fleet
  }

  /// The same pods without secrets, in whatever the cluster wrote.
  package func redacted(by redactor: inout Redactor) -> Fleet {
    var result = self
    var known: [String: String] = [:]
    result.failing = failing.map { $0.redacted(by: &redactor, &known) }
    result.places = places.redacted(by: &redactor)
    return result
  }
}

import FoundationEssentials

extension FailingPod {
  /// What a pod fails for; nil for one that runs, ended well or is still starting.
  ///
  /// Only warnings among its events count: what is none tells nothing of a failure.
  package init?(_ reading: PodReading) {
    guard reading.phase?.value != "Succeeded" else { return nil }
    var reading = reading
    // What was said before the pod was placed says nothing any more.
    let isPlaced = reading.node != nil
    reading.events.removeAll { !$0.isWarning || isPlaced && $0.reason.value == "FailedScheduling" }
    let ranked = CaseReader(pod: reading).cases.compactMap { one in Self.rank(one).map { (rank: $0, podCase: one) } }
    if let worst = ranked.min(by: { $0.rank < $1.rank })?.podCase {
      self.init(reading, worst)
    } else if !isPlaced, reading.unplaced == "Unschedulable" {
      self.init(reading, reading.containers.first, "Unschedulable", "not-image-pull")
    } else {
      return nil
    }
  }

  /// A cause that is known comes before one that is not; nil when nothing fails.
  private static func rank(_ podCase: PodCase) -> Int? {
    switch podCase.pullClass?.value {
    case nil: podCase.error == nil ? nil : 1
    case "healthy": nil
    case "cause-lost": 2
    case "not-image-pull": podCase.failure?.kind == "starting" ? nil : 3
    default: 0
    }
  }

  private init(_ reading: PodReading, _ podCase: PodCase) {
    let reason = podCase.failure?.reason.value ?? podCase.container?.reason?.value ?? reading.phase?.value ?? ""
    self.init(reading, podCase.container, reason, podCase.pullClass?.value)
    image = podCase.image ?? image
    if isPull { since = Self.firstFailure(reading, podCase.container) }
    if let attempt = podCase.error?.attempt {
      host = attempt.host
      words = String(attempt.span.text.drop { $0 == ":" || $0 == " " })
    }
  }

  /// When the oldest event of a failed pull was first seen; a pod may be older than that by any time.
  private static func firstFailure(_ reading: PodReading, _ container: ContainerReading?) -> Int? {
    let events = reading.events.filter { event in
      guard ["Failed", "BackOff"].contains(event.reason.value) else { return false }
      guard event.container == nil || event.container == container?.name.value else { return false }
      let words = Folded(event.message)
      return pullWords.contains { words.find($0, in: 0..<words.bytes.count) != nil }
    }
    return events.compactMap { $0.first.map { FleetPlaces.time($0) } }.filter { $0 > 0 }.min()
  }

  /// Such events tell of the start of a container as well.
  private static let pullWords = ["topullimage", "pullingimage", "errimagepull", "imagepullbackoff"]

  private init(_ reading: PodReading, _ container: ContainerReading?, _ reason: String, _ pullClass: String?) {
    self.init(
      namespace: reading.namespace?.value ?? "", name: reading.name?.value ?? "", reason: reason, pullClass: pullClass)
    self.container = container?.name.value
    image = container?.image?.value
    node = reading.node?.value
    pool = reading.node.flatMap { NodePool.name(ofNode: $0.value) } ?? reading.pool
    owner = reading.owner?.value
    created = reading.created.flatMap { try? Date.ISO8601FormatStyle().parse($0) }
    restarts = reading.containers.reduce(0) { sum, container in
      let (all, isTooMany) = sum.addingReportingOverflow(container.restarts?.value ?? 0)
      return isTooMany ? .max : all
    }
  }
}

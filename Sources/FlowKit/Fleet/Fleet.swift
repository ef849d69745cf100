import FoundationEssentials

/// What a list of pods says: those that fail, and how many were looked at.
package struct Fleet: Sendable {
  /// The newest first.
  package private(set) var failing: [FailingPod] = []
  /// Pods that were looked at, the failing ones included.
  package private(set) var count = 0

  /// Reads what `kubectl get pods -o json` and `kubectl get events -o json` print; nil when the pods are no JSON.
  ///
  /// Without events a cause that only they hold counts as lost.
  package init?(pods: [UInt8], events: [UInt8] = []) {
    guard let readings = Self.read(pods, events) else { return nil }
    count = readings.count
    failing = readings.compactMap(Self.failing).sorted(by: FailingPod.isNewer)
  }

  /// The same pods without secrets, in whatever the cluster wrote.
  package func redacted(by redactor: inout Redactor) -> Fleet {
    var result = self
    result.failing = failing.map { $0.redacted(by: &redactor) }
    return result
  }

  /// Both lists as one document, since events find their pods within one; events that are no JSON are left out.
  private static func read(_ pods: [UInt8], _ events: [UInt8]) -> [PodReading]? {
    func readings(_ bytes: [UInt8]) -> [PodReading]? {
      PodJSONReader.read(
        list: Document(id: "pods", title: "pods", provenance: Provenance(.command, source: ""), bytes: bytes))
    }
    if !events.isEmpty {
      let both = Array(#"{"items":["#.utf8) + pods + Array(",".utf8) + events + Array("]}".utf8)
      if let found = readings(both) { return found }
    }
    return readings(pods)
  }

  // MARK: - One pod

  /// What a pod fails for; nil for one that runs, ended well or is still starting.
  private static func failing(_ reading: PodReading) -> FailingPod? {
    var reading = reading
    // What was said before the pod was placed says nothing any more.
    if reading.node != nil { reading.events.removeAll { $0.reason.value == "FailedScheduling" } }
    let ranked = CaseReader(pod: reading).cases.compactMap { one in rank(one).map { (rank: $0, podCase: one) } }
    if let worst = ranked.min(by: { $0.rank < $1.rank })?.podCase { return failing(reading, worst) }
    guard reading.node == nil, reading.unplaced == "Unschedulable" else { return nil }
    return filled(pod(reading, "Unschedulable", Fact.notImagePull), reading, reading.containers.first)
  }

  /// A cause that is known comes before one that is not; nil when nothing fails.
  private static func rank(_ podCase: PodCase) -> Int? {
    switch podCase.pullClass?.value {
    case nil: podCase.error == nil ? nil : 1
    case Fact.healthy: nil
    case "cause-lost": 2
    case Fact.notImagePull: podCase.failure?.kind == "starting" ? nil : 3
    default: 0
    }
  }

  private static func failing(_ reading: PodReading, _ podCase: PodCase) -> FailingPod {
    let reason = podCase.failure?.reason.value ?? podCase.container?.reason?.value ?? reading.phase?.value ?? ""
    var pod = filled(pod(reading, reason, podCase.pullClass?.value), reading, podCase.container)
    pod.image = podCase.image ?? pod.image
    if let attempt = podCase.error?.attempt {
      pod.host = attempt.host
      pod.words = String(attempt.span.text.drop { $0 == ":" || $0 == " " })
    }
    return pod
  }

  private static func pod(_ reading: PodReading, _ reason: String, _ pullClass: String?) -> FailingPod {
    FailingPod(
      namespace: reading.namespace?.value ?? "", name: reading.name?.value ?? "", reason: reason, pullClass: pullClass)
  }

  private static func filled(_ pod: FailingPod, _ reading: PodReading, _ container: ContainerReading?) -> FailingPod {
    var pod = pod
    pod.container = container?.name.value
    pod.image = container?.image?.value
    pod.node = reading.node?.value
    pod.owner = reading.owner?.value
    pod.created = reading.created.flatMap { try? Date.ISO8601FormatStyle().parse($0) }
    pod.restarts = reading.containers.reduce(0) { $0 + ($1.restarts?.value ?? 0) }
    return pod
  }
}

import FlowKit

/// Finds the pod to look at among those of a workload, or those that a selector names.
package struct PodPick: Sendable {
  /// What names the pods.
  package enum Target: Hashable, Sendable {
    /// Such as `deployment/web`.
    case workload(String)
    case selector(String)

    /// The target as the operator named it.
    package var words: String {
      switch self {
      case .workload(let name): name
      case .selector(let selector): "selector \(selector)"
      }
    }
  }

  /// The pod that was picked.
  package struct Picked: Sendable {
    package var pod: LivePod
    /// Why this one, in one sentence.
    package var words: String
  }

  /// Kinds whose objects name their pods, each as kubectl takes it, the short forms behind it.
  private static let workloads = [
    ["deployment", "deployments", "deploy"], ["statefulset", "statefulsets", "sts"],
    ["daemonset", "daemonsets", "ds"], ["replicaset", "replicasets", "rs"],
    ["replicationcontroller", "replicationcontrollers", "rc"], ["job", "jobs"], ["service", "services", "svc"],
  ]

  /// The same in words.
  package static let kinds = workloads.map { $0[0] }.joined(separator: ", ")

  /// Whether a kind of the command line means pods.
  package static func isPod(_ kind: String) -> Bool { ["pod", "pods", "po"].contains(kind.lowercased()) }

  /// Whether objects of a kind of the command line name their pods; a group may stand behind it, as in `deployment.apps`.
  package static func isWorkload(_ kind: String) -> Bool {
    let name = kind.lowercased().prefix { $0 != "." }
    return workloads.contains { $0.contains(String(name)) }
  }

  let target: Target
  /// Where to look; its own name does not matter.
  let place: LivePod

  package init(_ target: Target, in place: LivePod) {
    self.target = target
    self.place = place
  }

  /// The newest pod that fails to pull, else the newest that fails otherwise, else any.
  package func pick(_ runner: CommandRunner) async throws(LivePod.Failure) -> Picked {
    let selector = try await selector(runner)
    let pods = try await place.document("pods", ["get", "pods", "-l", selector, "-o", "json"], runner)
    if pods.provenance.isCut {
      throw Self.unreadable("There are more pods of \(target.words) than can be read at once. Name one: --pod NAME.")
    }
    let warnings = "--field-selector=involvedObject.kind=Pod,type=Warning"
    let events = try? await place.document("events", ["get", "events", warnings, "-o", "json"], runner)
    guard let fleet = Fleet(pods: pods.bytes, events: events?.bytes ?? []) else {
      throw Self.unreadable("What kubectl prints of the pods cannot be read.")
    }
    let failing = fleet.failing.first(where: \.isPull) ?? fleet.failing.first
    guard let name = failing?.name ?? PodJSONReader.read(pods)?.first?.name?.value else {
      throw LivePod.Failure(outcome: .notFound, message: "There is no pod of \(target.words).")
    }
    var pod = place
    pod.pod = name
    if let namespace = failing?.namespace, !namespace.isEmpty { pod.namespace = namespace }
    return Picked(pod: pod, words: words(fleet, name, failing))
  }

  /// The same for the main thread, which waits for it.
  package func waiting(_ runner: CommandRunner) throws(EvidenceCollector.Failure) -> Picked {
    let result = Waiting<Result<Picked, LivePod.Failure>>.result {
      do throws(LivePod.Failure) { return .success(try await pick(runner)) } catch { return .failure(error) }
    }
    do { return try result.get() } catch {
      throw EvidenceCollector.Failure(status: ExitStatus(error.outcome), message: error.message)
    }
  }

  private func words(_ fleet: Fleet, _ name: String, _ failing: FailingPod?) -> String {
    let count = fleet.count == 1 ? "the only pod" : "\(fleet.count) pods"
    guard let failing else {
      return fleet.count == 1
        ? "\(name) is \(count) of \(target.words), and it does not fail."
        : "None of \(count) of \(target.words) fails; \(name) is one of them."
    }
    let pulls = fleet.failing.count(where: \.isPull)
    if fleet.count == 1 { return "\(name) is the only pod of \(target.words)." }
    let all = "\(count) of \(target.words)"
    let what =
      failing.isPull ? "\(pulls) of \(all) cannot pull" : "\(fleet.failing.count) of \(all) fail, not for an image"
    return "\(what); \(name) is the newest of them."
  }

  private static func unreadable(_ message: String) -> LivePod.Failure {
    LivePod.Failure(outcome: .unreadable, message: message)
  }

  // MARK: - Selector

  private func selector(_ runner: CommandRunner) async throws(LivePod.Failure) -> String {
    switch target {
    case .selector(let selector): return selector
    case .workload(let name):
      let object = try await place.document(name, ["get", name, "-o", "json"], runner)
      guard let selector = Self.selector(of: object.bytes) else {
        throw Self.unreadable("\(name) does not say which pods are its own. Name one: --pod NAME, or -l SELECTOR.")
      }
      return selector
    }
  }

  /// The selector of a workload as kubectl takes it; nil when the object has none.
  ///
  /// Source: Kubernetes API, LabelSelector: labels and expressions must all hold.
  package static func selector(of object: [UInt8]) -> String? {
    guard let tree = try? JSONTree.read(object), let selector = tree["spec"]?["selector"] else { return nil }
    func text(_ tree: JSONTree?) -> String? { tree?.scalar(in: object) }
    // A ReplicationController has the labels themselves.
    let isPlain = selector["matchLabels"] == nil && selector["matchExpressions"] == nil
    let labels = (isPlain ? selector : selector["matchLabels"])?.members ?? []
    var parts = labels.compactMap { label in text(label.value).map { "\(label.key)=\($0)" } }
    for expression in selector["matchExpressions"]?.elements ?? [] {
      guard let key = text(expression["key"]) else { return nil }
      let values = (expression["values"]?.elements ?? []).compactMap { text($0) }.joined(separator: ",")
      switch text(expression["operator"]) {
      case "In": parts.append("\(key) in (\(values))")
      case "NotIn": parts.append("\(key) notin (\(values))")
      case "Exists": parts.append(key)
      case "DoesNotExist": parts.append("!\(key)")
      default: return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ",")
  }
}

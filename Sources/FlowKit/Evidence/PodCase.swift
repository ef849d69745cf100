/// What one container, or a pod as a whole, suffers from.
package struct PodCase: Sendable {
  /// Class id of the catalogue; nil when an error of a pull fits no rule, or when the evidence shows nothing at all.
  package var pullClass: Located<String>?
  package var container: ContainerReading?
  package var error: PullError?
  package var failure: Failure?
  /// Pull secret that an event reports as absent.
  package var missingSecret: Located<String>?
  /// Image the error names, if the container's own is not known.
  package var image: String? { container?.image?.value ?? error?.image }
}

/// Decides what a pod suffers from: container states first, then events, the newest first.
struct CaseReader {
  let pod: PodReading

  /// Waiting reasons of the kubelet that speak of an image.
  static let pullReasons: Set<String> = [
    "ErrImagePull", "ImagePullBackOff", "RegistryUnavailable", "SignatureValidationFailed", "ImageInspectError",
    "InvalidImageName", "ErrImageNeverPull", "ErrPullImage", "PullImageError",
  ]

  /// Waiting reasons that are an answer by themselves.
  private static let finalReasons = ["InvalidImageName": "invalid-name", "ErrImageNeverPull": "never-pull"]

  /// Every case of the pod: one per container that waits for its image, else one for the pod.
  var cases: [PodCase] {
    let waiting = pod.containers.filter {
      Self.pullReasons.contains($0.reason?.value ?? "") && $0.state?.value != .running
    }
    if !waiting.isEmpty { return waiting.map(pullCase) }
    return [sandbox ?? platform ?? otherFailure ?? stateless ?? started]
  }

  // MARK: - Pull

  private func pullCase(_ container: ContainerReading) -> PodCase {
    var result = PodCase(container: container)
    result.missingSecret = missingSecret
    let errors = texts(of: container).map { PullError($0) }
    let reason = container.reason
    if let reason, let final = Self.finalReasons[reason.value] {
      result.error = errors.first { $0.pullClass == final }
      result.pullClass = result.error.map { Located(final, $0.attempt.span) } ?? Located(final, reason.span)
      return result
    }
    if let told = errors.first(where: { $0.pullClass != nil && $0.pullClass != "cause-lost" }) {
      return decided(result, told)
    }
    if let unknown = errors.first(where: { $0.pullClass == nil }) {
      result.error = unknown
      return result
    }
    return lost(result, reason, errors.first)
  }

  private func decided(_ start: PodCase, _ error: PullError) -> PodCase {
    var result = start
    result.error = error
    result.pullClass = error.pullClass.map { Located($0, error.attempt.span) }
    // A refusal of an anonymous request is what an absent secret leads to; any other text tells more than the absence.
    if let secret = result.missingSecret, ["no-credentials", "unauthorized"].contains(error.pullClass) {
      result.pullClass = Located("pull-secret-missing", secret.span)
    }
    return result
  }

  /// Nothing but the back-off is left; the reason of the runtime may still tell.
  private func lost(_ start: PodCase, _ reason: Located<String>?, _ backOff: PullError?) -> PodCase {
    var result = start
    result.error = backOff
    if let secret = result.missingSecret {
      result.pullClass = Located("pull-secret-missing", secret.span)
      return result
    }
    let byReason = [
      "SignatureValidationFailed": "signature-rejected", "RegistryUnavailable": "registry-error",
      "ImageInspectError": "runtime-down",
    ]
    let value = reason.flatMap { byReason[$0.value] } ?? "cause-lost"
    if let span = value == "cause-lost" ? backOff?.attempt.span ?? reason?.span : reason?.span {
      result.pullClass = Located(value, span)
    }
    return result
  }

  /// Texts that may name the cause, the most reliable first: waiting message, then events, the newest first.
  private func texts(of container: ContainerReading) -> [Passage] {
    let events = pod.events.filter { concerns($0, container) }.sorted { $0.recency > $1.recency }
    let failed = events.filter {
      ["Failed", "InspectFailed", "ErrImageNeverPull", "FailedSync"].contains($0.reason.value)
    }
    let backOff = events.filter { $0.reason.value == "BackOff" }
    return [container.message].compactMap { $0 } + (failed + backOff).map(\.message).filter(tellsMore)
  }

  /// `Error: ErrImagePull` repeats the reason only.
  private func tellsMore(_ message: Passage) -> Bool {
    let folded = message.folded
    let text = folded.string(0..<folded.bytes.count)
    return text.hasPrefix("back-offpulling") || !(text.hasPrefix("error:") && text.count < 40)
  }

  private func concerns(_ event: KubeEvent, _ container: ContainerReading) -> Bool {
    if let name = event.container { return name == container.name.value }
    let folded = event.message.folded
    guard let image = container.image?.value.lowercased(), pod.containers.count > 1,
      folded.find("image\"", in: 0..<folded.bytes.count) != nil
    else { return true }
    return folded.find("image\"" + image.filter { !$0.isWhitespace }, in: 0..<folded.bytes.count) != nil
  }

  /// Source: kubelet event FailedToRetrieveImagePullSecret, Kubernetes 1.28 and later.
  private var missingSecret: Located<String>? {
    for event in pod.events where event.reason.value == "FailedToRetrieveImagePullSecret" {
      let folded = event.message.folded
      let all = 0..<folded.bytes.count
      guard let open = folded.find("pullsecrets(", in: all),
        let close = folded.find(")", in: open.upperBound..<all.upperBound)
      else { return Located("", event.message.span) }
      let name = open.upperBound..<close.lowerBound
      return Located(folded.original(name), folded.span([name]))
    }
    return nil
  }

  // MARK: - Anything else

  /// The pause image is pulled by the runtime before any container exists.
  private var sandbox: PodCase? {
    for event in newest where event.reason.value.hasPrefix("FailedCreatePodSand") {
      let folded = event.message.folded
      guard folded.find("failedtogetsandboximage", in: 0..<folded.bytes.count) != nil else { continue }
      let error = PullError(event.message)
      return PodCase(
        pullClass: error.pullClass.map { Located($0, error.attempt.span) }, container: pod.containers.first,
        error: error)
    }
    return nil
  }

  /// An image of another platform may be pulled and then fails to start.
  private var platform: PodCase? {
    for container in pod.containers {
      for message in [container.message, container.lastMessage].compactMap({ $0 }) {
        let folded = message.folded
        guard let hit = folded.find("execformaterror", in: 0..<folded.bytes.count) else { continue }
        return PodCase(
          pullClass: Located("platform-mismatch", folded.span([hit])), container: container, error: PullError(message))
      }
    }
    return nil
  }

  private var newest: [KubeEvent] { pod.events.sorted { $0.recency > $1.recency } }

  private var otherFailure: PodCase? {
    if let reason = pod.reason, let kind = Failure.states[reason.value] {
      return failed(Failure(kind, reason, pod.message), nil)
    }
    for container in pod.containers {
      guard let reason = container.reason, let kind = Failure.states[reason.value] else { continue }
      let isMemory = container.lastReason?.value == "OOMKilled"
      let told = isMemory ? container.lastReason ?? reason : reason
      return failed(Failure(isMemory ? "oom" : kind, told, container.message ?? container.lastMessage), container)
    }
    guard
      pod.containers.isEmpty
        || pod.containers.contains(where: { $0.isReady != true && $0.reason?.value != "Completed" })
    else { return nil }
    for event in newest where event.isWarning {
      guard let kind = Failure.events[event.reason.value] else { continue }
      return failed(Failure(kind, event.reason, event.message), pod.containers.first { $0.isReady != true })
    }
    return nil
  }

  private func failed(_ failure: Failure, _ container: ContainerReading?) -> PodCase {
    PodCase(pullClass: Located("not-image-pull", failure.reason.span), container: container, failure: failure)
  }

  /// Events alone, or a container whose state is not shown: the newest telling event decides.
  private var stateless: PodCase? {
    guard pod.containers.allSatisfy({ $0.state == nil }) else { return nil }
    let relevant = newest.filter {
      ["Failed", "InspectFailed", "ErrImageNeverPull", "BackOff"].contains($0.reason.value)
    }
    let errors = relevant.map(\.message).filter(tellsMore).compactMap { PullError(loose: $0) }
    var start = PodCase()
    start.missingSecret = missingSecret
    if let told = errors.first(where: { $0.pullClass != nil && $0.pullClass != "cause-lost" }) {
      return decided(start, told)
    }
    if let first = errors.first { return lost(start, nil, first) }
    return nil
  }

  /// Every container runs or has ended well, or the pod is still starting.
  private var started: PodCase {
    let open = pod.containers.first { $0.kind != .ephemeral && $0.state?.value == .waiting }
    if let open, let reason = open.reason {
      return failed(Failure("starting", reason, open.message), open)
    }
    if let phase = pod.phase, ["Failed", "Pending", "Unknown"].contains(phase.value) {
      return failed(Failure(phase.value == "Failed" ? "crash" : "starting", phase), pod.containers.first)
    }
    let running = pod.containers.last { $0.state != nil }
    guard let span = running?.state?.span ?? pod.phase?.span else { return PodCase() }
    return PodCase(pullClass: Located("healthy", span), container: running)
  }
}

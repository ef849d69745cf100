/// Decides what a pod suffers from: container states first, then events, the newest first.
struct CaseReader {
  let pod: PodReading
  /// Its events, the newest first.
  private let newest: [KubeEvent]

  init(pod: PodReading) {
    self.pod = pod
    newest = pod.events.sorted { $0.recency > $1.recency }
  }

  /// Waiting reasons of the kubelet that speak of an image.
  static let pullReasons: Set<String> = [
    "ErrImagePull", "ImagePullBackOff", "RegistryUnavailable", "SignatureValidationFailed", "ImageInspectError",
    "InvalidImageName", "ErrImageNeverPull", "ErrPullImage", "PullImageError",
  ]

  /// Waiting reasons that are an answer by themselves.
  private static let finalReasons = ["InvalidImageName": "invalid-name", "ErrImageNeverPull": "never-pull"]

  /// Reasons of warnings that may name the cause of a failed pull.
  static let tellingReasons: Set<String> = [
    "Failed", "InspectFailed", "ErrImageNeverPull", "BackOff", "FailedSync", "FailedToRetrieveImagePullSecret",
  ]

  /// What a reason alone says; any other reason of a pull has lost its cause.
  static let reasonClasses = finalReasons.merging([
    "SignatureValidationFailed": "signature-rejected", "RegistryUnavailable": "registry-error",
    "ImageInspectError": "runtime-down",
  ]) { first, _ in first }

  /// Classes that an absent pull secret explains: any other text tells more than the absence.
  static let refusals: Set<String?> = ["no-credentials", "unauthorized"]

  /// Texts of one pod read at most, the newest first.
  private static let limit = 500

  /// Every case of the pod: one per container that waits for its image, else one for the pod.
  var cases: [PodCase] {
    let waiting = pod.containers.filter(isPulling)
    if !waiting.isEmpty { return waiting.map(pullCase) }
    return [sandbox ?? platform ?? stateless ?? otherFailure ?? started]
  }

  /// Whether a container waits for its image, by its reason or, where a cut took that away, by its message.
  private func isPulling(_ container: ContainerReading) -> Bool {
    guard container.state?.value != .running else { return false }
    if let reason = container.reason { return Self.pullReasons.contains(reason.value) }
    guard container.state?.value == .waiting, let message = container.message else { return false }
    return MessageReader.certainty(message.folded) == .sure
  }

  // MARK: - Pull

  private func pullCase(_ container: ContainerReading) -> PodCase {
    var result = PodCase(container: container)
    result.missingSecret = missingSecret
    let reason = container.reason
    let final = reason.flatMap { Self.finalReasons[$0.value] }
    let errors = newestErrors(texts(of: container)) { final == nil ? $0 != "cause-lost" : $0 == final }
    if let reason, let final {
      result.error = errors.told
      result.pullClass = errors.told.map { Located(final, $0.attempt.span) } ?? Located(final, reason.span)
      return result
    }
    if let told = errors.told { return decided(result, told) }
    if let unknown = errors.unknown {
      result.error = unknown
      return result
    }
    return lost(result, reason, errors.first)
  }

  /// The newest error with a class that decides, the newest without any class, and the newest of all.
  private func newestErrors(
    _ texts: [Passage], decides: (String) -> Bool
  ) -> (told: PullError?, unknown: PullError?, first: PullError?) {
    var result: (told: PullError?, unknown: PullError?, first: PullError?)
    var seen: Set<[UInt8]> = []
    for text in texts.prefix(Self.limit) {
      let folded = text.folded
      guard tellsMore(folded), seen.insert(folded.bytes).inserted else { continue }
      let error = PullError(text, folded)
      result.first = result.first ?? error
      if let pullClass = error.pullClass {
        guard decides(pullClass) else { continue }
        result.told = error
        return result
      }
      result.unknown = result.unknown ?? error
    }
    return result
  }

  private func decided(_ start: PodCase, _ error: PullError) -> PodCase {
    var result = start
    result.error = error
    result.pullClass = error.pullClass.map { Located($0, error.attempt.span) }
    // A refusal of an anonymous request is what an absent secret leads to.
    if let secret = result.missingSecret, Self.refusals.contains(error.pullClass) {
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
    let value = reason.flatMap { Self.reasonClasses[$0.value] } ?? "cause-lost"
    if let span = value == "cause-lost" ? backOff?.attempt.span ?? reason?.span : reason?.span {
      result.pullClass = Located(value, span)
    }
    return result
  }

  /// Texts that may name the cause, the most reliable first: waiting message, then events, the newest first.
  private func texts(of container: ContainerReading) -> [Passage] {
    func events(_ reasons: [String]) -> [KubeEvent] {
      newest.filter { reasons.contains($0.reason.value) && concerns($0, container) }
    }
    let failed = events(["Failed", "InspectFailed", "ErrImageNeverPull", "FailedSync"])
    let backOff = events(["BackOff"])
    return [container.message].compactMap { $0 } + (failed + backOff).map(\.message)
  }

  /// `Error: ErrImagePull` repeats the reason only.
  private func tellsMore(_ message: Folded) -> Bool {
    !(message.bytes.count < 40 && message.bytes.starts(with: "error:".utf8))
  }

  private func concerns(_ event: KubeEvent, _ container: ContainerReading) -> Bool {
    if let name = event.container { return name == container.name.value }
    guard pod.containers.count > 1, let image = container.image?.value.lowercased() else { return true }
    let folded = event.message.folded
    guard folded.find("image\"", in: 0..<folded.bytes.count) != nil else { return true }
    return folded.find("image\"" + image.filter { !$0.isWhitespace }, in: 0..<folded.bytes.count) != nil
  }

  /// Source: kubelet event FailedToRetrieveImagePullSecret, Kubernetes 1.28 and later.
  private var missingSecret: Located<String>? {
    pod.events.first { $0.reason.value == "FailedToRetrieveImagePullSecret" }.map {
      Self.missingSecret($0.message.folded) ?? Located("", $0.message.span)
    }
  }

  /// The names in `pull secrets (a, b)`.
  static func missingSecret(_ folded: Folded) -> Located<String>? {
    let all = 0..<folded.bytes.count
    guard let open = folded.find("pullsecrets(", in: all),
      let close = folded.find(")", in: open.upperBound..<all.upperBound)
    else { return nil }
    let name = open.upperBound..<close.lowerBound
    return Located(folded.original(name), folded.span([name]))
  }

  // MARK: - Anything else

  /// The pause image is pulled by the runtime before any container exists.
  private var sandbox: PodCase? {
    guard let event = newest.first(where: { $0.reason.value.hasPrefix("FailedCreatePodSand") }) else { return nil }
    let folded = event.message.folded
    let words = ["failedtogetsandboximage", "failedpullingimage", "failedtopullimage"]
    guard words.contains(where: { folded.find($0, in: 0..<folded.bytes.count) != nil }),
      pod.containers.allSatisfy({ $0.state?.value != .running })
    else { return nil }
    let error = PullError(event.message, folded)
    return PodCase(
      pullClass: error.pullClass.map { Located($0, error.attempt.span) }, container: pod.containers.first,
      error: error)
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
    let isPlaced = pod.events.contains { $0.reason.value == "Scheduled" || $0.reason.value == "Pulling" }
    for event in newest where event.isWarning {
      guard let kind = Failure.events[event.reason.value], kind != "scheduling" || !isPlaced else { continue }
      return failed(Failure(kind, event.reason, event.message), pod.containers.first { $0.isReady != true })
    }
    return nil
  }

  private func failed(_ failure: Failure, _ container: ContainerReading?) -> PodCase {
    PodCase(pullClass: Located(Fact.notImagePull, failure.reason.span), container: container, failure: failure)
  }

  /// Events alone, or a container whose state is not shown: the newest telling event decides.
  private var stateless: PodCase? {
    guard pod.containers.allSatisfy({ $0.state == nil }) else { return nil }
    let relevant = newest.filter {
      ["Failed", "InspectFailed", "ErrImageNeverPull", "BackOff", "FailedSync"].contains($0.reason.value)
    }
    let pulled = pulledImages
    var texts: [Passage] = []
    for event in relevant.prefix(Self.limit) {
      let folded = event.message.folded
      if pulled.contains(where: {
        $0.recency > event.recency && folded.find($0.image, in: 0..<folded.bytes.count) != nil
      }) {
        continue
      }
      let certainty = MessageReader.certainty(folded)
      let other =
        certainty == .sure ? nil : Failure.read(event.message, folded) ?? Failure.readLast(event.message, folded)
      if let other, texts.isEmpty, tellsMore(folded) { return failed(other, nil) }
      if certainty != .no, other == nil { texts.append(event.message) }
    }
    if texts.isEmpty, let started = newest.first, ["Started", "Pulled", "Created"].contains(started.reason.value) {
      return PodCase(pullClass: Located(Fact.healthy, started.reason.span))
    }
    let errors = newestErrors(texts) { $0 != "cause-lost" }
    var start = PodCase()
    start.missingSecret = missingSecret
    if let told = errors.told { return decided(start, told) }
    if let unknown = errors.unknown { return PodCase(error: unknown) }
    return errors.first.map { lost(start, nil, $0) }
  }

  /// Images that came in the end, with the time: what failed before is history.
  private var pulledImages: [(image: String, recency: Double)] {
    pod.events.reversed().lazy.filter { $0.reason.value == "Pulled" }.prefix(50).compactMap { event in
      MessageReader(event.message.folded).image.map { ("image\"" + $0.lowercased() + "\"", event.recency) }
    }
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
    guard pod.containers.allSatisfy({ $0.kind == .ephemeral || $0.state != nil && $0.state?.value != .waiting }),
      let span = pod.containers.last?.state?.span ?? pod.phase?.span
    else { return PodCase() }
    return PodCase(pullClass: Located(Fact.healthy, span), container: pod.containers.last { $0.state != nil })
  }
}

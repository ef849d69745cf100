/// What evidence that was read after a remedy says about the pull of the container that could not get its image.
package enum PullState: Sendable {
  /// The image was pulled anew; `after` names what fails now, if something does.
  case pulled(Span, after: String?)
  /// The container runs an image that lay on the node: that proves nothing.
  case cached(Span)
  /// It runs, and nothing tells whether its image was pulled after the remedy.
  case unproven
  /// The same error as before.
  case same(Span?)
  /// Another class of error.
  case changed(pullClass: String, Span?)
  /// The error of before had been lost; now it can be read.
  case shown(pullClass: String, Span?)
  /// Nothing is decided: a new pod starts, or the pull is under way.
  case starting(String)
  /// The pod fails for something else, and nothing shows a pull.
  case elsewhere(String)

  /// Compares two readings; `before` is the one that led to the remedy.
  package init(_ now: EvidenceReading, after before: EvidenceReading) {
    guard let pod = now.pod, let main = now.main else {
      self = .starting("no pod is there")
      return
    }
    let name = before.main?.container?.name.value ?? main.container?.name.value
    let cases = [main] + now.others.filter { $0.pod.isSamePod(as: pod) }.map(\.podCase)
    // Another container may still fail when this one is healed.
    let own = cases.first { $0.container == nil || $0.container?.name.value == name }
    if let own, let state = Self.failing(own, before) {
      self = state
      return
    }
    let pulls = Pulls(of: pod, container: name, before: before)
    let others = cases.first { $0.container?.name.value != name && Self.isPullFailure($0) }
    let rest = others.map { "container \($0.container?.name.value ?? "") with \($0.pullClass?.value ?? "an error")" }
    let failure = main.failure?.kind == "starting" ? nil : main.failure?.reason.value
    if let fresh = pulls.fresh {
      self = .pulled(fresh, after: failure ?? rest)
    } else if let starting = main.failure, starting.kind == "starting" {
      self = .starting(starting.reason.value)
    } else if let failure {
      self = .elsewhere(failure)
    } else if let cached = pulls.cached {
      self = .cached(cached)
    } else {
      self = .unproven
    }
  }

  /// Whether some container of a reading cannot get its image.
  static func isPullFailure(_ reading: EvidenceReading) -> Bool {
    ([reading.main].compactMap { $0 } + reading.others.map(\.podCase)).contains(where: isPullFailure)
  }

  private static func isPullFailure(_ podCase: PodCase) -> Bool {
    guard let value = podCase.pullClass?.value else { return podCase.error != nil }
    return value != Fact.healthy && value != Fact.notImagePull
  }

  /// The state of a container that cannot pull; nil for any other.
  private static func failing(_ own: PodCase, _ before: EvidenceReading) -> PullState? {
    guard isPullFailure(own) else { return nil }
    let (value, old) = (own.pullClass?.value, before.main?.pullClass?.value)
    let span = own.pullClass?.span ?? own.error?.passage.span
    // With only a back-off left there is no new text to compare.
    if value == old || value == "cause-lost" { return .same(span) }
    if old == "cause-lost" { return .shown(pullClass: value ?? "unknown", span) }
    return .changed(pullClass: value ?? "unknown", span)
  }
}

/// Events that tell how the image of one container came to its node.
private struct Pulls {
  /// A pull that was not there before.
  var fresh: Span?
  /// An image that was found on the node.
  var cached: Span?

  init(of pod: PodReading, container: String?, before: EvidenceReading) {
    let events = Self.pulls(of: pod, container)
    cached = events.last { $0.message.text.contains("already present on machine") }?.message.span
    guard let pull = events.last(where: { Self.isPull($0) && !Self.isKnown($0, pod, container, before) }) else {
      return
    }
    fresh = pull.message.span
  }

  private static func isPull(_ event: KubeEvent) -> Bool { event.message.text.contains("Successfully pulled") }

  /// Whether a pull may have been before the remedy.
  ///
  /// In the pod that could not pull, an event of a pull is a new one. Another pod is a later one only when both tell when
  /// they were made: a replica beside it may have run all the time.
  private static func isKnown(
    _ event: KubeEvent, _ pod: PodReading, _ container: String?, _ before: EvidenceReading
  ) -> Bool {
    guard let old = before.pod else { return true }
    if pod.uid == old.uid, pod.name?.value == old.name?.value {
      return pulls(of: old, container).contains { $0.message.text == event.message.text }
    }
    // Times in this form sort as text.
    if let made = pod.created, let then = old.created { return made <= then }
    guard let began = pod.started, let then = old.started else { return true }
    return DescribedTime.isLater(began, than: then) != true
  }

  /// Events of pulls for a container, the newest last; one that names no container must name its image.
  private static func pulls(of pod: PodReading, _ container: String?) -> [KubeEvent] {
    let image = pod.containers.first { $0.name.value == container }?.image?.value
    return pod.events.filter { event in
      guard event.reason.value == "Pulled" else { return false }
      if let named = event.container { return container == nil || named == container }
      return image.map { event.message.text.contains("\"\($0)\"") } ?? false
    }.sorted { $0.recency < $1.recency }
  }
}

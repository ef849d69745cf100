/// What evidence that was read after a remedy says about the pull.
package enum PullState: Sendable {
  /// The image was pulled anew; `after` names what the container fails for now, if it does.
  case pulled(Span, after: String?)
  /// The container runs an image that lay on the node: that proves nothing.
  case cached(Span)
  /// It runs, and no event tells whether the image was pulled.
  case unproven
  /// The same error as before.
  case same(Span?)
  /// Another class of error.
  case changed(pullClass: String, Span?)
  /// Nothing is decided: a new pod starts, or the pull is under way.
  case starting(String)
  /// The container fails for something else, and nothing shows a pull.
  case elsewhere(String)

  /// Compares two readings; `before` is the one that led to the remedy.
  package init(_ now: EvidenceReading, after before: EvidenceReading) {
    guard let pod = now.pod, let main = now.main else {
      self = .starting("no pod is there")
      return
    }
    let name = before.main?.container?.name.value ?? main.container?.name.value
    let pulls = Self.pulls(of: pod, container: name)
    let known = Set(before.pod.map { Self.pulls(of: $0, container: name).map(\.message.text) } ?? [])
    let isNewPod = pod.uid != before.pod?.uid || pod.name?.value != before.pod?.name?.value
    // In a pod that could not pull, an event of a pull is a new one.
    let fresh = pulls.last {
      $0.message.text.contains("Successfully pulled") && (isNewPod || !known.contains($0.message.text))
    }
    let other = main.failure.map { $0.reason.value }
    switch main.pullClass?.value {
    case "healthy":
      if let fresh {
        self = .pulled(fresh.message.span, after: nil)
      } else if let cached = pulls.last(where: { $0.message.text.contains("already present on machine") }) {
        self = .cached(cached.message.span)
      } else {
        self = .unproven
      }
    case "not-image-pull":
      if let fresh, main.failure?.kind != "starting" {
        self = .pulled(fresh.message.span, after: other)
      } else if main.failure?.kind == "starting" {
        self = .starting(other ?? "it starts")
      } else {
        self = .elsewhere(other ?? "something else")
      }
    case let value:
      let span = main.pullClass?.span ?? main.error?.passage.span
      // With only a back-off left there is no new text to compare.
      let isSame = value == before.main?.pullClass?.value || value == "cause-lost"
      self = isSame ? .same(span) : .changed(pullClass: value ?? "unknown", span)
    }
  }

  private static func pulls(of pod: PodReading, container: String?) -> [KubeEvent] {
    pod.events.filter { event in
      event.reason.value == "Pulled" && (container == nil || event.container == nil || event.container == container)
    }.sorted { $0.recency < $1.recency }
  }
}

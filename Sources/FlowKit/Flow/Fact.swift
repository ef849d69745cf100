/// A named value the session knows, and where it came from.
package struct Fact: Hashable, Sendable {
  /// Who said it.
  package enum Origin: Hashable, Sendable {
    case evidence(Span)
    case answer(node: String)
    case operatorEntry
    /// Fairway read it from kubectl's configuration.
    case cluster
  }

  package var name: String
  package var value: String
  package var origin: Origin

  package init(_ name: String, _ value: String, _ origin: Origin) {
    self.name = name
    self.value = value
    self.origin = origin
  }

  /// Name of the fact with the class of the pull error.
  package static let pullClass = "pull.class"
  /// Value of that fact for a pod that has its image.
  package static let healthy = "healthy"
  /// Value of that fact for a pod that fails for another reason than its image.
  package static let notImagePull = "not-image-pull"
  /// Name of the fact that tells which evidence could not be read.
  package static let notRead = "notRead"

  /// Whether it belongs to no place of the walk, so that going back does not take it.
  package var isTold: Bool { origin == .operatorEntry || origin == .cluster }

  /// The place in the evidence; nil when somebody said it.
  package var span: Span? { if case .evidence(let span) = origin { span } else { nil } }
}

/// The facts that evidence can give.
package enum FactCatalogue {
  /// Names with one sentence each, in the order of the documentation.
  package static let all: [(name: String, means: String)] = [
    ("namespace", "namespace of the pod"), ("pod", "name of the pod"), ("node", "node the pod is bound to"),
    ("serviceAccount", "service account of the pod"), ("phase", "phase of the pod"),
    ("owner", "controller of the pod, as Kind/name"), ("container", "container that fails"),
    ("containerKind", "init, app or ephemeral"), ("image", "image as the pod names it"),
    ("registry", "host of the image, docker.io if it names none"), ("repository", "repository of the image"),
    ("tag", "tag of the image"), ("digest", "digest of the image"), ("waiting.reason", "why the container waits"),
    ("waiting.message", "message beside the reason"), ("restarts", "restarts of the container"),
    ("pullSecrets", "names of the pod's pull secrets"),
    ("missingSecret", "pull secret that an event reports as absent"),
    ("pull.class", "what the pull error says, by the catalogue of classes"),
    ("pull.step", "resolve, authorize, copy or extract"), ("pull.host", "host that failed"),
    ("pull.status", "HTTP status of the answer"), ("pull.address", "address that did not answer, as IP:port"),
    ("pull.message", "the text of the error"), ("pull.attempts", "number of attempts in the error"),
    ("failure.kind", "kind of a failure that is not the pull"), ("failure.reason", "its reason"),
    ("failure.message", "its message"),
    ("apiServer", "host of the cluster that kubectl talks to; only on a live cluster"),
    ("context", "context of the kubeconfig; only on a live cluster"),
    (Fact.notRead, "evidence of a live pod that could not be read, and why"),
  ]

  package static let names = Set(all.map(\.name))

  /// Facts of a reading.
  package static func facts(of reading: EvidenceReading) -> [String: Fact] {
    var facts: [String: Fact] = [:]
    func set(_ name: String, _ value: Located<String>?) {
      guard let value, !value.value.isEmpty else { return }
      facts[name] = Fact(name, value.value, .evidence(value.span))
    }
    func set(_ name: String, _ value: String?, _ span: Span?) {
      if let value, let span { set(name, Located(value, span)) }
    }
    if let pod = reading.pod { addPod(pod, set) }
    guard let main = reading.main else { return facts }
    set("container", main.container?.name)
    set("containerKind", main.container?.kind.rawValue, main.container?.name.span)
    let imageSpan = main.container?.image?.span ?? main.error?.passage.span
    set("image", main.image, imageSpan)
    if let image = main.image, let reference = ImageReference(image) {
      set("registry", reference.registry, imageSpan)
      set("repository", reference.repository, imageSpan)
      set("tag", reference.tag, imageSpan)
      set("digest", reference.digest, imageSpan)
    }
    set("waiting.reason", main.container?.reason)
    set("waiting.message", main.container?.message?.text, main.container?.message?.span)
    set("restarts", main.container?.restarts.map { Located(String($0.value), $0.span) })
    set("missingSecret", main.missingSecret)
    set("pull.class", main.pullClass)
    addError(main.error, set)
    set("failure.kind", main.failure?.kind, main.failure?.reason.span)
    set("failure.reason", main.failure?.reason)
    set("failure.message", main.failure?.message?.text, main.failure?.message?.span)
    return facts
  }

  private static func addPod(_ pod: PodReading, _ set: (String, Located<String>?) -> Void) {
    set("namespace", pod.namespace)
    set("pod", pod.name)
    set("node", pod.node)
    set("serviceAccount", pod.serviceAccount)
    set("phase", pod.phase)
    set("owner", pod.owner)
    if let secrets = pod.pullSecrets, let first = secrets.first {
      set("pullSecrets", Located(secrets.map(\.value).joined(separator: ","), first.span))
    }
  }

  private static func addError(_ error: PullError?, _ set: (String, String?, Span?) -> Void) {
    guard let error else { return }
    let attempt = error.attempt
    set("pull.step", attempt.step.rawValue, attempt.span)
    set("pull.host", attempt.host, attempt.span)
    set("pull.status", attempt.status.map(String.init), attempt.span)
    set("pull.address", attempt.address, attempt.span)
    set("pull.message", error.passage.text, error.passage.span)
    set("pull.attempts", String(error.attempts.count), error.passage.span)
  }
}

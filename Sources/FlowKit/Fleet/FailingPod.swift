package import FoundationEssentials

/// A pod that does not come up, as a list of many shows it.
package struct FailingPod: Hashable, Sendable {
  package var namespace: String
  package var name: String
  /// Container that fails; nil when the pod as a whole does.
  package var container: String?
  package var image: String?
  /// Reason as Kubernetes names it, such as `ImagePullBackOff`.
  package var reason: String
  /// Class id of the catalogue: `not-image-pull` for any other failure, nil when the error of a pull fits no rule.
  package var pullClass: String?
  /// The words that decided the class, or what an error says that fits no rule.
  package var words = ""
  /// Host that did not answer or refused; nil when the error names none.
  package var host: String?
  package var node: String?
  /// Pool of the node, or the one that the pod asks for; nil when neither tells.
  package var pool: String?
  /// Controller, as `Kind/name`.
  package var owner: String?
  package var created: Date?
  /// When its pull was first seen to fail, as a number that sorts; nil when no event tells.
  package var since: Int?
  /// Restarts of all containers together.
  package var restarts = 0

  package init(namespace: String, name: String, reason: String, pullClass: String?) {
    self.namespace = namespace
    self.name = name
    self.reason = reason
    self.pullClass = pullClass
  }

  /// Whether it fails for the image of a container.
  package var isPull: Bool { pullClass != Fact.notImagePull }

  /// The same without secrets, in whatever the cluster wrote.
  ///
  /// - Parameter known: what was redacted before, because most names stand in many pods.
  package func redacted(by redactor: inout Redactor, _ known: inout [String: String]) -> FailingPod {
    var result = self
    if let image { result.image = Self.bare(image, &redactor) }
    // What an error quotes of an image is as little a secret as the image is.
    if let image, let bare = result.image, bare != image { result.words = words.replacing(image, with: bare) }
    result.name = redactor.redact(name)
    result.words = redactor.redact(result.words)
    func redact(_ text: String) -> String {
      if let same = known[text] { return same }
      let redacted = redactor.redact(text)
      known[text] = redacted
      return redacted
    }
    for field in [\FailingPod.namespace, \.reason] { result[keyPath: field] = redact(result[keyPath: field]) }
    for field in [\FailingPod.container, \.host, \.node, \.pool, \.owner] {
      result[keyPath: field] = result[keyPath: field].map(redact)
    }
    return result
  }

  /// An image without a login before its host, which no reference has but somebody may have written.
  private static func bare(_ image: String, _ redactor: inout Redactor) -> String {
    guard let at = image.lastIndex(of: "@"), image[at...].contains("/"), !image.contains("://") else {
      return redactor.redact(image)
    }
    return String(redactor.redact("https://" + image).dropFirst("https://".count))
  }

  /// The newest first; of two of one age the one that comes first by its name.
  package static func isNewer(_ left: FailingPod, _ right: FailingPod) -> Bool {
    let (mine, other) = (left.created ?? .distantPast, right.created ?? .distantPast)
    if mine != other { return mine > other }
    return (left.namespace, left.name) < (right.namespace, right.name)
  }
}

/// The parts of an image reference, as the runtimes split it.
///
/// Source: distribution/reference. A reference without a registry host means Docker Hub.
package struct ImageReference: Hashable, Sendable {
  /// Host, with its port if there is one; `docker.io` when the reference names none.
  package var registry: String
  package var repository: String
  package var tag: String?
  package var digest: String?
  /// Whether the reference names its registry.
  package var namesRegistry: Bool

  /// Splits a reference; nil when it cannot be one (blank, scheme, empty part).
  package init?(_ text: String) {
    guard !text.isEmpty, !text.contains("://"), !text.contains(where: \.isWhitespace) else { return nil }
    var rest = Substring(text)
    if let at = rest.firstIndex(of: "@") {
      digest = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    let path = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let head = path[0]
    if path.count == 2, head.contains(".") || head.contains(":") || head == "localhost" {
      registry = String(head)
      namesRegistry = true
      rest = path[1]
    } else {
      registry = "docker.io"
      namesRegistry = false
    }
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    guard !rest.isEmpty, tag != "" else { return nil }
    repository = String(rest)
    if registry == "docker.io", !repository.contains("/") { repository = "library/" + repository }
  }
}

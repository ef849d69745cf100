/// What the pods of one workload have in common, so that the pod that takes the place of another can be found.
package struct PodFamily: Hashable, Sendable {
  /// Kind of the controller, such as `ReplicaSet`.
  package let kind: String
  /// Name of the controller without the hash of its template: of the Deployment behind a ReplicaSet.
  package let workload: String
  /// Labels that every pod of the workload has, as for `kubectl get -l`; empty when there are none.
  package let selector: String

  /// Labels that differ from pod to pod, or from template to template. Source: Kubernetes, well-known labels.
  private static let changing: Set<String> = [
    "pod-template-hash", "controller-revision-hash", "pod-template-generation", "statefulset.kubernetes.io/pod-name",
    "apps.kubernetes.io/pod-index", "controller-uid", "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-completion-index",
  ]

  /// The family of a Pod as `kubectl get pod -o json` prints it; nil for a pod without a controller or labels.
  package init?(_ document: Document) {
    guard let tree = try? JSONTree.read(document.bytes) else { return nil }
    self.init(tree, document)
  }

  private init?(_ pod: JSONTree, _ document: Document) {
    func text(_ tree: JSONTree?) -> String? { tree.flatMap { $0.scalar(in: document.bytes) } }
    guard let metadata = pod["metadata"], let owner = metadata["ownerReferences"]?.elements.first,
      let kind = text(owner["kind"]), let name = text(owner["name"])
    else { return nil }
    var labels: [String] = []
    var hash = ""
    for member in metadata["labels"]?.members ?? [] {
      guard let value = text(member.value) else { continue }
      if member.key == "pod-template-hash" { hash = value }
      if !Self.changing.contains(member.key) { labels.append("\(member.key)=\(value)") }
    }
    guard !labels.isEmpty else { return nil }
    self.kind = kind
    workload = !hash.isEmpty && name.hasSuffix("-" + hash) ? String(name.dropLast(hash.count + 1)) : name
    selector = labels.sorted().joined(separator: ",")
  }

  /// Name of the newest pod of this family in what `kubectl get pods -o json` prints; nil when none is there.
  ///
  /// A pod that is being deleted counts only when no other is there.
  package func newest(in list: Document) -> String? {
    guard let items = (try? JSONTree.read(list.bytes))?["items"]?.elements else { return nil }
    func text(_ tree: JSONTree?) -> String { tree.flatMap { $0.scalar(in: list.bytes) } ?? "" }
    let mine = items.filter { item in
      PodFamily(item, list).map { $0.kind == kind && $0.workload == workload } ?? false
    }
    let ranked = mine.map { item in
      let metadata = item["metadata"]
      return (
        isStaying: metadata?["deletionTimestamp"] == nil, created: text(metadata?["creationTimestamp"]),
        name: text(metadata?["name"])
      )
    }
    // Times in this form sort as text.
    return ranked.max { ($0.isStaying ? 1 : 0, $0.created, $0.name) < ($1.isStaying ? 1 : 0, $1.created, $1.name) }?
      .name
  }
}

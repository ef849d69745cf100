/// What the pods of one workload have in common, so that the pod that takes the place of another can be found.
package struct PodFamily: Hashable, Sendable {
  /// Kind of the controller, such as `ReplicaSet`.
  package let kind: String
  /// Name of the controller without the hash of its template: of the Deployment behind a ReplicaSet.
  package let workload: String
  /// Labels that every pod of the workload has, as for `kubectl get -l`; empty when there are none.
  package let selector: String

  /// Parts of the names of labels that differ from pod to pod, or from template to template.
  ///
  /// Source: Kubernetes, well-known labels; Helm, standard labels.
  private static let changing = [
    "hash", "revision", "version", "chart", "generation", "pod-name", "pod-index", "controller-uid", "completion-index",
  ]

  /// The family of a Pod as `kubectl get pod -o json` prints it; nil for a pod without a controller.
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
    var workload = name
    for member in metadata["labels"]?.members ?? [] {
      guard let value = text(member.value) else { continue }
      if member.key.hasSuffix("pod-template-hash"), name.hasSuffix("-" + value) {
        workload = String(name.dropLast(value.count + 1))
      }
      if !Self.changing.contains(where: { member.key.contains($0) }) { labels.append("\(member.key)=\(value)") }
    }
    self.kind = kind
    self.workload = workload
    selector = labels.sorted().joined(separator: ",")
  }

  /// Name of the newest pod of this family that was made after a time, in what `kubectl get pods -o json` prints.
  ///
  /// nil when none is there; a pod that is being deleted does not count. Times are those of the cluster.
  package func newest(in list: Document, after time: String) -> String? {
    guard let items = (try? JSONTree.read(list.bytes))?["items"]?.elements else { return nil }
    func text(_ tree: JSONTree?) -> String { tree.flatMap { $0.scalar(in: list.bytes) } ?? "" }
    let mine = items.filter { item in
      PodFamily(item, list).map { $0.kind == kind && $0.workload == workload } ?? false
    }
    let later = mine.compactMap { item -> (created: String, name: String)? in
      let metadata = item["metadata"]
      let created = text(metadata?["creationTimestamp"])
      // Times in this form sort as text.
      return metadata?["deletionTimestamp"] == nil && created > time ? (created, text(metadata?["name"])) : nil
    }
    return later.max { ($0.created, $0.name) < ($1.created, $1.name) }?.name
  }

  /// The newest time of the cluster that documents of a pod tell; empty when they tell none.
  ///
  /// A pod that was made before it was there when the error was read, so it can prove nothing of a remedy.
  package static func newestTime(in documents: [Document]) -> String {
    let keys = ["creationTimestamp", "lastTimestamp", "eventTime", "lastObservedTime", "startedAt"]
    return documents.flatMap { document -> [String] in
      guard let tree = try? JSONTree.read(document.bytes) else { return [] }
      return times(in: tree, keys, document)
    }.max() ?? ""
  }

  private static func times(in tree: JSONTree, _ keys: [String], _ document: Document) -> [String] {
    tree.elements.flatMap { times(in: $0, keys, document) }
      + tree.members.flatMap { key, value -> [String] in
        guard keys.contains(key), let text = value.scalar(in: document.bytes) else {
          return times(in: value, keys, document)
        }
        // Fractions of a second would sort before whole ones.
        return [String(text.prefix(19)) + "Z"]
      }
  }
}

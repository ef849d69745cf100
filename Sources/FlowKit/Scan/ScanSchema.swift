/// The JSON Schema of `fairway scan -o json`; every field is always there, null when nothing is known.
package enum ScanSchema {
  private typealias Field = SessionSchema.Field

  /// `fairway.scan/1`.
  package static var scan: JSONValue {
    SessionSchema.root("Fairway scan", SessionSchema.versioned(ScanReport.version, fields))
  }

  private static let text = SessionSchema.text
  private static let whole = SessionSchema.whole
  private static func list(_ fields: [Field]) -> JSONValue { SessionSchema.list(SessionSchema.object(fields)) }
  private static func orNull(_ value: JSONValue) -> JSONValue { SessionSchema.orNull(value) }

  private static let fields = [
    Field("time", SessionSchema.time, "When the scan ended."),
    Field("success", SessionSchema.truth, "Whether the pods of every cluster could be listed."),
    Field("clusters", list(cluster), "One for each context, in the order of the command line."),
  ]

  private static let cluster = [
    Field("context", orNull(text), "Context of the kubeconfig; null for a file."),
    Field("namespace", orNull(text), "Namespace that was looked at; null for all."),
    Field("pods", whole, "Pods that were looked at."), Field("failing", whole, "Pods that fail."),
    Field("nodes", whole, "Nodes with pods."), Field("seconds", SessionSchema.number, "Time that it took."),
    Field("fault", orNull(text), "Why the pods could not be listed; null when they could."),
    Field("remark", text, "What the list does not show; empty when it is whole."),
    Field("eventsFault", orNull(text), "Why no events came, which alone tell many causes; null when they did."),
    Field("next", orNull(text), "Command that goes on with the newest pod of the first group."),
    Field("groups", list(group), "Failing pods by cause: failed pulls first, then by the number of pods."),
  ]

  private static let tally = list([
    Field("name", orNull(text), "Its name."), Field("pods", whole, "Failing pods of the group."),
  ])

  private static let group = [
    Field("class", orNull(text), "Class of the pull error; null when it fits no rule."),
    Field("title", text, "What is wrong, in words."),
    Field("reason", orNull(text), "Reason of pods that fail for another reason than their image; null for others."),
    Field("imageHost", orNull(text), "Host that the images come from."),
    Field("blast", orNull(SessionSchema.object(blast)), "How far it reaches; null when it is not about images."),
    Field("images", tally, "Images, the one with most pods first."),
    Field("nodePools", tally, "Node pools, the one with most pods first."),
    Field("nodes", tally, "Nodes, the one with most pods first."),
    Field("namespaces", tally, "Namespaces, the one with most pods first."),
    Field("pods", list(pod), "The pods, the newest first."),
  ]

  private static let blast = [
    Field("pods", whole, "Pods that fail."), Field("images", whole, "Different images."),
    Field("nodes", whole, "Nodes on which they fail."), Field("nodesKnown", whole, "Nodes with pods."),
    Field("otherNodes", whole, "Other nodes that run one of these images."),
    Field(
      "otherNodesSince", whole, "Of these the ones that got it since the first failure, unless it lay in their cache."),
    Field("look", SessionSchema.words(Blast.Look.self), "Where to look first."),
    Field("words", text, "All of it in one sentence."),
  ]

  private static let pod = [
    Field("context", orNull(text), "Context of the kubeconfig; null for a file."),
    Field("namespace", text, "Its namespace."), Field("pod", text, "Its name."),
    Field("container", orNull(text), "Container that fails; null when the pod as a whole does."),
    Field("class", orNull(text), "Class of the pull error; null when it fits no rule."),
    Field("reason", text, "Reason as Kubernetes names it."), Field("image", orNull(text), "Image of the container."),
    Field("imageHost", orNull(text), "Host that the image comes from."),
    Field("host", orNull(text), "Host that did not answer or refused; null when the error names none."),
    Field("node", orNull(text), "Node that it stands on."), Field("nodePool", orNull(text), "Pool of the node."),
    Field("owner", orNull(text), "Controller, as Kind/name."),
    Field("created", orNull(SessionSchema.time), "When it was made."),
    Field("restarts", whole, "Restarts of all containers."), Field("words", text, "The words that decided."),
  ]
}

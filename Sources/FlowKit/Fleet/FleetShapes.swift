extension JSONShape {
  private typealias One = Field

  /// What readers ask of a pod.
  static let pod = object([
    One(
      "metadata",
      .object([
        One("name"), One("namespace"), One("uid"), One("creationTimestamp"),
        One("ownerReferences", .list(.keys("kind", "name"))),
      ])),
    One(
      "spec",
      .object([
        One("nodeName"), One("serviceAccountName"), One("imagePullSecrets"),
        One("nodeSelector", .keys("kubernetes.azure.com/agentpool", "agentpool")),
        One("containers", container), One("initContainers", container), One("ephemeralContainers", container),
      ])),
    One(
      "status",
      .object([
        One("phase"), One("reason"), One("message"), One("conditions", .list(.keys("type", "status", "reason"))),
        One("containerStatuses", state), One("initContainerStatuses", state), One("ephemeralContainerStatuses", state),
      ])),
  ])

  private static let container = list(.keys("name", "image", "imagePullPolicy"))
  private static let state = list(.keys("name", "ready", "restartCount", "state", "lastState"))

  /// What readers ask of an event.
  static let event = object([
    One("type"), One("reason"), One("message"), One("note"), One("lastTimestamp"), One("eventTime"),
    One("firstTimestamp"), One("series", .keys("lastObservedTime")), One("involvedObject", subject),
    One("regarding", subject),
  ])

  private static let subject = keys("kind", "name", "namespace", "uid", "fieldPath")
}

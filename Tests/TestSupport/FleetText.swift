/// Composes what `kubectl get pods -o json` and `kubectl get events -o json` print of many pods.
package enum FleetText {
  /// One pod as JSON.
  ///
  /// - Parameter state: the state of its container, such as `{"waiting": {…}}`; empty for one without any.
  package static func pod(
    _ name: String, in namespace: String = "shop", at time: String = "2026-11-21T03:20:00Z",
    image: String = "fabrikam.azurecr.io/orders:1", node: String = "aks-np1-000000", phase: String = "Pending",
    state: String, isInit: Bool = false, restarts: Int = 0, conditions: String = ""
  ) -> String {
    let kind = isInit ? "initContainer" : "container"
    let status = state.isEmpty ? "" : container(state, kind, image, restarts)
    let main = isInit ? #","containers":[{"name":"web","image":"web:1"}]"# : ""
    return """
      {"kind":"Pod","metadata":{"name":"\(name)","namespace":"\(namespace)","uid":"u-\(name)",\
      "creationTimestamp":"\(time)","ownerReferences":[{"kind":"ReplicaSet","name":"\(name.prefix(6))"}]},\
      "spec":{\(node.isEmpty ? "" : "\"nodeName\":\"\(node)\",")"\(kind)s":[{"name":"app","image":"\(image)"}]\(main)},\
      "status":{"phase":"\(phase)"\(conditions)\(status)}}
      """
  }

  private static func container(_ state: String, _ kind: String, _ image: String, _ restarts: Int) -> String {
    #","\#(kind)Statuses":[{"name":"app","image":"\#(image)","ready":false,"restartCount":\#(restarts),"state":\#(state)}]"#
  }

  /// A container that waits.
  package static func waiting(_ reason: String, _ message: String = "") -> String {
    #"{"waiting":{"reason":"\#(reason)","message":"\#(message)"}}"#
  }

  package static let running = #"{"running":{"startedAt":"2026-11-21T01:00:00Z"}}"#

  /// A Warning event of a pod as JSON.
  ///
  /// - Parameter since: when it was first seen.
  package static func event(
    _ pod: String, in namespace: String = "shop", _ reason: String, _ message: String, since: String = ""
  ) -> String {
    let first = since.isEmpty ? "" : #","firstTimestamp":"\#(since)""#
    return """
      {"kind":"Event","involvedObject":{"kind":"Pod","name":"\(pod)","namespace":"\(namespace)","uid":"u-\(pod)"},\
      "reason":"\(reason)","type":"Warning","message":"\(message)","lastTimestamp":"2026-11-21T03:21:00Z"\(first)}
      """
  }

  /// A list as kubectl prints it.
  package static func list(_ objects: [String]) -> String {
    #"{"apiVersion":"v1","kind":"List","items":[\#(objects.joined(separator: ","))]}"#
  }

  package static let absent =
    #"Back-off pulling image \"fabrikam.azurecr.io/orders:1\": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image \"fabrikam.azurecr.io/orders:1\": failed to resolve reference \"fabrikam.azurecr.io/orders:1\": fabrikam.azurecr.io/orders:1: not found"#
  package static let lookup =
    #"Failed to pull image \"contoso.azurecr.io/cart:7\": failed to do request: Head \"https://contoso.azurecr.io/v2/cart/manifests/7\": dial tcp: lookup contoso.azurecr.io on 10.0.0.10:53: no such host"#

  /// Ten pods of two namespaces: failed pulls told by the message and by events alone, other failures, and health.
  package static let pods = list([
    pod("orders-5c6d7e8f9-aaaaa", at: "2026-11-21T03:10:00Z", state: waiting("ImagePullBackOff", absent)),
    pod("orders-5c6d7e8f9-bbbbb", at: "2026-11-21T03:30:00Z", state: waiting("ErrImagePull", absent), restarts: 2),
    pod(
      "cart-7f8d6b5c4-q8w2z", at: "2026-11-21T03:40:00Z", image: "contoso.azurecr.io/cart:7",
      state: waiting("ImagePullBackOff", #"Back-off pulling image \"contoso.azurecr.io/cart:7\""#)),
    pod("promo-6d5f9c7b8-k2x9p", at: "2026-11-20T03:00:00Z", image: "promo:3", state: waiting("ImagePullBackOff")),
    pod(
      "migrate-x7x7x", in: "billing", at: "2026-11-21T03:35:00Z", image: "fabrikam.azurecr.io/UPPER:1",
      state: waiting("InvalidImageName", #"Failed to apply default image tag \"fabrikam.azurecr.io/UPPER:1\""#),
      isInit: true),
    pod(
      "worker-0", in: "billing", at: "2026-11-21T03:50:00Z", phase: "Running",
      state: waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container=app"), restarts: 12),
    pod(
      "big-0", at: "2026-11-21T03:45:00Z", node: "", state: "",
      conditions:
        #","conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/3 nodes are available"}]"#
    ),
    pod("web-0", phase: "Running", state: running), pod("web-1", phase: "Running", state: running),
    pod("new-0", state: waiting("ContainerCreating")),
  ])

  package static let events = list([
    event("cart-7f8d6b5c4-q8w2z", "Failed", lookup), event("cart-7f8d6b5c4-q8w2z", "Failed", "Error: ErrImagePull"),
    // Before it was placed on a node.
    event("new-0", "FailedScheduling", "0/3 nodes are available: 3 Insufficient cpu."),
  ])
}

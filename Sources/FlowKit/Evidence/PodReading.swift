/// What evidence says about one container.
package struct ContainerReading: Sendable {
  /// Which list of the pod the container stands in.
  package enum Kind: String, Sendable { case `init`, app, ephemeral }
  /// What the container does.
  package enum State: String, Sendable { case waiting, running, terminated }

  package var name: Located<String>
  package var kind: Kind
  package var image: Located<String>?
  package var state: Located<State>?
  /// Reason of the state, such as `ImagePullBackOff`.
  package var reason: Located<String>?
  /// Message of the state; `kubectl describe` prints none while a container waits.
  package var message: Passage?
  package var exitCode: Located<Int>?
  package var lastReason: Located<String>?
  package var lastMessage: Passage?
  package var isReady: Bool?
  package var restarts: Located<Int>?
  /// Pull policy, such as `Always`; only JSON tells it so.
  package var pullPolicy: String?
  /// When it was last started, as Kubernetes writes it; only JSON tells it so.
  package var started: String?

  package init(name: Located<String>, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// One event of a pod.
package struct KubeEvent: Sendable {
  package var reason: Located<String>
  package var isWarning: Bool
  /// How recent the event is; larger is newer.
  ///
  /// Only events of one pod are compared.
  package var recency: Double
  /// Container from the field path, such as `spec.containers{app}`; nil when the event names none.
  package var container: String?
  package var message: Passage
  /// When it was first seen, as Kubernetes writes it; only JSON tells it so.
  package var first: String?
}

/// What evidence says about one pod.
package struct PodReading: Sendable {
  package var name: Located<String>?
  package var namespace: Located<String>?
  package var node: Located<String>?
  package var serviceAccount: Located<String>?
  package var phase: Located<String>?
  /// Reason of the pod's own status, such as `Evicted`.
  package var reason: Located<String>?
  package var message: Passage?
  /// Controller, as `Kind/name`.
  package var owner: Located<String>?
  /// Named pull secrets; nil when the source does not show them (`kubectl describe` never does).
  package var pullSecrets: [Located<String>]?
  package var uid: String?
  /// Time of creation, as Kubernetes writes it.
  package var created: String?
  /// When its node took it, in a form that sorts, with the offset of the zone behind it; only a description tells it so.
  package var started: String?
  /// Node pool that it asks for, on AKS.
  package var pool: String?
  /// Why no node was found for it yet, in one word such as `Unschedulable`.
  package var unplaced: String?
  package var containers: [ContainerReading] = []
  /// In the order of the source.
  package var events: [KubeEvent] = []
  /// Whether the source shows events at all.
  package var showsEvents = false

  package init() {}

  /// Takes over what another source says of the same pod; what stands here already stays.
  package mutating func merge(_ other: PodReading) {
    name = name ?? other.name
    namespace = namespace ?? other.namespace
    node = node ?? other.node
    serviceAccount = serviceAccount ?? other.serviceAccount
    phase = phase ?? other.phase
    reason = reason ?? other.reason
    message = message ?? other.message
    owner = owner ?? other.owner
    pullSecrets = pullSecrets ?? other.pullSecrets
    uid = uid ?? other.uid
    started = started ?? other.started
    if containers.isEmpty { containers = other.containers }
    if events.isEmpty { events = other.events }
    showsEvents = showsEvents || other.showsEvents
  }

  /// Whether both may speak of the same pod: no name or namespace contradicts.
  package func isSamePod(as other: PodReading) -> Bool {
    func agree(_ left: String?, _ right: String?) -> Bool { left == nil || right == nil || left == right }
    return agree(name?.value, other.name?.value) && agree(namespace?.value, other.namespace?.value)
  }
}

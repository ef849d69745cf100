import FoundationEssentials

/// How far a failure reaches, and what that says of where to look.
///
/// An image that runs on a node may have come there before the failure began, so that only a pod which was made since
/// then shows that the registry still answers.
package struct Blast: Sendable {
  /// Where to look first.
  package enum Look: String, CaseIterable, Sendable { case nodes, registry, image, secret, unclear }

  package let pods: Int
  /// Different images.
  package let images: Int
  /// Nodes on which they fail.
  package let nodes: Int
  /// Nodes with pods, of the whole list.
  package let known: Int
  /// Other nodes that run one of these images.
  package let others: Int
  /// Of these the ones on which such a pod was made since the first failure.
  package let since: Int
  /// Node pool, when all failing nodes are in one and other nodes with pods are not.
  package let pool: String?
  /// Other nodes that run any image of the host.
  let hostOthers: Int
  /// Nodes on which a pod with any image of the host was made since the first failure.
  let hostSince: Int
  let namespaces: [String]
  let host: String

  /// How far a group reaches among the places of its fleet.
  package init(_ group: ScanGroup, _ places: FleetPlaces) {
    pods = group.pods.count
    let names = Set(group.pods.compactMap(\.node))
    let images = Set(group.pods.compactMap(\.image))
    self.images = images.count
    nodes = names.count
    known = places.nodeCount
    namespaces = group.tally(\.namespace).map(\.word)
    host = group.host ?? "the registry"
    let first = group.pods.compactMap(\.created).min()
    let start = first.map { FleetPlaces.time(Date.ISO8601FormatStyle().format($0)) } ?? Int.max
    let same = places.nodes(running: images).filter { !names.contains($0.key) }
    others = same.count
    since = same.values.count { $0 >= start }
    let all = group.host.map { places.nodes(runningFrom: $0) } ?? [:]
    hostOthers = all.keys.count { !names.contains($0) }
    hostSince = all.values.count { $0 >= start }
    let pools = Set(names.map { places.pool(of: $0) })
    if let only = pools.first, let only, pools.count == 1, places.nodeCount(ofPool: only) < places.nodeCount {
      pool = only
    } else {
      pool = nil
    }
  }
}

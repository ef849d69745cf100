import FoundationEssentials

/// How far a failure reaches, and what that says of where to look.
///
/// An image that runs on a node may have come there before the failure began, or may have lain in the node's cache, so
/// that only a container which asked its registry since then shows that this still answers.
package struct Blast: Sendable {
  /// Where to look first.
  package enum Look: String, CaseIterable, Sendable { case nodes, registry, image, secret, unclear }

  /// Nodes that run images, and what they show.
  struct Nodes: Sendable {
    /// Other nodes than those on which the pods fail.
    let others: Int
    /// Of these the ones that got an image since the first failure, unless it lay in their cache.
    let since: Int
    /// Of these the ones that asked the registry since then.
    let asked: Int
    /// Nodes on which the pods fail, but which run an image all the same.
    let here: Int
    /// Of these the ones that got it since the first failure, unless it lay in their cache.
    let hereSince: Int

    init(_ signs: [String: FleetPlaces.Sign], failing: Set<String>) {
      let away = signs.filter { !failing.contains($0.key) }
      others = away.count
      since = away.values.count { $0 > .before }
      asked = away.values.count { $0 == .asked }
      here = signs.count - away.count
      hereSince = signs.count { failing.contains($0.key) && $0.value > .before }
    }
  }

  package let pods: Int
  /// Different images, however they are spelt.
  package let images: Int
  /// Nodes on which they fail.
  package let nodes: Int
  /// Nodes with pods, of the whole list.
  package let known: Int
  /// Node pool, when all failing nodes are in one and other nodes with pods are not.
  package let pool: String?
  /// Nodes that run the images that fail.
  let same: Nodes
  /// How many of these images run on another node.
  let running: Int
  /// Nodes that run other images of the host.
  let beside: Nodes
  /// Whether an event tells when the failure began.
  let hasStart: Bool
  let namespaces: [String]
  /// Other namespaces that got images of the host when the only one of the failing pods got none.
  let otherNamespaces: Int
  /// Host of the images.
  let host: String
  /// Host that did not answer; that of the images when the errors name none, or several.
  let target: String

  /// Other nodes that run one of these images.
  package var others: Int { same.others }
  /// Of these the ones that got it since the first failure, unless it lay in their cache.
  package var since: Int { same.since }

  /// How far a group reaches among the places of its fleet.
  package init(_ group: FleetGroup, _ places: FleetPlaces) {
    pods = group.pods.count
    let failing = Set(group.pods.compactMap(\.node))
    let names = Set(group.pods.compactMap { $0.image.map { FleetPlaces.name($0) } })
    images = names.count
    nodes = failing.count
    known = places.nodeCount
    namespaces = group.tally(\.namespace).map(\.word)
    host = group.place ?? "the registry"
    let targets = Set(group.pods.compactMap(\.host))
    target = targets.count == 1 ? targets.first ?? host : host
    let start = group.pods.compactMap(\.since).min()
    hasStart = start != nil
    same = Nodes(places.nodes(running: names, since: start), failing: failing)
    running = places.count(of: names, runningBeside: failing)
    let signs = group.place.map { places.nodes(runningFrom: $0, but: names, since: start) }
    beside = Nodes(signs ?? [:], failing: failing)
    let homes = group.place.map { places.namespaces(runningFrom: $0) } ?? [:]
    otherNamespaces = Self.others(homes, group, start)
    let pools = Set(failing.map { places.pool(of: $0) })
    if let only = pools.first, let only, pools.count == 1, places.nodeCount(ofPool: only) < places.nodeCount {
      pool = only
    } else {
      pool = nil
    }
  }

  /// Where no event tells when it began, what came after the first of the failing pods was made speaks of namespaces, too.
  private static func others(_ homes: [String: Int], _ group: FleetGroup, _ start: Int?) -> Int {
    let own = Set(group.pods.map(\.namespace))
    let made = group.pods.map { $0.created.map { FleetPlaces.time($0.ISO8601Format()) } ?? .max }
    guard own.count == 1, let home = own.first, let first = start ?? made.min() else { return 0 }
    let isShut = start.map { (homes[home] ?? 0) < $0 } ?? (homes[home] == nil)
    return isShut ? homes.count { $0.key != home && $0.value >= first } : 0
  }
}

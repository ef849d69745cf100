/// Where the pods of a fleet stand, and which nodes run which image.
package struct FleetPlaces: Sendable {
  /// How far an image on a node shows that its registry answered since a failure began.
  package enum Sign: Comparable, Sendable {
    /// Not at all: it may have come before.
    case before
    /// No older pod of the node had it, so that it came since, unless it lay in the cache of the node.
    case perhaps
    /// It was started since with the policy Always: the node then asks the registry even for an image that it holds.
    case asked
  }

  /// A container that runs, or has run, on a node.
  struct Stay {
    var image: String
    var namespace: String
    /// When its pod was made; 0 when that is not known.
    var created = 0
    /// When it was started after the registry had been asked; 0 when that is not known.
    var asked = 0
  }

  /// What became of an image on one node.
  private struct Span {
    var oldest: Int
    var asked: Int
  }

  private struct Use {
    let host: String?
    var nodes: [Int: Span] = [:]
    /// When the newest pod with it was made, or it was last asked for, by namespace.
    var namespaces: [String: Int] = [:]
  }

  /// Nodes by number.
  private var nodes: [String] = []
  private var numbers: [String: Int] = [:]
  private var pools: [Int: String] = [:]
  private var uses: [Use] = []
  /// Places in the uses by the name of an image in one form, and as it was written.
  private var images: [String: Int] = [:]
  private var spellings: [String: Int] = [:]

  package init() {}

  /// Number of nodes with pods.
  package var nodeCount: Int { nodes.count }

  /// A pod stands on a node.
  mutating func add(node: String, pool: String?) -> Int {
    if let number = numbers[node] { return number }
    let number = nodes.count
    nodes.append(node)
    numbers[node] = number
    if let pool = NodePool.name(ofNode: node) ?? pool { pools[number] = pool }
    return number
  }

  /// A container runs, or has run, on a node.
  mutating func add(_ stay: Stay, on node: Int) {
    let use = use(of: stay.image)
    var span = uses[use].nodes[node] ?? Span(oldest: stay.created, asked: stay.asked)
    span.oldest = min(span.oldest, stay.created)
    span.asked = max(span.asked, stay.asked)
    uses[use].nodes[node] = span
    let latest = max(stay.created, stay.asked)
    uses[use].namespaces[stay.namespace] = max(uses[use].namespaces[stay.namespace] ?? 0, latest)
  }

  private mutating func use(of image: String) -> Int {
    if let known = spellings[image] { return known }
    let name = Self.name(image)
    let place = images[name] ?? uses.count
    if place == uses.count { uses.append(Use(host: Self.host(image))) }
    images[name] = place
    spellings[image] = place
    return place
  }

  /// Pool of a node; nil when nothing tells.
  package func pool(of node: String) -> String? { numbers[node].flatMap { pools[$0] } }

  /// Number of nodes of a pool.
  package func nodeCount(ofPool pool: String) -> Int { pools.values.count { $0 == pool } }

  /// The same without secrets in the names of pools, the only ones that are told; the others are only compared.
  func redacted(by redactor: inout Redactor) -> FleetPlaces {
    var result = self
    result.pools = pools.mapValues { redactor.redact($0) }
    return result
  }

  // MARK: - Images

  /// Nodes that run one of some images, with the best sign of each since a time; nil stands for one that nobody knows.
  package func nodes(running names: Set<String>, since time: Int?) -> [String: Sign] {
    signs(names.compactMap { images[$0] }.map { uses[$0] }, time)
  }

  /// The same of all images of a host but some.
  package func nodes(runningFrom host: String, but names: Set<String>, since time: Int?) -> [String: Sign] {
    let left = Set(names.compactMap { images[$0] })
    return signs(uses.indices.filter { uses[$0].host == host && !left.contains($0) }.map { uses[$0] }, time)
  }

  /// Number of some images that run anywhere but on some nodes.
  package func count(of names: Set<String>, runningBeside others: Set<String>) -> Int {
    let left = Set(others.compactMap { numbers[$0] })
    return names.compactMap { images[$0] }.count { uses[$0].nodes.keys.contains { !left.contains($0) } }
  }

  /// Namespaces with images of a host, and when each was last seen to get or start one.
  package func namespaces(runningFrom host: String) -> [String: Int] {
    uses.filter { $0.host == host }.reduce(into: [:]) { $0.merge($1.namespaces, uniquingKeysWith: max) }
  }

  private func signs(_ uses: [Use], _ time: Int?) -> [String: Sign] {
    var result: [String: Sign] = [:]
    for use in uses {
      for (node, span) in use.nodes {
        let sign: Sign = time.map { span.asked >= $0 ? .asked : span.oldest >= $0 ? .perhaps : .before } ?? .before
        result[nodes[node]] = max(result[nodes[node]] ?? .before, sign)
      }
    }
    return result
  }

  // MARK: - Words

  /// Host that an image comes from, in lower case; nil for a text that is no image.
  package static func host(_ image: String) -> String? { ImageReference(image)?.registry.lowercased() }

  /// The name of an image in one form, however it is spelt; a text that is no image stands for itself.
  package static func name(_ image: String) -> String {
    guard let parts = ImageReference(image) else { return image }
    let host = parts.registry.lowercased()
    let isShort = host == "docker.io" && !parts.repository.contains("/")
    let version = parts.digest.map { "@" + $0 } ?? ":" + (parts.tag ?? "latest")
    return "\(host)/\(isShort ? "library/" : "")\(parts.repository)\(version)"
  }

  /// A time as Kubernetes writes it, as a number that sorts; 0 for anything else.
  package static func time(_ text: String) -> Int {
    let digits = text.utf8.prefix { $0 != UInt8(ascii: ".") }.lazy.filter(Byte.isDigit)
    guard digits.prefix(15).count == 14 else { return 0 }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

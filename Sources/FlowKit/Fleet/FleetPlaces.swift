/// Where the pods of a fleet stand, and which nodes run which image.
package struct FleetPlaces: Sendable {
  /// Nodes by number.
  private var nodes: [String] = []
  private var numbers: [String: Int] = [:]
  private var pools: [Int: String] = [:]
  private var images: [String: Use] = [:]

  /// Which nodes run an image, with the time when the newest pod of each was made.
  private struct Use {
    let host: String?
    var nodes: [Int: Int] = [:]
  }

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

  /// A pod that was made at a time has a container that runs, or has run, on a node.
  mutating func add(image: String, on node: Int, since time: Int) {
    images[image, default: Use(host: Self.host(image))].nodes[node, default: 0].formMax(time)
  }

  /// Pool of a node; nil when nothing tells.
  package func pool(of node: String) -> String? { numbers[node].flatMap { pools[$0] } }

  /// Number of nodes of a pool.
  package func nodeCount(ofPool pool: String) -> Int { pools.values.count { $0 == pool } }

  /// Nodes that run one of some images, with the time when the newest such pod of each was made.
  package func nodes(running images: Set<String>) -> [String: Int] { nodes(images.compactMap { self.images[$0] }) }

  /// The same of all images of a host.
  package func nodes(runningFrom host: String) -> [String: Int] { nodes(images.values.filter { $0.host == host }) }

  private func nodes(_ uses: [Use]) -> [String: Int] {
    var result: [String: Int] = [:]
    for use in uses {
      for (node, time) in use.nodes { result[nodes[node], default: 0].formMax(time) }
    }
    return result
  }

  /// Host that an image comes from; nil for a text that is no image.
  package static func host(_ image: String) -> String? { ImageReference(image)?.registry }

  /// A time as Kubernetes writes it, as a number that sorts; 0 when there is none.
  package static func time(_ text: String) -> Int {
    text.utf8.prefix { $0 != UInt8(ascii: ".") }.prefix(24).reduce(0) { number, byte in
      Byte.isDigit(byte) ? number * 10 + Int(byte - 0x30) : number
    }
  }
}

extension Int {
  fileprivate mutating func formMax(_ other: Int) { self = Swift.max(self, other) }
}

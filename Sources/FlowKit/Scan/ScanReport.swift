import FoundationEssentials

/// A scan as data: `fairway.scan/1`.
package struct ScanReport: Encodable, Sendable {
  /// Name and version of this form.
  package static let version = "fairway.scan/1"

  private let schema = Self.version
  private var time: Date
  private let success: Bool
  private var clusters: [Cluster]

  package init(_ scan: Scan, _ catalogue: Catalogue) {
    time = scan.time
    success = scan.clusters.allSatisfy { $0.fleet != nil }
    clusters = scan.clusters.map { Cluster($0, catalogue) }
  }

  /// One failing pod a line.
  ///
  /// - Parameter isWatch: whether the scan has a line of its own before them, so that its end is seen when nothing fails.
  package static func lines(_ scan: Scan, isWatch: Bool = false) throws -> String {
    let head = isWatch ? [try line(Totals(scan))] : []
    let pods = try scan.clusters.flatMap { cluster in
      try (cluster.fleet?.failing ?? []).map { pod in try line(Pod(pod, cluster.context)) }
    }
    return (head + pods).joined()
  }

  private static func line(_ value: some Encodable) throws -> String {
    JSON.inert(String(decoding: try JSON.encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// What changes from one scan to the next, the time left out.
  package static func gist(_ scan: Scan, _ catalogue: Catalogue) throws -> String {
    var report = ScanReport(scan, catalogue)
    report.time = .distantPast
    for index in report.clusters.indices { report.clusters[index].seconds = 0 }
    return String(decoding: try JSON.encoder.encode(report), as: UTF8.self)
  }

  private struct Cluster: Encodable {
    @OrNull var context: String?
    @OrNull var namespace: String?
    let pods: Int
    let failing: Int
    let nodes: Int
    var seconds: Double
    @OrNull var fault: String?
    let remark: String
    @OrNull var eventsFault: String?
    @OrNull var next: String?
    let groups: [Group]

    init(_ cluster: Scan.Cluster, _ catalogue: Catalogue) {
      context = cluster.context
      namespace = cluster.namespace
      pods = cluster.fleet?.count ?? 0
      failing = cluster.fleet?.failing.count ?? 0
      nodes = cluster.fleet?.places.nodeCount ?? 0
      seconds = cluster.seconds
      fault = cluster.fault
      remark = cluster.remark
      eventsFault = cluster.eventsFault
      next = cluster.next
      groups = cluster.groups.map { Group($0, cluster, catalogue) }
    }
  }

  /// A scan without its pods.
  private struct Totals: Encodable {
    struct Place: Encodable {
      @OrNull var context: String?
      @OrNull var namespace: String?
      let pods: Int
      let failing: Int
      let nodes: Int
      @OrNull var fault: String?
      @OrNull var eventsFault: String?
    }

    let schema = ScanReport.version
    let time: Date
    let success: Bool
    let clusters: [Place]

    init(_ scan: Scan) {
      time = scan.time
      success = scan.clusters.allSatisfy { $0.fleet != nil }
      clusters = scan.clusters.map { cluster in
        Place(
          context: cluster.context, namespace: cluster.namespace, pods: cluster.fleet?.count ?? 0,
          failing: cluster.fleet?.failing.count ?? 0, nodes: cluster.fleet?.places.nodeCount ?? 0, fault: cluster.fault,
          eventsFault: cluster.eventsFault)
      }
    }
  }

  private struct Tally: Encodable {
    @OrNull var name: String?
    let pods: Int
  }

  private struct Group: Encodable {
    @OrNull var `class`: String?
    let title: String
    @OrNull var reason: String?
    @OrNull var imageHost: String?
    @OrNull var blast: Reach?
    let images: [Tally]
    let nodePools: [Tally]
    let nodes: [Tally]
    let namespaces: [Tally]
    let pods: [Pod]

    init(_ group: FleetGroup, _ cluster: Scan.Cluster, _ catalogue: Catalogue) {
      func tally(_ word: (FailingPod) -> String?) -> [Tally] {
        group.tally(word).map { Tally(name: $0.word, pods: $0.pods) }
      }
      `class` = group.pullClass
      title = group.title(catalogue)
      reason = group.otherReason
      imageHost = group.place
      blast = group.isPull ? cluster.fleet.map { Reach(Blast(group, $0.places), group.pullClass) } : nil
      images = tally(\.image)
      nodePools = tally(\.pool)
      nodes = tally(\.node)
      namespaces = tally(\.namespace)
      pods = group.pods.map { Pod($0, cluster.context) }
    }
  }

  private struct Reach: Encodable {
    let pods: Int
    let images: Int
    let nodes: Int
    let nodesKnown: Int
    let otherNodes: Int
    let otherNodesSince: Int
    let look: String
    let words: String

    init(_ blast: Blast, _ pullClass: String?) {
      pods = blast.pods
      images = blast.images
      nodes = blast.nodes
      nodesKnown = blast.known
      otherNodes = blast.others
      otherNodesSince = blast.since
      let told = blast.told(ofClass: pullClass)
      look = told.look.rawValue
      words = told.words
    }
  }

  private struct Pod: Encodable {
    @OrNull var context: String?
    let namespace: String
    let pod: String
    @OrNull var container: String?
    @OrNull var `class`: String?
    let reason: String
    @OrNull var image: String?
    @OrNull var imageHost: String?
    @OrNull var host: String?
    @OrNull var node: String?
    @OrNull var nodePool: String?
    @OrNull var owner: String?
    @OrNull var created: Date?
    let restarts: Int
    let words: String

    init(_ pod: FailingPod, _ context: String?) {
      self.context = context
      namespace = pod.namespace
      self.pod = pod.name
      container = pod.container
      `class` = pod.pullClass
      reason = pod.reason
      image = pod.image
      imageHost = pod.imageHost
      host = pod.host
      node = pod.node
      nodePool = pod.pool
      owner = pod.owner
      created = pod.created
      restarts = pod.restarts
      words = pod.words
    }
  }
}

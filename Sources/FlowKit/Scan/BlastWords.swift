extension Blast {
  /// Where to look first, and the reach of the failure with the reason for that, in one sentence without a full stop.
  package func told(ofClass pullClass: String?) -> (look: Look, words: String) {
    let (look, why) = advice(pullClass.flatMap { Self.sides[$0] } ?? .unknown)
    let isEverywhere = look == .registry && nodes > 1 && same.others == 0 && beside.others == 0
    let reach =
      nodes == 0
      ? "no node known"
      : isEverywhere ? "all \(nodes) nodes with such pods" : "\(nodes) of \(Self.count(known, "node"))"
    let home = pool.map { nodes > 1 ? ", all in pool \($0)" : ", pool \($0)" } ?? ""
    return (look, "\(Self.count(pods, "pod")), \(Self.count(images, "image")), \(reach)\(home): \(why)")
  }

  /// A number with its noun.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// What the text of a class is about.
  enum Side { case image, node, secret, limit, access, way, unknown }

  /// Only for the last three the nodes have something to say; a class that is missing here is unknown.
  static let sides: [String: Side] = [
    "not-found": .image, "blob-missing": .image, "invalid-name": .image, "never-pull": .image,
    "platform-mismatch": .image, "unsupported-image": .image, "signature-rejected": .image, "disk-full": .node,
    "layer-extract": .node, "runtime-down": .node, "runtime-config": .node, "pull-qps": .node,
    "pull-secret-missing": .secret, "pull-secret-malformed": .secret, "rate-limited": .limit,
    "no-credentials": .access, "credentials-refused": .access, "unauthorized": .access, "no-pull-right": .access,
    "token-expired": .access, "forbidden": .access, "identity-missing": .access, "forbidden-network": .way,
    "dns": .way, "network-timeout": .way, "network-refused": .way, "network-unreachable": .way,
    "connection-cut": .way, "blob-unreachable": .way, "tls-untrusted": .way, "tls-expired": .way,
    "tls-not-yet-valid": .way, "tls-hostname": .way, "tls-other": .way, "plain-http": .way, "proxy": .way,
    "registry-error": .way, "corrupt-layer": .way, "pull-cancelled": .way,
  ]

  private func advice(_ side: Side) -> (Look, String) {
    switch side {
    case .image: (.image, "the error is about the image itself: look at the image")
    case .node: (.nodes, "the error is about the node itself: look at the nodes")
    case .secret:
      (
        .secret,
        "look at the pull secret of \(namespaces.count == 1 ? namespaces[0] : "\(namespaces.count) namespaces")"
      )
    case .limit: (.registry, "look at the limit or the quota of \(host)")
    case .access, .way, .unknown: reached(side)
    }
  }

  /// What the nodes say where the text does not.
  private func reached(_ side: Side) -> (Look, String) {
    if nodes == 0 { return (.unclear, "that proves nothing") }
    if pods == 1 {
      return (.unclear, "one pod on one node proves nothing" + (others > 0 ? "; \(Self.run(others)) this image" : ""))
    }
    if side == .unknown { return (.unclear, "the cause is not known, so \(suspects(side))") }
    if side == .access, otherNamespaces > 0 { return ofNamespace }
    if others > 0 { return againstOthers(side) }
    if beside.since + beside.hereSince > 0 { return side == .access ? ofImage : againstBeside }
    if beside.others == 0, same.here == 0, nodes > 1 { return (.registry, "look at \(far(side))") }
    if nodes > 1, images > 1, hasStart, same.here == 0 {
      return (.registry, "no image of \(host) is known to have come to any node since: look at \(far(side))")
    }
    return (.unclear, "\(lead), so \(suspects(side))")
  }

  private static func run(_ nodes: Int) -> String { "\(count(nodes, "other node")) \(nodes == 1 ? "runs" : "run")" }

  private var these: String { images == 1 ? "it" : "them" }

  /// What cannot be told from each other.
  private func suspects(_ side: Side) -> String {
    // A way that is open to nobody may be that of a host which is misspelt; what runs elsewhere is spelt right.
    let isImage = images == 1 && (side == .unknown || others == 0 && (side == .access || beside.others == 0))
    let isNode = nodes == 1 || others + beside.others > 0
    let near = (isImage ? ["the image"] : []) + (isNode ? [nodes == 1 ? "the node" : "the nodes"] : [])
    let all = near + [side == .way ? "the way to \(target)" : "the identity", "the registry"]
    return "it may be \(all.dropLast().joined(separator: ", ")) or \(all.last ?? "")"
  }

  /// What lies beyond all nodes.
  private func far(_ side: Side) -> String {
    if side == .way { return "the registry, or at the way to \(target)" }
    return images == 1 ? "the registry, the identity or its right to this image" : "the registry or the identity"
  }

  /// What is known of this image, or of its host.
  private var lead: String {
    if same.here > 0 {
      return "\(same.here) of these nodes \(same.here == 1 ? "runs" : "run") \(these), perhaps from before"
    }
    if beside.others == 0 { return "no other node runs images of \(host)" }
    let more = "\(beside.others) \(beside.others == 1 ? "runs" : "run") others of \(host), perhaps from before"
    return "no other node runs \(images == 1 ? "this image" : "these images"), \(more)"
  }

  // MARK: - Comparisons

  private var ofNamespace: (Look, String) {
    let after = same.here + beside.here > 0 ? "" : ", then at the nodes"
    let run = "pods of \(Self.count(otherNamespaces, "other namespace")) run images of \(host)"
    return (.secret, "\(run): look at the pull secret or the service account of namespace \(namespaces[0])\(after)")
  }

  /// Other nodes run the same images.
  private func againstOthers(_ side: Side) -> (Look, String) {
    let which = images == 1 ? "it" : running < images ? "\(running) of these images" : "them"
    let run = "\(Self.run(others)) \(which)"
    guard since > 0 else {
      let why =
        hasStart
        ? "none is known to have got \(running == 1 ? "it" : "them") since" : "when the failure began is not known"
      return (.unclear, "\(run), but \(why): \(suspects(side))")
    }
    let signs =
      same.asked > 0
      ? "\(same.asked) asked the registry since the first failure"
      : "\(since) got \(running == 1 ? "it" : "them") since the first failure, if not from the node's cache"
    let isMost = nodes > others
    let look = isMost ? "for what the failing nodes share" : "at the nodes"
    return (isMost ? .unclear : .nodes, "\(run), \(signs): look \(look)")
  }

  /// Other images of the host came to a node, so that what is refused is this image.
  private var ofImage: (Look, String) {
    let nodes = Self.count(beside.since + beside.hereSince, "node")
    let those = images == 1 ? "the image and the right" : "these images and the rights"
    return (.image, "other images of \(host) came to \(nodes) since\(hedge): look at \(those) to pull")
  }

  /// Other images of the host came to nodes, so that its way was open to these.
  private var againstBeside: (Look, String) {
    let came = "other images of \(host) came to"
    if beside.hereSince > 0 {
      return (.unclear, "\(came) \(beside.hereSince) of these nodes since\(hedge), so it may come and go")
    }
    let isMost = nodes > beside.since
    let look = isMost ? "for what the failing nodes share" : "at the nodes"
    let others = Self.count(beside.since, "other node")
    return (isMost ? .unclear : .nodes, "\(came) \(others) since\(hedge), and to none of these: look \(look)")
  }

  private var hedge: String { beside.asked > 0 ? "" : ", if not from a cache" }
}

extension Blast {
  /// Where to look first, and the reach of the failure with the reason for that, in one sentence without a full stop.
  package func told(ofClass pullClass: String?) -> (look: Look, words: String) {
    let (look, why) = advice(pullClass)
    let isEverywhere = look == .registry && others == 0 && hostOthers == 0
    let reach =
      nodes == 0
      ? "no node known"
      : isEverywhere ? "all \(nodes) nodes with such pods" : "\(nodes) of \(Self.count(known, "node"))"
    let home = pool.map { nodes > 1 ? ", all in pool \($0)" : ", pool \($0)" } ?? ""
    return (look, "\(Self.count(pods, "pod")), \(Self.count(images, "image")), \(reach)\(home): \(why)")
  }

  /// A number with its noun.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Classes whose text says by itself where the fault lies, however many nodes there are.
  private static let sides: [String: Look] = [
    "not-found": .image, "invalid-name": .image, "never-pull": .image, "platform-mismatch": .image,
    "unsupported-image": .image, "signature-rejected": .image, "disk-full": .nodes, "layer-extract": .nodes,
    "runtime-down": .nodes, "runtime-config": .nodes, "pull-qps": .nodes, "pull-secret-missing": .secret,
    "pull-secret-malformed": .secret,
  ]

  private func advice(_ pullClass: String?) -> (Look, String) {
    switch pullClass.flatMap({ Self.sides[$0] }) {
    case .image: (.image, "the error is about the image itself: look at the image")
    case .nodes: (.nodes, "the error is about the node itself: look at the nodes")
    case .secret:
      (
        .secret,
        "look at the pull secret of \(namespaces.count == 1 ? namespaces[0] : "\(namespaces.count) namespaces")"
      )
    case .registry, .unclear, nil: reached
    }
  }

  /// What the nodes say where the text does not.
  private var reached: (Look, String) {
    if nodes == 0 { return (.unclear, "that proves nothing") }
    if pods == 1 {
      let more = others > 0 ? "; \(Self.count(others, "other node")) \(others == 1 ? "runs" : "run") this image" : ""
      return (.unclear, "one pod on one node proves nothing" + more)
    }
    if others > 0 { return againstOthers }
    if hostSince > 0 {
      let those = images == 1 ? "the image and the right" : "these images and the rights"
      return (
        .image, "other images of \(host) came to \(Self.count(hostSince, "node")) since: look at \(those) to pull"
      )
    }
    if hostOthers == 0 {
      if nodes > 1 { return (.registry, "look at the registry or the identity") }
      return (.unclear, "no other node runs images of \(host), so it may be the node or the registry")
    }
    if nodes > 1, images > 1 {
      return (.registry, "no image of \(host) came to any node since: look at the registry or the identity")
    }
    return (
      .unclear, "no other node runs this image, so it may be \(nodes > 1 ? "" : "the node, ")the image or the registry"
    )
  }

  /// Other nodes run the same images.
  private var againstOthers: (Look, String) {
    let run = "\(Self.count(others, "other node")) \(others == 1 ? "runs" : "run") \(images == 1 ? "it" : "them")"
    if nodes > others {
      if since > 0 {
        return (.unclear, "\(run), \(since) since the first failure: look for what the failing nodes share")
      }
      return (.registry, "\(run), but from before: look at the registry or the identity")
    }
    if since > 0 { return (.nodes, "\(run), \(since) since the first failure: look at the nodes") }
    return (.nodes, "\(run): look at the nodes; but all from before, so the registry is not ruled out")
  }
}

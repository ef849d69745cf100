extension Session {
  /// Commands that only read and may be needed within some answers from here, the nearest first.
  ///
  /// A command whose facts are not known yet is left out: it cannot run.
  package func commandsAhead(answers: Int = 2) -> [Step.Run] {
    workings.ahead(answers) { findAhead(answers) }
  }

  private func findAhead(_ answers: Int) -> [Step.Run] {
    var found: [Step.Run] = []
    var seen: Set<String> = []
    var ring = [nodeID]
    for depth in 0...answers {
      var next: [String] = []
      for id in settled(ring, &seen) {
        guard let node = flow[id] else { continue }
        // Other nodes would look through the evidence for nothing.
        if node.kind is Command, case .run(let run) = node.kind.step(at: node, in: scope), run.effect == .read,
          run.arguments != nil
        {
          found.append(run)
        }
        next += node.edges.map(\.target.node)
      }
      ring = depth < answers ? next : []
    }
    return found
  }

  /// Nodes of a ring with every node that they lead to without somebody's answer.
  private func settled(_ ring: [String], _ seen: inout Set<String>) -> [String] {
    var result: [String] = []
    var open = ring
    while !open.isEmpty {
      let id = open.removeFirst()
      guard seen.insert(id).inserted, let node = flow[id] else { continue }
      result.append(id)
      if node.kind is Decide || node.kind is Command { open += node.edges.map(\.target.node) }
    }
    return result
  }
}

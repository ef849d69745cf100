import FlowKit

/// The walk in its flow in words: the steps with the ways that were not taken, where we stand, and what is left.
struct PlainMap {
  /// Levels that are told from the place at hand.
  private static let depth = 5
  private let session: Session

  init(_ session: Session) { self.session = session }

  var lines: [String] {
    var lines: [String] = []
    var flow = session.visits.first?.flow ?? session.flow.id
    for (index, visit) in session.visits.enumerated() {
      if visit.flow != flow {
        flow = visit.flow
        lines.append("In the flow \(flow):")
      }
      lines += step(index, visit)
    }
    let left = rest
    let way = left.isEmpty ? [] : ["From here, each way with its number; a way behind another has both numbers:"]
    return lines + ["You are here: \(here)"] + way + left
  }

  private var here: String { if case .finish(let leaf)? = session.step { leaf.title } else { session.title } }

  private func step(_ index: Int, _ visit: Session.Visit) -> [String] {
    let taken = "  \(index + 1). \(visit.title) \(visit.label) (\(visit.answer.by.words))"
    guard visit.answer.by != .rule else { return [taken] }
    let flow = session.library[visit.flow]
    return [taken]
      + visit.node.edges.filter { $0.id != visit.edge.id }.map { edge in
        let next = flow?[edge.target.node].map { ", leads to: \(title($0))" } ?? ""
        return "    not taken: \(label(edge))\(next)"
      }
  }

  /// What can follow; a place that was told already is only named again.
  private var rest: [String] {
    guard let node = session.node else { return [] }
    var lines: [String] = []
    var seen: Set<String> = [node.id]
    func add(_ node: Node, _ before: String, _ level: Int) {
      for (index, edge) in node.edges.enumerated() {
        let number = "\(before)\(index + 1)"
        guard let next = session.flow[edge.target.node] else {
          lines.append("  \(number). \(label(edge)), leads back to the flow before")
          continue
        }
        let isNew = seen.insert(next.id).inserted
        let mark = next.edges.isEmpty ? " (a remedy)" : isNew ? "" : " (told above)"
        lines.append("  \(number). \(label(edge)), leads to: \(title(next))\(mark)")
        if isNew, level < Self.depth { add(next, number + ".", level + 1) }
      }
    }
    add(node, "", 1)
    return lines
  }

  private func label(_ edge: Edge) -> String { edge.label.isEmpty ? edge.id : edge.label }

  private func title(_ node: Node) -> String { node.title.filled { session.facts[$0]?.value } }
}

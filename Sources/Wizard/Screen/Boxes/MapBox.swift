import FlowKit
import TerminalUI

/// The flow as a tree: the walk with the ways that were not taken, where we stand, and what is left from here.
struct MapBox: Box {
  let title = "Map of the walk"
  /// Levels of the tree that are shown from the node at hand.
  private static let depth = 5

  func blocks(_ model: Model) -> [BoxBlock] {
    let session = model.session
    var blocks: [BoxBlock] = []
    var flow = session.visits.first?.flow ?? session.flow.id
    for (index, visit) in session.visits.enumerated() {
      if visit.flow != flow {
        flow = visit.flow
        blocks.append(BoxBlock([StyledLine("in the flow \(flow)", .dim)]))
      }
      blocks.append(BoxBlock(lines(visit, session), choice: visit.answer.by == .rule ? nil : index))
    }
    let here = StyledLine("▶ \(Inert.text(model.leaf?.title ?? session.title))  you are here", .key)
    let left = rest(session)
    return blocks + [BoxBlock([here] + left)]
      + (left.isEmpty ? [] : [BoxBlock(["", StyledLine("■ a remedy   ↺ shown above", .dim)])])
  }

  /// A step with the way that was taken, and for a question with those that were not.
  private func lines(_ visit: Session.Visit, _ session: Session) -> [StyledLine] {
    let label = "\(Inert.text(visit.label)) (\(visit.answer.by.words))"
    if visit.answer.by == .rule { return [StyledLine("○ \(Inert.text(visit.title)) \(label)", .dim)] }
    var lines = [StyledLine("● \(Inert.text(visit.title))", .title), StyledLine("  └▸ \(label)")]
    let flow = session.library[visit.flow]
    for edge in visit.node.edges where edge.id != visit.edge.id {
      let next = flow?[edge.target.node].map { " → \(name($0, session))" } ?? ""
      lines.append(StyledLine("   · \(Self.label(edge))\(next)", .dim))
    }
    return lines
  }

  /// What can follow from the node at hand; a node that stands in the tree already is only named again.
  private func rest(_ session: Session) -> [StyledLine] {
    guard let node = session.node else { return [] }
    var lines: [StyledLine] = []
    var seen: Set<String> = [node.id]
    func add(_ node: Node, _ level: Int) {
      for edge in node.edges {
        let label = Self.label(edge)
        let indent = String(repeating: "  ", count: level)
        guard let next = session.flow[edge.target.node] else {
          lines.append(StyledLine("\(indent)├ \(label) → back to the flow before", .dim))
          continue
        }
        let isNew = seen.insert(next.id).inserted
        let mark = next.edges.isEmpty ? "■ " : isNew ? "" : "↺ "
        lines.append(StyledLine("\(indent)├ \(label) → \(mark)\(name(next, session))", level == 1 ? .plain : .dim))
        if isNew, level < Self.depth { add(next, level + 1) }
      }
    }
    add(node, 1)
    return lines
  }

  /// A way in a few words, so that the tree keeps its shape.
  private static func label(_ edge: Edge) -> String {
    Width.truncate(Inert.text(edge.label.isEmpty ? edge.id : edge.label), to: 30)
  }

  private func name(_ node: Node, _ session: Session) -> String {
    Width.truncate(Inert.text(node.title.filled { session.facts[$0]?.value }), to: 36)
  }

  /// Goes back to an earlier question; the answers after it are taken again where they hold.
  func choose(_ choice: Int, _ model: inout Model) -> [Effect] { HistoryBox().choose(choice, &model) }
}

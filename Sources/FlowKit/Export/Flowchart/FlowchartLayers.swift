/// In which column each box of a flow stands: one to the right of all that lead to it.
package struct FlowchartLayers: Sendable {
  /// Column of each box, counted from 0.
  package private(set) var columns: [Int]
  /// Indices of the arrows that lead back, without which there is no circle.
  package private(set) var backward: Set<Int> = []
  /// Boxes in the order in which a walk of the whole flow comes to them.
  package private(set) var found: [Int] = []
  /// Boxes that each arrow leads from and to.
  let ends: [(from: Int, to: Int)]

  package init(_ graph: FlowGraph) {
    let index = Dictionary(
      graph.boxes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { one, _ in one })
    // Every arrow leads from a box of the graph to one of the graph; FlowGraph sees to that.
    ends = graph.arrows.map { (index[$0.from] ?? 0, index[$0.to] ?? 0) }
    columns = Array(repeating: 0, count: graph.boxes.count)
    var leaving = Array(repeating: [Int](), count: graph.boxes.count)
    for (arrow, end) in ends.enumerated() { leaving[end.from].append(arrow) }
    var left: [Int] = []
    var state = Array(repeating: State.unseen, count: graph.boxes.count)
    for root in [index[graph.start] ?? 0] + graph.boxes.indices where graph.boxes.indices.contains(root) {
      search(from: root, leaving, &state, &left)
    }
    for box in left.reversed() {
      for arrow in leaving[box] where !backward.contains(arrow) {
        columns[ends[arrow].to] = max(columns[ends[arrow].to], columns[box] + 1)
      }
    }
  }

  private enum State { case unseen, open, left }

  /// Depth first, without recursion, so that a long chain does no harm.
  private mutating func search(from root: Int, _ leaving: [[Int]], _ state: inout [State], _ left: inout [Int]) {
    guard state[root] == .unseen else { return }
    var path = [(box: root, next: 0)]
    state[root] = .open
    found.append(root)
    while let (box, next) = path.last {
      guard next < leaving[box].count else {
        state[box] = .left
        left.append(box)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let arrow = leaving[box][next]
      let target = ends[arrow].to
      switch state[target] {
      case .open: backward.insert(arrow)
      case .left: break
      case .unseen:
        state[target] = .open
        found.append(target)
        path.append((target, 0))
      }
    }
  }
}

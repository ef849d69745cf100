/// Where everything stands in the drawing of a whole flow, from left to right.
package struct FlowchartLayout: Sendable {
  /// A box, or the place at which a long arrow passes a column.
  package struct Item: Sendable {
    /// Index of the box in the graph; nil for a passage.
    package var box: Int?
    package var column: Int
    package var height: Int
    /// Where arrows arrive, from its top.
    var entry: Int
    package var isWalked: Bool
    package var y = 0
  }

  /// A part of an arrow, from one column to the next.
  struct Hop: Sendable {
    var from: Int
    /// Where it leaves, from the top of `from`.
    var port: Int
    var to: Int
  }

  package let graph: FlowGraph
  package let boxes: [FlowchartBox]
  /// Boxes in the order of the graph, then passages.
  package internal(set) var items: [Item] = []
  /// Items of each column from top to bottom.
  package internal(set) var columns: [[Int]] = []
  /// Every part of every arrow that leads on.
  private(set) var hops: [Hop] = []
  /// Parts of each arrow, in order; none for an arrow that leads back.
  private(set) var chains: [[Hop]] = []
  let ends: [(from: Int, to: Int)]
  /// Where each arrow leaves, from the top of its box.
  private(set) var ports: [Int] = []

  /// Lays out a flow.
  package init(_ graph: FlowGraph) {
    self.graph = graph
    let layers = FlowchartLayers(graph)
    ends = layers.ends
    var labels = graph.boxes.map { _ in [String]() }
    var rows: [Int] = []
    for (arrow, end) in ends.enumerated() {
      rows.append(labels[end.from].count)
      labels[end.from].append(Self.label(graph.arrows[arrow]))
    }
    boxes = graph.boxes.enumerated().map { FlowchartBox($0.element, labels: labels[$0.offset]) }
    ports = ends.enumerated().map { boxes[$0.element.from].ports[rows[$0.offset]] }
    for (index, box) in graph.boxes.enumerated() {
      items.append(
        Item(
          box: index, column: layers.columns[index], height: boxes[index].height, entry: FlowchartBox.entry,
          isWalked: box.isWalked))
    }
    columns = Array(repeating: [], count: (layers.columns.max() ?? 0) + 1)
    for box in layers.found { columns[items[box].column].append(box) }
    addHops(layers)
    sortColumns()
    place()
  }

  private static func label(_ arrow: FlowGraph.Arrow) -> String {
    if !arrow.label.isEmpty { return arrow.label.replacing("-", with: arrow.label.contains(" ") ? "-" : " ") }
    return arrow.to.hasPrefix("flow:") ? "on in flow " + arrow.to.dropFirst(5) : "on"
  }

  /// Cuts every arrow at the columns it passes; arrows to the same box share their passages.
  private mutating func addHops(_ layers: FlowchartLayers) {
    var passages: [Int: [Int: Int]] = [:]
    chains = Array(repeating: [], count: ends.count)
    for (arrow, end) in ends.enumerated() where !layers.backward.contains(arrow) {
      var from = (item: end.from, port: ports[arrow])
      for column in (items[end.from].column + 1)..<(items[end.to].column + 1) {
        var to = end.to
        if column < items[end.to].column {
          to = passages[end.to]?[column] ?? addPassage(column)
          passages[end.to, default: [:]][column] = to
          items[to].isWalked = items[to].isWalked || graph.arrows[arrow].isWalked
        }
        chains[arrow].append(Hop(from: from.item, port: from.port, to: to))
        from = (to, items[to].entry)
      }
      hops += chains[arrow]
    }
  }

  private mutating func addPassage(_ column: Int) -> Int {
    items.append(Item(box: nil, column: column, height: 4, entry: 2, isWalked: false))
    columns[column].append(items.count - 1)
    return items.count - 1
  }

  /// Height of everything.
  package var height: Int { items.map { $0.y + $0.height }.max() ?? 0 }
}

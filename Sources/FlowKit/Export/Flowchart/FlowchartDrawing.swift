/// The drawing of a whole flow with the walk marked.
package struct FlowchartDrawing: Sendable {
  private static let margin = 12

  private let layout: FlowchartLayout
  private let routes: FlowchartRoutes
  /// Numbers of the steps at which each box was visited, by the id of its node.
  private let steps: [String: [Int]]

  package init(_ graph: FlowGraph, steps: [String: [Int]] = [:]) {
    layout = FlowchartLayout(graph)
    routes = FlowchartRoutes(layout)
    self.steps = steps
  }

  /// The drawing; `id` keeps its ids apart from those of other drawings.
  package func svg(id: String, description: String) -> HTML {
    let (width, height) = (routes.width + 2 * Self.margin, routes.height + 2 * Self.margin)
    let order = layout.graph.arrows.indices.sorted { rank($0) < rank($1) }
    let content: [HTML] =
      [
        .block("title", ["id": id + "-title"], [HTML("The flow “\(layout.graph.title)”")]),
        .block("desc", ["id": id + "-desc"], [HTML(description)]),
      ] + order.map(arrow) + heads + layout.graph.boxes.indices.map(box)
    return .group(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
        "width": "\(width)", "height": "\(height)", "viewBox": "\(-Self.margin) \(-Self.margin) \(width) \(height)",
      ], content)
  }

  /// Arrows that were walked are drawn last, over the others.
  private func rank(_ arrow: Int) -> (Int, Int) { (layout.graph.arrows[arrow].isWalked ? 1 : 0, arrow) }

  private func arrow(_ index: Int) -> HTML {
    let isBack = layout.chains[index].isEmpty
    let kind = [layout.graph.arrows[index].isWalked ? "w" : "", isBack ? "d" : ""].filter { !$0.isEmpty }
    return .block("path", ["class": kind.joined(separator: " "), "d": routes.paths[index]])
  }

  /// The point of the arrows at each box that one leads to.
  private var heads: [HTML] {
    layout.graph.boxes.indices.compactMap { box in
      let arrows = layout.ends.indices.filter { layout.ends[$0].to == box }
      guard !arrows.isEmpty else { return nil }
      let item = layout.items[box]
      let isWalked = arrows.contains { layout.graph.arrows[$0].isWalked }
      let point = "M\(routes.lefts[item.column]) \(item.y + item.entry)l-9 -5v10z"
      return .block("path", ["class": isWalked ? "hw" : "h", "d": point])
    }
  }

  private func box(_ index: Int) -> HTML {
    let (item, look, box) = (layout.items[index], layout.boxes[index], layout.graph.boxes[index])
    let (x, y, inner) = (routes.lefts[item.column], item.y, routes.lefts[item.column] + FlowchartBox.margin)
    let isLeaf = look.rows.isEmpty
    let numbers = steps[box.id, default: []].map(String.init).joined(separator: ", ")
    let kind = box.isWalked ? (numbers.isEmpty ? box.kind + " · here" : box.kind + " · step " + numbers) : box.kind
    let rows = look.rows.enumerated().map { row, lines in
      HTML.drawn(lines, x: inner, y: y + look.baselines[row], size: FlowchartBox.rowSize, kind: rowKind(index, row))
    }
    return .group(
      "g", ["class": box.isWalked ? "v" : isLeaf ? "leaf" : ""],
      [
        .block(
          "rect",
          [
            "x": "\(x)", "y": "\(y)", "width": "\(FlowchartBox.width)", "height": "\(look.height)",
            "rx": isLeaf ? "10" : "3",
          ]),
        .drawn([kind], x: inner, y: y + 16, size: FlowchartBox.kindSize, kind: box.isWalked ? "a b" : "m"),
        .drawn(look.title, x: inner, y: y + 33, size: FlowchartBox.titleSize, kind: "b"),
        isLeaf
          ? .nothing
          : .block("path", ["class": "r", "d": "M\(x + 1) \(y + look.headHeight - 1)h\(FlowchartBox.width - 2)"]),
      ] + rows)
  }

  private func rowKind(_ box: Int, _ row: Int) -> String {
    let arrows = layout.ends.indices.filter { layout.ends[$0].from == box }
    return layout.graph.arrows[arrows[row]].isWalked ? "a b" : "m"
  }
}

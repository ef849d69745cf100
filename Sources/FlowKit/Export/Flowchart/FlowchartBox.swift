/// How a node looks in the drawing of a whole flow: its title, and a row for every way on.
package struct FlowchartBox: Sendable {
  static let width = 216
  static let margin = 10
  /// Sizes of the fonts.
  static let titleSize = 12
  static let rowSize = 11
  static let kindSize = 10
  /// Where arrows arrive, from the top of the box.
  static let entry = 32

  let title: [String]
  /// Lines of each row.
  let rows: [[String]]
  /// Base line of the first line of each row, from the top of the box.
  let baselines: [Int]
  /// Where the arrow of each row leaves, from the top of the box.
  package let ports: [Int]
  package let height: Int
  /// Where the rows begin, from the top of the box.
  let headHeight: Int

  init(_ box: FlowGraph.Box, labels: [String]) {
    let space = Self.width - 2 * Self.margin
    title = FlowchartText.lines(box.title, size: Self.titleSize, width: space, most: 5, isBold: true)
    rows = labels.map { FlowchartText.lines($0, size: Self.rowSize, width: space, most: 4, isBold: true) }
    let leading = FlowchartText.leading(Self.titleSize)
    headHeight = 24 + leading * title.count + 6
    var y = headHeight
    var baselines: [Int] = []
    var ports: [Int] = []
    for row in rows {
      let height = max(1, row.count) * FlowchartText.leading(Self.rowSize) + 7
      baselines.append(y + 14)
      ports.append(y + height / 2)
      y += height
    }
    self.baselines = baselines
    self.ports = ports
    height = y + (rows.isEmpty ? 2 : 3)
  }
}

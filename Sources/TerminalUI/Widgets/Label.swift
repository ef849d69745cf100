/// One line, cut with an ellipsis where it is too long.
package struct Label: Widget {
  /// Where a line stands in its area.
  package enum Alignment: Sendable {
    case left, center, right
  }

  /// What it says.
  package var line: StyledLine
  /// Where it stands.
  package var alignment: Alignment
  /// Style of the whole row, behind the line; nil leaves it.
  package var background: Style?

  /// A label.
  package init(_ line: StyledLine, alignment: Alignment = .left, background: Style? = nil) {
    self.line = line
    self.alignment = alignment
    self.background = background
  }

  /// Draws the line in the first row.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let row = area.row(0)
    if let background { buffer.fill(row, background) }
    let cut = line.truncated(to: row.width)
    let free = row.width - cut.width
    let left =
      switch alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    buffer.put(cut, x: row.x + left, y: row.y, in: row)
  }
}

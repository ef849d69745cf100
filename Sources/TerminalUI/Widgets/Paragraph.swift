/// Lines wrapped to the width, from the first on; what does not fit below is left out.
package struct Paragraph: Widget {
  /// The lines before wrapping.
  package var lines: [StyledLine]
  /// Indent of the rows that continue a line.
  package var hanging: Int

  /// A paragraph.
  package init(_ lines: [StyledLine], hanging: Int = 0) {
    self.lines = lines
    self.hanging = hanging
  }

  /// A paragraph of text, split at its line ends.
  package init(_ text: String, _ style: Style = .plain) {
    self.init(text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledLine(String($0), style) })
  }

  /// Rows that it takes at a width.
  package func height(width: Int) -> Int {
    lines.reduce(0) { $0 + Wrap.pieces(of: $1.text, width: width, hanging: hanging).count }
  }

  /// Draws the rows; an ellipsis at the end of the last one says that there is more.
  package func render(into buffer: inout Buffer, in area: Rect) {
    var y = area.y
    for line in lines {
      for piece in Wrap.pieces(of: line.text, width: area.width, hanging: hanging) {
        guard y < area.bottom else { return showMore(in: &buffer, area) }
        buffer.put(line, piece, x: area.x, y: y, in: area)
        y += 1
      }
    }
  }

  private func showMore(in buffer: inout Buffer, _ area: Rect) {
    guard !area.isEmpty else { return }
    buffer.put("…", x: area.right - 1, y: area.bottom - 1, .dim, in: area)
  }
}

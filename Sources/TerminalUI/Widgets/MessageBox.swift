/// A box in the middle of the area with a title, lines and a hint what to press.
package struct MessageBox: Widget {
  /// Its title.
  package var title: StyledLine
  /// What it says, wrapped to its width.
  package var lines: [StyledLine]
  /// In its lower border, usually the keys.
  package var hint: StyledLine
  /// Columns it may take, borders included.
  package var width: Int

  /// A box.
  package init(_ title: StyledLine, _ lines: [StyledLine], hint: StyledLine = "", width: Int = 60) {
    self.title = title
    self.lines = lines
    self.hint = hint
    self.width = width
  }

  /// Where the box stands in an area.
  package func frame(in area: Rect) -> Rect {
    let columns = min(width, area.width)
    let rows = Paragraph(lines).height(width: max(1, columns - 4))
    return area.centered(Size(width: columns, height: rows + 2))
  }

  /// Where its text stands in an area.
  package func textArea(in area: Rect) -> Rect { frame(in: area).inset(horizontal: 2, vertical: 1) }

  /// Draws the box over what is there.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let frame = frame(in: area)
    buffer.fill(frame)
    guard frame.width >= 4 && frame.height >= 3 else { return buffer.draw(Paragraph([title] + lines), in: area) }
    buffer.draw(Rule(title), in: frame.row(0))
    buffer.draw(Rule("", remark: hint), in: frame.row(frame.height - 1))
    for y in frame.y + 1..<frame.bottom - 1 {
      for x in [frame.x, frame.right - 1] { buffer.put("│", x: x, y: y, .border, in: frame) }
    }
    let corners = [
      ("┌", frame.x, frame.y), ("┐", frame.right - 1, frame.y), ("└", frame.x, frame.bottom - 1),
      ("┘", frame.right - 1, frame.bottom - 1),
    ]
    for (corner, x, y) in corners { buffer.put(corner, x: x, y: y, .border, in: frame) }
    buffer.draw(Paragraph(lines), in: frame.inset(horizontal: 2, vertical: 1))
  }
}

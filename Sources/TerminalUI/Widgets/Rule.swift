/// A horizontal line with a title at its left and a remark at its right.
package struct Rule: Widget {
  /// At the left; a pane with the keys has its title in another style.
  package var title: StyledLine
  /// At the right; the first to go where there is no room.
  package var remark: StyledLine

  /// A line.
  package init(_ title: StyledLine = "", remark: StyledLine = "") {
    self.title = title
    self.remark = remark
  }

  /// Draws the line in the first row.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let row = area.row(0)
    buffer.fill(row, with: "─", .border)
    var free = row.inset(horizontal: 2)
    if !title.text.isEmpty {
      let room = Rect(x: free.x, y: row.y, width: free.width, height: row.height)
      let end = put(title.truncated(to: room.width - 2), x: room.x, into: &buffer, in: room)
      free = Rect(x: end + 1, y: row.y, width: free.right - end - 1, height: row.height)
    }
    let width = remark.width + 2
    if !remark.text.isEmpty && width <= free.width {
      put(remark, x: free.right - width, into: &buffer, in: free)
    }
  }

  @discardableResult
  private func put(_ line: StyledLine, x: Int, into buffer: inout Buffer, in area: Rect) -> Int {
    if line.text.isEmpty { return x }
    let start = buffer.put(" ", x: x, y: area.y, .border, in: area)
    let end = buffer.put(line, x: start, y: area.y, in: area)
    return buffer.put(" ", x: end, y: area.y, .border, in: area)
  }
}

/// A vertical line; it joins horizontal ones that it meets above, below and beside.
package struct Divider: Widget {
  /// A line.
  package init() {}

  /// Draws the line in the first column; horizontal lines must be there before.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let column = Rect(x: area.x, y: area.y, width: min(1, area.width), height: area.height)
    buffer.fill(column, with: "│", .border)
    guard !column.isEmpty else { return }
    join(column.y - 1, from: "─", to: "┬", column.x, &buffer)
    join(column.bottom, from: "─", to: "┴", column.x, &buffer)
  }

  private func join(_ y: Int, from old: String, to new: String, _ x: Int, _ buffer: inout Buffer) {
    if buffer[x, y].text == old { buffer.put(new, x: x, y: y, .border, in: buffer.area) }
  }
}

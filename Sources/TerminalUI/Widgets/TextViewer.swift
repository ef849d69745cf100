/// Wrapped lines from a place on, with a scroll bar where not all of them fit.
///
/// The last column of the area belongs to the scroll bar; `Scroll` is to be given `textSize`.
package struct TextViewer<Lines: LineSource>: Widget {
  /// The lines.
  package var lines: Lines
  /// The row at the top.
  package var scroll: Scroll
  /// Indent of the rows that continue a line.
  package var hanging: Int
  /// Columns by which lines are moved to the left; nil wraps them.
  package var sideways: Int?

  /// A view of lines.
  package init(_ lines: Lines, scroll: Scroll = Scroll(), hanging: Int = 2, sideways: Int? = nil) {
    self.lines = lines
    self.scroll = scroll
    self.hanging = hanging
    self.sideways = sideways
  }

  /// Width of the text area in which no line is wrapped.
  package static var endless: Int { 1 << 30 }

  /// Columns and rows of text in an area.
  package static func textSize(in area: Rect) -> Size { Size(width: area.width - 1, height: area.height) }

  /// The lines that are seen at least in part; what a title such as "line 58 of 74" needs.
  package func visibleLines(in area: Rect) -> Range<Int> {
    let rows = rows(room(in: area))
    guard let first = rows.first?.line, let last = rows.last?.line else { return 0..<0 }
    return first..<last + 1
  }

  /// The line at a row of the area, for a click.
  package func line(atRow row: Int, in area: Rect) -> Int? {
    let rows = rows(Self.textSize(in: area))
    return rows.indices.contains(row) ? rows[row].line : nil
  }

  /// Draws the rows and the scroll bar.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let size = Self.textSize(in: area)
    let rows = rows(room(in: area))
    let clip = Rect(x: area.x, y: area.y, width: size.width, height: size.height)
    for (index, row) in rows.enumerated() {
      buffer.put(row.text, row.piece, x: area.x - (sideways ?? 0), y: area.y + index, in: clip)
    }
    if !isAll(rows) { renderBar(into: &buffer, in: area, seen: rows) }
  }

  private func room(in area: Rect) -> Size {
    let size = Self.textSize(in: area)
    return sideways == nil ? size : Size(width: Self.endless, height: size.height)
  }

  private struct Row {
    var line: Int
    var text: StyledLine
    var piece: Piece
    var isEnd: Bool
  }

  private func isAll(_ rows: [Row]) -> Bool {
    guard let first = rows.first, let last = rows.last else { return true }
    return first.line == 0 && scroll.row <= 0 && last.line == lines.count - 1 && last.isEnd
  }

  private func rows(_ size: Size) -> [Row] {
    var rows: [Row] = []
    var index = max(0, scroll.line)
    var skipped = scroll.row
    while index < lines.count && rows.count < size.height {
      let text = lines.line(index)
      let pieces = Wrap.pieces(of: text.text, width: size.width, hanging: hanging)
      if pieces.isEmpty { return rows }
      for (number, piece) in pieces.enumerated().dropFirst(max(0, skipped)).prefix(size.height - rows.count) {
        rows.append(Row(line: index, text: text, piece: piece, isEnd: number == pieces.count - 1))
      }
      skipped = 0
      index += 1
    }
    return rows
  }

  /// The thumb is as long as the share of the lines that is seen, and touches an end only there.
  private func renderBar(into buffer: inout Buffer, in area: Rect, seen: [Row]) {
    let column = Rect(x: area.right - 1, y: area.y, width: min(1, area.width), height: area.height)
    buffer.fill(column, with: "│", .border)
    guard let first = seen.first, let last = seen.last, lines.count > 0 else { return }
    let isAtTop = first.line == 0 && scroll.row <= 0
    let isAtEnd = last.line == lines.count - 1 && last.isEnd
    let height = max(1, area.height * (last.line - first.line + 1) / lines.count)
    let room = max(0, area.height - height)
    let below = max(1, lines.count - (last.line - first.line + 1))
    var top = room * first.line / below
    if isAtEnd { top = room } else { top = min(top, max(0, room - 1)) }
    if isAtTop { top = 0 } else { top = max(min(1, room), top) }
    buffer.fill(Rect(x: column.x, y: area.y + top, width: column.width, height: height), with: "█", .border)
  }
}

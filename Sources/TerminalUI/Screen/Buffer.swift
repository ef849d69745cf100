/// One cell of the screen.
package struct Cell: Equatable, Sendable {
  /// What it shows; empty in the second half of a wide character.
  package var text: String
  /// Columns: 1 or 2, and 0 for the second half of a wide character.
  package var width: UInt8
  /// What it is.
  package var style: Style

  /// An empty cell.
  package static let blank = Cell(text: " ", width: 1, style: .plain)

  /// Whether it is the second half of a wide character.
  package var isContinuation: Bool { width == 0 }
}

/// A picture of the screen that widgets draw into; nothing unprintable can get into it.
package struct Buffer: Equatable, Sendable {
  /// Rows and columns.
  package let size: Size
  /// Where the cursor blinks; nil hides it.
  package var cursor: Point?
  private var cells: [Cell]

  /// An empty picture.
  package init(_ size: Size) {
    self.size = size
    cells = [Cell](repeating: .blank, count: size.width * size.height)
  }

  /// All of it.
  package var area: Rect { Rect(size) }

  /// The cell at a place; blank outside.
  package subscript(x: Int, y: Int) -> Cell {
    area.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : .blank
  }

  /// The cells of a row.
  package func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

  /// Writes a text; what lies outside of the clip is left out.
  ///
  /// Returns the column after the text.
  @discardableResult
  package mutating func put(_ text: String, x: Int, y: Int, _ style: Style = .plain, in clip: Rect) -> Int {
    var x = x
    for glyph in Glyphs(text) {
      set(glyph, x: x, y: y, style, in: clip)
      x += glyph.width
    }
    return x
  }

  /// Writes a part of a line in its styles.
  ///
  /// Returns the column after it.
  @discardableResult
  package mutating func put(_ line: StyledLine, _ piece: Piece? = nil, x: Int, y: Int, in clip: Rect) -> Int {
    let start = piece?.range.lowerBound ?? 0
    let text = piece.map { line.text.slice($0.range) } ?? line.text
    var x = x + (piece?.indent ?? 0)
    for glyph in Glyphs(text) {
      // What stands right of the clip is not drawn, however long the line is.
      if x >= clip.right { break }
      set(glyph, x: x, y: y, line.spans.isEmpty ? line.style : line.style(at: start + glyph.range.lowerBound), in: clip)
      x += glyph.width
    }
    return x
  }

  /// Fills an area with one character of width 1.
  package mutating func fill(_ area: Rect, with character: Character = " ", _ style: Style = .plain) {
    let part = area.overlap(with: self.area)
    let glyph = Glyph(text: String(character), width: 1, range: 0..<1)
    for y in part.y..<part.bottom {
      for x in part.x..<part.right { set(glyph, x: x, y: y, style, in: part) }
    }
  }

  /// Changes the style of an area and leaves its text.
  package mutating func paint(_ area: Rect, _ style: Style) {
    let part = area.overlap(with: self.area)
    for y in part.y..<part.bottom {
      for x in part.x..<part.right { cells[y * size.width + x].style = style }
    }
  }

  private mutating func set(_ glyph: Glyph, x: Int, y: Int, _ style: Style, in clip: Rect) {
    let part = clip.overlap(with: area)
    guard part.contains(Point(x: x, y: y)) else { return }
    release(x: x, y: y)
    let index = y * size.width + x
    guard glyph.width == 2 else {
      cells[index] = Cell(text: glyph.text, width: 1, style: style)
      return
    }
    // A wide character whose second half would be cut off leaves a space.
    guard x + 1 < part.right else {
      cells[index] = Cell(text: " ", width: 1, style: style)
      return
    }
    release(x: x + 1, y: y)
    cells[index] = Cell(text: glyph.text, width: 2, style: style)
    cells[index + 1] = Cell(text: "", width: 0, style: style)
  }

  /// A wide character that loses one half to a new one loses the other, too.
  private mutating func release(x: Int, y: Int) {
    let index = y * size.width + x
    if cells[index].isContinuation && x > 0 {
      cells[index - 1].text = " "
      cells[index - 1].width = 1
    }
    if cells[index].width == 2 && x + 1 < size.width {
      cells[index + 1].text = " "
      cells[index + 1].width = 1
    }
  }
}

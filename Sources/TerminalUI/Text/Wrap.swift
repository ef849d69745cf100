/// One row of a wrapped line.
package struct Piece: Equatable, Sendable {
  /// What it shows of the line, in UTF-8 offsets; the spaces at a break belong to no piece.
  package var range: Range<Int>
  /// Columns to leave free before it.
  package var indent: Int

  /// The part of a range of the line that this row shows, in offsets of the line.
  package func overlap(with range: Range<Int>) -> Range<Int>? {
    let shared = self.range.clamped(to: range)
    return shared.isEmpty ? nil : shared
  }
}

/// Breaks a line into rows at spaces; a word longer than a row is cut.
package struct Wrap {
  private var pieces: [Piece] = []
  private let width: Int
  private let hanging: Int

  private var start = 0  // of the row being filled
  private var used = 0  // its columns, indent included
  private var wordEnd: Int?  // where the row may end: before the last spaces
  private var nextWord = 0  // where the next row would begin then
  private var usedAtNext = 0

  /// The rows of a line, at least one; none if there is no width.
  ///
  /// Rows after the first are indented by `hanging` more than the line itself, as far as there is room for that.
  package static func pieces(of text: String, width: Int, hanging: Int = 0) -> [Piece] {
    guard width > 0 else { return [] }
    let length = text.utf8.count
    if Width.isPlain(text) && length <= width { return [Piece(range: 0..<length, indent: 0)] }
    let own = hanging == 0 ? 0 : text.utf8.prefix { $0 == 0x20 }.count
    var wrap = Wrap(width: width, hanging: min(own + hanging, width / 2))
    if Width.isPlain(text) {
      // Bytes, characters and columns are the same.
      for (index, byte) in text.utf8.enumerated() { wrap.take(index..<index + 1, width: 1, isSpace: byte == 0x20) }
    } else {
      for glyph in Glyphs(text) { wrap.take(glyph.range, width: glyph.width, isSpace: glyph.text == " ") }
    }
    if wrap.start < length || wrap.pieces.isEmpty { wrap.close(at: length, next: length) }
    return wrap.pieces
  }

  private init(width: Int, hanging: Int) {
    self.width = width
    self.hanging = hanging
  }

  private mutating func take(_ glyph: Range<Int>, width columns: Int, isSpace: Bool) {
    if isSpace {
      takeSpace(glyph)
    } else {
      while used + columns > width && glyph.lowerBound > start { breakRow(before: glyph) }
      used += columns
    }
  }

  private mutating func takeSpace(_ glyph: Range<Int>) {
    let isWordBefore = glyph.lowerBound > start && nextWord != glyph.lowerBound
    if isWordBefore { wordEnd = glyph.lowerBound }
    // Spaces at the end of a row hang over; at the start of the line they are its indent.
    used += 1
    nextWord = glyph.upperBound
    usedAtNext = used
  }

  private mutating func breakRow(before glyph: Range<Int>) {
    if let end = wordEnd, nextWord <= glyph.lowerBound {
      let carried = used - usedAtNext
      close(at: end, next: nextWord)
      used += carried
    } else {
      close(at: glyph.lowerBound, next: glyph.lowerBound)
    }
  }

  private mutating func close(at end: Int, next: Int) {
    pieces.append(Piece(range: start..<end, indent: pieces.isEmpty ? 0 : hanging))
    start = next
    used = hanging
    wordEnd = nil
    nextWord = next
  }
}

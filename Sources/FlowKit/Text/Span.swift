/// A place in a document: the very characters that decided something.
///
/// Lines and columns count from 1, columns and lengths count characters. A text that was broken over
/// several lines, or that is decided by two words far apart, has several pieces.
package struct Span: Hashable, Codable, Sendable {
  /// A run of characters on one line.
  package struct Piece: Hashable, Codable, Sendable {
    package var line: Int
    package var column: Int
    package var length: Int

    package init(line: Int, column: Int, length: Int) {
      self.line = line
      self.column = column
      self.length = length
    }
  }

  /// Id of the document, as in ``Document/id``.
  package var document: String
  /// At least one piece, in the order of the text.
  package var pieces: [Piece]
  /// The characters themselves; pieces that do not touch are joined by an ellipsis.
  package var text: String

  package init(document: String, pieces: [Piece], text: String) {
    self.document = document
    self.pieces = pieces
    self.text = text
  }

  /// The part of the place that stands for some characters of a value; the whole place when the value was
  /// not read from one unbroken run.
  package func narrowed(to range: Range<Int>, of value: String) -> Span {
    guard pieces.count == 1, text == value, !range.isEmpty, range.upperBound <= pieces[0].length else { return self }
    let start = value.index(value.startIndex, offsetBy: range.lowerBound)
    let piece = Piece(line: line, column: column + range.lowerBound, length: range.count)
    return Span(document: document, pieces: [piece], text: String(value[start...].prefix(range.count)))
  }

  /// Line of the first piece.
  package var line: Int { pieces.first?.line ?? 0 }
  /// Column of the first piece.
  package var column: Int { pieces.first?.column ?? 0 }
  /// Length of the first piece.
  package var length: Int { pieces.first?.length ?? 0 }
}

/// A value with the place it was read from.
package struct Located<Value: Sendable>: Sendable {
  /// A place, found already or to be found when somebody asks: most are never looked at.
  private enum Place {
    case span(Span)
    case bytes(Document, Range<Int>)
  }

  package var value: Value
  private let place: Place

  package init(_ value: Value, _ span: Span) {
    self.value = value
    place = .span(span)
  }

  /// A value that stands in some bytes of a document.
  package init(_ value: Value, in document: Document, _ range: Range<Int>) {
    self.value = value
    place = .bytes(document, range)
  }

  package var span: Span {
    switch place {
    case .span(let span): span
    case .bytes(let document, let range): document.span(range)
    }
  }
}

/// What one cell shows: a code point with the marks that combine with it.
package struct Glyph: Equatable, Sendable {
  /// What is printed; never a control character.
  package var text: String
  /// Columns: 1 or 2.
  package var width: Int
  /// Where it stands in its text, in UTF-8 offsets.
  package var range: Range<Int>
}

/// The glyphs of a text, from left to right.
///
/// A cluster that a font may draw as one picture (a flag, a family) is several glyphs here, because
/// curses puts it into several cells. Everything that must not reach a terminal is replaced.
package struct Glyphs: Sequence, IteratorProtocol {
  /// Combining marks that stay with one code point; the rest of a flood is dropped.
  package static let marks = 3

  private var scalars: Substring.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  private var offset = 0

  /// Starts at the beginning of a text.
  package init(_ text: String) {
    scalars = text[...].unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  /// The next glyph.
  package mutating func next() -> Glyph? {
    guard let first = ahead else { return nil }
    let start = offset
    advance(over: first)
    var (base, width) = Self.base(of: first)
    collectMarks(into: &base)
    if width == 0 { width = 1 }
    return Glyph(text: base, width: width, range: start..<offset)
  }

  private mutating func advance(over scalar: Unicode.Scalar) {
    offset += UTF8.width(scalar)
    ahead = scalars.next()
  }

  private mutating func collectMarks(into base: inout String) {
    var count = 0
    while let scalar = ahead, !scalar.isASCII, Width.of(scalar) == 0, Risk.of(scalar) == nil {
      if count < Self.marks { base.unicodeScalars.append(scalar) }
      count += 1
      advance(over: scalar)
    }
  }

  private static func base(of scalar: Unicode.Scalar) -> (String, Int) {
    if let risk = Risk.of(scalar) { return (String(risk.standIn(for: scalar)), 1) }
    let width = Width.of(scalar)
    if width < 0 { return ("\u{FFFD}", 1) }
    // A mark with nothing to stand on gets a dotted circle.
    return (width == 0 ? "\u{25CC}" + String(scalar) : String(scalar), width)
  }
}

extension UTF8 {
  /// Bytes that a code point takes.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}

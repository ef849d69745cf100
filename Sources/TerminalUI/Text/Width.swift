import CNcurses

/// How many columns text takes in a terminal.
package enum Width {
  /// Columns of one code point: 0, 1 or 2; -1 when it cannot be printed.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7f ? 1 : -1 }
    // The C library answers for the locale of the process, so that has to be set first.
    return Charset.current != .ascii ? Int(cn_width(scalar.value)) : 1
  }

  /// Columns of a text as `Buffer` draws it.
  package static func of(_ text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    return Glyphs(text).reduce(0) { $0 + $1.width }
  }

  /// Whether a text is printable ASCII, so that bytes, characters and columns are the same.
  package static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
  }

  /// The text, cut to a width; what is cut off leaves an ellipsis.
  package static func truncate(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    if of(text) <= width { return text }
    let room = width - of(ellipsis)
    guard room >= 0 else { return "" }
    var used = 0
    var end = 0
    for glyph in Glyphs(text) {
      guard used + glyph.width <= room else { break }
      used += glyph.width
      end = glyph.range.upperBound
    }
    return text.slice(0..<end) + ellipsis
  }

  /// The text, filled up with spaces or cut to exactly this width.
  package static func pad(_ text: String, to width: Int) -> String {
    filled(truncate(text, to: width), to: width)
  }

  /// The text, filled up with spaces to at least this width.
  package static func filled(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text, cut to a width in its middle: names of pods differ at their end.
  package static func shortened(_ text: String, to width: Int) -> String {
    let tail = 6
    guard of(text) > width, width > 2 * tail, isPlain(text) else { return truncate(text, to: width) }
    return truncate(text, to: width - tail) + String(text.suffix(tail))
  }
}

extension String {
  /// The part between two UTF-8 offsets, which are clamped to the text.
  package func slice(_ range: Range<Int>) -> String {
    let whole = 0..<utf8.count
    let clamped = range.clamped(to: whole)
    if clamped == whole { return self }
    let start = utf8.index(utf8.startIndex, offsetBy: clamped.lowerBound)
    let end = utf8.index(start, offsetBy: clamped.count)
    return String(self[start..<end])
  }
}

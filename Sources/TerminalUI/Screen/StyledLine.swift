/// A range of a line with a style of its own.
package struct Span: Equatable, Sendable {
  /// UTF-8 offsets in the line.
  package var range: Range<Int>
  /// What it is.
  package var style: Style

  /// A span.
  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}

/// A line of text that is safe to show, with styles for parts of it.
package struct StyledLine: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The clean text.
  package private(set) var text: String
  /// The style where no span is.
  package var style: Style
  /// Spans over the clean text; of two over the same place the later one counts.
  package private(set) var spans: [Span]

  /// Cleans a line; the ranges of the spans are those of the text given, in UTF-8 offsets.
  package init(_ original: String, _ style: Style = .plain, spans: [Span] = []) {
    let clean = Clean(original)
    text = clean.text
    self.style = style
    self.spans = spans.map { Span(clean.range($0.range), $0.style) }
  }

  /// A plain line.
  package init(stringLiteral value: String) { self.init(value) }

  /// Adds text in a style.
  package mutating func append(_ original: String, _ style: Style) {
    let start = text.utf8.count
    text += Clean(original).text
    if style != self.style { spans.append(Span(start..<text.utf8.count, style)) }
  }

  /// Adds a style to a range of the clean text.
  package mutating func mark(_ range: Range<Int>, _ style: Style) { spans.append(Span(range, style)) }

  /// The line with a text before it.
  package func after(_ prefix: String, _ style: Style) -> StyledLine {
    var result = StyledLine(prefix, self.style)
    let start = result.text.utf8.count
    if style != self.style { result.spans.append(Span(0..<start, style)) }
    result.text += text
    result.spans += spans.map { Span($0.range.lowerBound + start..<$0.range.upperBound + start, $0.style) }
    return result
  }

  /// Columns.
  package var width: Int { Width.of(text) }

  /// The line, cut to a width with an ellipsis.
  package func truncated(to width: Int) -> StyledLine {
    var result = self
    result.text = Width.truncate(text, to: width)
    return result
  }

  /// The style at an offset.
  package func style(at offset: Int) -> Style {
    spans.last { $0.range.contains(offset) }?.style ?? style
  }
}

extension String {
  /// UTF-8 offsets of a range of characters; both ends are clamped to the text.
  package func offsets(ofCharacters range: Range<Int>) -> Range<Int> {
    let start = index(startIndex, offsetBy: max(0, range.lowerBound), limitedBy: endIndex) ?? endIndex
    let end = index(start, offsetBy: range.count, limitedBy: endIndex) ?? endIndex
    return utf8.distance(from: startIndex, to: start)..<utf8.distance(from: startIndex, to: end)
  }
}

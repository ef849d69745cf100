import FlowKit
package import TerminalUI

/// Lines of a document, made only when they are shown: with marks, and only those that the filter leaves.
///
/// A line that is too long to be wrapped at once is several here, one for each of its strips.
package struct EvidenceLines: LineSource {
  let document: Document?
  let span: FlowKit.Span?
  let search: String
  /// Strips that the filter leaves, from 0; nil for all.
  var shown: [Int]?
  /// The line with the hit that the view is at.
  var hitLine: Int?
  /// Lines that the last look changed; nil when the document was read once.
  var changed: Set<Int>?

  package var count: Int { shown?.count ?? document?.strips.count ?? 0 }

  /// The line of the document that stands at a place, from 0, and which part of it.
  private func place(at index: Int) -> (line: Int, part: Int) {
    let strip = shown.map { $0.indices.contains(index) ? $0[index] : 0 } ?? index
    return document?.strips.place(of: strip) ?? (0, 0)
  }

  /// The line of the document that stands at a place, from 0.
  func line(at index: Int) -> Int { place(at: index).line }

  /// The place of a line of the document, or of the next one that the filter leaves; the offset is that of a byte of
  /// the line, and that of the same byte of what stands at the place.
  func row(ofLine line: Int, offset: Int = 0) -> (row: Int, offset: Int) {
    guard let document, line < document.lineCount else { return (0, 0) }
    let (strip, start) = document.strip(ofLine: line, offset: offset)
    let inside = offset - start + margin(part: strip - document.strips.strip(ofLine: line))
    guard let shown else { return (strip, inside) }
    return (min(shown.partition { $0 >= strip }, max(0, shown.count - 1)), inside)
  }

  /// Bytes that stand before a part of a line: a mark, and the indent of what goes on.
  private func margin(part: Int) -> Int { (changed == nil ? 0 : 2) + (part == 0 ? 0 : 2) }

  package func line(_ index: Int) -> StyledLine {
    guard let document else { return "" }
    let (number, part) = place(at: index)
    guard number < document.lineCount else { return "" }
    let range = document.range(ofLine: number, part: part)
    let start = range.lowerBound - document.range(ofLine: number).lowerBound
    let text = document.string(range)
    var spans: [TerminalUI.Span] = []
    if !search.isEmpty {
      let style: Style = number == hitLine ? .currentHit : .hit
      for hit in text.ranges(ofIgnoringCase: search) { spans.append(TerminalUI.Span(hit, style)) }
    }
    if let span, span.document == document.id {
      let told = Array(span.text.utf8)
      for piece in span.pieces where piece.line == number + 1 {
        let characters = (piece.column - 1)..<(piece.column - 1 + piece.length)
        let mark = document.offsets(ofLine: number, characters: characters).clamped(to: start..<start + range.count)
        // In a newer text of the same name another line may stand there.
        let words = Array(text.utf8.dropFirst(mark.lowerBound - start).prefix(mark.count))
        let isTold = words.withUnsafeBufferPointer { told.firstRange(of: $0, in: 0..<told.count) != nil }
        guard !mark.isEmpty, isTold else { continue }
        spans.append(TerminalUI.Span(mark.lowerBound - start..<mark.upperBound - start, .mark))
      }
    }
    var line = StyledLine(text, spans: spans)
    if part > 0 { line = line.after("  ", .plain) }
    guard let changed else { return line }
    return changed.contains(number) ? line.after("+ ", .good) : line.after("  ", .plain)
  }
}

extension Model {
  /// The document that is shown: the output of a command while it runs, else the chosen one; nil without evidence.
  var shownDocument: Document? {
    if let liveOutput { return liveOutput }
    let documents = session.documents
    return documents.isEmpty ? nil : documents[min(document, documents.count - 1)]
  }

  /// Lines of the document that is shown, with marks.
  package var evidenceLines: EvidenceLines {
    let document = shownDocument
    guard liveOutput == nil else { return EvidenceLines(document: document, span: nil, search: search) }
    return EvidenceLines(
      document: document, span: decidingSpan, search: search, shown: sought(.filter)?.strips, hitLine: hitLine,
      changed: document.flatMap { changed[$0.id] })
  }

  /// The line of the document at the top of the pane, from 0.
  var topLine: Int { evidenceLines.line(at: evidenceScroll.line) }

  /// Scrolls so that a place of a line of the document is seen; a filter that hides the line ends.
  mutating func show(line: Int, offset: Int = 0) {
    if let left = sought(.filter), !left.holds(line) {
      filter = ""
      soughts[.filter] = nil
    }
    let lines = evidenceLines
    let layout = Layout(self)
    let (row, inside) = lines.row(ofLine: line, offset: offset)
    evidenceScroll = evidenceScroll.showing(
      line: row, offset: inside, in: lines, layout.evidenceText, hanging: 2)
    guard !isWrapped, row < lines.count else { return }
    // The place itself is to be seen, with some of what stands before it.
    let column = Width.of(String(decoding: lines.line(row).text.utf8.prefix(inside), as: UTF8.self))
    let room = layout.evidenceColumns
    if column < sideways || column >= sideways + room * 3 / 4 { sideways = max(0, column - room / 3) }
  }
}

extension String {
  /// UTF-8 offsets of every place of a word, without regard to ASCII case.
  func ranges(ofIgnoringCase word: String) -> [Range<Int>] {
    let text = Array(utf8).map(Self.lower)
    let needle = Array(word.utf8).map(Self.lower)
    var result: [Range<Int>] = []
    var start = 0
    needle.withUnsafeBufferPointer { needle in
      while let hit = text.firstRange(of: needle, in: start..<text.count) {
        result.append(hit)
        start = hit.upperBound
      }
    }
    return result
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

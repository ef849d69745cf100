import FlowKit
package import TerminalUI

/// Lines of a document, made only when they are shown: with marks, and only those that the filter leaves.
package struct EvidenceLines: LineSource {
  let document: Document?
  let span: FlowKit.Span?
  let search: String
  /// Lines that the filter leaves, from 0; nil for all.
  var shown: [Int]?
  /// The line with the hit that the view is at.
  var hitLine: Int?
  /// Lines that the last look changed; nil when the document was read once.
  var changed: Set<Int>?

  package var count: Int { shown?.count ?? document?.lineCount ?? 0 }

  /// The line of the document that stands at a place, from 0.
  func line(at index: Int) -> Int { shown.map { $0.indices.contains(index) ? $0[index] : 0 } ?? index }

  /// The place of a line of the document, or of the next one that the filter leaves.
  func row(ofLine line: Int) -> Int {
    guard let shown else { return line }
    return min(shown.partition { $0 >= line }, max(0, shown.count - 1))
  }

  /// Bytes that stand before every line.
  var margin: Int { changed == nil ? 0 : 2 }

  package func line(_ index: Int) -> StyledLine {
    guard let document else { return "" }
    let number = line(at: index)
    let text = document.line(number)
    var spans: [TerminalUI.Span] = []
    if !search.isEmpty {
      let style: Style = number == hitLine ? .currentHit : .hit
      for hit in text.ranges(ofIgnoringCase: search) { spans.append(TerminalUI.Span(hit, style)) }
    }
    if let span, span.document == document.id {
      for piece in span.pieces where piece.line == number + 1 {
        spans.append(
          TerminalUI.Span(text.offsets(ofCharacters: (piece.column - 1)..<(piece.column - 1 + piece.length)), .mark))
      }
    }
    let line = StyledLine(text, spans: spans)
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
      document: document, span: decidingSpan, search: search, shown: sought(.filter)?.lines, hitLine: hitLine,
      changed: document.flatMap { changed[$0.id] })
  }

  /// The line of the document at the top of the pane, from 0.
  var topLine: Int { evidenceLines.line(at: evidenceScroll.line) }

  /// Scrolls so that a place of a line of the document is seen; a filter that hides the line ends.
  mutating func show(line: Int, offset: Int = 0) {
    if let shown = sought(.filter)?.lines, !shown.contains(line) {
      filter = ""
      soughts[.filter] = nil
    }
    let lines = evidenceLines
    let layout = Layout(self)
    evidenceScroll = evidenceScroll.showing(
      line: lines.row(ofLine: line), offset: offset + lines.margin, in: lines, layout.evidenceText, hanging: 2)
    guard !isWrapped, let text = lines.document?.line(line) else { return }
    // The place itself is to be seen, with some of what stands before it.
    let column = Width.of(String(decoding: text.utf8.prefix(offset), as: UTF8.self)) + lines.margin
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

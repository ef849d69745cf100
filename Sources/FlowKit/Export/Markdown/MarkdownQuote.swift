/// The lines that decided a step, short enough for a note.
struct MarkdownQuote {
  /// Characters of a long line that are shown.
  static let width = 400

  /// The deciding words and their place.
  let words: String
  /// Whether the lines are longer than what is shown of them.
  let isCut: Bool
  let lines: [String]

  /// nil when no place decided.
  init?(_ visit: Session.Visit) {
    guard let span = visit.answer.because else { return nil }
    let what = "\(MarkdownText.code(span.text, limit: 120)) in \(Self.place(span))"
    let rows = Dictionary(grouping: span.pieces, by: \.line).sorted { $0.key < $1.key }.prefix(3)
    guard let document = visit.document, rows.allSatisfy({ (1...document.lineCount).contains($0.key) }), !rows.isEmpty
    else {
      words = what
      isCut = false
      lines = [MarkdownText.cut(span.text, Self.width)]
      return
    }
    let whole = rows.map { document.line($0.key - 1) }
    let cut = zip(whole, rows).map { Self.excerpt($0, $1.value, Self.width / rows.count) }
    lines = cut
    words = what
    isCut = cut != whole
  }

  private static func place(_ span: Span) -> String {
    let numbers = Set(span.pieces.map(\.line)).sorted()
    let document = MarkdownText.code(span.document, limit: 80)
    guard let first = numbers.first, let last = numbers.last else { return document }
    return first == last ? "line \(first) of \(document)" : "lines \(first) to \(last) of \(document)"
  }

  /// A line, or what stands around some pieces of it when it is long.
  static func excerpt(_ line: String, _ pieces: [Span.Piece], _ limit: Int) -> String {
    // Of characters that are made of very many scalars a few are long enough.
    func capped(_ text: String) -> String { MarkdownText.cut(text, limit * 4) }
    if line.utf8.count <= limit { return line }
    let count = line.count
    if count <= limit { return capped(line) }
    let windows = windows(pieces, count, limit)
    let texts = windows.map { range in
      let start = line.index(line.startIndex, offsetBy: range.lowerBound)
      return String(line[start..<line.index(start, offsetBy: range.count)])
    }
    let head = windows.first?.lowerBound == 0 ? "" : "… "
    let tail = windows.last?.upperBound == count ? "" : " …"
    return head + capped(texts.joined(separator: " … ")) + tail
  }

  /// The characters to show, as ranges that do not touch.
  private static func windows(_ pieces: [Span.Piece], _ count: Int, _ limit: Int) -> [Range<Int>] {
    let shown = pieces.prefix(4)
    let margin = max(20, (limit - shown.reduce(0) { $0 + $1.length }) / max(1, 2 * shown.count))
    var result: [Range<Int>] = []
    for piece in shown {
      let start = min(count, max(0, piece.column - 1))
      let length = min(piece.length, limit / shown.count)
      let range = max(0, start - margin)..<min(count, start + length + margin)
      if let last = result.last, range.lowerBound <= last.upperBound + 5 {
        result[result.count - 1] = min(last.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result.isEmpty ? [0..<min(count, limit)] : result
  }
}

/// The documents of a session and the very characters in them that decided, so that steps can link to them.
struct HTMLPlaces: Sendable {
  /// Every document that was ever taken, in the order of time; a newer look at the same thing is another one.
  private(set) var documents: [Document] = []
  /// Per document: ranges of characters, counted from 0, by line, counted from 1; in order, none touching another.
  private var marks: [[Int: [Range<Int>]]] = []

  init(_ transcript: Transcript) {
    for entry in transcript.entries {
      guard case .evidence(let record) = entry.event, !documents.contains(record.document) else { continue }
      documents.append(record.document)
    }
    marks = documents.map { _ in [:] }
    for step in transcript.steps {
      guard let span = step.visit.answer.because, let index = index(of: step.visit.document) else { continue }
      add(span, index)
    }
    for index in marks.indices { marks[index] = marks[index].mapValues(Self.merged) }
  }

  private mutating func add(_ span: Span, _ index: Int) {
    for piece in span.pieces where piece.line > 0 && piece.line <= documents[index].lineCount {
      let line = piece.characters.clamped(to: 0..<documents[index].line(piece.line - 1).count)
      if !line.isEmpty { marks[index][piece.line, default: []].append(line) }
    }
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// Index of a document; nil when it is none of the session's.
  func index(of document: Document?) -> Int? { document.flatMap { documents.firstIndex(of: $0) } }

  /// Marks of a line, counted from 1, of a document.
  func marks(_ document: Int, line: Int) -> [Range<Int>] { marks[document][line] ?? [] }

  /// Lines with marks, counted from 1, in order.
  func markedLines(_ document: Int) -> [Int] { marks[document].keys.sorted() }

  /// Id of a document on the page.
  static func id(_ document: Int) -> String { "evidence-\(document + 1)" }

  /// Id of a mark on the page.
  static func id(_ document: Int, line: Int, _ mark: Range<Int>) -> String {
    "evidence-\(document + 1)-\(line)-\(mark.lowerBound + 1)"
  }

  /// Id of the mark that holds the beginning of a place; that of the document when it has none.
  func id(of span: Span, in document: Int) -> String {
    let mark = marks(document, line: span.line).first { $0.contains(span.column - 1) }
    return mark.map { Self.id(document, line: span.line, $0) } ?? Self.id(document)
  }
}

extension Span.Piece {
  /// Its characters, counted from 0, whatever a journal says.
  var characters: Range<Int> {
    let limit = 1 << 40
    let start = min(max(column, 1), limit) - 1
    return start..<start + min(max(length, 0), limit)
  }
}

import FlowKit

/// What is read beside the question, a page at a time.
struct PlainReading {
  /// Lines of a page.
  static let page = 20
  /// Characters after which a line of the evidence goes on in a further one.
  static let width = 1000

  /// The document at hand; nil for the one that decides.
  var document: Document?
  /// Its line that was read or jumped to last, from 0; -1 before the first.
  var line = -1
  var search = ""
  /// Lines that wait for `more`.
  var rest: [String] = []
  /// Whether the document goes on behind them.
  var isDocument = false
}

/// Reading evidence and long answers.
extension PlainDriver {
  /// The document at hand: what is read, else what decides.
  private var document: Document? {
    if let open = reading.document { return open }
    let span = session.decidingSpan
    return session.documents.first { $0.id == span?.document } ?? session.documents.first
  }

  /// Lines of the document at hand that decided something, from 0.
  var markedLines: [Int] { document.map { marks(of: $0).keys.map { $0 - 1 }.sorted() } ?? [] }

  /// What each marked line means, by its number from 1: `decides: 401 Unauthorized`.
  private func marks(of document: Document) -> [Int: [String]] {
    let deciding = session.decidingSpan
    let choices = if case .ask(let ask)? = session.step { ask.choices.map { $0.match?.span } } else { [Span?]() }
    let spans = session.visits.map(\.answer.because) + choices + [deciding]
    var marks: [Int: [String]] = [:]
    var seen: Set<Span> = []
    // The same place often decides several steps.
    for span in spans.compactMap({ $0 }) where span.document == document.id && seen.insert(span).inserted {
      let option = choices.firstIndex(of: span).map { "fits option \($0 + 1)" }
      let meaning = span == deciding ? "decides" : option ?? "decided step \(step(decidedBy: span))"
      for line in Set(span.pieces.map(\.line)) { marks[line, default: []].append("\(meaning): \(span.text)") }
    }
    return marks
  }

  private func step(decidedBy span: Span) -> Int {
    (session.visits.firstIndex { $0.answer.because == span } ?? 0) + 1
  }

  // MARK: - Pages

  /// Says lines, the first page of them when they are many.
  mutating func tell(_ lines: [String]) {
    reading.rest = lines
    reading.isDocument = false
    more()
  }

  /// The next page of what is being read.
  mutating func more() {
    if let document, reading.isDocument {
      let marks = marks(of: document)
      while reading.rest.count < PlainReading.page, reading.line + 1 < document.lineCount {
        reading.line += 1
        reading.rest += rows(reading.line, document, marks)
      }
    } else if reading.rest.isEmpty {
      return write("There is nothing more to read.")
    }
    let count = min(PlainReading.page, reading.rest.count)
    for line in reading.rest.prefix(count) { write(line) }
    reading.rest.removeFirst(count)
    tellRest()
  }

  private mutating func tellRest() {
    if reading.isDocument, let document {
      let hasMore = !reading.rest.isEmpty || reading.line + 1 < document.lineCount
      write(hasMore ? "The last line is \(document.lineCount). 'more' reads on." : "That was the last line.")
      if !hasMore { reading.isDocument = false }
    } else if !reading.rest.isEmpty {
      write("'more' reads the other \(reading.rest.count) lines.")
    }
  }

  /// A line of the evidence with its number; behind one that decides stand the words that do.
  private func rows(_ index: Int, _ document: Document, _ marks: [Int: [String]]) -> [String] {
    let said = marks[index + 1] ?? []
    var rest = document.line(index)[...]
    var rows: [String] = []
    repeat {
      let head = rows.isEmpty ? (said.isEmpty ? "" : "> ") + "\(index + 1): " : "\(index + 1), continued: "
      rows.append(head + rest.prefix(PlainReading.width))
      rest = rest.dropFirst(PlainReading.width)
    } while !rest.isEmpty
    return rows + said
  }

  // MARK: - Places

  /// The list of the documents, or one of them from a line on.
  mutating func documents(_ text: String) {
    let documents = session.documents
    let numbers = text.split(separator: " ").map { Int($0) ?? 0 }
    guard let number = numbers.first ?? (documents.count == 1 ? 1 : nil) else {
      for (index, document) in documents.enumerated() { write("  \(index + 1). \(title(document))") }
      return write("'documents' and a number reads one of them.")
    }
    guard documents.indices.contains(number - 1) else {
      return write("There is no document \(number); the last one is \(documents.count).")
    }
    let line = numbers.count > 1 ? numbers[1] : 1
    read(documents[number - 1], from: max(0, min(line, documents[number - 1].lineCount) - 1))
  }

  /// Says the first page of a document.
  mutating func read(_ document: Document, from line: Int = 0) {
    write(title(document))
    reading.document = document
    reading.line = line - 1
    reading.rest = []
    reading.isDocument = true
    more()
  }

  private func title(_ document: Document) -> String {
    let lines = document.lineCount == 1 ? "1 line" : "\(document.lineCount) lines"
    let span = session.decidingSpan.flatMap { $0.document == document.id ? ", line \($0.line) decides" : nil }
    return "\(document.title), \(lines)\(span ?? "")"
  }

  /// The next place that decided something, around the end.
  mutating func mark(forward: Bool) { go(to: markedLines, forward, "Place") }

  /// The next line with what is searched for, around the end.
  mutating func hit(forward: Bool) {
    let hits = document.map { Self.hits($0, reading.search) } ?? []
    if hits.isEmpty { return write("'\(PlainText.short(reading.search))' is not in this document.") }
    go(to: hits, forward, "Hit")
  }

  /// Searches from the top of the document at hand.
  mutating func search(_ text: String) {
    let text = text.isEmpty ? ask("What to search for, or Enter for nothing:") : text
    reading.search = text
    guard let document, !text.isEmpty else { return write("Nothing is searched for.") }
    let count = Self.hits(document, text).count
    let place = "in \(count == 1 ? "1 line" : "\(count) lines") of \(document.title)"
    write("'\(PlainText.short(text))' is \(count == 0 ? "not in \(document.title)" : place).")
    for (index, other) in session.documents.enumerated() where count == 0 {
      let hits = Self.hits(other, text).count
      if hits > 0 {
        write("Document \(index + 1), \(other.title), has it in \(hits == 1 ? "1 line" : "\(hits) lines").")
      }
    }
    reading.line = -1
    if count > 0 { hit(forward: true) }
  }

  /// Says every line with some words.
  mutating func filter(_ text: String) {
    let text = text.isEmpty ? ask("Lines with which words, or Enter for none:") : text
    guard let document, !text.isEmpty else { return write("Nothing is looked for.") }
    let hits = Self.hits(document, text)
    write("\(hits.count == 1 ? "One line" : "\(hits.count) lines") of \(document.title):")
    let marks = marks(of: document)
    tell(hits.flatMap { rows($0, document, marks) })
  }

  private static func hits(_ document: Document, _ text: String) -> [Int] {
    LineSearch(text)?.lines(of: document).lines ?? []
  }

  /// Goes to the next of some lines and says it.
  private mutating func go(to lines: [Int], _ forward: Bool, _ what: String) {
    guard let document else { return }
    let here = reading.line
    let next = forward ? lines.first { $0 > here } ?? lines.first : lines.last { $0 < here } ?? lines.last
    guard let line = next else { return }
    write("\(what) \((lines.firstIndex(of: line) ?? 0) + 1) of \(lines.count):")
    for row in rows(line, document, marks(of: document)) { write(row) }
    reading.document = document
    reading.line = line
    reading.rest = []
    reading.isDocument = true
  }

  /// Ends the search and what is being read.
  mutating func cancel() {
    reading.search = ""
    reading.rest = []
    reading.isDocument = false
    write("The search and the reading are ended.")
  }
}

/// The documents, with the words that decided.
extension HTMLSession {
  /// Every document; one that decided something stands open.
  var evidence: [HTML] { places.documents.indices.map(document) }

  private func document(_ index: Int) -> HTML {
    let document = places.documents[index]
    let isOpen = !places.markedLines(index).isEmpty
    let lines = HTMLWords.count(document.lineCount, "line")
    return .group(
      "details", ["id": HTMLPlaces.id(index), "open": isOpen ? "open" : ""],
      [
        .block("summary", [:], [HTML(document.title + " "), .tag("span", ["class": "id"], [HTML(lines)])]),
        provenance(document), listing(index),
      ])
  }

  private func provenance(_ document: Document) -> HTML {
    let source = document.provenance
    var rows: [(String, HTML)] = [
      ("Source", HTML([HTML(ExportWords.origin(source.origin) + ": "), .tag("code", [:], [HTML(source.source)])]))
    ]
    if let exit = source.exit { rows.append(("Exit", HTML("\(exit)"))) }
    rows.append(("Complete", HTML(Self.completeness(document))))
    if !session.documents.contains(document) {
      rows.append(("State", "no part of the walk as it stands: replaced by a newer look, or taken back"))
    }
    return self.rows(rows)
  }

  private static func completeness(_ document: Document) -> String {
    if document.provenance.isCut { return "no, cut to the size limit" }
    return document.isCut ? "perhaps not, the lines look cut at the width of a terminal" : "not cut"
  }

  /// The lines with their numbers, or those around what matters.
  private func listing(_ index: Int) -> HTML {
    let document = places.documents[index]
    guard !document.bytes.isEmpty else { return .block("p", [:], ["The document is empty."]) }
    let marked = places.markedLines(index).map { $0 - 1..<$0 }
    let ranges = HTMLExcerpt.lines.ranges(of: document.lineCount, marks: marked)
    let shown = ranges.reduce(0) { $0 + $1.count }
    let items = ranges.flatMap { range in range.map { line(index, $0 + 1, isFirst: $0 == range.lowerBound && $0 > 0) } }
    let left = document.lineCount - shown
    let notice: HTML =
      left == 0
      ? .nothing
      : .block(
        "p", ["class": "notice"],
        [
          HTML("\(HTMLWords.count(left, "line")) left out; "), .tag("code", [:], ["--format json"]), " holds all.",
        ])
    return HTML([
      notice,
      .group(
        "div", ["class": "listing", "tabindex": "0", "role": "region", "aria-label": document.title],
        [
          .group("ol", [:], items)
        ]),
    ])
  }

  private func line(_ index: Int, _ number: Int, isFirst: Bool) -> HTML {
    let marks = places.marks(index, line: number)
    let text = HTMLExcerpt.line.text(places.documents[index].line(number - 1), marks: marks) {
      HTMLPlaces.id(index, line: number, $0)
    }
    let kind = [marks.isEmpty ? "" : "hit", isFirst ? "after" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    return .block("li", ["class": kind, "value": "\(number)"], [.tag("code", [:], [text])])
  }
}

/// The answers in their order, with what decided each.
extension HTMLSession {
  /// Every step, those that were taken back included.
  var steps: [HTML] {
    guard !transcript.steps.isEmpty else { return [] }
    var number = 0
    let items = transcript.steps.map { step in
      if step.abandoned == nil { number += 1 }
      return item(step, number)
    }
    return [.group("ol", ["class": "steps"], items)]
  }

  private func item(_ step: Transcript.Step, _ number: Int) -> HTML {
    let isTaken = step.abandoned == nil
    let content = [
      .tag("span", ["class": "number"], [HTML(isTaken ? "\(number)" : "↩")]),
      .block("h3", [:], [HTML(step.visit.title)]),
      .block("p", ["class": "answer"], [HTML(step.visit.label)]), learnt(step.visit),
      .block("p", ["class": "by"], by(step)), back(step), deciding(step.visit),
    ]
    return .group("li", ["class": isTaken ? "" : "back", "id": isTaken ? "step-\(number)" : ""], content)
  }

  private func by(_ step: Transcript.Step) -> [HTML] {
    let flow = step.visit.flow == firstFlow ? "" : " in flow \(step.visit.flow)"
    return [
      HTML(ExportWords.by(step.visit.answer) + flow + " · "),
      HTMLWords.clock(step.time, since: transcript.began), HTML(" UTC · \(ExportTime.duration(step.seconds))"),
    ]
  }

  private func back(_ step: Transcript.Step) -> HTML {
    guard let time = step.abandoned else { return .nothing }
    return .block(
      "p", ["class": "notice"],
      [
        "↩ taken back at ", HTMLWords.clock(time, since: transcript.began), " UTC",
      ])
  }

  /// Values that the answer told.
  private func learnt(_ visit: Session.Visit) -> HTML {
    let facts = visit.answer.facts.sorted { $0.key < $1.key }
    guard !facts.isEmpty else { return .nothing }
    return .group(
      "ul", ["class": "facts"],
      facts.map { name, value in
        .block("li", [:], [HTML("\(name) = "), .tag("code", [:], [HTML(value)])])
      })
  }

  /// The lines that decided, with the deciding words marked, and the way to them.
  private func deciding(_ visit: Session.Visit) -> HTML {
    guard let span = visit.answer.because else { return .nothing }
    let quotes = Self.quotes(span, visit.document)
    let index = places.index(of: visit.document)
    let words = HTML("\(visit.document?.title ?? span.document), line \(span.line)")
    let source = index.map { HTML.jump(places.id(of: span, in: $0), words) } ?? words
    return .group(
      "figure", [:],
      [
        .block("pre", ["class": "quote"], [HTML(quotes)]), .block("figcaption", [:], [source]),
      ])
  }

  /// Each line of a place; the words alone when the document is not there any more.
  private static func quotes(_ span: Span, _ document: Document?) -> [HTML] {
    guard let document, span.pieces.allSatisfy({ $0.line > 0 && $0.line <= document.lineCount }) else {
      return [.tag("mark", [:], [HTML(span.text)])]
    }
    var lines: [(number: Int, marks: [Range<Int>])] = []
    for piece in span.pieces {
      let mark = piece.characters
      if let last = lines.indices.last, lines[last].number == piece.line {
        lines[last].marks.append(mark)
      } else {
        lines.append((piece.line, [mark]))
      }
    }
    let quoted = lines.prefix(6).map { quote(document.line($0.number - 1), $0.marks) }
    return quoted.enumerated().flatMap { $0.offset == 0 ? [$0.element] : ["\n", $0.element] }
  }

  /// A line without the blanks before it.
  private static func quote(_ line: String, _ marks: [Range<Int>]) -> HTML {
    let blanks = min(line.prefix { $0 == " " }.count, marks.map(\.lowerBound).min() ?? 0)
    return HTMLExcerpt.quote.text(
      String(line.dropFirst(blanks)), marks: marks.map { $0.lowerBound - blanks..<$0.upperBound - blanks })
  }
}

/// What stands in the place of secrets.
extension HTMLSession {
  /// How many secrets were taken out, and where their tokens stand.
  var redacted: [HTML] {
    let found = redactedPlaces
    let numbers = Set(found.flatMap { $0.tokens.map(\.number) })
    let limits = HTML.block(
      "p", ["class": "by"],
      [
        "Fairway takes out what it recognises as a secret. Names of hosts, pods and images stay as they are."
      ])
    guard !numbers.isEmpty else { return [.block("p", [:], ["Nothing was taken out."]), limits] }
    let total = found.reduce(0) { $0 + $1.tokens.count }
    let words = "\(HTMLWords.count(numbers.count, "secret")) taken out, at \(HTMLWords.count(total, "place"))."
    let rows = found.map { place -> [HTML] in
      let names = Set(place.tokens.map(\.number)).sorted().map { "‹secret-\($0)›" }
      return [place.title, HTML(names.joined(separator: " ")), HTML(Self.lines(place.tokens.map(\.line)))]
    }
    return [.block("p", [:], [HTML(words)]), table("Redacted places", ["Where", "Tokens", "Lines"], rows), limits]
  }

  /// A text with tokens in it.
  private struct Redacted {
    var title: HTML
    var tokens: [(number: Int, line: Int)]
  }

  private var redactedPlaces: [Redacted] {
    let documents = places.documents.enumerated().map { index, document in
      Redacted(
        title: .jump(HTMLPlaces.id(index), HTML(document.title)),
        tokens: Placeholder.tokens(in: document.bytes).map {
          ($0.number, document.lineIndex(at: $0.range.lowerBound) + 1)
        })
    }
    return
      (documents + [
        Self.texts("Notes", transcript.notes.map(\.text)),
        Self.texts("Commands", transcript.commands.map(\.record.line)),
        Self.texts("Facts", session.facts.values.filter { $0.span == nil }.map(\.value)),
      ]).filter { !$0.tokens.isEmpty }
  }

  private static func texts(_ title: HTML, _ texts: [String]) -> Redacted {
    Redacted(
      title: title,
      tokens: texts.flatMap { Placeholder.tokens(in: Array($0.utf8)) }.map { ($0.number, 0) })
  }

  /// Line numbers, the first twenty of many.
  private static func lines(_ lines: [Int]) -> String {
    let numbers = Set(lines).subtracting([0]).sorted()
    let more = numbers.count > 20 ? " and \(numbers.count - 20) more" : ""
    return numbers.isEmpty ? "–" : numbers.prefix(20).map { "\($0)" }.joined(separator: ", ") + more
  }
}

/// Finds a literal text: `{contains: 'AADSTS7000222'}`; any of several when it is a list.
struct ContainsMatcher: Matcher {
  static let key = "contains"
  static let keys = [
    FieldKey.required("contains", .oneOrMore(.text), "A literal text, or several of which one must be there.")
  ]

  private let words: [String]

  init(_ fields: Fields) {
    words = fields.texts("contains").filter { !$0.isEmpty }
    if words.isEmpty {
      fields.findings.report("structure", fields.position("contains"), "'contains' must not be empty")
    }
  }

  func match(_ scope: MatchScope) -> Match? {
    for document in scope.texts {
      for word in words {
        var word = word
        let hit = word.withUTF8 { document.bytes.firstRange(of: $0, in: 0..<document.bytes.count) }
        if let hit { return Match(span: document.span(hit)) }
      }
    }
    return nil
  }
}

/// Finds a regular expression on a line: `{matches: 'client with IP (?<clientIp>\S+)'}`.
struct MatchesMatcher: Matcher {
  static let key = "matches"
  static let keys = [FieldKey.required("matches", .text, "Regular expression for one line; named groups become facts.")]

  private let pattern: String?

  init(_ fields: Fields) { pattern = Pattern.read("matches", fields) }

  var captures: [String] { pattern.map(Pattern.captures) ?? [] }

  func match(_ scope: MatchScope) -> Match? {
    guard let pattern else { return nil }
    for document in scope.texts {
      for index in 0..<document.lineCount {
        let line = document.line(index)
        guard let (range, captures) = Pattern.match(pattern, line) else { continue }
        let piece = Span.Piece(
          line: index + 1, column: line.distance(from: line.startIndex, to: range.lowerBound) + 1,
          length: line.distance(from: range.lowerBound, to: range.upperBound))
        return Match(span: Span(document: document.id, pieces: [piece], text: String(line[range])), captures: captures)
      }
    }
    return nil
  }
}

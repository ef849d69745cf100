/// Outside text for Markdown: no link, image, heading, mention, reference or HTML comes of it.
///
/// Everything works scalar by scalar, because a mark with a combining character after it is still a mark.
package enum MarkdownText {
  private typealias Scalars = String.UnicodeScalarView

  /// Text among text, on one line.
  ///
  /// Every mark of Markdown and HTML is escaped. Trackers make links of addresses, names after `@` and numbers after
  /// `#` even where those are escaped, so such words become code, in which nothing acts.
  package static func text(_ value: String, limit: Int = 400) -> String {
    let words = Inert.text(cut(value, limit)).unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace })
    return atStart(words.map { word(Scalars($0)) }.joined(separator: " "))
  }

  /// A value as code, with more backticks around it than any run inside.
  static func code(_ value: String, limit: Int = 200) -> String {
    let inner = Inert.text(cut(value, limit))
    guard inner.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return "(empty)" }
    let marks = String(repeating: "`", count: longestRun(inner) + 1)
    let pad = inner.unicodeScalars.first == "`" || inner.unicodeScalars.last == "`" ? " " : ""
    return marks + pad + inner + pad + marks
  }

  /// Lines as they are, with more marks around them than any run inside, so that they cannot end the block.
  static func fence(_ lines: [String], _ language: String = "") -> [String] {
    let body = lines.map { Inert.text($0) }
    let marks = String(repeating: "`", count: max(3, (body.map(longestRun).max() ?? 0) + 1))
    return [marks + language] + body + [marks]
  }

  /// Lines that belong to an item of a list.
  static func indented(_ lines: [String], by count: Int) -> [String] {
    let blanks = String(repeating: " ", count: count)
    return lines.map { $0.isEmpty ? "" : blanks + $0 }
  }

  /// At most so many bytes, whatever the characters are made of, with an ellipsis where something is left out.
  static func cut(_ value: String, _ limit: Int) -> String {
    guard value.utf8.count > limit else { return value }
    var result = Scalars()
    var count = 0
    for scalar in value.unicodeScalars {
      count += UTF8.width(scalar)
      if count > limit { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }

  private static func longestRun(_ text: String) -> Int {
    text.unicodeScalars.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
  }

  // MARK: - Words

  private static let marks = Set("\\`*_{}[]<>#|!~&$^".unicodeScalars)
  private static let opening = Set("(\"'“‘".unicodeScalars)
  private static let closing = Set(".,;!?)\"'”’".unicodeScalars)

  /// One word, as code when a tracker would act on it; the marks around it stay outside.
  private static func word(_ word: Scalars) -> String {
    let head = word.prefix { opening.contains($0) }
    var rest = word[head.endIndex...]
    while let last = rest.last, closing.contains(last) { rest.removeLast() }
    guard MarkdownWord(rest).acts else { return escaped(word[...]) }
    return escaped(head) + code(String(Scalars(rest)), limit: .max) + escaped(word[rest.endIndex...])
  }

  private static func escaped(_ word: Scalars.SubSequence) -> String {
    var result = Scalars()
    for scalar in word {
      if marks.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// What would begin a list, a rule or a heading at the start of a line does not.
  private static func atStart(_ text: String) -> String {
    var scalars = text.unicodeScalars
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    let place = digits.endIndex
    guard place < scalars.endIndex else { return text }
    let isMark =
      digits.isEmpty ? "-+=".unicodeScalars.contains(scalars[place]) : ".)".unicodeScalars.contains(scalars[place])
    if isMark { scalars.insert("\\", at: place) }
    return String(scalars)
  }
}

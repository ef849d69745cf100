/// A command line as somebody types it: split as a shell would, with nothing expanded.
///
/// Own code beside ``CommandLineWords``, which reads what flows say and takes neither backslashes nor stars.
enum TypedLine {
  /// Its words; nil for what is not one command: a pipe, a redirection, a variable, an open quote.
  static func words(_ line: String) -> [String]? {
    // A prompt that was copied along is no part of the command.
    let line = line.drop { $0 == "$" || $0.isWhitespace }
    let end = line.lastIndex { !$0.isWhitespace }.map { line.index(after: $0) } ?? line.startIndex
    var reader = Reader(rest: Array(line[..<end].unicodeScalars)[...])
    return reader.read() ? reader.words : nil
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>
    var words: [String] = []
    private var word = String.UnicodeScalarView()
    private var isOpen = false

    init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

    /// False where a shell would see more than one command.
    mutating func read() -> Bool {
      while let scalar = rest.popFirst() {
        switch scalar {
        case "'": guard takeSingle() else { return false }
        case "\"": guard takeDouble() else { return false }
        case "\\": guard takeEscaped() else { return false }
        case "<": guard takePlaceholder() else { return false }
        case "$":
          guard !isExpansion else { return false }
          take(scalar)
        case "|", "&", ";", ">", "`", "(", ")", "\n", "\r": return false
        // What a comment says is no part of the command.
        case "#" where !isOpen:
          rest = []
        case _ where scalar.properties.isWhitespace: close()
        default: take(scalar)
        }
      }
      close()
      return true
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
      word.append(scalar)
      isOpen = true
    }

    private mutating func close() {
      if isOpen { words.append(String(word)) }
      word = String.UnicodeScalarView()
      isOpen = false
    }

    private mutating func takeSingle() -> Bool {
      guard let end = rest.firstIndex(of: "'") else { return false }
      word.append(contentsOf: rest[..<end])
      rest = rest[(end + 1)...]
      isOpen = true
      return true
    }

    private mutating func takeDouble() -> Bool {
      isOpen = true
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\"": return true
        case "`": return false
        case "$" where isExpansion: return false
        case "\\":
          guard let next = rest.popFirst() else { return false }
          // Before any other character the backslash itself is meant.
          if !"\"\\$`\n".unicodeScalars.contains(next) { word.append(scalar) }
          if next != "\n" { word.append(next) }
        default: word.append(scalar)
        }
      }
      return false
    }

    /// A backslash at the end of a row goes on in the next one.
    private mutating func takeEscaped() -> Bool {
      guard let next = rest.popFirst() else { return false }
      if next == "\r", rest.first == "\n" { rest.removeFirst() } else if next != "\n" { take(next) }
      return true
    }

    /// `<any>` stands in the lines of an exercise; any other `<` reads a file.
    private mutating func takePlaceholder() -> Bool {
      guard let end = rest.firstIndex(of: ">"), let first = rest.first, first.properties.isAlphabetic,
        rest[..<end].allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || Self.marks.contains($0)) })
      else { return false }
      take("<")
      word.append(contentsOf: rest[...end])
      rest = rest[(end + 1)...]
      return true
    }

    private static let marks: Set<Unicode.Scalar> = Set("0123456789 -".unicodeScalars)

    /// Whether a shell would put a value in the place of what stands here.
    private var isExpansion: Bool {
      guard let next = rest.first else { return false }
      return next.properties.isAlphabetic || next == "_" || next == "(" || next == "{" || next == "'"
    }
  }
}

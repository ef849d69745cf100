/// One command line of a flow: words with placeholders, never a string for a shell.
package struct CommandTemplate: Hashable, Sendable {
  package var label: String
  package var words: [Template]
  package var effect: EffectClass
  package var shell: Shell
  package var position: Position

  /// Facts the command needs.
  package var facts: [String] { words.flatMap(\.facts) }

  /// Facts the command needs that have no value, or one that must not be put in.
  package func missing(_ value: (String) -> String?) -> [String] {
    words.flatMap { word in word.facts.filter { Self.usable(value($0)) == nil } }
  }

  /// The arguments with values put in; nil when one is missing.
  package func arguments(_ value: (String) -> String?) -> [String]? {
    missing(value).isEmpty ? words.map { word in word.filled { Self.usable(value($0)) } } : nil
  }

  /// The line to paste: each value is put in first and the word quoted after, so that no value can act.
  package func line(_ value: (String) -> String?) -> String {
    words.map { word in
      let filled = word.filled { Self.usable(value($0)) }
      return Quoting.quote(filled, for: shell, isTemplate: word.facts.isEmpty)
    }.joined(separator: " ")
  }

  /// A value that would become a flag, or that holds characters which nobody sees, stays out of a command.
  private static func usable(_ value: String?) -> String? {
    guard let value, value.utf8.first != 0x2D, !Policy.holdsHidden(value) else { return nil }
    return value
  }
}

/// Quotes words for a shell.
package enum Quoting {
  /// A word that the shell takes literally.
  ///
  /// Words of PowerShell that a flow wrote itself stay as they are, because variables and operators are part of them;
  /// plain words with blanks between them are one value, such as the name of a role.
  package static func quote(_ word: String, for shell: Shell, isTemplate: Bool = false) -> String {
    switch shell {
    case .posix:
      if isPlain(word, marks: "_@%+=:,./-") {
        word
      } else if holdsOnlySingleQuotes(word) {
        "\"\(word)\""
      } else {
        quoted(word) { $0 == "'" ? "'\\''" : nil }
      }
    case .powershell:
      isTemplate && !word.isEmpty && !(word.contains(" ") && isPlain(word, marks: " _.-"))
        || isPlain(word, marks: "_:./-") && !word.hasPrefix("-")
        ? word : quoted(word) { quotes.contains($0) ? "\($0)\($0)" : nil }
    }
  }

  /// A word with single quotes that a shell takes literally between double ones, which people read more easily.
  private static func holdsOnlySingleQuotes(_ word: String) -> Bool {
    word.unicodeScalars.contains("'") && !word.unicodeScalars.contains { "\"$`\\!\n\r".unicodeScalars.contains($0) }
  }

  /// What PowerShell takes for a single quote.
  private static let quotes: Set<Unicode.Scalar> = ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]

  /// Scalar by scalar: a quote with a combining mark after it is another character for Swift, not for a shell.
  private static func quoted(_ word: String, _ escaped: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in word.unicodeScalars {
      if let text = escaped(scalar) { result.append(contentsOf: text.unicodeScalars) } else { result.append(scalar) }
    }
    result.append("'")
    return String(result)
  }

  private static func isPlain(_ word: String, marks: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { byte in
        Byte.isDigit(byte) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
          || marks.utf8.contains(byte)
      }
  }
}

/// Splits a command line of a flow into words.
package enum CommandLineWords {
  /// Why a line cannot be split.
  package enum Fault: Error, Equatable {
    case openQuote
    /// A character that only a shell understands.
    case shellSyntax(Character)

    /// What is wrong, in one sentence.
    package var words: String {
      switch self {
      case .openQuote: "a quote is not closed"
      case .shellSyntax(let character): "'\(character)' means something to a shell; quote it or leave it out"
      }
    }
  }

  /// Words in the manner of a POSIX shell: blanks separate, single and double quotes keep; nothing is expanded.
  package static func split(_ line: String) throws(Fault) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var isOpen = false
    var quote: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if let open = quote {
        if scalar == open { quote = nil } else { word.append(scalar) }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        isOpen = true
      } else if scalar.properties.isWhitespace {
        if isOpen || !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
        isOpen = false
      } else if "|&;<>`$\\*?#~()".unicodeScalars.contains(scalar) {
        throw .shellSyntax(Character(scalar))
      } else {
        word.append(scalar)
      }
    }
    if quote != nil { throw .openQuote }
    if isOpen || !word.isEmpty { words.append(String(word)) }
    return words
  }
}

/// One command line of a flow: words with placeholders, never a string for a shell.
package struct CommandTemplate: Hashable, Sendable {
  package var label: String
  package var words: [Template]
  package var effect: EffectClass
  package var shell: Shell
  package var position: Position

  /// Facts the command needs.
  package var facts: [String] { words.flatMap(\.facts) }

  /// The arguments with values put in; nil when a fact is missing.
  package func arguments(_ value: (String) -> String?) -> [String]? {
    var missing = false
    let words = words.map { word in
      word.filled { name in
        let found = value(name)
        if found == nil { missing = true }
        return found
      }
    }
    return missing ? nil : words
  }

  /// The line to paste: each value is put in first and the word quoted after, so that no value can act.
  package func line(_ value: (String) -> String?) -> String {
    words.map { Quoting.quote($0.filled(value), for: shell, isTemplate: $0.facts.isEmpty) }.joined(separator: " ")
  }
}

/// Quotes words for a shell.
package enum Quoting {
  /// A word that the shell takes literally.
  ///
  /// Words of PowerShell that a flow wrote itself stay as they are, because variables and operators are part of them.
  package static func quote(_ word: String, for shell: Shell, isTemplate: Bool = false) -> String {
    switch shell {
    case .posix:
      return isPlain(word)
        ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    case .powershell:
      if isTemplate || isPlain(word) { return word }
      return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
  }

  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { byte in
        Byte.isDigit(byte) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
          || "_@%+=:,./-".utf8.contains(byte)
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
    var word = ""
    var isOpen = false
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        isOpen = true
      } else if character.isWhitespace {
        if isOpen || !word.isEmpty { words.append(word) }
        word = ""
        isOpen = false
      } else if "|&;<>`$\\*?#~()".contains(character) {
        throw .shellSyntax(character)
      } else {
        word.append(character)
      }
    }
    if quote != nil { throw .openQuote }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }
}

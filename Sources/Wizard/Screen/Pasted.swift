import TerminalUI

/// A text that is being pasted or typed, until a lone dot and Enter or Ctrl-D.
package struct Pasted: Hashable, Sendable {
  /// How it ended.
  enum Ending { case taken, dropped }

  private(set) var text = ""
  private var newlines = 0

  package init() {}

  /// Number of lines that were begun.
  ///
  /// It is counted as the text grows: every picture shows it, and there are many of them while a long text comes in.
  var lineCount: Int { newlines + (text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? 0 : 1) }

  /// `1 line`, `12 lines`.
  var count: String { lineCount == 1 ? "1 line" : "\(lineCount) lines" }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The last lines that were begun.
  func last(_ number: Int) -> [Substring] {
    let end = text.suffix(number * 500).drop(while: \.isNewline)
    var lines = end.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.suffix(number)
  }

  /// Takes a key into the text; nil while it goes on.
  mutating func take(_ key: Key) -> Ending? {
    switch key {
    case .escape, .control("c"): return .dropped
    case .control("d"): return .taken
    case .enter:
      if text == "." || text.utf8.reversed().starts(with: ".\n".utf8) {
        text.removeLast()
        return .taken
      }
      add("\n")
    case .paste(let part): add(part)
    case .character(let character): add(String(character))
    case .backspace:
      if text.popLast()?.utf8.last == UInt8(ascii: "\n") { newlines -= 1 }
    default: break
    }
    return nil
  }

  private mutating func add(_ part: String) {
    text += part
    newlines += part.utf8.count { $0 == UInt8(ascii: "\n") }
  }
}

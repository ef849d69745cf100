/// What stands for a character where only ASCII can be shown.
package enum Ascii {
  /// An ASCII text of the same width.
  package static func standIn(for text: String, width: Int) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    if first.isASCII { return String(first) }
    if let known = table[first] { return known }
    return String(repeating: "?", count: width)
  }

  private static let table: [Unicode.Scalar: String] = [
    "─": "-", "━": "=", "═": "=", "│": "|", "┃": "|", "║": "|",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+",
    "▸": ">", "▶": ">", "◂": "<", "◀": "<", "▲": "^", "▼": "v", "▐": "[", "▌": "]", "█": "#", "░": ".",
    "←": "<", "→": ">", "↑": "^", "↓": "v", "⏎": "/", "⇧": "^", "↺": "@", "■": "#", "□": "o", "\u{25CC}": "o", "•": "*",
    "·": ".", "…": "~", "␣": "_",
    "✓": "+", "✔": "+", "✗": "x", "✘": "x", "●": "*", "○": "o", "◆": "*", "–": "-", "—": "-",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "×": "x", "\u{FFFD}": "?", "␛": "^",
  ]
}

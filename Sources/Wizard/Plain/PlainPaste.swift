/// A text that is pasted on plain lines, up to a line with a single dot.
enum PlainPaste {
  /// Asks for it and reads it; nil when nothing but blanks came, which is said.
  static func text(of what: String, _ read: () -> String?, _ write: (String) -> Void) -> String? {
    write("Paste \(what). A line with a single dot, or Ctrl-D, ends it.")
    var lines: [String] = []
    while let line = read(), line != "." { lines.append(line) }
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      write("Nothing was pasted.")
      return nil
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

import Testing

/// A fault, with what every runtime prints for it.
struct Fault: Sendable, CustomTestStringConvertible {
  /// One text and the versions that print it.
  struct Text: Sendable {
    let versions: [String]
    let wanted: String
    let message: String
  }

  let name: String
  let wanted: String
  let image: String
  var texts: [Text] = []

  var testDescription: String { name }

  /// Faults by name.
  static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  static let all = [AuthMessages.rows, NetworkMessages.rows, LayerMessages.rows].flatMap(read)

  private static func read(_ rows: String) -> [Fault] {
    var faults: [Fault] = []
    for row in rows.split(separator: "\n") {
      if row.hasPrefix("# ") {
        let words = row.split(separator: " ", maxSplits: 3).map(String.init)
        faults.append(Fault(name: words[1], wanted: words[2], image: words[3]))
      } else if let colon = row.firstIndex(of: ":"), let fault = faults.last {
        var text = row[colon...].dropFirst(2)
        var wanted = fault.wanted
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
          wanted = String(text[..<close].dropFirst())
          text = text[close...].dropFirst(2)
        }
        let versions = row[..<colon].split(separator: " ").map(String.init)
        faults[faults.count - 1].texts.append(
          Text(versions: versions, wanted: wanted, message: filled(text, fault.image)))
      }
    }
    return faults
  }

  private static func filled(_ text: Substring, _ image: String) -> String {
    [
      ("{pull}", "failed to pull and unpack image \"\(image)\": "),
      ("{resolve}", "failed to resolve reference \"\(image)\": "), ("{ref}", image), ("⏎", "\n"),
    ].reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}

/// A text as people post it.
struct WorldText: Sendable, CustomTestStringConvertible {
  let title: String
  /// Class, with the kind of failure behind a colon; `unknown` and `nothing` for readings without a class.
  let wanted: String
  let text: String

  var testDescription: String { title }

  /// Reads blocks that begin with `=== class title`.
  static func read(_ rows: String) -> [WorldText] {
    var texts: [WorldText] = []
    var head: Substring = ""
    var lines: [Substring] = []
    func close() {
      guard let blank = head.firstIndex(of: " ") else { return }
      let title = String(head[blank...].dropFirst())
      texts.append(
        WorldText(title: title, wanted: String(head[..<blank]), text: lines.joined(separator: "\n")))
    }
    for line in rows.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        close()
        head = line.dropFirst(4)
        lines = []
      } else {
        lines.append(line)
      }
    }
    close()
    return texts
  }
}

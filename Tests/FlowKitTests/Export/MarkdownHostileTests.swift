import FlowKit
import TestSupport
import Testing

/// I5: whatever a note repeats, no link, image, heading, list or HTML of somebody else comes of it.
struct MarkdownHostileTests {
  static let pieces = [
    "`", "```", "~~~", "</details>", "<!--", "<script>", "[x](javascript:alert(1))", "![](http://evil.example/x.png)",
    "@mention", "#1", "!2", "$3$", "~label", "GH-4", "a/b#5", "| a | b |", "|---|", "# head", "1. one", "2) two", "+ x",
    "- x", "- [x] done", "> quote", "===", "---", "***", "__", "\t", "    code", "\u{2028}", "\u{202e}", "\u{1b}[2J",
    "\n",
    "\r\n", "<http://evil.example>", "https://evil.example/a_b", "www.evil.example", "me@evil.example", "evil.example",
    "[r]: http://evil.example", "[^1]", "&#x3c;", "&lt;", ":tada:", "\\", "\\`", "*\u{301}", "`\u{301}", "\u{a0}",
    "/close", "deadbeef0", "a", "word", "ä", "😀", "{{x}}", "<\u{301}b>",
  ]

  /// Texts made of what Markdown and trackers act on; always the same ones.
  static func texts(_ count: Int) -> [String] {
    var chance = Chance(seed: 7)
    return pieces
      + (0..<count).map { _ in
        (0..<Int.random(in: 1...8, using: &chance)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &chance)]
            + (Bool.random(using: &chance) ? " " : "")
        }.joined()
      }
  }

  /// A session whose every text from outside is one of those.
  static func transcript(_ texts: [String]) throws -> Transcript {
    var walk = try RichSession()
    for (index, name) in ["pod", "namespace", "image", "container", "node", "cluster", "host", "registry"].enumerated()
    {
      walk.tell(name, texts[index % texts.count])
    }
    let text = texts.joined(separator: "\n") + "ImagePullBackOff" + texts.joined()
    let document = Document(
      id: texts[0], title: texts[1 % texts.count], provenance: Provenance(.file, source: texts[2 % texts.count]),
      text: text)
    walk.add(.evidence(EvidenceRecord(document)))
    for text in texts { walk.add(.note(text)) }
    walk.answer("pull")
    walk.ran(.ran, exit: 0, output: "Failed " + text)
    walk.answer("yes")
    return try walk.transcript()
  }

  /// Code spans and fences taken away, as a reader of Markdown does; nil when one is never closed.
  static func bare(_ line: String) -> String? {
    var result = ""
    var rest = Array(line.unicodeScalars)[...]
    while let scalar = rest.first {
      if scalar == "\\" {
        result.unicodeScalars += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      let marks = rest.prefix { $0 == "`" }.count
      guard marks > 0 else {
        result.unicodeScalars.append(rest.removeFirst())
        continue
      }
      rest = rest.dropFirst(marks)
      while !rest.isEmpty, rest.prefix(while: { $0 == "`" }).count != marks {
        let run = rest.prefix { $0 == "`" }.count
        rest = rest.dropFirst(max(1, run))
      }
      guard !rest.isEmpty else { return nil }
      rest = rest.dropFirst(marks)
      result += "code"
    }
    return result
  }

  /// Lines outside of fences.
  static func outside(_ text: String) -> [String] {
    var fence: Int?
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let scalars = line.drop { $0 == " " }.unicodeScalars
      let marks = scalars.prefix { $0 == "`" }.count
      if let open = fence {
        if marks >= open, scalars.count == marks { fence = nil }
      } else if marks >= 3, !scalars.dropFirst(marks).contains("`") {
        fence = marks
      } else {
        lines.append(String(line))
      }
    }
    return fence == nil ? lines : []
  }

  private static let starts = ["#", "##", "###", "-", "**", "code", "1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."]

  @Test(arguments: 0..<40) func `outside of code every mark is escaped, and every line begins as we begin lines`(
    _ part: Int
  ) throws {
    let all = Self.texts(260)
    let texts = Array(all[(part * 8)..<min(all.count, part * 8 + 8)])
    let lines = Self.outside(try MarkdownExporter.export(try Self.transcript(texts)))
    #expect(lines.count > 20)
    for line in lines where !line.isEmpty {
      let bare = try #require(Self.bare(line), "\(line)")
      let scalars = Array(bare.unicodeScalars)
      for (index, scalar) in scalars.enumerated() where "<[]|~$^&!>".unicodeScalars.contains(scalar) {
        let isOurs = bare.contains("<https://example.org/>") || bare.hasPrefix("> ")
        #expect(isOurs || (index > 0 && scalars[index - 1] == "\\"), "\(line)")
      }
      for link in ["://", "www.", "@", "evil.example", ":tada:", "#1", "GH-4"] {
        #expect(!bare.contains(link) || bare.contains("<https://example.org/>"), "\(line)")
      }
      #expect(!scalars.contains { InertTests.isActive($0) })
      let word = String(bare.drop { $0 == " " }.prefix { $0 != " " })
      let isText = word.first?.isLetter == true || word.first?.isNumber == true
      #expect(isText || Self.starts.contains(word), "\(line)")
    }
  }
}

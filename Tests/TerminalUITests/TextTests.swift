import Testing

@testable import TerminalUI

@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("漢字", 4), ("e\u{301}te\u{301}", 3), ("😀", 2), ("👨‍👩‍👧", 8), ("─▸…", 3),
    ("a\u{1b}b", 3), ("\u{301}", 1), ("한", 2), ("ｱ", 1), ("\u{10ffff}", 1),
  ])
  func columns(text: String, expected: Int) { #expect(Width.of(text) == expected) }

  @Test(arguments: [
    ("checkout", 8, "checkout"), ("checkout-api", 8, "checkou…"), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 6, "漢字…"),
    ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func truncate(text: String, width: Int, expected: String) {
    #expect(Width.truncate(text, to: width) == expected)
    #expect(Width.of(expected) <= width)
  }

  @Test func padding() {
    #expect(Width.pad("漢", to: 4) == "漢  ")
    #expect(Width.pad("漢字", to: 3) == "漢…")
  }

  @Test(arguments: [(0..<3, "abc"), (1..<2, "b"), (2..<99, "c"), (5..<9, "")])
  func slice(range: Range<Int>, expected: String) { #expect("abc".slice(range) == expected) }

  @Test func charactersToOffsets() {
    #expect("é漢x".offsets(ofCharacters: 1..<2) == 2..<5)
    #expect("é漢x".offsets(ofCharacters: 2..<99) == 5..<6)
  }
}

@Suite struct WrapTests {
  private func rows(_ text: String, _ width: Int, hanging: Int = 0) -> [String] {
    Wrap.pieces(of: text, width: width, hanging: hanging).map {
      String(repeating: " ", count: $0.indent) + text.slice($0.range)
    }
  }

  @Test(arguments: [
    ("", 5, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
    ("one two  three", 8, ["one two", "three"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a bcdefgh", 3, ["a", "bcd", "efg", "h"]),
    ("  in dent", 5, ["  in", "dent"]),
    ("漢字漢字", 3, ["漢", "字", "漢", "字"]), ("漢字漢字", 5, ["漢字", "漢字"]), ("漢", 1, ["漢"]),
    ("ends here   ", 4, ["ends", "here"]), ("     ", 3, ["     "]), ("one        two", 5, ["one", "two"]),
  ])
  func wrap(text: String, width: Int, expected: [String]) {
    let found = Wrap.pieces(of: text, width: width).map { text.slice($0.range) }
    #expect(found.map { $0.allSatisfy { $0 == " " } ? $0 : trimmed($0) } == expected)
  }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  @Test func hanging() {
    #expect(rows("Failed to pull image", 8, hanging: 2) == ["Failed", "  to", "  pull", "  image"])
    #expect(rows("abcdef", 2, hanging: 9) == ["ab", " c", " d", " e", " f"])
  }

  @Test func noWidth() { #expect(Wrap.pieces(of: "text", width: 0).isEmpty) }

  @Test(arguments: 1...30)
  func everyWordIsShownOnce(width: Int) {
    let text = "  oauth token: 401 Unauthorized é漢字 contosoretail.azurecr.io/checkout:v3  end"
    let pieces = Wrap.pieces(of: text, width: width)
    let shown = pieces.map { text.slice($0.range) }.joined()
    #expect(shown.filter { $0 != " " } == text.filter { $0 != " " })
    if width > 1 { #expect(pieces.allSatisfy { Width.of(trimmed(text.slice($0.range))) <= width }) }
  }

  @Test func spanAcrossRows() {
    let pieces = Wrap.pieces(of: "oauth token: 401 Unauthorized", width: 16)
    let span = 13..<29
    #expect(pieces.compactMap { $0.overlap(with: span) } == [13..<16, 17..<29])
  }
}

@Suite struct CleanTests {
  @Test(arguments: [
    ("\u{1b}[31mred", "␛[31mred"), ("a\u{0}b", "a␀b"), ("bell\u{7}", "bell␇"), ("del\u{7f}", "del␡"),
    ("c1 \u{9b}31m", "c1 \u{FFFD}31m"), ("a\tb", "a       b"), ("\u{202e}evil\u{202c}", "·evil·"),
    ("\u{2066}x\u{2069}", "·x·"),
    ("zero\u{200b}width", "zero·width"), ("\u{feff}bom", "·bom"), ("a\u{200d}b", "a·b"), ("👩\u{200d}🚀", "👩🚀"),
    ("⚠\u{fe0f}", "⚠"), ("soft\u{ad}hyphen", "soft·hyphen"), ("no\u{a0}break", "no␣break"), ("tag\u{e0041}", "tag·"),
    ("line\u{2028}sep", "line␣sep"), ("cr\r\n", "cr␍␊"), ("plain", "plain"), ("漢字 é", "漢字 é"),
    ("\u{10ffff}", "\u{FFFD}"),
  ])
  func standIns(text: String, expected: String) {
    let clean = Clean(text).text
    #expect(Array(clean.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Clean(clean).text == clean, "cleaning twice changes nothing")
  }

  @Test func floodIsCapped() {
    let flood = "e" + String(repeating: "\u{301}", count: 500) + "x"
    #expect(Clean(flood).text.unicodeScalars.count == 2 + Glyphs.marks)
    #expect(Width.of(flood) == 2)
  }

  @Test func nothingRiskyPasses() {
    let blocks: [ClosedRange<UInt32>] = [0...0x3000, 0xfe00...0xffff, 0x1f300...0x1f400, 0xe0000...0xe01ff]
    for scalar in blocks.joined().compactMap({ Unicode.Scalar($0) }) {
      let clean = Clean("a\(scalar)b").text
      if clean.unicodeScalars.contains(where: { Risk.of($0) != nil || Width.of($0) < 0 }) {
        Issue.record("\(scalar.value)")
      }
      var buffer = Buffer(Size(width: 8, height: 1))
      buffer.put("a\(scalar)b", x: 0, y: 0, in: buffer.area)
      if buffer.text.unicodeScalars.contains(where: { Risk.of($0) != nil }) { Issue.record("drawn: \(scalar.value)") }
    }
  }

  @Test(arguments: [
    ("x\u{1b}[0m401 Un", 5..<8, "401"), ("\t401", 1..<4, "401"), ("👩\u{200d}🚀 401", 12..<15, "401"),
    ("e\u{301}\u{301}\u{301}\u{301}\u{301} 401 b", 12..<15, "401"), ("401", 0..<3, "401"), ("a\u{1b}", 1..<2, "␛"),
    ("\u{202e}abc", 0..<6, "·abc"), ("401", 2..<99, "1"),
  ])
  func rangesFollow(text: String, range: Range<Int>, expected: String) {
    let clean = Clean(text)
    #expect(clean.text.slice(clean.range(range)) == expected)
  }
}

@Suite struct ColumnTests {
  private static let fragments = [
    "漢字", "e\u{301}", "👩🏽\u{200d}🚀", "🇩🇪", "⚠\u{fe0f}", "שלום", "مرحبا", "\u{202e}", "\t", "\u{1b}[31m", "\u{85}",
    "\u{200b}", "\u{301}\u{302}", "ᄀ\u{1161}", "क्ष", "ที่", "ﷺ", "Ａ", "\u{10ffff}", "─", " ", "x", "kubelet ",
  ]

  @Test(arguments: 0..<40)
  func `a border behind any text stands in its column`(seed: Int) {
    // Every number leads to another mixture, the same one each time.
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let text = (0..<30).map { _ -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.fragments[Int(state >> 33) % Self.fragments.count]
    }.joined()
    let size = Size(width: 24, height: 12)
    var picture = Buffer(size)
    let room = Rect(x: 1, y: 0, width: 22, height: 12)
    picture.draw(Paragraph([StyledLine(text)], hanging: 2), in: room)
    picture.draw(Divider(), in: Rect(x: 23, y: 0, width: 1, height: 12))
    for y in 0..<size.height {
      #expect(picture[23, y].text == "│")
      #expect(picture.row(y).reduce(0) { $0 + Int($1.width) } == size.width)
      #expect(Width.of(picture.text(ofRow: y)) == size.width)
    }
    for piece in Wrap.pieces(of: Clean(text).text, width: 22, hanging: 2) {
      let shown = Clean(text).text.slice(piece.range)
      #expect(Width.of(String(shown.reversed().drop { $0 == " " }.reversed())) + piece.indent <= 22)
    }
  }
}

import Testing

@testable import TerminalUI

extension [RawKey] {
  /// Every code point of a text.
  fileprivate static func typed(_ text: String) -> [RawKey] { text.unicodeScalars.map { .scalar($0) } }
}

@Suite struct KeyDecoderTests {
  private func decode(_ bursts: [RawKey]...) -> [Key] {
    var decoder = KeyDecoder()
    return bursts.flatMap { decoder.decode($0) }
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("é", .character("é")), ("漢", .character("漢")), (" ", .character(" ")), ("\r", .enter),
    ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace), ("\u{8}", .backspace), ("\u{1b}", .escape),
    ("\u{12}", .control("r")),
    ("\u{1b}[A", .up), ("\u{1b}OB", .down), ("\u{1b}[1;5C", .right), ("\u{1b}[Z", .backTab), ("\u{1b}[5~", .pageUp),
    ("\u{1b}[3;2~", .delete), ("\u{1b}[15~", .f(5)), ("\u{1b}OP", .f(1)), ("\u{1b}[H", .home), ("\u{1b}[4~", .end),
  ])
  func one(text: String, expected: Key) { #expect(decode(.typed(text)) == [expected]) }

  @Test(arguments: ["\u{1b}[99;5u", "\u{1b}[?62;4c", "\u{1b}[I", "\u{0}", "\u{1c}", "\u{85}"])
  func unknownSequencesAreNoKeys(text: String) { #expect(decode(.typed(text)) == []) }

  @Test(arguments: ["\u{1b}[<0;10;5M", "\u{1b}[<64;3;4m", "\u{1b}[M"])
  func `reports of a mouse that was left on are no keys`(text: String) { #expect(decode(.typed(text)) == []) }

  @Test(arguments: 0...26)
  func `an answer of the terminal is no key, wherever it is cut`(cut: Int) {
    let text = "\u{1b}]11;rgb:ff/ff/ff\u{1b}\\\u{1b}[?1;2cx"
    var decoder = KeyDecoder()
    decoder.isAsking = true
    let keys = decoder.decode(.typed(String(text.prefix(cut)))) + decoder.decode(.typed(String(text.dropFirst(cut))))
    #expect(keys.filter { $0 != .escape } == [.character("x")])
    #expect(decoder.takeAnswers() == ["]11;rgb:ff/ff/ff", "[?1;2c"] && !decoder.isAsking)
    #expect(decoder.takeAnswers() == [])
  }

  @Test func `nobody asked, and Esc and a bracket are two keys`() {
    #expect(decode(.typed("\u{1b}]1")) == [.escape, .character("]"), .character("1")])
    var decoder = KeyDecoder()
    decoder.isAsking = true
    #expect(decoder.decode(.typed("\u{1b}]11;" + String(repeating: "9", count: 99))).count < 60, "it ends some time")
  }

  @Test func escapeThenKey() {
    #expect(decode(.typed("\u{1b}b")) == [.escape, .character("b")])
    #expect(decode(.typed("\u{1b}\u{1b}")) == [.escape, .escape])
    #expect(decode([.scalar("\u{1b}"), .key(.pageUp)]) == [.escape, .pageUp])
    #expect(decode(.typed("\u{1b}"), .typed("[")) == [.escape, .character("[")])
  }

  @Test func sequenceInTwoBursts() {
    #expect(decode(.typed("\u{1b}[1"), .typed(";5A1")) == [.up, .character("1")])
  }

  @Test func runawaySequenceEnds() {
    #expect(decode(.typed("\u{1b}[" + String(repeating: "1", count: 40))).count <= 10)
  }

  @Test func paste() {
    #expect(decode([.pasteBegin] + .typed("a\r\nb\rc\n\u{1b}[A") + [.pasteEnd]) == [.paste("a\nb\nc\n\u{1b}[A")])
    #expect(
      decode([.pasteBegin] + .typed("a"), .typed("b") + [.key(.up), .pasteEnd] + .typed("c")) == [
        .paste("ab"), .character("c"),
      ])
    #expect(
      decode(.typed("\u{1b}[200~x\u{3}q")) == [.paste("x"), .character("q")], "a lost end does not lock the keyboard")
    #expect(decode([.pasteEnd]) == [])
  }

  @Test func pastedLineEndsSplitOverBursts() {
    #expect(decode([.pasteBegin] + .typed("a\r"), .typed("\nb") + [.pasteEnd]) == [.paste("a\nb")])
  }

  @Test func codes() {
    #expect(RawKey(code: 0o402) == .key(.down))
    #expect(RawKey(code: 0o413) == .key(.f(3)))
    #expect(RawKey(code: 0o632) == nil)
  }

  @Test(arguments: [
    (Key.enter, "⏎"), (.tab, "tab"), (.up, "↑"), (.control("r"), "^r"), (.f(5), "F5"), (.character(" "), "space"),
    (.character("?"), "?"),
  ])
  func names(key: Key, expected: String) { #expect(key.name == expected) }
}

@Suite struct KeyMapTests {
  enum Action { case choose, down, answer, back, search, next, quit }
  enum Context { case question, evidence }

  let map = KeyMap<Action, Context>([
    Binding([.up, .character("k")], .choose, "choose", group: "Moving", contexts: [.question], rank: 8, label: "↑↓"),
    Binding([.down, .character("j")], .down, "down", group: "Moving"),
    Binding(
      [.enter], .answer, "answer", help: "Take the selected answer", group: "Answering", contexts: [.question], rank: 9),
    Binding([.character("b"), .left], .back, "back", group: "Answering", rank: 5),
    Binding([.character("/")], .search, "search", group: "Evidence", rank: 3),
    Binding([.character("n")], .next, "next", group: "Evidence", contexts: [.evidence]),
    Binding([.character("q")], .quit, "quit", rank: 10),
  ])

  @Test func lookUp() {
    #expect(map.action(for: .enter, in: .question) == .answer)
    #expect(map.action(for: .enter, in: .evidence) == nil)
    #expect(map.action(for: .left, in: .evidence) == .back)
    #expect(map.action(for: .character("n"), in: .evidence) == .next)
  }

  @Test func doubles() {
    #expect(map.doubles(in: .question).isEmpty)
    let twice = KeyMap<Action, Context>(map.bindings + [Binding([.character("n")], .quit, "no")])
    #expect(twice.doubles(in: .question).isEmpty)
    #expect(twice.doubles(in: .evidence) == [.character("n")])
  }

  @Test(arguments: [
    (80, "↑↓ choose  ⏎ answer  b back  / search  q quit"), (44, "↑↓ choose  ⏎ answer  b back  q quit"),
    (27, "↑↓ choose  ⏎ answer  q quit"),
    (26, "⏎ answer  q quit"), (6, "q quit"), (5, ""), (0, ""),
  ])
  func footer(width: Int, expected: String) {
    let line = map.footer(in: .question, width: width)
    #expect(line.text == expected)
    #expect(line.width <= width)
  }

  @Test(arguments: [(0, Action.choose), (8, .choose), (9, nil), (11, .answer), (21, .back), (-1, nil), (99, nil)])
  func `a column of the footer is its binding`(column: Int, expected: Action?) {
    #expect(map.action(atColumn: column, ofFooterIn: .question, width: 80) == expected)
  }

  @Test func disabledIsDim() {
    var picture = Buffer(Size(width: 80, height: 1))
    picture.draw(Footer(map.footer(in: .question, width: 80) { $0 != .back }), in: picture.area)
    #expect(picture.text(in: .key) == ["↑↓⏎/q"])
    #expect(picture.text(in: .dim) == ["b back"])
  }

  @Test func help() {
    let lines = map.help(in: .question).map(\.text)
    #expect(
      lines == [
        "Moving", "  ↑ k  choose", "  ↓ j  down", "", "Answering", "  ⏎    Take the selected answer", "  b ←  back", "",
        "Evidence", "  /    search", "", "  q    quit",
      ])
  }
}

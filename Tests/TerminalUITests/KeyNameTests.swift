import Testing

@testable import TerminalUI

/// Names of keys in files.
struct KeyNameTests {
  /// Every key that a keyboard sends.
  static let keys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ] + (1...24).map { .f($0) } + "abcdefgklnopqrstuvwxy".map { .control($0) }
    + (0x20..<0x7F).compactMap { Unicode.Scalar($0).map { .character(Character($0)) } }
    + ["é", "ß", "Ж", "漢", "€"].map { .character($0) }

  @Test func `every key has two names that lead back to it`() {
    for key in Self.keys {
      #expect(Key(name: key.word) == key, "\(key.word)")
      #expect(Key(name: key.name) == key, "\(key.name)")
    }
    #expect(Set(Self.keys.map(\.word)).count == Self.keys.count)
  }

  @Test(arguments: [
    ("Enter", Key.enter), ("ESC", .escape), ("PgUp", .pageUp), ("Ctrl-R", .control("r")), ("^X", .control("x")),
    ("F5", .f(5)), ("G", .character("G")), (" ", .character(" ")), ("^", .character("^")), ("f", .character("f")),
  ])
  func `capital letters matter for characters alone`(_ name: String, _ key: Key) { #expect(Key(name: name) == key) }

  @Test(arguments: [("ctrl-h", Key.backspace), ("ctrl-i", .tab), ("ctrl-j", .enter), ("ctrl-m", .enter)])
  func `what a terminal cannot tell apart is one key`(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
    #expect(KeyName.sent(by: name) == key)
  }

  @Test(arguments: [
    "", "ab", "ctrl-", "ctrl-1", "ctrl-xy", "ctrl+x", "ctrl-é", "ctrl-z", "alt-x", "f0", "f25", "f+5", "f05", "paste",
    "click", "\u{1}", "\u{1b}", "\t", "\u{301}", "\u{202e}", "\u{200b}", "\u{a0}",
  ])
  func `what no keyboard sends is no key`(_ name: String) { #expect(Key(name: name) == nil) }
}

/// What a terminal sends for Control and a letter.
private enum KeyName {
  static func sent(by name: String) -> Key? {
    guard let letter = name.last?.asciiValue, let scalar = Unicode.Scalar(UInt32(letter - 0x60)) else { return nil }
    var decoder = KeyDecoder()
    return decoder.decode([.scalar(scalar)]).first
  }
}

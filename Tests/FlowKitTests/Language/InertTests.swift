import FlowKit
import Testing

/// Outside text that is made harmless.
struct InertTests {
  @Test(arguments: [
    ("plain äöü 漢字 😀", "plain äöü 漢字 😀"), ("a\tb\nc\rd", "a b c d"), ("a\r\nb", "a  b"), ("\u{0}", "␀"),
    ("\u{1b}[31mred", "␛[31mred"), ("\u{7}", "␇"), ("\u{7f}", "\u{fffd}"), ("\u{9b}31m", "\u{fffd}31m"),
    ("\u{85}", "\u{fffd}"), ("\u{202e}abc", "\u{fffd}abc"), ("\u{2066}x\u{2069}", "\u{fffd}x\u{fffd}"),
    ("a\u{200b}b", "a\u{fffd}b"), ("a\u{200d}b", "a\u{fffd}b"), ("\u{feff}x", "\u{fffd}x"), ("\u{ad}", "\u{fffd}"),
    ("\u{2028}\u{2029}", "\u{fffd}\u{fffd}"), ("\u{e0041}", "\u{fffd}"), ("\u{61c}", "\u{fffd}"),
    ("\u{fff9}", "\u{fffd}"), ("a\u{180e}b\u{3164}\u{1160}", "a\u{fffd}b\u{fffd}\u{fffd}"),
    ("a\u{301}\u{302}\u{303}b", "a\u{301}\u{302}\u{303}b"),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}b", "a\u{301}\u{302}\u{303}b"),
  ])
  func `each class of characters becomes visible`(_ text: String, _ wanted: String) {
    #expect(Array(Inert.text(text).unicodeScalars) == Array(wanted.unicodeScalars))
  }

  /// What a terminal, an editor or a browser acts on: controls, line and bidi marks, what has no width.
  static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    let hidden: [ClosedRange<UInt32>] = [0x200B...0x200F, 0x2060...0x206F, 0xFEFF...0xFEFF, 0xE0000...0xE007F]
    return category == .control || category == .lineSeparator || category == .paragraphSeparator
      || scalar.properties.isBidiControl || hidden.contains { $0.contains(scalar.value) }
  }

  @Test func `nothing that acts is left, whatever comes in`() {
    var chance = Chance(seed: 99)
    for _ in 0..<300 {
      var text = chance.word()
      for _ in 0..<20 {
        let value = UInt32.random(in: 0...0x2FFF, using: &chance)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      let result = Inert.text(text)
      #expect(!result.unicodeScalars.contains(where: Self.isActive), "\(text.debugDescription)")
      #expect(Inert.text(result) == result)
    }
  }

  @Test func `no scalar of Unicode gets through that acts`() {
    var through: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), Self.isActive(scalar) else { continue }
      if Inert.text(String(scalar)).unicodeScalars.contains(where: Self.isActive) { through.append(value) }
    }
    #expect(through.map { String($0, radix: 16) } == [])
  }
}

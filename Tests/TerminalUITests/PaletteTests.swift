import Testing

@testable import TerminalUI

@Suite struct PaletteTests {
  /// Styles that never stand for a meaning of their own: the place or the characters tell them.
  static let furniture: Set<Style> = [.option, .border, .header]

  @Test func everyStyleIsDistinguishableWithoutColour() {
    let looks = Style.allCases.filter { !Self.furniture.contains($0) }.map { Palette.mono[$0] }
    #expect(Set(looks).count == looks.count)
    #expect(Style.allCases.allSatisfy { Palette.mono[$0].foreground == .standard })
    #expect(Style.allCases.allSatisfy { Palette.mono[$0].background == .standard })
  }

  @Test(arguments: Palette.all.map(\.name))
  func colourIsNeverAlone(name: String) throws {
    let palette = try #require(Palette.named(name))
    for style in [Style.selected, .mark, .hit, .currentHit, .danger, .warning] {
      #expect(!palette[style].attributes.isEmpty, "\(style)")
    }
  }

  @Test(arguments: Palette.all.map(\.name))
  func everyStyleIsDistinguishable(name: String) throws {
    let palette = try #require(Palette.named(name))
    let looks = Style.allCases.filter { !Self.furniture.contains($0) }.map { palette[$0] }
    #expect(Set(looks).count == looks.count)
  }

  @Test(arguments: [
    (Colour.standard, 256, -1), (.ansi(9), 16, 9), (.ansi(9), 8, 1), (.rgb(0xff0000), 256, 196),
    (.rgb(0x303030), 256, 236),
    (.rgb(0x5fafff), 256, 75), (.rgb(0x5fafff), 1 << 24, 0x5fafff), (.rgb(0x5fafff), 16, -1),
    (.rgb(0xffffff), 256, 231),
  ])
  func numbers(colour: Colour, colours: Int, expected: Int32) { #expect(colour.number(of: colours) == expected) }
}

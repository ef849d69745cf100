import Foundation
import Testing

@testable import TerminalUI

/// Whether text can be read, by the contrast of the Web Content Accessibility Guidelines: 1 is none, 21 is black on white.
@Suite struct ContrastTests {
  private static let darkGrounds: [UInt32] = [0x000000, 0x1e1e1e, 0x282828, 0x002b36]
  private static let lightGrounds: [UInt32] = [0xffffff, 0xfafafa, 0xfdf6e3]
  /// Lines between panes and hints are not read for a meaning.
  private static let decoration: Set<Style> = [.border]

  @Test(arguments: Style.allCases)
  func `every ink of the dark palette is read on dark grounds`(style: Style) {
    check(.dark, style, on: Self.darkGrounds)
  }

  @Test(arguments: Style.allCases)
  func `every ink of the light palette is read on light grounds`(style: Style) {
    check(.light, style, on: Self.lightGrounds)
  }

  private func check(_ palette: Palette, _ style: Style, on grounds: [UInt32]) {
    let ink = palette[style]
    guard case .rgb(let letters) = ink.foreground else {
      #expect(ink.background == .standard, "the standard colour of letters goes with the standard ground only")
      return
    }
    var grounds = grounds
    if case .rgb(let own) = ink.background { grounds = [own] }
    let least = Self.decoration.contains(style) ? 3 : 4.5
    for ground in grounds {
      let contrast = Self.contrast(letters, ground)
      #expect(contrast >= least, "\(style): \(String(letters, radix: 16)) on \(String(ground, radix: 16))")
    }
  }

  /// A block behind words must be seen as one, too.
  @Test(arguments: [Style.selected, .mark, .currentHit])
  func `what is marked stands out from the ground`(style: Style) {
    for (palette, grounds) in [(Palette.dark, Self.darkGrounds), (.light, Self.lightGrounds)] {
      guard case .rgb(let block) = palette[style].background else { continue }
      for ground in grounds { #expect(Self.contrast(block, ground) >= 1.3, "\(palette.name) \(style)") }
    }
  }

  /// The terminal's own 16 colours with its ground, as three tables that people have.
  private static let tables: [(name: String, colours: [UInt32], grounds: [(ground: UInt32, letters: UInt32)])] = [
    (
      "xterm",
      [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
        0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
      ], [(0x000000, 0xffffff), (0xffffff, 0x000000)]
    ),
    (
      "VGA",
      [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555, 0x55ff55,
        0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
      ], [(0x000000, 0xaaaaaa)]
    ),
    (
      "solarized",
      [
        0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5, 0x002b36, 0xcb4b16, 0x586e75,
        0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
      ], [(0x002b36, 0x839496), (0xfdf6e3, 0x657b83)]
    ),
  ]

  /// Many terminals draw bold letters in the bright colour of the same name.
  @Test(arguments: Style.allCases, [false, true])
  func `no ink of the 16 colours vanishes, whatever they are`(style: Style, isBoldBright: Bool) {
    let ink = Palette.sixteen[style]
    for table in Self.tables {
      for (ground, letters) in table.grounds {
        let isBright = isBoldBright && ink.attributes.contains(.bold)
        var front = Self.colour(ink.foreground, letters, table.colours, isBright: isBright)
        var back = Self.colour(ink.background, ground, table.colours, isBright: false)
        if ink.attributes.contains(.reverse) { swap(&front, &back) }
        #expect(Self.contrast(front, back) >= 2, "\(style) in the colours of \(table.name)")
      }
    }
  }

  @Test func `two and a half hundred colours show the palettes as they are meant`() {
    for palette in [Palette.dark, .light] {
      for style in Style.allCases {
        for case .rgb(let wanted) in [palette[style].foreground, palette[style].background] {
          let number = Colour.rgb(wanted).number(of: 256)
          #expect(Self.cube(Int(number)) == wanted, "\(palette.name) \(style) \(String(wanted, radix: 16))")
          // Where numbers are colours, the first eight still are the colours of the user.
          #expect(Colour.rgb(wanted).number(of: 1 << 24) == Int32(wanted) && wanted > 7)
        }
      }
    }
  }

  /// The colour of a number from 16 on.
  private static func cube(_ number: Int) -> UInt32 {
    func step(_ index: Int) -> Int { index == 0 ? 0 : 55 + 40 * index }
    if number >= 232 { return UInt32(8 + 10 * (number - 232)) * 0x010101 }
    let place = number - 16
    return UInt32(step(place / 36) << 16 | step(place / 6 % 6) << 8 | step(place % 6))
  }

  private static func colour(_ colour: Colour, _ standard: UInt32, _ table: [UInt32], isBright: Bool) -> UInt32 {
    switch colour {
    case .standard: standard
    case .ansi(let index): table[Int(index) + (isBright && index < 8 ? 8 : 0)]
    case .rgb(let value): value
    }
  }

  private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (low, high) = (min(light(one), light(other)), max(light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
  }

  private static func light(_ colour: UInt32) -> Double {
    let parts = [16, 8, 0].map { shift -> Double in
      let share = Double(colour >> UInt32(shift) & 255) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

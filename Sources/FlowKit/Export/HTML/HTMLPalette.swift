/// The colours of the page in its two schemes.
package enum HTMLPalette {
  /// One colour by the name that the style sheet uses.
  package struct Colour: Sendable {
    package let name: String
    /// As 0xRRGGBB.
    package let light, dark: UInt32
  }

  /// What text stands on.
  package static let grounds = [
    Colour(name: "page", light: 0xFFFFFF, dark: 0x13171C),
    Colour(name: "panel", light: 0xF4F6F8, dark: 0x1B2128),
    Colour(name: "tint", light: 0xE9F2FC, dark: 0x172A40),
  ]

  /// What text is written in, on any ground.
  package static let inks = [
    Colour(name: "text", light: 0x1B2128, dark: 0xE5EAEF),
    Colour(name: "muted", light: 0x55606C, dark: 0xA6B1BC),
    Colour(name: "accent", light: 0x0A58A6, dark: 0x84BCFF),
    Colour(name: "danger", light: 0xA4260F, dark: 0xFFA08E),
    Colour(name: "warn", light: 0x774A00, dark: 0xF0C362),
    Colour(name: "good", light: 0x1A6534, dark: 0x84D79F),
  ]

  /// The ground of marked words, which are written in `text`.
  package static let mark = Colour(name: "mark", light: 0xFFE28A, dark: 0x665000)

  /// Lines that carry meaning, such as arrows.
  package static let stroke = Colour(name: "stroke", light: 0x7D8995, dark: 0x77838F)

  /// Lines that only divide.
  static let rule = Colour(name: "rule", light: 0xDDE3E8, dark: 0x2C343D)

  private static let all = grounds + inks + [mark, stroke, rule]

  /// Declarations of the light scheme.
  static var light: String { declarations(\.light) }

  /// Declarations of the dark scheme.
  static var dark: String { declarations(\.dark) }

  private static func declarations(_ value: (Colour) -> UInt32) -> String {
    all.map { "--\($0.name): #\(hex(value($0)));" }.joined(separator: " ")
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}

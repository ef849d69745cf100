/// Makes outside text harmless: nothing in it can move a cursor, change a colour or reverse the reading order.
package enum Inert {
  /// Most marks that may stand on one character; more would grow over the lines above and below.
  private static let marks = 3

  /// The text on one line; control, bidi and zero-width characters become visible or a blank.
  package static func text(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: { isActive($0) || isMark($0) }) else { return value }
    var result = String.UnicodeScalarView()
    var run = 0
    for scalar in value.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run > marks { continue }
      if !isActive(scalar) {
        result.append(scalar)
      } else if scalar == "\t" || scalar == "\n" || scalar == "\r" {
        result.append(" ")
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.append(picture)
      } else {
        result.append("\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Whether a character is drawn onto the one before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// Whether a terminal, an editor or a browser would act on a character, or show nothing at all, instead of showing it.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

/// Makes outside text harmless: nothing in it can move a cursor, change a colour or reverse the reading order.
package enum Inert {
  /// The text on one line; control, bidi and zero-width characters become visible or a blank.
  package static func text(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: isActive) else { return value }
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
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

  /// Whether a terminal, an editor or a browser would act on a character instead of showing it.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F, 0x061C:
      true
    default: false
    }
  }
}

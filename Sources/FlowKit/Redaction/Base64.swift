/// Reads base64, so that a secret is known again when it stands encoded.
enum Base64 {
  /// The text that is encoded, standard or URL alphabet; nil if it is none or holds control bytes.
  static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.count >= 4 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    var body = bytes
    while body.last == UInt8(ascii: "="), bytes.count - body.count < 2 { body.removeLast() }
    guard body.count % 4 != 1 else { return nil }
    for byte in body {
      guard let digit = digit(byte) else { return nil }
      bits = bits << 6 | digit
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      let plain = UInt8(truncatingIfNeeded: bits >> UInt32(count))
      guard plain >= 0x20 && plain < 0x7F || Byte.isBlank(plain) else { return nil }
      result.append(plain)
    }
    return result
  }

  /// Whether a byte can stand in base64, of either alphabet.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { digit(byte) != nil }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

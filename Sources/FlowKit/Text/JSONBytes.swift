extension UnsafeRawBufferPointer {
  /// Where a string ends whose first byte is named, and whether it has escapes; nil when it goes on behind the end.
  @inline(__always)
  func endOfString(from start: Int) -> (close: Int, hasEscape: Bool)? {
    var index = start
    var hasEscape = false
    while index < count {
      let byte = self[index]
      if byte == Byte.quote { return (index, hasEscape) }
      if byte == Byte.backslash {
        hasEscape = true
        index += 1
      }
      index += 1
    }
    return nil
  }
}

extension Byte {
  static let comma = UInt8(ascii: ",")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")

  /// Whether a byte begins an object or an array.
  @inline(__always)
  static func opens(_ byte: UInt8) -> Bool { byte & 0xDF == 0x5B }

  /// Whether a byte ends an object or an array.
  @inline(__always)
  static func closes(_ byte: UInt8) -> Bool { byte & 0xDF == 0x5D }
}

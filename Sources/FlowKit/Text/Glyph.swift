/// What one character of a source means to readers: a byte in lower case, a blank, or nothing.
///
/// Quotes that an editor made curly, entities of a web page, escapes of JSON and colours of a terminal are
/// read as what they stand for.
struct Glyph {
  /// What the character is.
  enum Kind { case byte(UInt8), blank, nothing }

  let kind: Kind
  /// Bytes of the source it takes; at least one.
  let length: Int

  /// Reads the character at an offset; `end` limits how far it may reach.
  @inline(__always)
  init(_ source: [UInt8], at index: Int, end: Int) {
    let byte = source[index]
    switch byte {
    case 0x41...0x5A: self.init(.byte(byte | 0x20), 1)
    case Byte.space, Byte.tab, Byte.carriageReturn, Byte.newline: self.init(.blank, 1)
    case Byte.backslash: self = Self.escape(source, index, end)
    case 0x26: self = Self.entity(source, index, end)
    case 0x1B: self = Self.control(source, index, end)
    case 0xC2, 0xE2: self = Self.sign(source, index, end)
    default: self.init(.byte(byte), 1)
    }
  }

  private init(_ kind: Kind, _ length: Int) {
    self.kind = kind
    self.length = length
  }

  /// A backslash goes, with the letter of an escaped blank; `\u003e` is the character it names.
  private static func escape(_ source: [UInt8], _ index: Int, _ end: Int) -> Glyph {
    guard index + 1 < end else { return Glyph(.nothing, 1) }
    switch source[index + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return Glyph(.blank, 2)
    case UInt8(ascii: "u") where index + 6 <= end && source[index + 2] == 0x30 && source[index + 3] == 0x30:
      guard let high = hex(source[index + 4]), let low = hex(source[index + 5]), high < 8 else { break }
      let value = high << 4 | low
      return value <= 0x20 ? Glyph(.blank, 6) : Glyph(.byte(value >= 0x41 && value <= 0x5A ? value | 0x20 : value), 6)
    default: break
    }
    return Glyph(.nothing, 1)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func entity(_ source: [UInt8], _ index: Int, _ end: Int) -> Glyph {
    for (name, byte) in entities where source[index..<min(index + name.count, end)].elementsEqual(name) {
      return Glyph(.byte(byte), name.count)
    }
    return Glyph(.byte(0x26), 1)
  }

  private static let entities: [([UInt8], UInt8)] =
    ([
      ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] as [(String, Unicode.Scalar)]).map { name, byte in (Array(name.utf8), UInt8(ascii: byte)) }

  /// A colour of a terminal: `ESC [ … m`.
  private static func control(_ source: [UInt8], _ index: Int, _ end: Int) -> Glyph {
    guard index + 1 < end, source[index + 1] == UInt8(ascii: "[") else { return Glyph(.nothing, 1) }
    var stop = index + 2
    while stop < end, stop < index + 20, source[stop] >= 0x20, source[stop] < 0x40 { stop += 1 }
    return Glyph(.nothing, min(stop + 1, end) - index)
  }

  /// Curly quotes, no-break and zero-width blanks, and the rules that tools draw beside a text.
  private static func sign(_ source: [UInt8], _ index: Int, _ end: Int) -> Glyph {
    let byte = source[index]
    guard index + 1 < end else { return Glyph(.byte(byte), 1) }
    if byte == 0xC2 { return source[index + 1] == 0xA0 ? Glyph(.blank, 2) : Glyph(.byte(byte), 1) }
    guard index + 2 < end else { return Glyph(.byte(byte), 1) }
    switch (source[index + 1], source[index + 2]) {
    case (0x80, 0x9C...0x9F): return Glyph(.byte(Byte.quote), 3)
    case (0x80, 0x98...0x9B): return Glyph(.byte(Byte.apostrophe), 3)
    case (0x80, 0x8B...0x8D): return Glyph(.nothing, 3)
    case (0x80, 0xAF), (0x94, 0x80...0xBF): return Glyph(.blank, 3)
    default: return Glyph(.byte(byte), 1)
    }
  }
}

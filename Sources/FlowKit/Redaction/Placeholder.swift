#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Tells what stands in the place of a secret from a secret.
enum Placeholder {
  private static let token = Array("‹secret-".utf8)
  private static let closing = Array("›".utf8)
  private static let redacted = Array("%5BREDACTED%5D".utf8)
  private static let marks = Set("\"'\\,;()[]{}<>. \t\r\n&|".utf8)

  /// Whether a text holds nothing but our own tokens and marks between them, or what newer runtimes put there.
  static func isHidden(_ bytes: ArraySlice<UInt8>) -> Bool {
    if !bytes.isEmpty, bytes.count <= redacted.count, redacted.starts(with: bytes) { return true }
    var rest = bytes
    while let first = rest.first {
      if marks.contains(first) {
        rest.removeFirst()
        continue
      }
      guard rest.starts(with: token) else { return false }
      rest.removeFirst(token.count)
      while let digit = rest.first, Byte.isDigit(digit) { rest.removeFirst() }
      guard rest.starts(with: closing) else { return false }
      rest.removeFirst(closing.count)
    }
    return true
  }

  /// Offsets of our own tokens with their numbers.
  static func tokens(in bytes: [UInt8]) -> [(range: Range<Int>, number: Int)] {
    var found: [(range: Range<Int>, number: Int)] = []
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var offset = 0
      while offset < buffer.count, let hit = memchr(base + offset, Int32(token[0]), buffer.count - offset) {
        let start = base.distance(to: UnsafeRawPointer(hit))
        offset = start + 1
        let rest = bytes[start...]
        guard rest.starts(with: token) else { continue }
        // A number that no session reaches is no token of ours.
        let digits = rest.dropFirst(token.count).prefix(7).prefix { Byte.isDigit($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)), rest[digits.endIndex...].starts(with: closing)
        else { continue }
        found.append((start..<digits.endIndex + closing.count, number))
      }
    }
    return found
  }

  /// Whether a value is no secret: hidden, nothing, a reference to one, or its size.
  static func isNone(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    if isHidden(bytes) || bytes.starts(with: token) { return true }
    if bytes.count <= 16 {
      let text = String(decoding: bytes, as: UTF8.self)
      if SecretRule.prose.contains(text) { return true }
    }
    if bytes.count == 20, bytes.starts(with: "AKIA".utf8) || bytes.starts(with: "ASIA".utf8) { return true }
    return isReference(bytes)
  }

  /// Whether a value is a name that a shell or a template replaces: `$NAME`, `${NAME}`, `$(…)`, `{{…}}`, `%NAME%`.
  private static func isReference(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 2, bytes.count < 80, let first = bytes.first, let last = bytes.last else { return false }
    switch first {
    case UInt8(ascii: "$"):
      let inner = bytes.dropFirst()
      if inner.allSatisfy(isName) { return true }
      let opens = inner.first == UInt8(ascii: "{") || inner.first == UInt8(ascii: "(")
      return opens && inner.dropFirst().dropLast().allSatisfy(isName)
        && (last == UInt8(ascii: "}") || last == UInt8(ascii: ")"))
    case UInt8(ascii: "{"): return bytes.starts(with: "{{".utf8) && last == UInt8(ascii: "}")
    case UInt8(ascii: "@"): return bytes.starts(with: "@{{".utf8) && last == UInt8(ascii: "}")
    case UInt8(ascii: "<"):
      return last == UInt8(ascii: ">")
        && bytes.dropFirst().dropLast().allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D }
    case UInt8(ascii: "%"): return last == first && bytes.dropFirst().dropLast().allSatisfy(isName)
    default: return false
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte == UInt8(ascii: "_") || Byte.isDigit(byte)
  }

  /// Whether the value of a key `secret` is the name of a Kubernetes object, maybe with its namespace.
  static func isObjectName(_ bytes: ArraySlice<UInt8>) -> Bool {
    var hasDigit = false
    var hasSlash = false
    for byte in bytes {
      switch byte {
      case 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): break
      case Byte.slash: hasSlash = true
      case 0x30...0x39: hasDigit = true
      default: return false
      }
    }
    return hasSlash || !hasDigit
  }
}

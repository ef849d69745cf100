#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Walks over JSON without making a tree of it: what nobody asks for is passed byte by byte.
///
/// Commas and what is passed are not checked. Whoever draws a conclusion from what was read must look at ``isOdd``.
struct JSONCursor {
  let bytes: UnsafeRawBufferPointer
  private var index = 0
  /// Whether something did not fit, or a key or a text has escapes, so that its bytes are not what it says.
  private(set) var isOdd = false

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The first byte of the next value; 0 at the end.
  mutating func peek() -> UInt8 {
    while index < bytes.count {
      let byte = bytes[index]
      if byte > Byte.space { return byte }
      index += 1
    }
    return 0
  }

  /// Goes into an object or an array; passes anything else and answers false.
  mutating func enter(_ open: UInt8) -> Bool {
    guard peek() == open else {
      skip()
      return false
    }
    index += 1
    return true
  }

  /// The next key of the object that was entered, its colon passed; nil behind the last one.
  mutating func key() -> Range<Int>? {
    var byte = peek()
    if byte == Byte.comma {
      index += 1
      byte = peek()
    }
    guard byte == Byte.quote else {
      leave(Byte.closeBrace)
      return nil
    }
    let key = quoted()
    guard peek() == Byte.colon else {
      fail()
      return nil
    }
    index += 1
    return key
  }

  /// Whether the array that was entered has another element, which comes next.
  mutating func element() -> Bool {
    var byte = peek()
    if byte == Byte.comma {
      index += 1
      byte = peek()
    }
    guard byte != Byte.closeBracket, byte != 0 else {
      leave(Byte.closeBracket)
      return false
    }
    return true
  }

  /// Reads the values of some keys of an object; anything else is passed.
  ///
  /// A reader of trees takes the first of two values of one key; here that is odd.
  mutating func members<Key>(_ names: JSONNames<Key>, _ take: (inout JSONCursor, Key) -> Void) {
    guard enter(Byte.openBrace) else { return }
    var seen: UInt64 = 0
    while let key = key() {
      guard let number = names.number(of: UnsafeRawBufferPointer(rebasing: bytes[key])) else {
        skip()
        continue
      }
      if seen & (1 << number) != 0 { isOdd = true }
      seen |= 1 << number
      take(&self, names.keys[number])
    }
  }

  /// Where a text stands between its quotes; nil for anything else, which is passed.
  mutating func text() -> Range<Int>? {
    guard peek() == Byte.quote else {
      skip()
      return nil
    }
    return quoted()
  }

  /// Whether the next value is true.
  mutating func truth() -> Bool {
    let isTrue = peek() == UInt8(ascii: "t")
    skip()
    return isTrue
  }

  /// Where the next value stands.
  mutating func raw() -> Range<Int> {
    _ = peek()
    let start = index
    skip()
    return start..<index
  }

  /// Passes the next value.
  mutating func skip() {
    switch peek() {
    case Byte.quote: index = (bytes.endOfString(from: index + 1)?.close ?? bytes.count) + 1
    case Byte.openBrace, Byte.openBracket: return skipNested()
    default:
      while index < bytes.count, bytes[index] > Byte.space, bytes[index] != Byte.comma, !Byte.closes(bytes[index]) {
        index += 1
      }
    }
    if index > bytes.count { fail() }
  }

  private mutating func skipNested() {
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote {
        guard let end = bytes.endOfString(from: index + 1) else { break }
        index = end.close
      } else if Byte.opens(byte) {
        depth += 1
      } else if Byte.closes(byte) {
        depth -= 1
      }
      index += 1
      if depth == 0 { return }
    }
    fail()
  }

  private mutating func quoted() -> Range<Int> {
    let start = index + 1
    guard let end = bytes.endOfString(from: start) else {
      fail()
      return 0..<0
    }
    if end.hasEscape { isOdd = true }
    index = end.close + 1
    return start..<end.close
  }

  private mutating func leave(_ close: UInt8) {
    if peek() == close { index += 1 } else { fail() }
  }

  /// Goes to the end, so that every loop ends.
  private mutating func fail() {
    isOdd = true
    index = bytes.count
  }

  /// Whether a range holds these bytes.
  func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + range.lowerBound, word.utf8Start, range.count) == 0
  }

  /// Whether two ranges hold the same bytes.
  func areEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + left.lowerBound, base + right.lowerBound, left.count) == 0
  }

  /// The text of a range, as it stands.
  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

/// Bytes with the questions that a search for secrets asks.
struct ByteText {
  /// A quote that opens a string, and how many backslashes stand before it.
  struct Quote {
    let mark: UInt8
    let depth: Int
    /// The first byte of the string.
    let end: Int
  }

  let bytes: [UInt8]

  /// A byte, or nil behind the end.
  subscript(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

  /// The first place from an index on whose byte does not fit.
  @inline(__always)
  func skip(_ start: Int, _ fits: (UInt8) -> Bool) -> Int {
    var index = start
    while index < bytes.count, fits(bytes[index]) { index += 1 }
    return index
  }

  /// The next place of a byte, or the end.
  func next(_ byte: UInt8, from start: Int) -> Int { skip(start) { $0 != byte } }

  /// The next place of a text, or the end.
  func find(_ word: StaticString, from start: Int) -> Int {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == word[0], bytes[index..<(index + word.count)].elementsEqual(word) { return index }
      index += 1
    }
    return bytes.count
  }

  /// The last place of a text in a range.
  func last(_ word: StaticString, in range: Range<Int>) -> Int? {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var index = range.upperBound - word.count
    while index >= range.lowerBound {
      if bytes[index] == word[0], bytes[index..<(index + word.count)].elementsEqual(word) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether a byte can stand in a token: base64 of either alphabet, dots, padding, percent signs.
  @inline(__always)
  static func isTokenByte(_ byte: UInt8) -> Bool {
    Base64.isDigit(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~")
      || byte == UInt8(ascii: "%")
  }

  /// A quote at an index, with the backslashes that hide it.
  func quote(at start: Int) -> Quote? {
    var index = start
    while index - start < 16, self[index] == Byte.backslash { index += 1 }
    guard let mark = self[index], mark == Byte.quote || mark == Byte.apostrophe else { return nil }
    return Quote(mark: mark, depth: index - start, end: index + 1)
  }

  /// A quote that ends right before an index.
  func quote(before end: Int) -> Quote? {
    guard let mark = self[end - 1], mark == Byte.quote || mark == Byte.apostrophe else { return nil }
    var depth = 0
    while depth < 16, self[end - 2 - depth] == Byte.backslash { depth += 1 }
    return Quote(mark: mark, depth: depth, end: end)
  }

  /// Where a string ends: at the quote that is escaped as often as the one that opened, or with the line.
  func end(of quote: Quote, from start: Int) -> Int {
    var backslashes = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.newline { return index }
      if byte == quote.mark {
        if quote.mark == Byte.apostrophe {
          // YAML and SQL double an apostrophe within a string.
          guard quote.depth == 0, self[index + 1] == Byte.apostrophe else {
            return index - min(quote.depth, index - start)
          }
          index += 1
        } else if backslashes % (2 * (quote.depth + 1)) == quote.depth {
          return index - quote.depth
        }
      }
      backslashes = byte == Byte.backslash ? backslashes + 1 : 0
      index += 1
    }
    return index
  }

  /// Where a word ends: at a blank, a quote, or a mark that is no part of a value in running text.
  func wordEnd(_ start: Int) -> Int {
    skip(start) { byte in
      !Byte.isBlank(byte) && byte != Byte.quote && byte != Byte.apostrophe && byte != UInt8(ascii: ",")
        && byte != Byte.backslash && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "<")
    }
  }

  /// A range without blanks at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// What follows the name of a key: the offset behind `:` or `=`, and whether the name was quoted.
  func separator(after end: Int) -> (end: Int, mark: UInt8, isQuoted: Bool)? {
    let quote = quote(at: end)
    let index = skip(quote?.end ?? end) { $0 == Byte.space || $0 == Byte.tab }
    guard let mark = self[index] else { return nil }
    if mark == UInt8(ascii: "%"), self[index + 1] == UInt8(ascii: "3"), (self[index + 2] ?? 0) | 0x20 == 0x64 {
      return (index + 3, mark, false)
    }
    guard mark == Byte.colon || mark == UInt8(ascii: "=") else { return nil }
    let next = self[index + 1]
    if next == UInt8(ascii: ">") && mark != Byte.colon || next == UInt8(ascii: "=") && mark == Byte.colon {
      return (index + 2, UInt8(ascii: "="), quote != nil)
    }
    return bytes[index...].starts(with: "://".utf8) ? nil : (index + 1, mark, quote != nil)
  }

  /// The value of an option: behind `=` or a blank, in the next string of a list, or right behind it.
  func argument(after end: Int, attached: Bool) -> Range<Int>? {
    guard let next = self[end] else { return nil }
    var start = end
    if next == UInt8(ascii: "=") {
      start += 1
    } else if let quote = quote(at: end) {
      // A list of arguments in JSON or YAML.
      start = skip(quote.end) { Byte.isBlank($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
      guard start > quote.end, self.quote(at: start) != nil || bytes[quote.end..<start].contains(Byte.newline) else {
        return nil
      }
    } else if next == Byte.newline {
      start = skip(end, Byte.isBlank)
      guard self[start] == UInt8(ascii: "-"), self[start + 1] == Byte.space else { return nil }
      start = skip(start + 1) { $0 == Byte.space }
    } else if Byte.isBlank(next) {
      start = skip(end) { $0 == Byte.space || $0 == Byte.tab }
    } else if !attached {
      return nil
    }
    guard start < bytes.count, !bytes[start...].starts(with: "--".utf8) else { return nil }
    if let quote = quote(at: start) { return quote.end..<self.end(of: quote, from: quote.end) }
    if next == UInt8(ascii: "="), let opener = opener(of: end) { return start..<self.end(of: opener, from: start) }
    return start..<skip(start) { !Byte.isBlank($0) && $0 != Byte.quote && $0 != Byte.apostrophe }
  }

  /// The quote before the option that ends at an index.
  private func opener(of end: Int) -> Quote? {
    var start = end
    while start > 0, end - start < 64, !Byte.isBlank(bytes[start - 1]) {
      if let quote = quote(before: start) { return quote }
      start -= 1
    }
    return nil
  }

  /// Where a key block ends whose last line is missing: with the last line that can be part of it.
  func blockEnd(_ start: Int) -> Int {
    var end = start
    while true {
      let from = skip(end) { Byte.isBlank($0) || $0 == Byte.backslash }
      var first = from
      // Escaped line breaks leave an `n` or `r` behind.
      if from > end, bytes[from - 1] == Byte.backslash { first += 1 }
      let isHeader = bytes[from...].starts(with: "Proc-Type".utf8) || bytes[from...].starts(with: "DEK-Info".utf8)
      let stop = isHeader ? skip(from) { $0 != Byte.newline && $0 != Byte.backslash } : skip(first, Self.isTokenByte)
      guard stop > first, stop - first >= 16 || stop == bytes.count || end > start && !Self.goesOn(self[stop]) else {
        return end
      }
      end = stop
    }
  }

  /// Whether a word is followed by another one on its line.
  private static func goesOn(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte != Byte.newline && byte != Byte.carriageReturn && byte != Byte.backslash && byte != Byte.quote
  }
}

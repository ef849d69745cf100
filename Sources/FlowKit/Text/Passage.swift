#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A stretch of a document that forms one text, whatever line breaks a paste put into it.
package struct Passage: Sendable {
  package let document: Document
  /// Byte ranges in the order of the text, one per physical line.
  package let ranges: [Range<Int>]

  package init(_ document: Document, _ ranges: [Range<Int>]) {
    self.document = document
    self.ranges = ranges
  }

  /// The text on one line; a break at full width is closed without a blank, any other becomes one.
  package var text: String {
    var result = ""
    for (index, range) in ranges.enumerated() {
      if index > 0, !isCut(before: index) { result += " " }
      result += document.string(range)
    }
    return result
  }

  /// Whether the break before a range went through a word: a terminal cuts every line at the same width and
  /// goes on at the margin, an editor breaks lines of different lengths at blanks.
  func isCut(before index: Int) -> Bool {
    // A blank on either side of the break means that no word was cut.
    let line = document.range(ofLine: document.lineIndex(at: ranges[index].lowerBound))
    let before = document.range(ofLine: document.lineIndex(at: ranges[index - 1].lowerBound))
    let isAtMargin = ranges[index].lowerBound == line.lowerBound || document.bytes[line.lowerBound] == UInt8(ascii: ">")
    guard isAtMargin, ranges[index - 1].upperBound == before.upperBound else { return false }
    let lengths = ranges.dropLast().map { document.range(ofLine: document.lineIndex(at: $0.lowerBound)).count }
    return lengths.count == 1 ? lengths[0] == document.widest : lengths.allSatisfy { $0 == lengths[0] }
  }

  /// The span of the whole passage.
  package var span: Span { document.span(ranges) }

  /// The passage in the form that readers match on.
  package var folded: Folded { Folded(self) }
}

/// A passage in lower case without blanks and escapes, with the way back to its bytes.
///
/// Wrapping, folding of YAML, and one to three levels of quoting change only blanks and backslashes, so
/// that words found here are found in every rendering of the same message.
package struct Folded: Sendable {
  package let passage: Passage
  package private(set) var bytes: [UInt8] = []
  private var offsets: [Int] = []
  /// Whether a blank stood before the byte in the source.
  private var afterBlank: [Bool] = []

  package init(_ passage: Passage) {
    self.passage = passage
    let size = passage.ranges.reduce(0) { $0 + $1.count }
    bytes.reserveCapacity(size)
    offsets.reserveCapacity(size)
    afterBlank.reserveCapacity(size)
    for (number, range) in passage.ranges.enumerated() {
      var index = range.lowerBound
      var blank = number > 0 && !passage.isCut(before: number)
      while index < range.upperBound {
        let glyph = Glyph(passage.document.bytes, at: index, end: range.upperBound)
        switch glyph.kind {
        case .blank: blank = true
        case .nothing: break
        case .byte(let byte) where byte == Byte.apostrophe && bytes.last == byte: break
        case .byte(let byte):
          bytes.append(byte)
          offsets.append(index)
          afterBlank.append(blank)
          blank = false
        }
        index += glyph.length
      }
    }
  }

  /// Bytes of the document behind a range of the folded text.
  package func source(_ range: Range<Int>) -> Range<Int> {
    guard let first = offsets[range].first, let last = offsets[range].last else { return 0..<0 }
    var end = last + 1
    let source = passage.document.bytes
    // A folded byte may stand for a character of several bytes.
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    return first..<end
  }

  /// The span behind ranges of the folded text.
  package func span(_ ranges: [Range<Int>]) -> Span {
    passage.document.span(ranges.flatMap { pieces($0) })
  }

  /// The folded text of a range.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The original characters behind a range, line breaks left out.
  package func original(_ range: Range<Int>) -> String {
    pieces(range).map { passage.document.string($0) }.joined()
  }

  /// A range may run over a break; the margin between two lines is no part of it.
  private func pieces(_ range: Range<Int>) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    let whole = source(range)
    return passage.ranges.map { $0.clamped(to: whole) }.filter { !$0.isEmpty }
  }

  /// End of the word that begins at an index: the next blank of the source, without a colon or comma before it.
  package func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, end == start || !afterBlank[end], bytes[end] != Byte.quote { end += 1 }
    while end > start, bytes[end - 1] == Byte.colon || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return end
  }

  /// Whether a blank of the source stands before the byte at an index.
  package func isAfterBlank(_ index: Int) -> Bool { afterBlank[index] }

  /// Whether a blank of the source, or nothing, follows the byte at an index.
  package func endsWord(at index: Int) -> Bool {
    index + 1 >= bytes.count || afterBlank[index + 1]
  }

  /// Whether a literal ends right before an index, and begins no earlier than a floor.
  package func ends(with literal: String, at index: Int, from floor: Int) -> Bool {
    let start = index - literal.utf8.count
    return start >= floor && bytes[start..<index].elementsEqual(literal.utf8)
  }

  /// Whether a literal begins at an index, and ends no later than a limit.
  package func starts(with literal: String, at index: Int, before limit: Int) -> Bool {
    let end = index + literal.utf8.count
    return end <= limit && bytes[index..<end].elementsEqual(literal.utf8)
  }

  /// First place of a literal in a range; the literal must be folded itself.
  package func find(_ literal: String, in range: Range<Int>) -> Range<Int>? {
    var literal = literal
    return literal.withUTF8 { needle in bytes.firstRange(of: needle, in: range) }
  }

  /// Last place of a literal in a range.
  package func findLast(_ literal: String, in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var rest = range
    while let hit = find(literal, in: rest) {
      found = hit
      rest = (hit.lowerBound + 1)..<range.upperBound
    }
    return found
  }

  /// The text with some ranges made unmatchable, so that names cannot be taken for words of the message.
  package func masked(_ ranges: [Range<Int>]) -> Folded {
    var copy = self
    for range in ranges {
      for index in range.clamped(to: 0..<bytes.count) { copy.bytes[index] = 0 }
    }
    return copy
  }
}

extension Array where Element == UInt8 {
  /// First place of a needle in a range of the array.
  package func firstRange(of needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Range<Int>? {
    guard let words = needle.baseAddress, !needle.isEmpty, needle.count <= range.count else { return nil }
    // The C library looks for one byte many times as fast: for one that few words have, if there is one.
    let mark = needle.firstIndex { !(0x61...0x7A).contains($0) && $0 != Byte.space } ?? 0
    return withUnsafeBytes { haystack in
      guard let base = haystack.baseAddress else { return nil }
      var start = range.lowerBound
      let last = range.upperBound - needle.count
      while start <= last, let hit = memchr(base + start + mark, Int32(needle[mark]), last - start + 1) {
        start = base.distance(to: UnsafeRawPointer(hit)) - mark
        if memcmp(base + start, words, needle.count) == 0 { return start..<(start + needle.count) }
        start += 1
      }
      return nil
    }
  }
}

/// The lines of a document in strips: a line that is too long to be handled at once is several of them.
package struct Strips: Sendable {
  /// About so many bytes are in each strip of a long line.
  package static let size = 4096
  /// How far before a cut a blank is looked for.
  private static let reach = 64

  private let lineCount: Int
  /// Lines with more than one strip.
  private var long: [Int] = []
  /// How many strips more than lines there are before each of them, and behind the last.
  private var extra = [0]

  /// The strips of lines that begin at some bytes.
  init(_ starts: [Int], end: Int) {
    lineCount = starts.count
    for (line, start) in starts.enumerated() {
      let length = (line + 1 < starts.count ? starts[line + 1] : end) - start
      guard length > Self.size + Self.reach else { continue }
      long.append(line)
      extra.append(extra[extra.count - 1] + (length - 1 - Self.reach) / Self.size)
    }
  }

  /// Number of strips.
  package var count: Int { lineCount + extra[extra.count - 1] }

  /// Whether every line is one strip.
  package var isPlain: Bool { long.isEmpty }

  /// The line of a strip, and which part of it the strip is; all from 0.
  package func place(of strip: Int) -> (line: Int, part: Int) {
    // The last long line that begins at or before the strip.
    let index = Self.first(long.count) { long[$0] + extra[$0] > strip } - 1
    guard index >= 0 else { return (strip, 0) }
    let part = strip - long[index] - extra[index]
    let parts = extra[index + 1] - extra[index]
    return part <= parts ? (long[index], part) : (strip - extra[index + 1], 0)
  }

  /// The first strip of a line.
  package func strip(ofLine line: Int) -> Int { line + extra[Self.first(long.count) { long[$0] >= line }] }

  /// Number of strips of a line.
  package func count(ofLine line: Int) -> Int {
    let index = Self.first(long.count) { long[$0] >= line }
    return index < long.count && long[index] == line ? extra[index + 1] - extra[index] + 1 : 1
  }

  /// Where a part of a line begins, best behind a blank and never within a character.
  fileprivate static func start(_ part: Int, _ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard part > 0 else { return line.lowerBound }
    let cut = min(line.lowerBound + part * size, line.upperBound)
    let floor = max(line.lowerBound, cut - reach)
    var place = cut
    while place > floor, bytes[place - 1] != Byte.space { place -= 1 }
    if place > floor { return place }
    place = cut
    while place > max(floor, cut - 4), place < line.upperBound, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private static func first(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Document {
  /// Bytes of a part of a line.
  package func range(ofLine line: Int, part: Int) -> Range<Int> {
    let whole = range(ofLine: line)
    let parts = strips.count(ofLine: line)
    guard parts > 1 else { return whole }
    let start = Strips.start(part, whole, bytes)
    return start..<(part + 1 < parts ? max(start, Strips.start(part + 1, whole, bytes)) : whole.upperBound)
  }

  /// The strip with a byte of a line (offset from the start of the line), and where the strip begins in the line.
  package func strip(ofLine line: Int, offset: Int) -> (strip: Int, start: Int) {
    let first = strips.strip(ofLine: line)
    let parts = strips.count(ofLine: line)
    guard parts > 1 else { return (first, 0) }
    let whole = range(ofLine: line)
    var part = min(parts - 1, max(0, offset) / Strips.size)
    // A cut may stand before the place where it would be without blanks.
    if part + 1 < parts, Strips.start(part + 1, whole, bytes) <= whole.lowerBound + offset { part += 1 }
    return (first + part, Strips.start(part, whole, bytes) - whole.lowerBound)
  }

  /// Bytes of some characters of a line, from the start of the line.
  package func offsets(ofLine line: Int, characters: Range<Int>) -> Range<Int> {
    let whole = range(ofLine: line)
    let head = bytes[whole].prefix(max(0, characters.upperBound))
    let isPlain = head.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
    if isPlain { return characters.clamped(to: 0..<whole.count) }
    let text = string(whole)
    let start = text.index(text.startIndex, offsetBy: max(0, characters.lowerBound), limitedBy: text.endIndex)
    let from = start ?? text.endIndex
    let end = text.index(from, offsetBy: characters.count, limitedBy: text.endIndex) ?? text.endIndex
    return text.utf8.distance(from: text.startIndex, to: from)..<text.utf8.distance(from: text.startIndex, to: end)
  }
}

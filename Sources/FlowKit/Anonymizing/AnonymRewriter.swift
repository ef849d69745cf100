/// Replaces the names of a text by their tokens.
struct AnonymRewriter {
  private let bytes: [UInt8]
  private var edits: AnonymEdits
  /// The word before, and whether it was replaced.
  private var before = ""
  private var beforeEnd = 0
  private var wasReplaced = false

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    edits = AnonymEdits(bytes)
  }

  /// The text with tokens, given the places that were found in it.
  static func rewrite(_ bytes: [UInt8], _ hits: [AnonymHit], _ names: inout AnonymNames) -> AnonymEdits {
    var rewriter = AnonymRewriter(bytes)
    var done = 0
    for hit in ordered(hits + phrases(bytes, names)) where hit.range.lowerBound >= done {
      rewriter.words(done..<hit.range.lowerBound, &names)
      rewriter.take(hit, &names)
      done = hit.range.upperBound
    }
    rewriter.words(done..<bytes.count, &names)
    rewriter.edits.finish()
    return rewriter.edits
  }

  /// By place; of those at one place what stays comes first, then the longest.
  private static func ordered(_ hits: [AnonymHit]) -> [AnonymHit] {
    hits.sorted { one, other in
      if one.range.lowerBound != other.range.lowerBound { return one.range.lowerBound < other.range.lowerBound }
      if one.range.count != other.range.count { return one.range.count > other.range.count }
      return one.kind == nil && other.kind != nil
    }
  }

  private static func phrases(_ bytes: [UInt8], _ names: AnonymNames) -> [AnonymHit] {
    var hits: [AnonymHit] = []
    for phrase in names.phrases where phrase.count <= bytes.count {
      phrase.withUnsafeBufferPointer { needle in
        var rest = 0..<bytes.count
        while let range = bytes.firstRange(of: needle, in: rest) {
          rest = range.upperBound..<bytes.count
          let isInside =
            range.lowerBound > 0 && isWord(phrase.first) && isWord(bytes[range.lowerBound - 1])
            || range.upperBound < bytes.count && isWord(phrase.last) && isWord(bytes[range.upperBound])
          if !isInside { hits.append(AnonymHit(range: range, kind: .name)) }
        }
      }
    }
    return hits
  }

  private static func isWord(_ byte: UInt8?) -> Bool { byte.map(AnonymPatterns.isLetterOrDigit) ?? false }

  private mutating func take(_ hit: AnonymHit, _ names: inout AnonymNames) {
    let text = string(hit.range)
    if hit.kind != nil { edits.replace(hit.range, with: names.token(for: text)) }
    note(text, hit.range.upperBound, isReplaced: hit.kind != nil)
  }

  private mutating func note(_ word: String, _ end: Int, isReplaced: Bool) {
    before = word
    beforeEnd = end
    wasReplaced = isReplaced
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: - Words

  private mutating func words(_ range: Range<Int>, _ names: inout AnonymNames) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard AnonymPatterns.isNameByte(bytes[index]) else {
        index += 1
        continue
      }
      let first = index
      while index < range.upperBound, AnonymPatterns.isNameByte(bytes[index]) { index += 1 }
      word(first..<index, &names)
    }
  }

  private mutating func word(_ whole: Range<Int>, _ names: inout AnonymNames) {
    let run = AnonymText.trimmed(AnonymText.start(of: whole, in: bytes)..<whole.upperBound, in: bytes)
    guard run.count > 0, !stays(run) else { return }
    let word = string(run)
    var isReplaced = false
    if isNamed(word, run, names) {
      edits.replace(run, with: names.token(for: word))
      isReplaced = true
    } else if !isKey(run, word) {
      for part in names.parts(of: word) {
        let place = part.range.lowerBound + run.lowerBound..<part.range.upperBound + run.lowerBound
        edits.replace(place, with: names.token(for: part.name))
        isReplaced = true
      }
    }
    note(word, run.upperBound, isReplaced: isReplaced)
  }

  /// Our own token for a secret, and what looks like base64.
  private func stays(_ run: Range<Int>) -> Bool {
    if run.lowerBound >= 3, bytes[(run.lowerBound - 3)..<run.lowerBound].elementsEqual("‹".utf8) { return true }
    return run.lowerBound > 0 && AnonymBlob.isBeside(run, in: bytes)
  }

  /// Whether an ordinary word stands where only a name can: behind the word for its kind, or beside a slash and a name.
  private func isNamed(_ word: String, _ run: Range<Int>, _ names: AnonymNames) -> Bool {
    guard !names.ordinary.isEmpty, let kinds = names.ordinary[word.lowercased()] else { return false }
    let gap = bytes[min(beforeEnd, run.lowerBound)..<run.lowerBound]
    if gap.elementsEqual(" ".utf8), let kind = AnonymKeys.kind(ofWord: before), kinds.contains(kind) { return true }
    if gap.elementsEqual("/".utf8), wasReplaced || AnonymKeys.kind(ofWord: before).map(kinds.contains) == true {
      return true
    }
    guard run.upperBound + 1 < bytes.count, bytes[run.upperBound] == Byte.slash, kinds.contains(.namespace) else {
      return false
    }
    var end = run.upperBound + 1
    while end < bytes.count, AnonymPatterns.isNameByte(bytes[end]) { end += 1 }
    return names.holds(string(AnonymText.trimmed(run.upperBound + 1..<end, in: bytes)))
  }

  /// Whether a word is the key of an object or of a label.
  private func isKey(_ run: Range<Int>, _ word: String) -> Bool {
    guard run.upperBound < bytes.count, word.utf8.allSatisfy({ !Byte.isDigit($0) && $0 != UInt8(ascii: "-") }) else {
      return false
    }
    if bytes[run.upperBound] == UInt8(ascii: "=") { return AnonymKeys.label(word) != nil }
    guard bytes[run.upperBound] == Byte.quote || bytes[run.upperBound] == Byte.backslash, run.lowerBound > 0,
      bytes[run.lowerBound - 1] == Byte.quote
    else { return false }
    var end = run.upperBound
    while end < bytes.count, bytes[end] == Byte.backslash || bytes[end] == Byte.quote { end += 1 }
    return end < bytes.count && bytes[end] == Byte.colon
  }
}

/// Tells encoded bytes from text.
enum AnonymBlob {
  private static let shortest = 40

  /// Whether a run is a part of base64: long, without blanks, of all kinds of letters.
  static func isBeside(_ run: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isPart(_ byte: UInt8) -> Bool {
      AnonymPatterns.isLetterOrDigit(byte) || byte == UInt8(ascii: "+") || byte == Byte.slash
    }
    func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == Byte.slash }
    let hasJoint =
      isJoint(bytes[run.lowerBound - 1]) || run.upperBound < bytes.count && isJoint(bytes[run.upperBound])
    guard hasJoint else { return false }
    var (start, end) = (run.lowerBound, run.upperBound)
    while start > 0, end - start < 4096, isPart(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, end - start < 4096, isPart(bytes[end]) { end += 1 }
    guard end - start >= shortest else { return false }
    return bytes[start..<end].split(whereSeparator: isJoint).contains { part in
      part.count >= 20 && part.contains { $0 >= 0x41 && $0 <= 0x5A } && part.contains { $0 >= 0x61 && $0 <= 0x7A }
        && part.contains(where: Byte.isDigit)
    }
  }
}

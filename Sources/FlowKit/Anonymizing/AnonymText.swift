/// How words lie in a text, whatever quoting it went through.
enum AnonymText {
  /// Where a run begins without what is left of an escape before it: `%3A`, `\n`, `\u0026`.
  static func start(of run: Range<Int>, in bytes: [UInt8]) -> Int {
    guard run.lowerBound > 0 else { return run.lowerBound }
    let before = bytes[run.lowerBound - 1]
    let first = bytes[run.lowerBound]
    if before == UInt8(ascii: "%"), run.count >= 2, AnonymPatterns.isHex(first),
      AnonymPatterns.isHex(bytes[run.lowerBound + 1])
    {
      return run.lowerBound + 2
    }
    guard before == Byte.backslash else { return run.lowerBound }
    if first == UInt8(ascii: "n") || first == UInt8(ascii: "t") || first == UInt8(ascii: "r") {
      return run.lowerBound + 1
    }
    let isUnicode =
      first == UInt8(ascii: "u") && run.count >= 5
      && bytes[run.lowerBound + 1..<run.lowerBound + 5].allSatisfy(AnonymPatterns.isHex)
    return isUnicode ? run.lowerBound + 5 : run.lowerBound
  }

  /// A run without the marks at its ends that belong to the sentence.
  static func trimmed(_ run: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (run.lowerBound, run.upperBound)
    while start < end, !AnonymPatterns.isLetterOrDigit(bytes[start]) { start += 1 }
    while end > start, !AnonymPatterns.isLetterOrDigit(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// From a word to the end of its string; the word alone when no quote stands before it.
  static func quoted(_ run: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard run.lowerBound > 0 else { return run }
    let mark = bytes[run.lowerBound - 1]
    guard mark == Byte.quote || mark == Byte.apostrophe else { return run }
    var end = run.upperBound
    while end < bytes.count, bytes[end] != mark, bytes[end] != Byte.backslash, bytes[end] != Byte.newline { end += 1 }
    return run.lowerBound..<end
  }

  /// The path of a file around a word: up to a blank or a quote.
  static func path(_ run: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (run.lowerBound, run.upperBound)
    func isPart(_ byte: UInt8) -> Bool {
      !Byte.isBlank(byte) && byte != Byte.quote && byte != Byte.apostrophe && byte != UInt8(ascii: "=")
        && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
    }
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    return start..<end
  }
}

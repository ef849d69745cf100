/// Finds the lines that hold a word, without regard to ASCII case.
///
/// Most bytes are skipped (Horspool's way), so that a document of 200 MB is searched in a fraction of a second.
package struct LineSearch: Sendable {
  private let word: [UInt8]
  /// How far to go on after a last byte that does not fit, by that byte.
  private let skips: [Int]

  /// A search; nil for an empty word.
  package init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    let word = text.utf8.map { Self.folded[Int($0)] }
    var skips = [Int](repeating: word.count, count: 256)
    for (index, byte) in word.dropLast().enumerated() {
      for spelling in Self.folded.indices where Self.folded[spelling] == byte {
        skips[spelling] = word.count - 1 - index
      }
    }
    self.word = word
    self.skips = skips
  }

  /// The lines from one on that hold the word, counted from 0, until about so many bytes were looked at.
  ///
  /// `next` is the line to go on with, nil at the end.
  package func lines(of document: Document, from line: Int = 0, bytes limit: Int = .max) -> (lines: [Int], next: Int?) {
    guard line < document.lineCount else { return ([], nil) }
    let start = document.lineStarts[line]
    let isRest = limit >= document.bytes.count - start
    let after = isRest ? document.lineCount : document.lineIndex(at: start + limit) + 1
    let end = after < document.lineCount ? document.lineStarts[after] : document.bytes.count
    let found = document.bytes.withUnsafeBufferPointer { bytes in find(in: bytes, start..<end, document) }
    return (found, after < document.lineCount ? after : nil)
  }

  /// Where the word stands first in a line, in bytes from its start; nil when it does not.
  package func offset(in document: Document, line: Int) -> Int? {
    let range = document.range(ofLine: line)
    return document.bytes.withUnsafeBufferPointer { bytes in
      Self.folded.withUnsafeBufferPointer { folded in
        var place = range.lowerBound + word.count - 1
        while place < range.upperBound {
          var back = 0
          while back < word.count, folded[Int(bytes[place - back])] == word[word.count - 1 - back] { back += 1 }
          if back == word.count { return place - word.count + 1 - range.lowerBound }
          place += skips[Int(bytes[place])]
        }
        return nil
      }
    }
  }

  private func find(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ document: Document) -> [Int] {
    var found: [Int] = []
    let last = word.count - 1
    var place = range.lowerBound + last
    Self.folded.withUnsafeBufferPointer { folded in
      skips.withUnsafeBufferPointer { skips in
        word.withUnsafeBufferPointer { word in
          while place < range.upperBound {
            var back = 0
            while back <= last, folded[Int(bytes[place - back])] == word[last - back] { back += 1 }
            guard back > last else {
              place += skips[Int(bytes[place])]
              continue
            }
            let line = document.lineIndex(at: place)
            found.append(line)
            // One hit is enough for a line.
            let next = line + 1 < document.lineCount ? document.lineStarts[line + 1] : range.upperBound
            place = next + last
          }
        }
      }
    }
    return found
  }

  /// Lower case of every byte.
  private static let folded: [UInt8] = (0...255).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
}

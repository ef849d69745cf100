/// Counts the characters before a place of a line without reading a long line from its start each time.
struct Columns: Sendable {
  /// Places inside long lines, with the number of characters of the line before each.
  private var marks: [(offset: Int, count: Int)] = []

  /// Bytes between two marks; shorter lines have none.
  private static let stride = 4096

  /// Sets the marks of every line that is longer than a stride.
  init(_ bytes: [UInt8], _ starts: [Int]) {
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      guard end - start > Self.stride else { continue }
      var count = 0
      var last = start
      var next = start + Self.stride
      while next < end {
        // Between two plain letters one character ends and the next begins, whatever stands around.
        if Self.isPlain(bytes[next - 1]), Self.isPlain(bytes[next]) {
          count += Self.characters(bytes, last..<next)
          marks.append((next, count))
          last = next
          next += Self.stride
        } else {
          next += 1
        }
      }
    }
  }

  /// Characters from the start of a line to an offset in it.
  func count(_ bytes: [UInt8], from start: Int, to offset: Int) -> Int {
    guard offset - start > Self.stride else { return Self.characters(bytes, start..<offset) }
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, marks[low - 1].offset > start else { return Self.characters(bytes, start..<offset) }
    let mark = marks[low - 1]
    return mark.count + Self.characters(bytes, mark.offset..<offset)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  private static func characters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let isPlain = bytes[range].withUnsafeBufferPointer { part in part.allSatisfy(Self.isPlain) }
    return isPlain ? range.count : String(decoding: bytes[range], as: UTF8.self).count
  }
}

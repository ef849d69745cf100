/// Where the bytes of a text went when names in it were replaced.
struct AnonymEdits {
  private struct Edit {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// The new text.
  private(set) var bytes: [UInt8] = []
  private var edits: [Edit] = []
  private let source: [UInt8]
  private var done = 0

  init(_ source: [UInt8]) {
    self.source = source
    bytes.reserveCapacity(source.count)
  }

  /// Puts a token in the place of a range; ranges come in order.
  mutating func replace(_ range: Range<Int>, with token: String) {
    bytes += source[done..<range.lowerBound]
    let start = bytes.count
    bytes += token.utf8
    edits.append(Edit(old: range, new: start..<bytes.count))
    done = range.upperBound
  }

  /// Takes over what is left of the source.
  mutating func finish() {
    bytes += source[done...]
    done = source.count
  }

  /// The place of an old range in the new text; a part of a name becomes the whole token.
  func range(_ old: Range<Int>) -> Range<Int> {
    let start = offset(old.lowerBound, isEnd: false)
    return start..<max(start, offset(old.upperBound, isEnd: true))
  }

  private func offset(_ old: Int, isEnd: Bool) -> Int {
    // The last edit that begins before the offset.
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].old.lowerBound < old || !isEnd && edits[middle].old.lowerBound == old {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return old }
    let edit = edits[low - 1]
    if old < edit.old.upperBound { return isEnd ? edit.new.upperBound : edit.new.lowerBound }
    return edit.new.upperBound + old - edit.old.upperBound
  }
}

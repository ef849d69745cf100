/// Marks at the start of a text that tell its encoding, as programs of Windows write them.
package enum ByteOrderMark {
  /// The bytes as UTF-8 without a mark; those without one as they are.
  package static func removed(from bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    var pieces = UTF16Pieces()
    let text = pieces.next(bytes)
    return text + pieces.finish()
  }
}

/// Turns a text in UTF-16, as PowerShell writes it into files, into UTF-8 while it comes piece by piece.
///
/// A text without the mark of UTF-16 at its beginning stays as it is.
package struct UTF16Pieces: Sendable {
  private enum Form { case unknown, other, littleEndian, bigEndian }

  private var form = Form.unknown
  /// Bytes that cannot be read before the next ones are there.
  private var rest: [UInt8] = []

  package init() {}

  /// The next piece as UTF-8.
  package mutating func next(_ piece: some Sequence<UInt8>) -> [UInt8] {
    var bytes = rest
    bytes.append(contentsOf: piece)
    rest = []
    if form == .unknown {
      guard bytes.count >= 2 else {
        rest = bytes
        return []
      }
      form = bytes.starts(with: [0xFF, 0xFE]) ? .littleEndian : bytes.starts(with: [0xFE, 0xFF]) ? .bigEndian : .other
      if form != .other { bytes.removeFirst(2) }
    }
    return form == .other ? bytes : decoded(bytes)
  }

  /// What is left when nothing more comes.
  package mutating func finish() -> [UInt8] {
    defer { rest = [] }
    return form == .unknown ? rest : rest.isEmpty ? [] : Array("\u{FFFD}".utf8)
  }

  private mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let (low, high) = form == .littleEndian ? (0, 1) : (1, 0)
    var units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { index in
      UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8
    }
    // The first half of a character waits for the second.
    let isHalf = units.last.map { UTF16.isLeadSurrogate($0) } ?? false
    if isHalf { units.removeLast() }
    rest = Array(bytes[(units.count * 2)...])
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

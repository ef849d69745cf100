/// Marks at the start of a text that tell its encoding, as programs of Windows write them.
package enum ByteOrderMark {
  /// The bytes as UTF-8 without a mark; those without one as they are.
  ///
  /// PowerShell 5 writes UTF-16 when output is sent to a file by `>`. Source: Unicode standard, 23.8.
  package static func removed(from bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

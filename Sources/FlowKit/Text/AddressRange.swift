/// A range of IPv4 addresses, written as one address or as `address/bits`.
struct AddressRange: Hashable, Sendable {
  private let network: UInt32
  private let mask: UInt32

  /// nil for anything else, names and IPv6 included.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let address = Self.address(first) else { return nil }
    guard let bits = parts.count == 2 ? Int(parts[1]) : 32, (0...32).contains(bits) else { return nil }
    mask = bits == 0 ? 0 : ~0 << UInt32(32 - bits)
    network = address & mask
  }

  /// Whether an address lies in the range; false for what is no address.
  func covers(_ text: some StringProtocol) -> Bool { Self.address(text).map { $0 & mask == network } ?? false }

  /// Whether any range of a list with commas covers an address.
  static func list(_ ranges: String, covers address: String) -> Bool {
    ranges.split { $0 == "," || $0 == " " }.contains { AddressRange($0)?.covers(address) == true }
  }

  private static func address(_ text: some StringProtocol) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var result: UInt32 = 0
    for part in parts {
      guard part.utf8.allSatisfy(Byte.isDigit), let byte = UInt8(part) else { return nil }
      result = result << 8 | UInt32(byte)
    }
    return result
  }
}

/// Finds names that are known by their shape alone.
enum AnonymPatterns {
  /// The GUIDs of a run.
  static func guids(_ bytes: [UInt8], _ run: Range<Int>) -> [Range<Int>] {
    guard run.count >= 36 else { return [] }
    var found: [Range<Int>] = []
    var start = run.lowerBound
    while start + 36 <= run.upperBound {
      if isGUID(bytes, start), !isWord(bytes, start - 1, from: run.lowerBound),
        start + 36 == run.upperBound || !isLetterOrDigit(bytes[start + 36])
      {
        found.append(start..<start + 36)
        start += 36
      } else {
        start += 1
      }
    }
    return found
  }

  private static func isWord(_ bytes: [UInt8], _ index: Int, from start: Int) -> Bool {
    index >= start && isLetterOrDigit(bytes[index])
  }

  private static func isGUID(_ bytes: [UInt8], _ start: Int) -> Bool {
    for offset in 0..<36 {
      let isDash = offset == 8 || offset == 13 || offset == 18 || offset == 23
      let byte = bytes[start + offset]
      guard isDash ? byte == UInt8(ascii: "-") : isHex(byte) else { return false }
    }
    return true
  }

  /// Whether a word is an IPv4 address that belongs to somebody.
  static func isAddress(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return false }
    let numbers = parts.compactMap { part in
      part.utf8.count < 4 && part.utf8.allSatisfy(Byte.isDigit) ? UInt8(part) : nil
    }
    guard numbers.count == 4, numbers[0] != 127, word != "0.0.0.0" else { return false }
    return !["168.63.129.16", "169.254.169.254", "255.255.255.255"].contains(word)
  }

  /// The IPv6 or hardware address at an offset, with its kind; nil when there is none.
  static func longAddress(_ bytes: [UInt8], _ start: Int) -> (Range<Int>, AnonymKind)? {
    var end = start
    while end < bytes.count, isHex(bytes[end]) || bytes[end] == Byte.colon, end - start < 40 { end += 1 }
    while end > start, bytes[end - 1] == Byte.colon, end < 2 || bytes[end - 2] != Byte.colon { end -= 1 }
    guard end == bytes.count || !isLetterOrDigit(bytes[end]) else { return nil }
    let groups = bytes[start..<end].split(separator: Byte.colon, omittingEmptySubsequences: false)
    if groups.count == 6, groups.allSatisfy({ $0.count == 2 }) { return (start..<end, .hardware) }
    guard groups.count > 2, groups.count <= 9, groups.allSatisfy({ $0.count <= 4 }) else { return nil }
    let empty = groups.dropFirst().dropLast().count { $0.isEmpty }
    let digits = end - start - groups.count + 1
    let isWhole = groups.count == 8 && groups.allSatisfy { !$0.isEmpty }
    guard isWhole || empty == 1 && digits > 2 else { return nil }
    return (start..<end, .longAddress)
  }

  /// Whether a word is a hardware address as Windows writes it.
  static func isHardware(_ word: String) -> Bool {
    word.utf8.count == 17
      && word.utf8.enumerated().allSatisfy { $0 % 3 == 2 ? $1 == UInt8(ascii: "-") : isHex($1) }
  }

  /// What the shape of a name in Kubernetes tells: a pod with its two hashes, its ReplicaSet, a node of AKS.
  static func kind(_ word: String) -> AnonymKind? {
    if !word.utf8.contains(UInt8(ascii: "-")), !word.hasPrefix("aks") { return nil }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count >= 4, parts[0] == "aks", let last = parts.last, last.hasPrefix("vms"),
      parts[parts.count - 2].utf8.allSatisfy(Byte.isDigit)
    {
      return last == "vmss" ? .resource : .node
    }
    if parts.count == 1, word.hasPrefix("aks"), word.utf8.count > 9, word.dropLast(2).hasSuffix("0000") { return .node }
    guard parts.count >= 2, let last = parts.last else { return nil }
    let isHash = { (part: Substring) in part.utf8.allSatisfy(hashLetters.contains) }
    if last.utf8.count == 5, isHash(last), parts.count >= 3 {
      let before = parts[parts.count - 2]
      if (8...10).contains(before.utf8.count), isHash(before) { return .pod }
    }
    return (8...10).contains(last.utf8.count) && isHash(last) && last.contains { $0.isNumber }
      && last.contains { $0.isLetter }
      ? .replicaset : nil
  }

  /// The letters and digits of which Kubernetes makes hashes.
  private static let hashLetters = Set("bcdfghjklmnpqrstvwxz2456789".utf8)

  /// Whether a byte is a letter or digit of ASCII.
  @inline(__always)
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || Byte.isDigit(byte)
  }

  /// Whether a byte can stand in a name.
  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  @inline(__always)
  static func isHex(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}

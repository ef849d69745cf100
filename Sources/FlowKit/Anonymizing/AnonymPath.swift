/// The path of a repository with what follows it.
struct AnonymPath {
  private let bytes: [UInt8]
  private var parts: [Range<Int>] = []
  /// Tag, without its colon; nil when there is none.
  private(set) var tag: Range<Int>?
  /// Offset behind the path and its tag.
  private(set) var end: Int

  /// Reads a path up to the first byte that cannot stand in one; a colon begins a tag.
  init(_ bytes: [UInt8], from start: Int, isImage: Bool = true) {
    self.bytes = bytes
    end = start
    while end < bytes.count {
      let first = end
      while end < bytes.count, Self.isPathByte(bytes[end]) { end += 1 }
      if end > first { parts.append(AnonymText.trimmed(first..<end, in: bytes)) }
      guard end > first, let length = Self.slash(bytes, end) else { break }
      end += length
    }
    if !isImage,
      let stop = parts.firstIndex(where: { Self.requests.contains(String(decoding: bytes[$0], as: UTF8.self)) })
    {
      parts.removeLast(parts.count - stop)
    }
    guard isImage, end + 1 < bytes.count else { return }
    if bytes[end] == Byte.colon, AnonymPatterns.isLetterOrDigit(bytes[end + 1]) {
      let first = end + 1
      end = first
      while end < bytes.count, AnonymPatterns.isNameByte(bytes[end]) { end += 1 }
      tag = AnonymText.trimmed(first..<end, in: bytes)
    } else if bytes[end] == UInt8(ascii: "@") {
      tag = end + 1..<end + 1
    }
  }

  /// What a request to a registry has behind the repository.
  private static let requests: Set<String> = ["manifests", "blobs", "tags", "referrers", "catalog", "token"]

  /// Segments of a path from the slash at an offset on.
  static func segments(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = start
    while let length = slash(bytes, index) {
      let first = index + length
      index = first
      while index < bytes.count,
        isPathByte(bytes[index]) || bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ")")
      {
        index += 1
      }
      let segment = AnonymText.trimmed(first..<index, in: bytes)
      guard !segment.isEmpty else { break }
      found.append(segment)
    }
    return found
  }

  /// What is private of the path: nothing on a host whose repositories everybody knows.
  ///
  /// Without a host the first part may be one, and a single part may be an image that everybody pulls.
  func hits(onHost host: String?) -> [AnonymHit] {
    var parts = parts
    var result = tag.map { [AnonymHit(range: $0, kind: nil)] } ?? []
    var host = host
    if host == nil, parts.count > 1, let first = parts.first, AnonymHost(text(first)) != .none {
      host = text(parts.removeFirst())
    }
    let isOpen = host.map { AnonymHost.isOpenRegistry($0) } ?? AnonymWords.images.contains(path(parts))
    let isLibrary = parts.count == 2 && text(parts[0]) == "library"
    for part in parts {
      let isCommon = isLibrary && (part == parts[0] || AnonymWords.images.contains(text(part)))
      let isKept = isOpen || isCommon || text(part).utf8.allSatisfy(Byte.isDigit)
      result.append(AnonymHit(range: part, kind: isKept ? nil : .repository))
    }
    return result
  }

  private func path(_ parts: [Range<Int>]) -> String { parts.map { text($0) }.joined(separator: "/") }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Length of a slash, plain or as in a URL; nil when there is none.
  private static func slash(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == Byte.slash { return 1 }
    return index + 2 < bytes.count && bytes[index] == UInt8(ascii: "%") && bytes[index + 1] == UInt8(ascii: "2")
      && bytes[index + 2] | 0x20 == UInt8(ascii: "f") ? 3 : nil
  }

  private static func isPathByte(_ byte: UInt8) -> Bool { AnonymPatterns.isNameByte(byte) }
}

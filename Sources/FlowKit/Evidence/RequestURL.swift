/// The URL of the request that failed, as the runtime prints it.
struct RequestURL {
  /// Host with its port, if one is named.
  let host: String
  /// Everything after the host, up to the end of the URL.
  let tail: Range<Int>
  let isRegistryAPI: Bool
  let isTokenEndpoint: Bool
  let hasNamespace: Bool

  /// The last URL of a range that is a request; links to documentation are none.
  init?(last text: Folded, in range: Range<Int>) {
    var rest = range
    var found: (Range<Int>, Range<Int>)?
    while let scheme = text.find("://", in: rest) {
      rest = scheme.upperBound..<range.upperBound
      let begin = scheme.lowerBound
      guard begin > range.lowerBound,
        text.bytes[begin - 1] == UInt8(ascii: "s") || text.bytes[begin - 1] == UInt8(ascii: "p")
      else { continue }
      let host = Self.run(text, rest, isHost: true)
      guard !Self.links.contains(text.string(host)), !host.isEmpty else { continue }
      let tail = Self.run(text, host.upperBound..<range.upperBound, isHost: false)
      found = (host, tail)
    }
    guard let (host, tail) = found else { return nil }
    self.host = text.string(host)
    self.tail = tail
    let path = text.string(tail)
    self.isRegistryAPI = path.hasPrefix("/v2/") || path.hasPrefix("/v1/")
    self.isTokenEndpoint =
      path.hasPrefix("/oauth2/") || path.hasPrefix("/token") || path.contains("scope=") || path.contains("/token?")
    self.hasNamespace = path.contains("?ns=") || path.contains("&ns=")
  }

  /// Hosts that messages only refer to.
  private static let links: Set<String> = [
    "aka.ms", "www.docker.com", "docs.docker.com", "learn.microsoft.com", "docs.microsoft.com",
  ]

  /// A host ends at a slash or a quote; the rest ends at a quote, a bracket, or the colon before a status.
  private static func run(_ text: Folded, _ range: Range<Int>, isHost: Bool) -> Range<Int> {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text.bytes[index]
      if byte == Byte.quote || byte == 0 || "'<>`[]()".utf8.contains(byte) { break }
      if isHost, byte == Byte.slash || byte == UInt8(ascii: "?") { break }
      if byte == Byte.colon, !isPort(text, index, range.upperBound, isHost), text.endsWord(at: index) { break }
      index += 1
    }
    return range.lowerBound..<index
  }

  private static func isPort(_ text: Folded, _ colon: Int, _ end: Int, _ isHost: Bool) -> Bool {
    isHost && colon + 1 < end && Byte.isDigit(text.bytes[colon + 1]) && !text.endsWord(at: colon)
  }
}

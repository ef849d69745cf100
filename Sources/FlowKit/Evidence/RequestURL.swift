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
    var found: RequestURL?
    while let scheme = text.find("://", in: rest) {
      rest = scheme.upperBound..<range.upperBound
      guard let start = Self.start(text, scheme.lowerBound, range.lowerBound) else { continue }
      let host = Self.run(text, rest, isHost: true)
      guard !host.isEmpty else { continue }
      let url = RequestURL(text, host, Self.run(text, host.upperBound..<range.upperBound, isHost: false))
      let isAsked = Self.verbs.contains { text.ends(with: $0, at: start, from: range.lowerBound) }
      if isAsked || url.isRegistryAPI || url.isTokenEndpoint { found = url }
    }
    guard let found else { return nil }
    self = found
  }

  private init(_ text: Folded, _ host: Range<Int>, _ tail: Range<Int>) {
    self.host = Self.bare(text.string(host))
    self.tail = tail
    let path = text.string(tail)
    isRegistryAPI = path.hasPrefix("/v2/") || path.hasPrefix("/v1/")
    isTokenEndpoint =
      path.hasPrefix("/oauth2/") || path.hasPrefix("/token") || path.contains("scope=") || path.contains("/token?")
    hasNamespace = path.contains("?ns=") || path.contains("&ns=")
  }

  /// A host without a scheme before it, or a login: those are no part of its name, and a login is a secret.
  ///
  /// A login that is cut off, because its password holds a slash, ends with what is no port.
  static func bare(_ host: String) -> String {
    var name = host[...]
    if let scheme = name.firstRange(of: "://") {
      name = name[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    }
    if let at = name.lastIndex(of: "@") { name = name[at...].dropFirst() }
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]"), name[..<colon].count(where: { $0 == ":" }) < 2,
      name[colon...].dropFirst().contains(where: { !$0.isNumber })
    {
      name = name[..<colon]
    }
    return String(name)
  }

  /// Whether the path names a layer, as storage hosts and networks of delivery do.
  func namesLayer(_ text: Folded) -> Bool {
    let path = text.string(tail)
    return path.contains("/blobs/") || path.contains("/sha256/") || path.contains("sha256:")
  }

  /// Words right before a URL that was asked for; any other URL is a link.
  private static let verbs = [
    "get", "head", "post", "put", "get\"", "head\"", "post\"", "put\"", "requestto", "statuscode", "endpoint",
    "authurl",
  ]

  /// Where `http` or `https` begins before `://`.
  private static func start(_ text: Folded, _ colon: Int, _ floor: Int) -> Int? {
    for scheme in ["https", "http"] where text.ends(with: scheme, at: colon, from: floor) {
      return colon - scheme.utf8.count
    }
    return nil
  }

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

/// Hosts that serve layers for a registry under another name.
enum LayerHost {
  /// Whether a host is known to serve layers only.
  static func isKnown(_ host: String) -> Bool {
    let name = host.split(separator: ":").first.map(String.init) ?? host
    return endings.contains { name.hasSuffix($0) } || name.hasPrefix("prod-") && name.contains("-starport-layer-bucket")
      || name.hasPrefix("cdn") && name.hasSuffix(".quay.io")
  }

  private static let endings = [
    ".blob.core.windows.net", ".blob.core.chinacloudapi.cn", ".blob.core.usgovcloudapi.net", ".data.azurecr.io",
    ".data.azurecr.cn", ".data.azurecr.us", ".data.mcr.microsoft.com", ".cloudflare.docker.com",
    ".cloudflarestorage.com", ".cloudfront.net", "pkg-containers.githubusercontent.com",
  ]
}

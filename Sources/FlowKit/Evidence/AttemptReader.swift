/// Reads one attempt: the step from its words, host and status from its structure, the class from the rules.
struct AttemptReader {
  let text: Folded
  let range: Range<Int>
  /// Registry host of the image, if the message named the image.
  let registry: String?
  let url: RequestURL?
  let step: PullStep
  let status: (code: Int, range: Range<Int>)?

  init(_ text: Folded, _ range: Range<Int>, image: String?) {
    self.range = range
    self.registry = image.flatMap { ImageReference($0) }?.registry
    let url = RequestURL(last: text, in: range)
    self.url = url
    // The path of a URL is a name too; its kind is known, its letters must not match.
    self.text = url.map { text.masked([$0.tail]) } ?? text
    self.status = Self.status(self.text, range, after: url?.tail.upperBound ?? range.lowerBound)
    self.step = Self.step(text, range, url)
  }

  var attempt: Attempt {
    let hit = ClassRule.first(for: self)
    let isAnonymous = hit?.0 == "no-credentials" && has("failedtofetchanonymoustoken")
    return Attempt(
      step: step, host: host, address: address, status: status?.code, pullClass: hit?.0,
      span: text.span(hit?.1 ?? [range]), isAnonymousRefusal: isAnonymous)
  }

  /// Host of the last request, or the host of a `lookup`.
  var host: String? {
    if let lookup { return RequestURL.bare(text.string(lookup.host)) }
    return url.map { $0.host.hasSuffix(":443") ? String($0.host.dropLast(4)) : $0.host }
  }

  // MARK: - Words

  /// First place of a literal in this attempt.
  func find(_ literal: String) -> Range<Int>? { text.find(literal, in: range) }

  /// Whether a literal stands in this attempt.
  func has(_ literal: String) -> Bool { find(literal) != nil }

  /// First place of any of some literals.
  func any(_ literals: [String]) -> Range<Int>? {
    for literal in literals {
      if let hit = find(literal) { return hit }
    }
    return nil
  }

  /// Place of a word that stands alone at the end of an error: before a list's end, a quote, or nothing.
  func last(_ literal: String) -> Range<Int>? {
    guard let hit = text.findLast(literal, in: range) else { return nil }
    let next = hit.upperBound < range.upperBound ? text.bytes[hit.upperBound] : 0
    return next == 0 || "],\")}:;".utf8.contains(next) ? hit : nil
  }

  // MARK: - Structure

  /// Whether the host that failed serves layers and is not the registry.
  var isLayerHost: Bool {
    if any(["errorpullingimageconfiguration", "downloadfailedafterattempts"]) != nil { return true }
    if let url {
      guard !url.isRegistryAPI, !url.isTokenEndpoint, !url.hasNamespace, url.host != registry else { return false }
      return step == .copy || url.namesLayer(text) || LayerHost.isKnown(url.host)
    }
    return lookup.map { LayerHost.isKnown(RequestURL.bare(text.string($0.host))) } ?? false
  }

  /// Whether the request went to a mirror: the runtime adds the registry's name as `ns`.
  ///
  /// Source: containerd adds `ns` only when the host is not the image's own.
  var isMirror: Bool {
    guard let url else { return false }
    return url.hasNamespace || (url.host.hasPrefix("localhost:") && registry?.hasPrefix("localhost") != true)
  }

  /// `lookup HOST [on SERVER]: …` of Go's resolver.
  var lookup: (host: Range<Int>, all: Range<Int>)? {
    guard let word = text.findLast("lookup", in: range) else { return nil }
    let before = word.lowerBound > range.lowerBound ? text.bytes[word.lowerBound - 1] : Byte.colon
    guard before == Byte.colon || before == Byte.quote || before == UInt8(ascii: "[") else { return nil }
    let end = text.wordEnd(from: word.upperBound)
    guard end > word.upperBound else { return nil }
    return (word.upperBound..<end, word.lowerBound..<range.upperBound)
  }

  /// `dial tcp ADDRESS:` or the far end of `read tcp A->B:`.
  var address: String? {
    for word in ["dialtcp", "readtcp", "writetcp"] {
      guard let hit = text.findLast(word, in: range) else { continue }
      var start = hit.upperBound
      let end = text.wordEnd(from: start)
      if let arrow = text.find("->", in: start..<end) { start = arrow.upperBound }
      let value = text.string(start..<end)
      if value.contains(":"), value.first?.isNumber == true || value.first == "[" { return value }
    }
    return nil
  }

  private static func step(_ text: Folded, _ range: Range<Int>, _ url: RequestURL?) -> PullStep {
    for (step, words) in stepWords where words.contains(where: { text.find($0, in: range) != nil }) { return step }
    return url?.isTokenEndpoint == true ? .authorize : .resolve
  }

  /// Words that name the step, the furthest step first.
  private static let stepWords: [(PullStep, [String])] = [
    (
      .extract,
      [
        "failedtoextractlayer", "failedtoregisterlayer", "diffidcalculated", "wrongdiffid", "applylayer", "archive/tar",
        "unpackimageonsnapshotter", "extractionsnapshot", "committingthefinishedimage", "applyingdiff",
      ]
    ),
    (
      .copy,
      [
        "failedtocopy", "httpreadseeker", "httpreaderseeker", "readingblob", "writingblob", "copyingblob",
        "fetchingblob",
        "failedcommitonref", "contentdescriptor", "shortread:", "expectednumberofbytes", "downloadfailed", "/blobs/",
        "pullingimageconfiguration", "layerverification", "nomatchforplatform", "getimageconfigdescriptor",
      ]
    ),
    (
      .authorize,
      ["failedtoauthorize", "fetchoauthtoken", "fetchanonymoustoken", "retrieveauthtoken", "requestingbear"]
    ),
  ]

  /// The HTTP status after the request, or in the words of an older runtime.
  private static func status(_ text: Folded, _ range: Range<Int>, after url: Int) -> (code: Int, range: Range<Int>)? {
    let places = [
      (url, ":"), (range.lowerBound, "unexpectedstatus:"), (range.lowerBound, "unexpectedhttpstatus:"),
      (range.lowerBound, "statuscode"), (range.lowerBound, "codefromregistry"), (range.lowerBound, "parsinghttp"),
      (range.lowerBound, "httpstatus:"), (range.lowerBound, "errorstatus:"), (range.lowerBound, "responsestatus:"),
      (range.lowerBound, "responsecode"), (range.lowerBound, "error:status"), (range.lowerBound, "codefrom"),
      (range.lowerBound, "challenge,status:"),
    ]
    for (start, word) in places where start < range.upperBound {
      guard let hit = text.find(word, in: start..<range.upperBound) else { continue }
      if word == ":", hit.lowerBound > url + 1 { continue }
      if let code = number(text, hit.upperBound, range.upperBound) { return code }
    }
    return nil
  }

  /// Three digits between 400 and 599, after an optional `[manifests TAG]:`.
  private static func number(_ text: Folded, _ start: Int, _ end: Int) -> (code: Int, range: Range<Int>)? {
    var index = start
    if index < end, text.bytes[index] == UInt8(ascii: "["),
      let close = text.bytes[index..<end].firstIndex(of: UInt8(ascii: "]"))
    {
      index = close + 1
    }
    while index < end, text.bytes[index] == Byte.colon || text.bytes[index] == UInt8(ascii: "=") { index += 1 }
    guard index + 3 <= end, let code = Int(text.string(index..<(index + 3))), (400..<600).contains(code) else {
      return nil
    }
    if index + 3 < end, Byte.isDigit(text.bytes[index + 3]) { return nil }
    let words = phrases[code] ?? ""
    let isNamed = index + 3 + words.utf8.count <= end && text.bytes[(index + 3)...].starts(with: words.utf8)
    let stop = index + 3 + (isNamed ? words.utf8.count : 0)
    return (code, index..<stop)
  }

  /// Reason phrases of HTTP, folded.
  ///
  /// Source: RFC 9110.
  static let phrases: [Int: String] = [
    400: "badrequest", 401: "unauthorized", 403: "forbidden", 404: "notfound", 405: "methodnotallowed",
    407: "proxyauthenticationrequired", 408: "requesttimeout", 429: "toomanyrequests", 500: "internalservererror",
    502: "badgateway", 503: "serviceunavailable", 504: "gatewaytimeout",
  ]
}

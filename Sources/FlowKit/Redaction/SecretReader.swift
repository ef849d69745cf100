/// Finds how far a secret goes, from a word that betrays it.
///
/// Words come in the order of the text, and every search is bounded or remembered: time is linear in the text.
struct SecretReader {
  /// A secret that was found.
  struct Hit {
    let name: String
    var range: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var hits: [Hit] = []
  /// End of the last secret found.
  private var covered = 0
  /// The line that was asked for last.
  private var line = 0..<0
  /// Where the last search for options of a login ended.
  private var loginEnd = 0
  /// End of the last run of bytes that might have been a token.
  private var shapeEnd = 0
  /// The next end of a key block.
  private var blockEnd = 0
  private var manifest: Range<Int> = 0..<0
  private var hasJSONSecret = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Looks for the secret that a word betrays; the word ends at an offset.
  mutating func read(_ rule: SecretRule, _ end: Int) {
    switch rule.form {
    case .pem: pem(rule, end)
    case .manifest: secretObject(rule, end)
    case .shape(let shape): add(rule, self.shape(shape, end))
    case .within(let shape, let before, let after): add(rule, within(shape, before, after, end))
    default:
      guard end > covered else { return }
      switch rule.form {
      case .key(let kind): add(rule, key(rule, kind, end))
      case .authorization: add(rule, authorization(end))
      case .bearer: add(rule, bearer(end))
      case .userinfo: add(rule, userinfo(end))
      case .login: login(rule, end)
      case .credentials, .literal: add(rule, credentials(rule, end))
      default: break
      }
    }
  }

  /// Ends the search: objects in JSON are read at last, because their kind may stand behind their data.
  mutating func finish() {
    guard hasJSONSecret else { return }
    var objects = JSONSecrets(bytes)
    for range in objects.values() where !Placeholder.isHidden(bytes[range]) {
      hits.append(Hit(name: "kubernetes-secret", range: range))
    }
  }

  /// Keeps a secret; words within it betray nothing more, unless it stands apart from its own word.
  mutating func add(_ rule: SecretRule, _ range: Range<Int>?, isApart: Bool = false) {
    guard let range, range.count >= rule.least, !Placeholder.isNone(bytes[range]) else { return }
    hits.append(Hit(name: rule.name, range: range))
    if !isApart { covered = max(covered, range.upperBound) }
  }

  /// The line an offset is on, without its newline.
  mutating func line(at offset: Int) -> Range<Int> {
    if line.lowerBound <= offset, offset <= line.upperBound, !line.isEmpty { return line }
    var start = offset
    while start > 0, bytes[start - 1] != Byte.newline { start -= 1 }
    line = start..<text.next(Byte.newline, from: offset)
    return line
  }

  /// The bytes, to look around in.
  var text: ByteText { ByteText(bytes: bytes) }
}

// MARK: Headers and addresses

extension SecretReader {
  private mutating func authorization(_ end: Int) -> Range<Int>? {
    let start = end - "authorization".utf8.count
    guard start >= 0, let separator = text.separator(after: end) else { return nil }
    var opener = separator.isQuoted ? nil : text.quote(before: start)
    var value = text.skip(separator.end) { Byte.isBlank($0) && (separator.isQuoted || $0 != Byte.newline) }
    if text[value] == UInt8(ascii: "[") { value += 1 }
    if let quote = text.quote(at: value) { (opener, value) = (quote, quote.end) }
    let stop = opener.map { text.end(of: $0, from: value) } ?? line(at: value).upperBound
    let word = value..<text.skip(value) { !Byte.isBlank($0) && $0 != Byte.quote && $0 != Byte.apostrophe }
    guard word.upperBound <= stop else { return nil }
    let scheme = String(decoding: bytes[word].prefix(32), as: UTF8.self).lowercased()
    let rest = text.skip(word.upperBound) { $0 == Byte.space || $0 == Byte.tab }
    if SecretRule.schemes.contains(scheme) {
      guard rest < stop else { return nil }
      let isSingle = ["bearer", "basic", "token", "negotiate"].contains(scheme)
      return rest..<(isSingle ? min(stop, text.wordEnd(rest)) : text.trimmed(rest..<stop).upperBound)
    }
    let isOption = opener != nil && text.last("-H", in: max(0, start - 8)..<start) != nil
    let isHeader = bytes[start] == UInt8(ascii: "A") || separator.isQuoted || isOption
    let isLong = word.count >= 16 && bytes[word].contains(where: Byte.isDigit)
    guard isHeader || isLong else { return nil }
    let isScheme = rest > word.upperBound && rest < stop && bytes[word].allSatisfy { Base64.isDigit($0) }
    return isHeader ? text.trimmed((isScheme ? rest : value)..<stop) : word
  }

  private func bearer(_ end: Int) -> Range<Int>? {
    let start = text.skip(end) { $0 == Byte.space || $0 == Byte.tab }
    let range = start..<text.wordEnd(start)
    guard start > end, range.count >= 20, bytes[range].contains(where: Byte.isDigit) else { return nil }
    let head = bytes[range].prefix(64)
    return head.starts(with: "realm=".utf8) || head.starts(with: "http".utf8) ? nil : range
  }

  private func userinfo(_ end: Int) -> Range<Int>? {
    guard end >= 3, bytes[end - 2] == Byte.slash, bytes[end - 3] == Byte.colon else { return nil }
    let host = bytes[end...].prefix { $0 != Byte.slash && !Byte.isBlank($0) && $0 != Byte.quote }
    guard let at = host.lastIndex(of: UInt8(ascii: "@")), let colon = host[..<at].firstIndex(of: Byte.colon) else {
      return nil
    }
    return (colon + 1)..<at
  }
}

// MARK: Shapes

extension SecretReader {
  private mutating func shape(_ shape: String, _ end: Int) -> Range<Int>? {
    let start = end - shape.utf8.count
    guard start >= 0, bytes[start..<end].elementsEqual(shape.utf8), start >= shapeEnd else { return nil }
    var stop = text.skip(end, ByteText.isTokenByte)
    // A terminal or `base64` may have cut a long value into lines.
    while stop - start >= 60, text[stop] == Byte.newline {
      let next = text.skip(stop + 1, ByteText.isTokenByte)
      guard next - stop > 16, next == bytes.count || Byte.isBlank(bytes[next]) else { break }
      stop = next
    }
    shapeEnd = stop
    return start..<stop
  }

  private func within(_ shape: String, _ before: ClosedRange<Int>, _ after: ClosedRange<Int>, _ end: Int) -> Range<
    Int
  >? {
    let middle = end - shape.utf8.count
    guard middle >= 0, bytes[middle..<end].elementsEqual(shape.utf8) else { return nil }
    var start = middle
    while start > 0, middle - start <= before.upperBound, Base64.isDigit(bytes[start - 1]) { start -= 1 }
    var stop = end
    while stop < bytes.count, stop - end <= after.upperBound, ByteText.isTokenByte(bytes[stop]) { stop += 1 }
    return before.contains(middle - start) && after.contains(stop - end) ? start..<stop : nil
  }

  /// A whole block, or as much of it as is there.
  private mutating func pem(_ rule: SecretRule, _ end: Int) {
    let from = max(0, end - 80)
    guard end > covered || hits.last.map({ $0.range.contains(end - 1) }) ?? false,
      let begin = text.last("-----BEGIN", in: from..<end), text.last("-----END", in: begin..<end) == nil
    else { return }
    if blockEnd < end { blockEnd = text.find("-----END", from: end) }
    var stop = text.blockEnd(end)
    if blockEnd < bytes.count, blockEnd - end < 1 << 14,
      text.last("-----BEGIN", in: end..<blockEnd) == nil || stop >= blockEnd
    {
      let tail = blockEnd + "-----END".utf8.count
      stop = text.skip(tail) { $0 == Byte.space || $0 >= 0x41 && $0 <= 0x5A }
      stop = text.skip(stop) { $0 == UInt8(ascii: "-") }
    }
    add(rule, begin..<stop)
  }
}

// MARK: Command lines

extension SecretReader {
  /// Options of a login up to the end of the line.
  private mutating func login(_ rule: SecretRule, _ end: Int) {
    guard end >= loginEnd else { return }
    let takesUser = rule.word == "curl" || rule.word.hasPrefix("ctr")
    let stop = bytes[end...].prefix(2048).firstIndex(of: Byte.newline) ?? min(bytes.count, end + 2048)
    loginEnd = stop
    var index = end
    while index + 3 < stop {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "-"), Byte.isBlank(bytes[index - 1]) || text.quote(before: index) != nil,
        bytes[index + 1] | 0x20 == UInt8(ascii: takesUser ? "u" : "p"),
        let range = text.argument(after: index + 2, attached: !takesUser)
      else { continue }
      guard takesUser else {
        add(rule, range, isApart: true)
        continue
      }
      if let colon = bytes[range].firstIndex(of: Byte.colon) {
        add(rule, (colon + 1)..<range.upperBound, isApart: true)
      }
    }
  }

  /// The part of a flag's value behind `:` or `=`.
  private func credentials(_ rule: SecretRule, _ end: Int) -> Range<Int>? {
    guard let range = text.argument(after: end, attached: false) else { return nil }
    var mark = Byte.colon
    if case .literal = rule.form { mark = UInt8(ascii: "=") }
    guard let split = bytes[range].firstIndex(of: mark), !bytes[split...].starts(with: "://".utf8) else { return nil }
    return (split + 1)..<range.upperBound
  }
}

// MARK: Kubernetes Secrets

extension SecretReader {
  private mutating func secretObject(_ rule: SecretRule, _ end: Int) {
    if rule.word.hasPrefix("kind\"") {
      hasJSONSecret = true
      return
    }
    let next = text[end]
    guard next == nil || Byte.isBlank(next ?? 0) || next == UInt8(ascii: "#"), !manifest.contains(end - 1) else {
      return
    }
    var object = YAMLSecret(text)
    for range in object.values(at: end) { add(rule, range, isApart: true) }
    manifest = object.block
  }
}

/// Takes secrets out of outside text before anything else sees it.
///
/// The same secret gets the same token within a session; names, hosts, digests and ids stay.
package struct Redactor: Sendable {
  /// How often each rule found something.
  package private(set) var counts: [String: Int] = [:]
  private var tokens: [[UInt8]: Int] = [:]

  package init() {}

  /// How far a secret goes.
  private enum Form {
    /// Up to the quote that ends a JSON string; the prefix ends with the quote that begins it.
    case json
    /// A value of a command line: `=` or a blank, then a word that may be quoted.
    case flag
    /// Up to a blank, or to a mark that ends a value in a URL or in running text.
    case word
    /// The same, with the prefix itself.
    case prefixed
    /// The part between `:` and `@` of a URL.
    case userinfo
  }

  /// A rule: words that stand before a secret, and what the secret looks like.
  private struct Rule {
    let name: String
    let prefix: String
    let form: Form
    /// Fewest bytes that make it a secret.
    let least: Int

    init(_ name: String, _ prefix: String, _ form: Form = .word, least: Int = 1) {
      self.name = name
      self.prefix = prefix
      self.form = form
      self.least = least
    }
  }

  private static let rules: [Rule] = [
    Rule("sas", "sig="), Rule("jwt", "eyj", .prefixed, least: 40),
    Rule("authorization", "authorization:bearer"), Rule("authorization", "authorization:basic"),
    Rule("authorization", "bearerey", least: 20), Rule("userinfo", "://", .userinfo),
    Rule("password", "--docker-password", .flag), Rule("password", "--password", .flag),
    Rule("password", "password\":\"", .json), Rule("password", "identitytoken\":\"", .json),
    Rule("auth", "\"auth\":\"", .json), Rule("token", "refresh_token\":\"", .json),
    Rule("token", "access_token\":\"", .json), Rule("token", "refresh_token="), Rule("token", "access_token="),
    Rule("token", "accesstoken:", least: 20), Rule("token", "accesstoken\":\"", .json),
    Rule("secret", "client_secret="), Rule("secret", "client_secret\":\"", .json),
    Rule("secret", "clientsecret\":\"", .json), Rule("secret", "client-secret", .flag),
    Rule("storage-key", "accountkey="), Rule("client-key", "client-key-data:", least: 20),
    Rule("dockerconfig", ".dockerconfigjson\":\"", .json, least: 20),
    Rule("dockerconfig", ".dockerconfigjson:", least: 20),
  ]
  private static let stops = Set(" \t\r\n\"'&<>,;)]}\\".utf8)
  private static let scanner = WordScanner(rules.map(\.prefix))

  /// The bytes with secrets replaced by `‹secret-N›`; the same bytes when there are none.
  package mutating func redact(_ bytes: [UInt8]) -> [UInt8] {
    var hits: [(rule: Int, range: Range<Int>)] = []
    Self.scanner.scan(bytes) { rule, end in
      if let range = Self.secret(Self.rules[rule], bytes, end) { hits.append((rule, range)) }
    }
    guard !hits.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    for (rule, range) in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where range.lowerBound >= done {
      result += bytes[done..<range.lowerBound]
      result += token(for: bytes[range], Self.rules[rule].name)
      done = range.upperBound
    }
    return result + bytes[done...]
  }

  /// A text with secrets replaced.
  package mutating func redact(_ text: String) -> String {
    String(decoding: redact(Array(text.utf8)), as: UTF8.self)
  }

  private static func secret(_ rule: Rule, _ bytes: [UInt8], _ end: Int) -> Range<Int>? {
    let range: Range<Int>? =
      switch rule.form {
      case .json: json(bytes, end)
      case .flag: flag(bytes, end)
      case .word: word(bytes, start: bytes.index(end, skipping: Byte.space))
      case .prefixed: prefixed(rule, bytes, end)
      case .userinfo: userinfo(bytes, end)
      }
    guard let range, range.count >= rule.least, !alreadyHidden(bytes[range]) else { return nil }
    return range
  }

  private static func word(_ bytes: [UInt8], start: Int) -> Range<Int> {
    start..<(bytes[start...].firstIndex { stops.contains($0) } ?? bytes.count)
  }

  /// A prefix in one piece, because the scanner looks through blanks.
  private static func prefixed(_ rule: Rule, _ bytes: [UInt8], _ end: Int) -> Range<Int>? {
    let start = end - rule.prefix.utf8.count
    guard start >= 0, bytes[start..<end].map({ $0 | 0x20 }) == Array(rule.prefix.utf8) else { return nil }
    return start..<(bytes[start...].firstIndex { stops.contains($0) || $0 == Byte.colon } ?? bytes.count)
  }

  /// Up to the quote that is escaped as often as the one that opened; JSON stands inside JSON in annotations.
  private static func json(_ bytes: [UInt8], _ end: Int) -> Range<Int> {
    let depth = bytes[..<(end - 1)].reversed().prefix { $0 == Byte.backslash }.count
    var backslashes = 0
    for index in end..<bytes.count {
      switch bytes[index] {
      case Byte.backslash: backslashes += 1
      case Byte.newline: return end..<index
      case Byte.quote where backslashes % (2 * (depth + 1)) == depth: return end..<(index - depth)
      default: backslashes = 0
      }
    }
    return end..<bytes.count
  }

  private static func flag(_ bytes: [UInt8], _ end: Int) -> Range<Int>? {
    guard end < bytes.count, bytes[end] == Byte.space || bytes[end] == UInt8(ascii: "=") else { return nil }
    var start = bytes[end] == Byte.space ? bytes.index(end, skipping: Byte.space) : end + 1
    guard start < bytes.count, !bytes[start...].starts(with: "--".utf8) else { return nil }
    let quote = bytes[start] == UInt8(ascii: "'") || bytes[start] == Byte.quote ? bytes[start] : nil
    if quote != nil { start += 1 }
    let stop = bytes[start...].firstIndex { byte in
      if let quote { return byte == quote || byte == Byte.newline }
      return Byte.isBlank(byte) || byte == Byte.quote || byte == UInt8(ascii: "'")
    }
    return start..<(stop ?? bytes.count)
  }

  private static func userinfo(_ bytes: [UInt8], _ end: Int) -> Range<Int>? {
    let host = bytes[end...].prefix { $0 != Byte.slash && !Byte.isBlank($0) && $0 != Byte.quote }
    guard let at = host.lastIndex(of: UInt8(ascii: "@")), let colon = host[..<at].firstIndex(of: Byte.colon) else {
      return nil
    }
    return (colon + 1)..<at
  }

  /// Newer runtimes print `%5BREDACTED%5D` themselves, and our own tokens must stay what they are.
  private static func alreadyHidden(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "%5BREDACTED".utf8) || bytes.starts(with: "‹secret-".utf8)
  }

  private mutating func token(for secret: ArraySlice<UInt8>, _ rule: String) -> [UInt8] {
    counts[rule, default: 0] += 1
    let number = tokens[Array(secret)] ?? tokens.count + 1
    tokens[Array(secret)] = number
    return Array("‹secret-\(number)›".utf8)
  }
}

extension [UInt8] {
  /// The first place from an index on that does not hold a byte.
  fileprivate func index(_ start: Int, skipping byte: UInt8) -> Int {
    self[start...].firstIndex { $0 != byte } ?? count
  }
}

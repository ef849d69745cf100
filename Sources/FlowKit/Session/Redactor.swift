/// Takes secrets out of outside text before anything else sees it.
///
/// The same secret gets the same token within a session; names, hosts, digests and ids stay.
package struct Redactor: Sendable {
  /// How often each rule found something.
  package private(set) var counts: [String: Int] = [:]
  private var tokens: [[UInt8]: Int] = [:]

  package init() {}

  /// A rule: words that stand before a secret, and what the secret looks like.
  private struct Rule {
    let name: String
    let prefix: String
    /// Fewest bytes that make it a secret.
    let least: Int
    let stops: Set<UInt8>
    /// Whether the prefix is part of the secret.
    let takesPrefix: Bool

    init(
      _ name: String, _ prefix: String, least: Int = 1, stops: String = " \t\r\n\"'&<>,;)]}", takesPrefix: Bool = false
    ) {
      self.name = name
      self.prefix = prefix
      self.least = least
      self.stops = Set(stops.utf8)
      self.takesPrefix = takesPrefix
    }
  }

  private static let rules: [Rule] = [
    Rule("sas", "sig="), Rule("jwt", "eyj", least: 40, stops: " \t\r\n\"'&<>,;)]}:", takesPrefix: true),
    Rule("authorization", "authorization:bearer"), Rule("authorization", "authorization:basic"),
    Rule("authorization", "bearerey", least: 20),
    Rule("password", "--docker-password="), Rule("password", "--password="), Rule("password", "password\":\""),
    Rule("password", "identitytoken\":\""), Rule("auth", "\"auth\":\""), Rule("token", "refresh_token\":\""),
    Rule("token", "access_token\":\""), Rule("token", "refresh_token="), Rule("token", "access_token="),
    Rule("token", "accesstoken:", least: 20), Rule("secret", "client_secret="), Rule("secret", "clientsecret\":\""),
    Rule("secret", "client-secret="), Rule("storage-key", "accountkey="),
    Rule("dockerconfig", ".dockerconfigjson\":\"", least: 20), Rule("dockerconfig", ".dockerconfigjson:", least: 20),
  ]
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
    var start = end
    if rule.takesPrefix {
      start = end - rule.prefix.utf8.count
    } else {
      while start < bytes.count, bytes[start] == Byte.space { start += 1 }
    }
    var stop = start
    while stop < bytes.count, !rule.stops.contains(bytes[stop]), bytes[stop] != Byte.backslash { stop += 1 }
    guard stop - start >= rule.least, !alreadyHidden(bytes[start..<stop]) else { return nil }
    return start..<stop
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

import Synchronization

/// The test of one value, shared by the matchers of facts and of JSON.
struct ValueTest: Sendable {
  static let keys = [
    FieldKey("is", .scalar, "The value, without regard to case; may hold {{facts}}."),
    FieldKey("in", .list(.scalar), "Values of which one must be it; may hold {{facts}}."),
    FieldKey("matches", .text, "Regular expression; a named group (?<fact>…) becomes a fact."),
    FieldKey("contains", .text, "A part of the value; may hold {{facts}}."),
    FieldKey("present", .truth, "Whether there is a value at all."),
    FieldKey("covers", .text, "Fact with an address that lies in the value, a list of addresses or ranges."),
  ]

  private var values: [Template]?
  private var pattern: String?
  private var part: Template?
  private var present: Bool?
  /// Fact with an address that the value, addresses or ranges joined by commas, must hold.
  private var covered: String?

  init(_ fields: Fields) {
    if fields.has("is") { values = fields.text("is").map { [Template($0)] } ?? [] }
    if fields.has("in") { values = fields.texts("in").map { Template($0) } }
    pattern = Pattern.read("matches", fields)
    part = fields.text("contains").map { Template($0) }
    present = fields.bool("present")
    covered = fields.text("covers")
    if !Self.keys.contains(where: { fields.has($0.name) }) {
      fields.findings.report(
        "missing-key", fields.node.position,
        "a test is missing: one of \(Self.keys.map(\.name).joined(separator: ", "))")
    }
  }

  var captures: [String] { pattern.map(Pattern.captures) ?? [] }

  /// Facts that the test looks at beside the value.
  var facts: [String] { (values ?? []).flatMap(\.facts) + (part?.facts ?? []) + [covered].compactMap { $0 } }

  /// The values of which one is wanted, empty when none is; nil when another test decides, or when one is not known.
  func wanted(in scope: MatchScope) -> [String]? {
    if present == false { return [] }
    guard let values else { return nil }
    let known = values.compactMap { $0.resolved { scope.facts[$0]?.value }?.lowercased() }
    return known.count == values.count ? known : nil
  }

  /// Values are compared without regard to case, because tools change the case of their enumerations.
  func match(_ value: String?, _ span: Span?, in scope: MatchScope) -> Match? {
    if let present, present != (value != nil) { return nil }
    guard let value else { return present == false ? Match() : nil }
    func known(_ template: Template) -> String? { template.resolved { scope.facts[$0]?.value }?.lowercased() }
    if let values, !values.contains(where: { known($0) == value.lowercased() }) { return nil }
    if let covered, scope.facts[covered].map({ AddressRange.list(value, covers: $0.value) }) != true { return nil }
    var decisive = span
    if let part {
      guard let part = known(part), let range = value.lowercased().firstRange(of: part) else { return nil }
      let start = value.lowercased().distance(from: value.lowercased().startIndex, to: range.lowerBound)
      decisive = span?.narrowed(to: start..<(start + part.count), of: value)
    }
    guard let pattern else { return Match(span: decisive) }
    return Pattern.match(pattern, value).map { range, captures in
      let start = value.distance(from: value.startIndex, to: range.lowerBound)
      let length = value.distance(from: range.lowerBound, to: range.upperBound)
      return Match(span: decisive?.narrowed(to: start..<(start + length), of: value), captures: captures)
    }
  }
}

/// Regular expressions of flows.
enum Pattern {
  /// Reads and checks a pattern; nil when absent or after a report.
  static func read(_ key: String, _ fields: Fields) -> String? {
    guard let pattern = fields.text(key) else { return nil }
    if !fields.findings.isTested, compiled.withLock({ isRight(pattern, &$0) }) == false {
      fields.findings.report("bad-pattern", fields.position(key), "'\(pattern)' is no regular expression")
      return nil
    }
    return pattern
  }

  /// Names of the captures of a pattern, in order.
  static func captures(_ pattern: String) -> [String] {
    var names: [String] = []
    var rest = Substring(pattern)
    while let open = rest.firstRange(of: "(?<"), let close = rest[open.upperBound...].firstIndex(of: ">") {
      let name = rest[open.upperBound..<close]
      if name.first.map({ $0.isLetter }) == true { names.append(String(name)) }
      rest = rest[close...]
    }
    return names
  }

  /// First match in a text with its named captures.
  static func match(_ pattern: String, _ text: String) -> (range: Range<String.Index>, captures: [String: String])? {
    compiled.withLock { compiled in
      guard isRight(pattern, &compiled), let regex = compiled[pattern] else { return nil }
      guard let match = try? regex.firstMatch(in: text) else { return nil }
      var captures: [String: String] = [:]
      for name in Self.captures(pattern) {
        if let value = match[name]?.substring { captures[name] = String(value) }
      }
      return (match.range, captures)
    }
  }

  /// Whether a pattern is one; it is compiled then.
  private static func isRight(_ pattern: String, _ compiled: inout [String: Regex<AnyRegexOutput>]) -> Bool {
    if compiled[pattern] == nil { compiled[pattern] = try? Regex(pattern) }
    return compiled[pattern] != nil
  }

  /// Compiled once: a flow has hundreds of patterns, and a walk tries the same ones again.
  private static let compiled = Mutex<[String: Regex<AnyRegexOutput>]>([:])
}

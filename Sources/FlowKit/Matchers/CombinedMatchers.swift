/// Reads the matchers inside `any`, `all` and `none`.
private func inner(_ key: String, _ fields: Fields) -> [any Matcher] {
  let parts = fields.list(key).compactMap { Matchers.read($0, fields.findings) }
  if parts.isEmpty { fields.findings.report("structure", fields.position(key), "'\(key)' needs at least one matcher") }
  return parts
}

/// Matches when any of its parts does; the first match counts.
struct AnyMatcher: Matcher {
  static let key = "any"
  static let keys = [FieldKey.required("any", .list(.named(.matcher)), "At least one of these holds.")]
  let parts: [any Matcher]

  init(_ fields: Fields) { parts = inner("any", fields) }

  func match(_ scope: MatchScope) -> Match? { parts.lazy.compactMap { $0.match(scope) }.first }

  /// Every part must be out of the question; what all of them want counts.
  func contradiction(_ scope: MatchScope) -> Contradiction? {
    let found = parts.compactMap { $0.contradiction(scope) }
    guard found.count == parts.count, var first = found.first else { return nil }
    first.wanted = found.filter { $0.fact.name == first.fact.name }.flatMap(\.wanted)
    return first
  }

  /// Only captures that every part gives are certain.
  var captures: [String] {
    guard let first = parts.first else { return [] }
    return first.captures.filter { name in parts.allSatisfy { $0.captures.contains(name) } }
  }
}

/// Matches when all of its parts do; captures of all count.
struct AllMatcher: Matcher {
  static let key = "all"
  static let keys = [FieldKey.required("all", .list(.named(.matcher)), "All of these hold.")]
  let parts: [any Matcher]

  init(_ fields: Fields) { parts = inner("all", fields) }

  func match(_ scope: MatchScope) -> Match? {
    var result = Match()
    for part in parts {
      guard let match = part.match(scope) else { return nil }
      result = result.joined(match)
    }
    return result
  }

  func contradiction(_ scope: MatchScope) -> Contradiction? {
    parts.lazy.compactMap { $0.contradiction(scope) }.first
  }
}

/// Matches when none of its parts does.
struct NoneMatcher: Matcher {
  static let key = "none"
  static let keys = [FieldKey.required("none", .list(.named(.matcher)), "None of these holds.")]
  let parts: [any Matcher]

  init(_ fields: Fields) { parts = inner("none", fields) }

  var captures: [String] { [] }

  func match(_ scope: MatchScope) -> Match? { parts.contains { $0.match(scope) != nil } ? nil : Match() }
}

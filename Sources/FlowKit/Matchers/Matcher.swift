/// What a matcher may look at.
package struct MatchScope: Sendable {
  package var facts: [String: Fact]
  package var documents: [Document]
  /// Output of the command at hand; nil outside a command node.
  package var output: Document?
  /// Its standard error; nil when it wrote none.
  package var errors: Document?
  /// Its exit status; nil when it did not run to its end.
  package var exit: Int?
  /// The value that `where` looks into; nil outside one.
  var element: (document: Document, tree: JSONTree)?

  package init(facts: [String: Fact], documents: [Document], output: Document? = nil, exit: Int? = nil) {
    self.facts = facts
    self.documents = documents
    self.output = output
    self.exit = exit
  }

  /// Where `contains` and `matches` look: the output of a command, else all evidence.
  var texts: [Document] { output.map { [$0] + [errors].compactMap { $0 } } ?? documents }
}

/// A successful test: what decided, and what was captured.
package struct Match: Sendable {
  /// The deciding place; nil when a fact without a place or an exit status decided.
  package var span: Span?
  /// Values of named captures.
  package var captures: [String: String] = [:]

  package init(span: Span? = nil, captures: [String: String] = [:]) {
    // An empty value has no place to show.
    self.span = span?.pieces.isEmpty == false ? span : nil
    self.captures = captures
  }

  /// Both together; the first place stays.
  func joined(_ other: Match) -> Match {
    Match(span: span ?? other.span, captures: captures.merging(other.captures) { _, new in new })
  }
}

/// A declared test on evidence or facts.
package protocol Matcher: Sendable {
  /// Key that names the matcher in a flow.
  static var key: String { get }
  /// Every key of its mapping, the one that names it first.
  static var keys: [FieldKey] { get }
  /// Reads the matcher's fields and reports what does not fit.
  init(_ fields: Fields)
  /// The match, or nil.
  func match(_ scope: MatchScope) -> Match?
  /// What is known and speaks against it; nil when nothing does, however little is known.
  func contradiction(_ scope: MatchScope) -> Contradiction?
  /// Facts that it looks at.
  var facts: [String] { get }
  /// Facts that it gives when it matches.
  var captures: [String] { get }
  /// Matchers inside it.
  var parts: [any Matcher] { get }
}

extension Matcher {
  package var facts: [String] { parts.flatMap(\.facts) }
  package var captures: [String] { parts.flatMap(\.captures) }
  package var parts: [any Matcher] { [] }
  package func contradiction(_ scope: MatchScope) -> Contradiction? { nil }
}

/// The list of matchers; the first whose key stands in a mapping reads it.
package enum Matchers {
  package static let all: [any Matcher.Type] = [
    FactMatcher.self, JSONMatcher.self, ExitMatcher.self, AnyMatcher.self, AllMatcher.self, NoneMatcher.self,
    ContainsMatcher.self, MatchesMatcher.self,
  ]

  /// Reads a `when`; nil after a report when no matcher is named.
  package static func read(_ node: SourceNode, _ findings: Findings) -> (any Matcher)? {
    let fields = Fields(node, findings, what: "a matcher")
    guard node.map != nil else { return nil }
    guard let type = all.first(where: { fields.has($0.key) }) else {
      let wrong = node.map?.first?.key.text ?? ""
      findings.report(
        "unknown-matcher", node.position,
        "unknown matcher '\(wrong)'\(NearestName.hint(wrong, among: all.map { $0.key })); known: \(all.map { $0.key }.joined(separator: ", "))"
      )
      return nil
    }
    fields.allow(type.keys, in: "matcher '\(type.key)'")
    return type.init(fields)
  }
}

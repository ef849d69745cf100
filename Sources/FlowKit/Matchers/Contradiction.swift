/// A known fact that says something else than a test wants.
package struct Contradiction: Sendable {
  /// What is known.
  package var fact: Fact
  /// The values of which the test wants one; empty when it wants the fact to be unknown.
  package var wanted: [String]

  /// The reason in words, with the place when the evidence says it.
  package var words: String {
    let place = fact.span.map { " (\($0.document), line \($0.line))" } ?? ""
    return "\(fact.name) is \(fact.value)\(place)"
  }

  /// Where that stands, to put behind other words; empty when somebody said it.
  package var place: String { fact.span.map { ", line \($0.line)" } ?? "" }
}

extension Session {
  /// What speaks against an option of the node at hand; nil when nothing does, or when the evidence backs it.
  ///
  /// Only a fact that names another value rules an option out; that a text is not found proves nothing. A class of
  /// which the catalogue says that its text can mean another class as well does not rule that one out.
  package func contradiction(of choice: Step.Ask.Choice) -> Contradiction? {
    guard !isUnaided, choice.match == nil, let edge = node?.edges.first(where: { $0.id == choice.id }) else {
      return nil
    }
    return contradiction(of: edge, in: scope)
  }

  /// What was ruled out when a node was left, with the reasons.
  package func ruledOut(at visit: Visit) -> [(label: String, reason: Contradiction)] {
    guard !isUnaided, visit.node.kind is Question else { return [] }
    let facts = visit.before.shelf.facts.merging(visit.before.facts) { _, own in own }
    let scope = MatchScope(facts: facts, documents: visit.before.shelf.all)
    return visit.node.edges.compactMap { edge in
      guard edge.id != visit.edge.id, let reason = contradiction(of: edge, in: scope) else { return nil }
      return (edge.label, reason)
    }
  }

  /// What the evidence says against the answer that a question got; nil when nothing does.
  package func objection(to visit: Visit) -> Contradiction? {
    visit.node.kind is Question ? contradiction(of: visit.edge, in: scope) : nil
  }

  /// The same in words: `Forbidden; Not found, since pull.class is dns (describe, line 58)`; nil when nothing was.
  package func wordsRuledOut(at visit: Visit) -> String? {
    let found = ruledOut(at: visit)
    guard let first = found.first?.reason.words else { return nil }
    // Most often one fact speaks against all of them.
    let isOneReason = found.allSatisfy { $0.reason.words == first }
    let labels = found.map { isOneReason ? $0.label : "\($0.label) (\($0.reason.words))" }.joined(separator: "; ")
    return isOneReason ? "\(labels), since \(first)" : labels
  }

  func contradiction(of edge: Edge, in scope: MatchScope) -> Contradiction? {
    guard let matcher = edge.matcher, let found = matcher.contradiction(scope), matcher.match(scope) == nil else {
      return nil
    }
    guard found.fact.name == Fact.pullClass else { return found }
    let fits = library.vocabulary.classes.first { $0.id == found.fact.value }?.fits ?? []
    return fits.contains(Catalogue.any) || fits.contains(where: found.wanted.contains) ? nil : found
  }
}

extension Session {
  /// An earlier answer that waits to be taken again.
  package struct Kept: Sendable {
    package var visit: Visit
    /// The session that gave it; it knows what stood there.
    let isSameFlow: Bool

    init(_ visit: Visit, isSameFlow: Bool) {
      self.visit = visit
      self.isSameFlow = isSameFlow
    }
  }

  /// The event that takes the next earlier answer again; nil when the node at hand has none that holds.
  ///
  /// An answer holds when the same node of the same flow stands at hand, asks the same in the same words and has the
  /// option still. After the flow was edited, ids count and words do not.
  var keptEvent: Event? {
    guard let index = keptIndex, reasonAgainst(kept[index]) == nil else { return nil }
    let visit = kept[index].visit
    if let command = visit.command, answersByCommand {
      var record = command
      record.kept = true
      return .command(record)
    }
    var answer = visit.answer
    answer.kept = true
    return .answered(answer)
  }

  /// The earlier answer to the node at hand, or at a leaf the next one, with the reason why it was not taken again.
  package var stale: (visit: Visit, reason: String)? {
    if let index = keptIndex { return reasonAgainst(kept[index]).map { (kept[index].visit, $0) } }
    // Elsewhere the walk may still come by; at a leaf it does not.
    guard case .finish? = step else { return nil }
    return kept.first { $0.visit.answer.by != .rule }.map { ($0.visit, "the walk does not come by there any more") }
  }

  /// Number of earlier answers that wait for the walk to come by.
  package var waiting: Int { kept.count { $0.visit.answer.by != .rule } }

  /// Id of the option that was chosen here before it was taken back; nil when none was.
  package var earlierAnswer: String? {
    abandoned.last { $0.flow == flow.id && $0.node.id == nodeID && $0.answer.by != .rule }?.edge.id
  }

  var keptIndex: Int? { kept.firstIndex { $0.visit.flow == flow.id && $0.visit.node.id == nodeID } }

  private var answersByCommand: Bool { if case .run? = step { true } else { false } }

  /// Why an earlier answer cannot be taken again here; nil when it can.
  private func reasonAgainst(_ kept: Kept) -> String? {
    let visit = kept.visit
    if kept.isSameFlow, visit.title != title { return "the question reads differently now" }
    switch step {
    case .ask(let ask):
      guard let choice = ask.choices.first(where: { $0.id == visit.edge.id }) else {
        return "the option is not there any more"
      }
      if let reason = doubt(visit, choice.match != nil) { return reason }
    case .show(let choice, _): if choice.id != visit.edge.id { return "the note leads elsewhere now" }
    case .enter(let entry):
      if visit.edge.id == "skip" { return entry.skip == nil ? "a value is needed now" : nil }
      let value = visit.answer.facts[entry.fact]
      return value.map { EntryCheck.fault($0, pattern: entry.pattern) } ?? "another value is asked for now"
    case .run(let run):
      if visit.command != nil, isOlder(visit) { return "the evidence was read again since it ran" }
      if let command = visit.command { return command.line == run.line ? nil : "the command is another one now" }
      if run.effect == .readsSecret { return "it reads a secret, so it has to run again" }
      guard node?.edges.contains(where: { $0.id == visit.edge.id }) == true else {
        return "the outcome is not there any more"
      }
    case .go, .finish, nil: return "nothing is asked here any more"
    }
    return nil
  }

  /// Whether the evidence was read again since a node was left.
  private func isOlder(_ visit: Visit) -> Bool {
    visit.before.shelf.all.contains { old in
      !documents.contains(old) && (documents.contains { $0.id == old.id } || old.id == Document.description)
    }
  }

  /// Why an answer does not fit what a newer look at the evidence says; nil when it fits, or the evidence is the same.
  private func doubt(_ visit: Visit, _ isBacked: Bool) -> String? {
    guard visit.node.kind is Question, isOlder(visit), !isBacked else { return nil }
    if let against = contradiction(of: visit.edge, in: scope) { return against.words }
    return visit.answer.because == nil ? nil : "the evidence does not say so any more"
  }

  /// The first answer of the walk that a newer look at the evidence speaks against, with the reason; nil when none is.
  package var doubtful: (visit: Visit, reason: String)? {
    // Where the remedy helped, nothing of the old error stands there any more.
    if facts[Fact.pullClass]?.value == Fact.healthy { return nil }
    return visits.lazy.compactMap { visit in
      doubt(visit, visit.edge.matcher?.match(scope) != nil).map { (visit, $0) }
    }.first
  }

  /// The first step of the walk that would go another way since a fact was corrected; nil when none would.
  var firstOutdated: Int? { visits.firstIndex { isOutdated($0) } }

  private func isOutdated(_ visit: Visit) -> Bool {
    guard visit.answer.edge != "jump" else { return false }
    // The evidence of that time, so that nothing but the correction counts.
    let evidence = visit.before.shelf
    let facts = evidence.facts.merging(corrected(visit.before.facts)) { _, own in own }
    if visit.node.title.filled({ facts[$0]?.value }) != visit.title { return true }
    let scope = MatchScope(facts: facts, documents: evidence.all)
    switch visit.node.kind.step(at: visit.node, in: scope) {
    case .go(let edge, let match):
      // What a rule takes out of a fact is another thing when the fact is.
      let now = Answer(visit.node.id, edge, match, by: .rule)
      return visit.answer.by == .rule && (now.edge != visit.answer.edge || now.facts != visit.answer.facts)
    case .run(let run): return run.line != (visit.command?.line ?? line(of: visit))
    case .ask, .enter, .show, .finish: return false
    }
  }

  /// The command as it stood when the node was left; nil when the node has none.
  private func line(of visit: Visit) -> String? {
    let facts = visit.before.shelf.facts.merging(visit.before.facts) { _, own in own }
    let scope = MatchScope(facts: facts, documents: [])
    guard case .run(let run) = visit.node.kind.step(at: visit.node, in: scope) else { return nil }
    return run.line
  }

  /// Facts of an earlier time with what was typed since.
  func corrected(_ facts: [String: Fact]) -> [String: Fact] {
    facts.filter { !$0.value.isTold }.merging(ownFacts.filter(\.value.isTold)) { _, told in told }
  }
}

/// Checks values that people type before they become part of a command.
package enum EntryCheck {
  /// Why a value cannot be taken; nil when it can.
  package static func fault(_ text: String, pattern: String?) -> String? {
    if text.isEmpty { return "Type a value, or press Esc." }
    if text.hasPrefix("-") { return "A value cannot begin with '-'." }
    if Inert.text(text) != text { return "The value holds characters that cannot be seen." }
    guard let pattern, let regex = try? Regex(pattern) else { return nil }
    return (try? regex.wholeMatch(in: text)) == nil ? "That does not look like one: it must match \(pattern)" : nil
  }
}

/// Goes through a session without anybody to ask: rules, given answers and the evidence decide.
package struct Autopilot: Sendable {
  /// What somebody said beforehand of one node.
  package struct Given: Hashable, Sendable {
    /// Id of an option or an outcome, a value, `skip` or `yes`.
    package var answer: String
    /// Facts that the answer told when it was given.
    package var facts: [String: String]

    package init(_ answer: String, facts: [String: String] = [:]) {
      self.answer = answer
      self.facts = facts
    }
  }

  /// What to do next.
  package enum Next: Sendable {
    case record(Event)
    /// Run a command; one that does more than read only when somebody agreed beforehand.
    case run(Step.Run, isAgreed: Bool)
    /// Somebody must decide, for a reason.
    case waits(String)
    /// A leaf.
    case end
  }

  /// Answers by node, as `node` in the first flow or `flow.node`; the second is for the second time, and so on.
  package var given: [String: [Given]] = [:]
  /// Who gave them.
  package var by = Answer.Decider.file
  /// Whether a value that nobody tells is skipped where the flow has a way on without it.
  package var skipsValues = false

  package init() {}

  /// The next thing to do.
  package func next(_ session: Session) -> Next {
    if let event = session.automatic { return .record(event) }
    switch session.step {
    case .finish: return .end
    case .ask(let ask): return choose(ask, session)
    case .enter(let entry): return enter(entry, session)
    case .show(let choice, _): return .record(session.answer(choice, by: by == .person ? .person : .rule))
    case .run(let run): return command(run, session)
    case .go, nil: return .waits("there is no way on from '\(Self.name(session))'")
    }
  }

  /// The node at hand, as answers name it.
  static func name(_ session: Session) -> String {
    let first = session.visits.first?.flow ?? session.flow.id
    return session.flow.id == first ? session.nodeID : "\(session.flow.id).\(session.nodeID)"
  }

  private func told(_ session: Session) -> Given? {
    guard let list = given[Self.name(session)] ?? given["\(session.flow.id).\(session.nodeID)"], !list.isEmpty else {
      return nil
    }
    let times = session.visits.count { $0.flow == session.flow.id && $0.node.id == session.nodeID }
    return list[min(times, list.count - 1)]
  }

  private func choose(_ ask: Step.Ask, _ session: Session) -> Next {
    if let told = told(session) {
      guard let choice = ask.choices.first(where: { $0.id == told.answer }) else {
        let hint = NearestName.hint(told.answer, among: ask.choices.map(\.id))
        return .waits("'\(Self.name(session))' has no option '\(told.answer)'\(hint)")
      }
      return .record(session.answer(choice, by: by).telling(told.facts))
    }
    if let suggested = ask.suggested { return .record(session.answer(ask.choices[suggested], by: .evidence)) }
    return .waits("nobody answers question '\(Self.name(session))', and no evidence does")
  }

  private func enter(_ entry: Step.Entry, _ session: Session) -> Next {
    func answer(_ edge: String, _ by: Answer.Decider, _ facts: [String: String] = [:]) -> Next {
      .record(.answered(Answer(node: session.nodeID, edge: edge, by: by, facts: facts)))
    }
    guard let told = told(session) else {
      if skipsValues, entry.skip != nil { return answer("skip", .rule) }
      return .waits("nobody tells the value at '\(Self.name(session))'")
    }
    if told.answer == "skip", entry.skip != nil { return answer("skip", by) }
    if let fault = EntryCheck.fault(told.answer, pattern: entry.pattern) {
      return .waits("the value told at '\(Self.name(session))' cannot be taken: \(fault)")
    }
    return answer("go", by, told.facts.merging([entry.fact: told.answer]) { _, typed in typed })
  }

  private func command(_ run: Step.Run, _ session: Session) -> Next {
    guard let told = told(session), told.answer != "yes" else {
      return .run(run, isAgreed: told(session)?.answer == "yes")
    }
    if told.answer == "skip" { return .record(session.skipping(run)) }
    guard let edge = session.node?.edges.first(where: { $0.id == told.answer }) else {
      let hint = NearestName.hint(told.answer, among: session.node?.edges.map(\.id) ?? [])
      return .waits("'\(Self.name(session))' has no outcome '\(told.answer)'\(hint)")
    }
    let facts = edge.sets.merging(told.facts) { _, told in told }
    return .record(.answered(Answer(node: session.nodeID, edge: edge.id, by: by, facts: facts)))
  }
}

extension Session {
  /// The event by which a command is passed over.
  package func skipping(_ run: Step.Run) -> Event {
    .command(Event.CommandRecord(node: nodeID, line: run.line, effect: run.effect, outcome: .skipped))
  }
}

extension Event {
  /// The answer with facts that were told when it was given first; what the evidence says now outranks them.
  fileprivate func telling(_ facts: [String: String]) -> Event {
    guard case .answered(var answer) = self else { return self }
    answer.facts = facts.merging(answer.facts) { _, now in now }
    return .answered(answer)
  }
}

package import FlowKit
package import Wizard

/// A session that is walked in memory while a journal keeps it, as a driver does: on disk first, then taken.
package struct KeptWalk {
  package let journal: Journal
  package private(set) var session: Session
  /// Number of events that were taken of the session, one for each of the journal.
  package private(set) var states: [Session] = []

  /// Begins a session at the start of a flow.
  package init(_ flow: Flow, _ library: Library, _ journal: Journal, source: Event.Source? = nil) {
    self.journal = journal
    session = Session(flow, library: library)
    record(.began(Event.Began(library.reference(to: flow), program: "0", source: source)))
  }

  /// Begins a session of the first of some flows.
  package init(_ library: Library, in store: SessionStore) {
    self.init(library.flows[0], library, Journal(in: store))
  }

  /// Goes on with a session that a journal holds.
  package init(_ journal: Journal, _ session: Session) {
    self.journal = journal
    self.session = session
  }

  /// A whole session of a demonstration, from its evidence to its leaf.
  package static func demo(_ id: String, in store: SessionStore) throws -> KeptWalk {
    let library = try ShippedFlow.library
    let demo = try ShippedFlow.demo(id)
    guard let flow = library[demo.flow] else { throw ShippedFlow.Missing(what: demo.flow) }
    var walk = KeptWalk(flow, library, Journal(in: store))
    walk.record(.evidence(EvidenceRecord(try ShippedFlow.document(id))))
    for fact in demo.facts { walk.record(.fact(fact)) }
    walk.record(.note("asked the owner"))
    while walk.goOn(demo) {}
    walk.record(.ended(.finished))
    return walk
  }

  /// Takes an event, then goes on through everything that decides by itself.
  package mutating func record(_ event: Event) {
    take(event)
    while let event = session.automatic { take(event) }
  }

  /// Takes a document as evidence.
  package mutating func see(_ text: String, id: String = "describe") {
    let provenance = Provenance(.paste, source: "test")
    record(.evidence(EvidenceRecord(Document(id: id, title: id, provenance: provenance, text: text))))
  }

  /// Answers the nodes at hand, one after the other: with the id of an option, the value of an input, or `skip`.
  package mutating func answer(_ answers: String...) {
    for answer in answers {
      switch session.step {
      case .ask(let ask): for choice in ask.choices where choice.id == answer { choose(choice) }
      case .show(let choice, _): choose(choice)
      case .enter(let entry):
        let facts = answer == "skip" ? [:] : [entry.fact: answer]
        record(
          .answered(Answer(node: session.nodeID, edge: facts.isEmpty ? "skip" : "go", by: .person, facts: facts)))
      case .run(let run): ran(run, answer == "skip" ? .skipped : .ran, answer)
      case .go, .finish, nil: break
      }
    }
  }

  private mutating func take(_ event: Event) {
    session.apply(journal.record(event, in: session))
    states.append(session)
  }

  private mutating func choose(_ choice: Step.Ask.Choice) { record(session.answer(choice, by: .person)) }

  /// Keeps the output of a command, then its end.
  private mutating func ran(_ run: Step.Run, _ outcome: Outcome, _ output: String) {
    let id = "command-\(session.commandCount + 1)"
    let hasOutput = outcome == .ran
    if hasOutput {
      let provenance = Provenance(.command, source: run.line, exit: 0)
      take(.evidence(EvidenceRecord(Document(id: id, title: run.line, provenance: provenance, text: output))))
    }
    record(
      .command(
        Event.CommandRecord(
          node: session.nodeID, line: run.line, effect: run.effect, outcome: outcome,
          exit: hasOutput ? 0 : nil, document: hasOutput ? id : nil)))
  }

  /// Takes what the evidence or the recording says; false at the leaf.
  private mutating func goOn(_ demo: Scenario) -> Bool {
    switch session.step {
    case .ask(let ask): choose(ask.choices[ask.suggested ?? ask.choices.count - 1])
    case .show(let choice, _): choose(choice)
    case .enter: answer("skip")
    case .run(let run):
      let result = demo.result(of: run.arguments ?? [])
      ran(run, result?.outcome ?? .skipped, String(decoding: result?.output ?? [], as: UTF8.self))
    case .go, .finish, nil: return false
    }
    return true
  }
}

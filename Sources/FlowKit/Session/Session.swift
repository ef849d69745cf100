/// One walk through a flow.
///
/// The session knows no clock, no process and no terminal: whoever drives it appends events.
package struct Session: Sendable {
  /// One node that was left, with the way that was taken.
  package struct Visit: Sendable {
    package var flow: String
    package var node: Node
    package var edge: Edge
    package var answer: Answer
    /// What to restore when the operator goes back.
    fileprivate var before: Before
  }

  /// What an answer changes beside the place.
  fileprivate struct Before: Sendable {
    var facts: [String: Fact]
    var returns: [(flow: String, node: String)]
    /// Number of commands that had run when the node was reached.
    var commands: Int
  }

  package let library: Library
  package private(set) var flow: Flow
  package private(set) var nodeID: String
  package private(set) var documents: [Document] = []
  package private(set) var reading = EvidenceReading([])
  package private(set) var visits: [Visit] = []
  package private(set) var notes: [String] = []
  package private(set) var commands: [Event.CommandRecord] = []
  private var evidenceFacts: [String: Fact] = [:]
  private var ownFacts: [String: Fact] = [:]
  /// Flows to come back to, with the node to go on at.
  private var returns: [(flow: String, node: String)] = []
  /// Number of commands that had run when the node at hand was reached: what came later belongs to this stay.
  private var commandsBefore = 0

  /// Starts at the start of a flow.
  package init(_ flow: Flow, library: Library) {
    self.flow = flow
    self.library = library
    self.nodeID = flow.start.node
  }

  /// The node at hand; nil only in a flow with an unknown target, which lint refuses.
  package var node: Node? { flow[nodeID] }

  /// Every fact; what somebody said outranks what evidence says.
  package var facts: [String: Fact] { evidenceFacts.merging(ownFacts) { _, own in own } }

  /// What matchers may see.
  package var scope: MatchScope {
    let last = lastCommand
    let output = last?.document.flatMap { id in documents.last { $0.id == id } }
    var scope = MatchScope(facts: facts, documents: documents, output: output, exit: last?.exit)
    scope.errors = last?.document.flatMap { id in documents.last { $0.id == id + Self.errorSuffix } }
    return scope
  }

  /// The last command of this stay at the node; nil when none ran.
  private var lastCommand: Event.CommandRecord? { commands.dropFirst(commandsBefore).last { $0.node == nodeID } }

  /// What to do now.
  package var step: Step? { node.map { $0.kind.step(at: $0, in: scope) } }

  /// The title of the node at hand with values filled in.
  package var title: String { node?.title.filled { facts[$0]?.value } ?? "" }

  /// What the walk has concluded so far; the class of the evidence until an answer says another.
  package var conclusion: Conclusion {
    var result = Conclusion(pullClass: facts["pull.class"]?.value)
    for visit in visits {
      if let value = visit.edge.conclusion.pullClass { result.pullClass = value }
      if !visit.edge.conclusion.causes.isEmpty { result.causes = visit.edge.conclusion.causes }
    }
    if case .finish(let leaf) = step {
      if let value = leaf.conclusion.pullClass, result.pullClass == nil { result.pullClass = value }
      if !leaf.conclusion.causes.isEmpty { result.causes = leaf.conclusion.causes }
    }
    return result
  }

  /// The event by which the node at hand goes on by itself; nil when somebody must decide.
  package var automatic: Event? {
    switch step {
    case .go(let edge, let match):
      return .answered(Answer(nodeID, edge, match, by: .rule))
    case .run:
      guard let last = lastCommand, let (edge, match) = (node?.kind as? Command)?.edge(after: last.outcome, in: scope)
      else { return nil }
      return .answered(Answer(nodeID, edge, match, by: .command))
    case .ask, .enter, .show, .finish, nil: return nil
    }
  }

  /// What the id of a command's standard error has behind the id of its output.
  package static let errorSuffix = "-errors"

  /// The way on after a command whose output is not kept; nil when the node at hand is no command.
  package func answer(after record: Event.CommandRecord, output: Document, errors: Document) -> Answer? {
    var scope = MatchScope(facts: facts, documents: documents, output: output, exit: record.exit)
    scope.errors = errors
    guard let (edge, match) = (node?.kind as? Command)?.edge(after: record.outcome, in: scope) else { return nil }
    return Answer(nodeID, edge, Match(captures: match.captures), by: .command)
  }

  /// The answer for a choice of the node at hand, with what the evidence has for it.
  package func answer(_ choice: Step.Ask.Choice, by decider: Answer.Decider) -> Event {
    guard let edge = node?.edges.first(where: { $0.id == choice.id }) else {
      return .answered(Answer(node: nodeID, edge: choice.id, by: decider))
    }
    return .answered(Answer(nodeID, edge, choice.match ?? Match(), by: decider))
  }

  // MARK: - Fold

  /// Takes an event; an event that does not fit the flow any more is ignored and answered with false.
  @discardableResult
  package mutating func apply(_ event: Event) -> Bool {
    switch event {
    case .began, .ended, .consent: return true
    case .evidence(let record): take(record.document)
    case .fact(let record): ownFacts[record.name] = Fact(record.name, record.value, .operatorEntry)
    case .answered(let answer): return take(answer)
    case .command(let record): commands.append(record)
    case .back: return goBack()
    case .note(let text): notes.append(text)
    }
    return true
  }

  /// Takes a document that was read already, so that a large one is not copied and read twice.
  package mutating func take(_ document: Document) {
    documents.removeAll { $0.id == document.id }
    documents.append(document)
    reading = EvidenceReading(documents)
    evidenceFacts = FactCatalogue.facts(of: reading)
    pointToDescription()
  }

  /// Of two documents that say the same, the description is the one that people read.
  private mutating func pointToDescription() {
    guard documents.count > 1, let description = documents.first(where: { $0.id == Document.description }) else {
      return
    }
    for (name, told) in FactCatalogue.facts(of: EvidenceReading([description])) {
      if evidenceFacts[name]?.value == told.value { evidenceFacts[name] = told }
    }
  }

  private mutating func take(_ answer: Answer) -> Bool {
    guard let node = flow[answer.node], answer.node == nodeID else { return false }
    if answer.edge == "jump", let jump = node.kind as? Jump { return enter(jump, node, answer) }
    guard let edge = node.edges.first(where: { $0.id == answer.edge }) else { return false }
    visits.append(Visit(flow: flow.id, node: node, edge: edge, answer: answer, before: before))
    for (name, value) in answer.facts {
      ownFacts[name] = Fact(name, value, answer.because.map { .evidence($0) } ?? .answer(node: answer.node))
    }
    go(to: edge.target.node)
    return true
  }

  private mutating func enter(_ jump: Jump, _ node: Node, _ answer: Answer) -> Bool {
    guard let next = library[jump.flow] else { return false }
    let edge = Edge(
      id: "jump", label: next.title, target: next.start, conclusion: Conclusion(), position: jump.flowPosition)
    visits.append(Visit(flow: flow.id, node: node, edge: edge, answer: answer, before: before))
    if let back = node.edges.first { returns.append((flow.id, back.target.node)) }
    flow = next
    reach(next.start.node)
    return true
  }

  private var before: Before { Before(facts: ownFacts, returns: returns, commands: commandsBefore) }

  private mutating func reach(_ node: String) {
    nodeID = node
    commandsBefore = commands.count
  }

  /// `return` leads back to the flow that jumped here, or to where the flow ends when it stands alone.
  private mutating func go(to target: String) {
    if target == Target.comeBack, let home = returns.popLast(), let next = library[home.flow] {
      flow = next
      reach(home.node)
    } else if target == Target.comeBack, let alone = flow.alone {
      reach(alone.node)
    } else {
      reach(target)
    }
  }

  /// Undoes the last answer and every automatic one before it.
  private mutating func goBack() -> Bool {
    guard canGoBack else { return false }
    // What somebody typed for a command belongs to no answer and stays.
    let typed = ownFacts.filter { $0.value.origin == .operatorEntry }
    while let visit = visits.popLast() {
      ownFacts = visit.before.facts.merging(typed) { _, new in new }
      returns = visit.before.returns
      flow = library[visit.flow] ?? flow
      nodeID = visit.node.id
      commandsBefore = visit.before.commands
      commands.removeLast(commands.count - commandsBefore)
      if visit.answer.by != .rule { break }
    }
    return true
  }

  /// Whether there is an answer to take back.
  package var canGoBack: Bool { visits.contains { $0.answer.by != .rule } }
}

extension Answer {
  /// The answer that takes an edge for a reason.
  init(_ node: String, _ edge: Edge, _ match: Match, by decider: Decider) {
    self.init(
      node: node, edge: edge.id, by: decider, because: match.span,
      facts: edge.sets.merging(match.captures) { _, captured in captured })
  }
}

extension Target {
  /// The word that leads back to the flow that jumped here.
  package static let comeBack = "return"
}

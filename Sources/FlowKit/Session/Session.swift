/// One walk through a flow.
///
/// The session knows no clock, no process and no terminal: whoever drives it appends events.
package struct Session: Sendable {
  package private(set) var library: Library
  package private(set) var flow: Flow
  package private(set) var nodeID: String
  package private(set) var visits: [Visit] = []
  package private(set) var notes: [String] = []
  /// What became of remedies that were applied, the newest last.
  package private(set) var checks: [Check] = []
  /// What happened in practice only.
  package private(set) var practised: [Practised] = []
  /// Whether the evidence makes no suggestions, so that somebody can practise.
  package var isUnaided = false {
    didSet { workings = Workings() }
  }
  /// Commands of the walk as it stands.
  package private(set) var commands: [Event.CommandRecord] = []
  /// Number of commands that ever ran, those of abandoned branches included.
  package private(set) var commandCount = 0
  /// Earlier answers that are taken again where they still hold.
  package private(set) var kept: [Kept] = []
  /// Answers that were taken back, the newest last.
  package private(set) var abandoned: [Visit] = []
  private(set) var shelf = EvidenceShelf.empty
  private(set) var ownFacts: [String: Fact] = [:]
  /// Output of commands that were taken back, by the id of the document.
  private var aside: [String: Document] = [:]
  /// Facts that somebody corrected by hand: no rule and no command tells them otherwise.
  private var correctedNames: Set<String> = []
  /// Whether a fact was corrected since the last answer, so that earlier decisions are looked at again.
  private var wasCorrected = false
  /// Flows to come back to, with the node to go on at.
  private var returns: [(flow: String, node: String)] = []
  /// Number of commands that had run when the node at hand was reached: what came later belongs to this stay.
  private var commandsBefore = 0
  private(set) var workings = Workings()

  /// Starts at the start of a flow.
  package init(_ flow: Flow, library: Library) {
    self.flow = flow
    self.library = library
    self.nodeID = flow.start.node
  }

  /// The node at hand; nil only in a flow with an unknown target, which lint refuses.
  package var node: Node? { flow[nodeID] }

  /// The evidence of the walk as it stands.
  package var documents: [Document] { shelf.all }

  /// What the evidence says.
  package var reading: EvidenceReading { shelf.reading }

  /// Every fact; what somebody said outranks what evidence says.
  package var facts: [String: Fact] { shelf.facts.merging(ownFacts) { _, own in own } }

  /// What the evidence says of a fact, whatever somebody corrected.
  package func evidenceFact(_ name: String) -> Fact? { shelf.facts[name] }

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
  package var step: Step? { workings.step { isUnaided ? suggested?.withoutSuggestions : suggested } }

  /// What to do now, with what the evidence suggests.
  private var suggested: Step? {
    var scope = scope
    scope.facts = factsOfNode
    return node.map { $0.kind.step(at: $0, in: scope) }
  }

  /// The title of the node at hand with values filled in.
  package var title: String {
    let facts = factsOfNode
    return node?.title.filled { facts[$0]?.value } ?? ""
  }

  /// What the texts of the node at hand are filled with: a remedy that helped names what it helped against, and not
  /// what the healed pod says of itself.
  private var factsOfNode: [String: Fact] {
    let facts = facts
    guard node?.kind is Remediation, facts[Fact.pullClass]?.value == Fact.healthy, let last = visits.last else {
      return facts
    }
    return last.before.shelf.facts.merging(ownFacts) { _, own in own }
  }

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
  package var automatic: Event? { workings.automatic { nextByItself } }

  private var nextByItself: Event? {
    if wasCorrected, let index = firstOutdated { return .back(Event.Back(to: index, keeps: true)) }
    switch step {
    case .go(let edge, let match):
      // Nobody gets past a jump to a flow that is gone.
      if absentFlow != nil { return nil }
      return .answered(Answer(nodeID, edge, match, by: .rule))
    case .run:
      guard let last = lastCommand else { return keptEvent }
      guard let (edge, match) = (node?.kind as? Command)?.edge(after: last.outcome, in: scope) else { return nil }
      return .answered(Answer(nodeID, edge, match, by: .command))
    case .ask, .enter, .show: return keptEvent
    case .finish, nil: return nil
    }
  }

  /// The flow that comes next and is not here, so that the walk cannot go on; nil nearly always.
  package var absentFlow: String? {
    guard let jump = node?.kind as? Jump, library[jump.flow] == nil else { return nil }
    return jump.flow
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
    // Whoever decides unaided still gets the values that the evidence has for it.
    let match = choice.match ?? (isUnaided ? suggested?.match(of: choice.id) : nil)
    return .answered(Answer(nodeID, edge, match ?? Match(), by: decider))
  }

  // MARK: - Fold

  /// Takes an event; an event that does not fit the flow any more is ignored and answered with false.
  @discardableResult
  package mutating func apply(_ event: Event) -> Bool {
    if event.movesSession { workings = Workings() }
    if case .fact(let record) = event {
      take(record)
      return true
    }
    if case .note(let text) = event {
      notes.append(text)
      return true
    }
    if case .check(let check) = event {
      checks.append(check)
      return true
    }
    if case .practised(let one) = event {
      practised.append(one)
      return true
    }
    switch event {
    case .evidence, .answered, .command, .back: wasCorrected = false
    case .began, .resumed, .ended, .consent, .fact, .note, .check, .practised: break
    }
    switch event {
    case .evidence(let record): take(record)
    case .answered(let answer): return take(answer)
    case .command(let record): take(record)
    case .back(let back): return goBack(back)
    case .began, .resumed, .ended, .consent, .fact, .note, .check, .practised: break
    }
    return true
  }

  /// The event with what only the session can tell: the facts that evidence changes, the flow that a jump enters, and
  /// the value that is corrected.
  package func complete(_ event: Event) -> Event {
    switch event {
    case .evidence(var record) where record.facts == nil:
      record.facts = shelf.news(of: record)
      return .evidence(record)
    case .answered(var answer) where answer.edge == "jump" && answer.node == nodeID:
      guard let jump = node?.kind as? Jump, let next = library[jump.flow] else { return event }
      answer.enters = library.reference(to: next)
      return .answered(answer)
    case .fact(var record) where record.was == nil:
      record.was = facts[record.name]?.value
      return .fact(record)
    default: return event
    }
  }

  /// Reads further flows from another library.
  package mutating func use(_ library: Library) {
    self.library = library
    workings = Workings()
  }

  /// The same evidence, facts that were typed and notes at the start of another text of the flow; the answers wait to
  /// be taken again.
  package func moved(to flow: Flow, _ library: Library) -> Session {
    var session = Session(flow, library: library)
    session.notes = notes
    session.checks = checks
    session.practised = practised
    session.isUnaided = isUnaided
    session.commandCount = commandCount
    session.abandoned = abandoned
    session.ownFacts = ownFacts.filter(\.value.isTold)
    session.correctedNames = correctedNames
    session.kept = (visits + kept.map(\.visit)).map { Kept($0, isSameFlow: false) }
    session.shelf = shelf
    session.setAside(commands)
    return session
  }

  /// A document of the same id is a newer look at the same thing: answers that an older one led to hold no more.
  private mutating func take(_ record: EvidenceRecord) {
    if documents.contains(where: { $0.id == record.id }) { kept = [] }
    shelf = shelf.adding(record)
  }

  private mutating func take(_ record: Event.FactRecord) {
    let before = facts[record.name]?.value
    let origin = record.read == true ? Fact.Origin.cluster : .operatorEntry
    ownFacts[record.name] = record.value.map { Fact(record.name, $0, origin) }
    // A value that nobody knew changes no decision that was made without it.
    let isNew = before != nil && facts[record.name]?.value != before
    if isNew { wasCorrected = true }
    if record.value == nil { correctedNames.remove(record.name) } else if isNew { correctedNames.insert(record.name) }
  }

  private mutating func take(_ record: Event.CommandRecord) {
    if record.kept == true {
      for id in record.documents {
        if let document = aside.removeValue(forKey: id) { shelf = shelf.adding(document) }
      }
    } else {
      commandCount += 1
    }
    commands.append(record)
  }

  private mutating func take(_ answer: Answer) -> Bool {
    guard let node = flow[answer.node], answer.node == nodeID else { return false }
    if answer.edge == "jump", let jump = node.kind as? Jump { return enter(jump, node, answer) }
    guard let edge = node.edges.first(where: { $0.id == answer.edge }) else { return false }
    // Whatever is answered here, an earlier answer to it has had its time, and so have those before it.
    if let index = keptIndex { kept.removeFirst(index + 1) }
    leave(node, edge, answer)
    let isTyped = answer.by == .person && answer.kept != true
    for (name, value) in answer.facts where isTyped || !correctedNames.contains(name) {
      ownFacts[name] = Fact(name, value, answer.because.map { .evidence($0) } ?? .answer(node: answer.node))
    }
    go(to: edge.target.node)
    return true
  }

  private mutating func leave(_ node: Node, _ edge: Edge, _ answer: Answer) {
    visits.append(
      Visit(flow: flow.id, node: node, edge: edge, answer: answer, command: lastCommand, before: before))
  }

  private mutating func enter(_ jump: Jump, _ node: Node, _ answer: Answer) -> Bool {
    guard let next = library[jump.flow] else { return false }
    let edge = Edge(
      id: "jump", label: next.title, target: next.start, conclusion: Conclusion(), position: jump.flowPosition)
    leave(node, edge, answer)
    if let back = node.edges.first { returns.append((flow.id, back.target.node)) }
    flow = next
    reach(next.start.node)
    return true
  }

  private var before: Before {
    Before(facts: ownFacts, returns: returns, commands: commandsBefore, shelf: shelf)
  }

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

  /// Goes back to an earlier step of the walk; what somebody typed for a command belongs to no answer and stays.
  private mutating func goBack(_ back: Event.Back) -> Bool {
    let last = visits.lastIndex { $0.answer.by != .rule }
    guard let target = back.to ?? last, visits.indices.contains(target) else { return false }
    let removed = visits[target...]
    let visit = visits[target]
    ownFacts = corrected(visit.before.facts)
    returns = visit.before.returns
    flow = library[visit.flow] ?? flow
    nodeID = visit.node.id
    commandsBefore = visit.before.commands
    setAside(commands[commandsBefore...])
    commands.removeLast(commands.count - commandsBefore)
    if shelf.holdsSame(as: visit.before.shelf) { shelf = visit.before.shelf }
    kept = back.keeps == true ? removed.dropFirst().map { Kept($0, isSameFlow: true) } + kept : []
    abandoned += removed
    visits.removeLast(removed.count)
    return true
  }

  /// Output of a command that was taken back is no evidence of the walk any more.
  private mutating func setAside(_ records: some Sequence<Event.CommandRecord>) {
    let ids = Set(records.flatMap(\.documents))
    for document in documents where ids.contains(document.id) { aside[document.id] = document }
    shelf = shelf.removing(ids)
  }

  /// Whether there is an answer to take back.
  package var canGoBack: Bool { visits.contains { $0.answer.by != .rule } }
}

extension Event {
  /// Whether it may change what is to be done now.
  package var movesSession: Bool {
    switch self {
    case .began, .evidence, .fact, .answered, .command, .back: true
    case .consent, .note, .check, .practised, .resumed, .ended: false
    }
  }
}

extension Event.CommandRecord {
  /// Ids of the documents that it left.
  var documents: [String] { document.map { [$0, $0 + Session.errorSuffix] } ?? [] }
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

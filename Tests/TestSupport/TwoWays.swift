package import FlowKit
import FoundationEssentials

/// A session that is walked live and, after every event, built anew from the journal's lines.
package struct TwoWays {
  /// The session as it was walked.
  package private(set) var live: Session
  /// Lines of the journal, as they would stand in the file.
  package private(set) var lines: [[UInt8]] = []
  /// Where the two ways differed; empty when they never did.
  package private(set) var differences: [String] = []
  private let start: Session

  package init(_ session: Session) {
    start = session
    live = session
  }

  /// Takes an event on both ways.
  @discardableResult
  package mutating func apply(_ event: Event) -> Bool {
    let event = live.complete(event)
    let taken = live.apply(event)
    let time = Date(timeIntervalSince1970: 1_795_000_000 + Double(lines.count))
    do {
      lines.append(try JournalEntry(sequence: lines.count + 1, time: time, event: event).line())
      var replayed = start
      for line in lines { replayed.apply(try JournalEntry.read(line).event) }
      compare(replayed)
    } catch {
      differences.append("event \(lines.count): \(error)")
    }
    return taken
  }

  /// Goes on through everything that decides by itself.
  package mutating func settle() {
    for _ in 0..<100 {
      guard let event = live.automatic else { return }
      apply(event)
    }
    differences.append("the walk does not come to rest")
  }

  /// Takes a document as evidence.
  package mutating func take(_ document: Document) {
    apply(.evidence(EvidenceRecord(document)))
    settle()
  }

  /// Answers the node at hand with one of its choices, then settles.
  @discardableResult
  package mutating func choose(_ id: String) -> Bool {
    let choices: [Step.Ask.Choice] =
      switch live.step {
      case .ask(let ask): ask.choices
      case .show(let choice, _): [choice]
      default: []
      }
    guard let choice = choices.first(where: { $0.id == id }) else { return false }
    let taken = apply(live.answer(choice, by: .person))
    settle()
    return taken
  }

  /// Types the value of an input node, then settles.
  package mutating func enter(_ value: String?) {
    guard case .enter(let entry)? = live.step else { return }
    let facts = value.map { [entry.fact: $0] } ?? [:]
    apply(.answered(Answer(node: live.nodeID, edge: value == nil ? "skip" : "go", by: .person, facts: facts)))
    settle()
  }

  /// Reports the end of the command at hand, then settles.
  package mutating func ran(_ outcome: Outcome, exit: Int? = nil, output: String? = nil) {
    guard case .run(let run)? = live.step else { return }
    let id = "command-\(live.commandCount + 1)"
    if let output {
      apply(
        .evidence(
          EvidenceRecord(
            Document(
              id: id, title: run.line, provenance: Provenance(.command, source: run.line, exit: exit), text: output))))
    }
    apply(
      .command(
        Event.CommandRecord(
          node: live.nodeID, line: run.line, effect: run.effect, outcome: outcome, exit: exit,
          document: output == nil ? nil : id)))
    settle()
  }

  /// Takes the last answer back.
  @discardableResult
  package mutating func back() -> Bool {
    let taken = apply(.back)
    settle()
    return taken
  }

  /// The transcript of the walk; nil when it was not begun.
  package func transcript(_ id: String = "20261121T033000") -> Transcript? {
    let entries = lines.compactMap { try? JournalEntry.read($0) }
    return Transcript(id: id, entries: entries, library: live.library)
  }

  private mutating func compare(_ other: Session) {
    func test(_ what: String, _ left: String, _ right: String) {
      if left != right { differences.append("event \(lines.count), \(what): live \(left), replayed \(right)") }
    }
    test("flow", live.flow.id, other.flow.id)
    test("node", live.nodeID, other.nodeID)
    test("step", Self.picture(live.step), Self.picture(other.step))
    test("title", live.title, other.title)
    test("facts", Self.picture(live.facts), Self.picture(other.facts))
    test("visits", Self.picture(live.visits), Self.picture(other.visits))
    test("conclusion", "\(live.conclusion)", "\(other.conclusion)")
    test("notes", "\(live.notes)", "\(other.notes)")
    test("checks", "\(live.checks)", "\(other.checks)")
    test("commands", "\(live.commands)", "\(other.commands)")
    test("documents", "\(live.documents.map(\.id))", "\(other.documents.map(\.id))")
    test("kept", Self.picture(live.kept.map(\.visit)), Self.picture(other.kept.map(\.visit)))
    test("taken back", Self.picture(live.abandoned), Self.picture(other.abandoned))
    test("documents", "\(live.documents.map(\.text))", "\(other.documents.map(\.text))")
  }

  private static func picture(_ facts: [String: Fact]) -> String {
    facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value) \($0.value.origin)" }.joined(separator: "; ")
  }

  private static func picture(_ visits: [Session.Visit]) -> String {
    visits.map { "\($0.flow)/\($0.node.id)/\($0.edge.id) \($0.answer.by)" }.joined(separator: "; ")
  }

  private static func picture(_ step: Step?) -> String {
    switch step {
    case .ask(let ask): "ask \(ask.choices.map { "\($0.id) \($0.target) \($0.match?.span?.text ?? "-")" })"
    case .enter(let entry): "enter \(entry.fact) \(entry.skip ?? "-") \(entry.hint)"
    case .run(let run): "run \(run.line) \(run.arguments ?? []) \(run.effect) \(run.timeout)"
    case .show(let choice, let text): "show \(choice.id) \(text)"
    case .go(let edge, _): "go \(edge.id)"
    case .finish(let leaf): "finish \(leaf)"
    case nil: "none"
    }
  }
}

import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// I8: the keys of the full screen, plain lines and a walk without anybody come to the same end.
struct EqualityTests {
  private static let parts = max(2, ProcessInfo.processInfo.activeProcessorCount)

  @Test(arguments: 0..<parts)
  func `every scenario ends alike on the screen, on plain lines and without anybody`(_ part: Int) async throws {
    let library = try #require(ShippedScenarios.library)
    let runs = await ShippedScenarios.runs.enumerated().filter { $0.offset % Self.parts == part }.map(\.element)
    #expect(runs.count * Self.parts > 1000)
    // A command that is awaited must not hold a thread that tasks need.
    let differences = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: runs.flatMap { ThreeWays($0, library)?.differences ?? ["it has no flow"] })
      }
    }
    #expect(differences == [])
  }
}

/// A scenario that is walked in three ways, by what its person does.
private struct ThreeWays {
  /// What one way came to.
  private struct End: Equatable {
    var leaf: String
    var conclusion: Conclusion
    var path: [String]
    var commands: [String]

    init(_ session: Session) {
      let isLeaf = if case .finish? = session.step { true } else { false }
      leaf = "\(session.flow.id).\(session.nodeID)\(isLeaf ? "" : ", which is no leaf")"
      conclusion = session.conclusion
      path = session.visits.map { "\($0.flow).\($0.node.id)/\($0.edge.id)" }
      commands = session.commands.map { "\($0.line): \($0.outcome.rawValue)" }
    }

    /// Where it parts from another.
    func difference(to other: End) -> String {
      let step = zip(path, other.path).first { $0 != $1 }.map { "took \($1) for \($0)" }
      let command = zip(commands, other.commands).first { $0 != $1 }.map { "'\($1)' for '\($0)'" }
      return [step, command, "ended at \(other.leaf) for \(leaf), \(other.conclusion) for \(conclusion)"]
        .compactMap { $0 }.joined(separator: "; ")
    }
  }

  private let run: ScenarioRun
  private let script: Script
  private let start: Session
  private let redactor: Redactor

  init?(_ run: ScenarioRun, _ library: Library) {
    guard let flow = library[run.scenario.flow] else { return nil }
    self.run = run
    var collector = EvidenceCollector(.off)
    var start = Session(flow, library: library)
    for document in (try? collector.collect(.recording(run.scenario))) ?? [] {
      start.apply(.evidence(EvidenceRecord(document)))
    }
    for fact in run.scenario.facts { start.apply(.fact(fact)) }
    self.start = start
    redactor = collector.redactor
    script = Script(run)
  }

  /// What the ways do not have in common with the walk that the scenario tells.
  var differences: [String] {
    let wanted = End(run.session)
    let ways = [("screen", End(screen)), ("plain", End(plain)), ("headless", End(headless))]
    return script.unplayable.map { "\(run.scenario.id): \($0)" }
      + ways.filter { $0.1 != wanted }.map { "\(run.scenario.id), \($0.0): \(wanted.difference(to: $0.1))" }
  }

  private func settings(isLive: Bool) -> CommandSettings {
    var settings = CommandSettings(runner: .recorded(run.scenario), isLive: isLive)
    settings.isRecorded = true
    return settings
  }

  private func journal() -> Journal { Journal(in: SessionStore(folder: "/proc/none/sessions")) }

  private var screen: Session {
    var walk = Walk(start)
    walk.runner = .recorded(run.scenario)
    walk.redactor = redactor
    for act in script.acts { for key in act.keys { walk.press(key) } }
    return walk.model.session
  }

  private var plain: Session {
    var lines = (script.acts.flatMap(\.lines) + ["q"])[...]
    var driver = PlainDriver(
      start, journal: journal(), settings: settings(isLive: false), redactor: redactor, read: { lines.popFirst() },
      write: { _ in })
    return driver.run().session
  }

  private var headless: Session {
    var given = run.scenario.answers.mapValues { [Autopilot.Given($0)] }
    // A recording would answer a command that needs a yes, though nobody gives it.
    for visit in run.session.visits where visit.command?.outcome == .skipped {
      let names = [visit.node.id, "\(visit.flow).\(visit.node.id)"]
      if names.allSatisfy({ given[$0] == nil }) { given[names[1]] = [Autopilot.Given("skip")] }
    }
    var driver = UnattendedDriver(start, journal(), settings(isLive: true), redactor, given)
    driver.run()
    return driver.session
  }
}

/// What the person of a scenario does, place by place, and how each interface is told so.
private struct Script {
  enum Act {
    case option(Int, isSuggested: Bool)
    case goOn, skipValue, skipCommand
    case value(String)
    case run(needsYes: Bool)
  }

  private(set) var acts: [Act] = []
  /// What no key and no line can say.
  private(set) var unplayable: [String] = []

  init(_ run: ScenarioRun) {
    var visits = run.session.visits[...]
    for event in run.events {
      if case .answered = event, let visit = visits.popFirst() { take(visit) }
      if case .command(let record) = event { take(record) }
    }
  }

  private mutating func take(_ visit: Session.Visit) {
    guard visit.answer.by != .rule, visit.answer.by != .command else { return }
    let name = "\(visit.flow).\(visit.node.id)"
    switch type(of: visit.node.kind).name {
    case "question":
      let index = visit.node.edges.firstIndex { $0.id == visit.edge.id } ?? 0
      acts.append(.option(index, isSuggested: visit.answer.by == .evidence))
    case "note": acts.append(.goOn)
    case "input": acts.append(visit.answer.facts.first.map { .value($0.value) } ?? .skipValue)
    default: unplayable.append("nothing says '\(visit.edge.id)' at \(name)")
    }
  }

  private mutating func take(_ record: Event.CommandRecord) {
    acts.append(record.outcome == .skipped ? .skipCommand : .run(needsYes: record.effect > .read))
  }
}

extension Script.Act {
  /// What is pressed on the full screen.
  fileprivate var keys: [Key] {
    func typed(_ text: String) -> [Key] { text.map { .character($0) } + [.enter] }
    switch self {
    case .goOn, .option(_, isSuggested: true): return [.enter]
    case .option(let index, _) where index < 9: return [.character(Character("\(index + 1)"))]
    case .option(let index, _): return [.home] + Array(repeating: .down, count: index) + [.enter]
    case .value(let text): return [.character("1")] + typed(text)
    case .skipValue: return [.character("2")]
    case .run(let needsYes): return [.character("1")] + (needsYes ? typed("yes") : [])
    case .skipCommand: return [.character("4")]
    }
  }

  /// What is typed on plain lines.
  fileprivate var lines: [String] {
    switch self {
    case .goOn, .option(_, isSuggested: true): [""]
    case .option(let index, _): ["\(index + 1)"]
    case .value(let text): [PlainWord.read(text, inReplay: false) == nil ? text : "=" + text]
    case .skipValue: ["skip"]
    case .run(let needsYes): ["run"] + (needsYes ? ["yes"] : [])
    case .skipCommand: ["skip"]
    }
  }
}

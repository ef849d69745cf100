import FlowKit
import Foundation
import TestSupport
import Testing

/// Walks that nobody answers: files, evidence and rules do.
struct AutopilotTests {
  /// Walks as far as it goes; commands are answered by a scenario.
  private func walk(_ start: Session, _ answers: AnswerFile, _ scenario: Scenario? = nil) -> (Session, String?) {
    var session = start
    for fact in answers.facts { session.apply(.fact(fact)) }
    for document in answers.documents { session.apply(.evidence(EvidenceRecord(document))) }
    var pilot = Autopilot()
    pilot.given = answers.given
    var asked: [[String]: Int] = [:]
    for _ in 0..<500 {
      switch pilot.next(session) {
      case .record(let event): if !session.apply(event) { return (session, "it does not fit") }
      case .run(let run, _):
        let arguments = run.arguments ?? []
        guard let result = scenario?.result(of: arguments, asked: asked[arguments, default: 0]) else {
          session.apply(session.skipping(run))
          continue
        }
        asked[arguments, default: 0] += 1
        let events = CommandOutput.events(session, line: run.line, result, Provenance(.recording, source: run.line))
        for event in events { session.apply(event) }
      case .waits(let reason): return (session, reason)
      case .end: return (session, nil)
      }
    }
    return (session, "it goes in circles")
  }

  private func read(_ text: String) throws -> AnswerFile {
    let (answers, findings) = AnswerFile.read(text, file: "answers.yaml")
    try #require(findings.isEmpty)
    return answers
  }

  @Test func `the answers of a walk lead to the same leaf, without evidence, cluster and people`() async throws {
    let library = try ShippedFlow.library
    var wrong: [String] = []
    // Every fifth, because YAML is read slowly by a build for tests.
    for run in await ShippedScenarios.runs.enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
      guard let transcript = transcript(run, library), let flow = library[run.scenario.flow] else {
        wrong.append(run.scenario.id)
        continue
      }
      let answers = try read(try AnswersExporter.export(transcript))
      let (session, reason) = walk(Session(flow, library: library), answers, answers.recording)
      if reason != nil || result(session) != result(run.session) || answers.flow != run.scenario.flow {
        wrong.append("\(run.scenario.id): \(reason ?? "\(result(session)) for \(result(run.session))")")
      }
    }
    #expect(wrong == [String]())
  }

  /// Where a walk ended, what it concluded and what it says to do.
  private func result(_ session: Session) -> [String] {
    var result = [session.flow.id, session.nodeID, "\(session.conclusion)"]
    if case .finish(let leaf)? = session.step { result += leaf.commands.map(\.text) + leaf.missing }
    return result
  }

  private func transcript(_ run: ScenarioRun, _ library: Library) -> Transcript? {
    let began = Event.began(Event.Began(flow: run.scenario.flow, version: "1", hash: "", program: "0"))
    let entries = ([began] + run.events).enumerated().map { index, event in
      JournalEntry(sequence: index + 1, time: Date(timeIntervalSince1970: Double(index)), event: event)
    }
    return Transcript(id: run.scenario.id, entries: entries, library: library)
  }

  @Test func `a question that nothing answers is named`() throws {
    let (session, reason) = walk(try ShippedFlow.session(), try read("answers: {reason: pull, ask-host: skip}\n"))
    #expect(session.nodeID == "error")
    #expect(reason == "nobody answers question 'error', and no evidence does")
  }

  @Test(arguments: [
    ("answers: {reason: pul}\n", "'reason' has no option 'pul' (did you mean 'pull'?)"),
    ("answers: {image-pull.reason: nothing}\n", "'reason' has no option 'nothing'"),
  ])
  func `an answer that the flow does not have is named with a hint`(_ text: String, _ reason: String) throws {
    #expect(walk(try ShippedFlow.session(), try read(text)).1?.hasPrefix(reason) == true)
  }

  @Test(arguments: [
    ("answer: {}\n", "unknown-key", 1, 1), ("answers: [a]\n", "structure", 1, 10),
    ("answers:\n  a: {anser: b}\n", "unknown-key", 2, 7), ("evidence:\n  - {text: x}\n", "missing-key", 2, 5),
    ("a: 'b\n", "yaml", 2, 1),
  ])
  func `what is wrong with a file is said with its place`(_ text: String, _ rule: String, _ line: Int, _ column: Int) {
    let findings = AnswerFile.read(text, file: "a.yaml").findings
    #expect(findings.first?.rule == rule)
    #expect(findings.first.map { [$0.position.line, $0.position.column] } == [line, column])
  }

  @Test func `a list answers one visit after the other`() throws {
    let flow = Flows.text(
      """
      a:
        kind: question
        title: Again?
        options:
          - {id: yes, label: Yes, go: a}
          - {id: no, label: No, go: end}

      """ + Flows.leaf())
    let answers = try read("answers: {a: [yes, 'yes', {answer: no}]}\n")
    let (session, reason) = walk(try Flows.session(flow), answers)
    #expect(reason == nil && session.visits.map(\.edge.id) == ["yes", "yes", "no"])
    #expect(session.visits.allSatisfy { $0.answer.by == .file })
  }
}

import FlowKit
import Foundation
import Synchronization
import TestSupport
import Testing
import Wizard

/// I8: numbered prompts on plain lines can do what the screen can.
struct PlainTests {
  /// What came out of a session whose answers are given.
  private struct Talk {
    let lines: [String]
    let session: Session
    let end: Event.End

    var text: String { lines.joined(separator: "\n") }
  }

  private func talk(
    _ session: Session, _ answers: [String],
    journal: Journal = Journal(in: SessionStore(folder: "/proc/none/sessions")), runner: CommandRunner = .off
  ) -> Talk {
    var rest = answers[...]
    var lines: [String] = []
    var driver = PlainDriver(
      session, journal: journal, settings: CommandSettings(runner: runner), redactor: Redactor(),
      read: { rest.popFirst() },
      write: { lines.append($0) })
    let (session, end) = driver.run()
    return Talk(lines: lines, session: session, end: end)
  }

  /// The same on a thread of its own: a command that is awaited must not hold one that tasks need.
  private func talkOnThread(_ session: Session, _ answers: [String], runner: CommandRunner) async -> Talk {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: Self().talk(session, answers, runner: runner)) }
    }
  }

  @Test func `enter takes what the evidence says, up to the leaf`() throws {
    let talk = talk(try ShippedFlow.session("2-wrong-tag"), ["", "", "", "4", "q"])
    #expect(talk.session.nodeID == "acr-correct-reference" && talk.end == .finished)
    #expect(talk.lines.contains { $0.contains("(the evidence says so: line 59, : not found)") })
    #expect(talk.lines.contains { $0.hasPrefix("> number, Enter for 4") })
    #expect(talk.lines.contains("Commands:"))
  }

  /// What a person types to walk like a diagnosis: Enter at a question, 4 at a command, a dot for an unknown value.
  private static func answers(_ diagnosis: Diagnosis) -> [String] {
    diagnosis.events.compactMap { event in
      switch event {
      case .command: "4"
      case .answered(let answer) where answer.edge == "skip": "."
      case .answered(let answer) where answer.by == .evidence: ""
      default: nil
      }
    }
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `the same walk reaches the same leaf as the diagnosis`(_ recording: String) throws {
    let diagnosis = Diagnosis(try ShippedFlow.session(recording))
    let answers = Self.answers(diagnosis)
    let talk = talk(try ShippedFlow.session(recording), answers + ["q"])
    #expect(talk.session.nodeID == diagnosis.leaf?.id)
    #expect(talk.session.conclusion == diagnosis.session.conclusion)
  }

  @Test func `numbers choose and b goes back`() throws {
    let talk = talk(try ShippedFlow.session("2-wrong-tag"), ["b", "4", "1", "b", "3", "1", "4", "q"])
    #expect(talk.lines.contains("This is the first question."))
    #expect(talk.session.nodeID == "acr-correct-reference")
  }

  @Test(arguments: ["0", "99", "-1", "z", "1 2", "é", "١", "back 2", "W", "skip"])
  func `what is no number of an option is asked again`(_ answer: String) throws {
    let talk = talk(try ShippedFlow.session("2-wrong-tag"), [answer, "q"])
    #expect(talk.lines.contains { $0.contains("Type a number from 1 to ") })
    #expect(talk.session.nodeID == "reason" && talk.end == .quit)
  }

  @Test func `the end of the input ends the session`() throws {
    let talk = talk(try ShippedFlow.session("2-wrong-tag"), ["4"])
    #expect(talk.lines.last == "The input ended here.")
    #expect(talk.session.nodeID == "error" && talk.end == .quit)
  }

  @Test func `a letter is a command where a value is asked for, and a value behind an equals sign`() throws {
    let talk = talk(try session(), ["w", "b", "=b", "q"])
    #expect(talk.session.facts["node1"]?.value == "b")
    #expect(talk.lines.contains { $0.hasPrefix("> value (with = before it") })
    let left = self.talk(try session(), ["q"])
    #expect(left.session.facts["node1"] == nil && left.end == .quit)
  }

  @Test func `change and a number answers a step anew, and says what still holds`() throws {
    let talk = talk(
      try ShippedFlow.session("2-wrong-tag"), ["", "", "", "change 99", "change", "change 2", "change 1", "", "h", "q"])
    #expect(talk.lines.contains("There is no step 99."))
    #expect(talk.lines.contains { $0.hasPrefix("Type 'change' and the number") })
    #expect(talk.lines.contains { $0.hasPrefix("A rule decided this") })
    #expect(talk.lines.contains { $0.hasPrefix("Still holds: What does the pull error say?") })
    #expect(talk.lines.contains { $0.contains("(you, kept)") })
  }

  @Test func `m tells where the walk stands in its flow, a page at a time`() throws {
    let talk = talk(try ShippedFlow.session("2-wrong-tag"), ["", "m", "more", "q"])
    #expect(talk.lines.contains { $0.hasPrefix("  1. Why is the container waiting? ") && $0.hasSuffix("(you)") })
    #expect(talk.lines.contains("You are here: What does the pull error say?"))
    #expect(talk.lines.contains { $0.hasPrefix("    not taken: ") && $0.contains(", leads to: ") })
    #expect(
      talk.lines.contains { $0.hasPrefix("  1.1. ") } && talk.lines.contains { $0.contains("'more' reads the other") })
  }

  @Test func `v corrects a value, takes it back, and refuses what cannot be one`() throws {
    let talk = talk(
      try ShippedFlow.session("2-wrong-tag"),
      ["v", "namespace=shop", "v", "namespace=", "v", "nothing=x", "v", "namespace=-x", "v", "", "q"])
    #expect(talk.lines.contains { $0.contains("namespace = shop (by hand; the evidence says store)") })
    #expect(
      talk.lines.contains("There is no value 'nothing'.") && talk.lines.contains("A value cannot begin with '-'."))
    #expect(talk.session.facts["namespace"]?.value == "store")
  }

  @Test func `x writes the session to a file that is not there yet`() throws {
    let folder = try TemporaryFolder()
    let journal = Journal(in: SessionStore(folder: folder.path + "/s"))
    journal.append(.began(Event.Began(flow: "image-pull", version: "1.0", hash: "", program: "0")))
    let file = folder.path + "/my note.md"
    let talk = talk(
      try ShippedFlow.session("2-wrong-tag"),
      ["", "x", "markdown \(file)", "x", "markdown \(file)", "x", "pdf \(file)", "x", "", "q"], journal: journal)
    #expect(talk.lines.contains("Written to \(file)") && talk.lines.contains { $0.contains("it is there already") })
    #expect(
      talk.lines.contains { $0.hasPrefix("there is no format 'pdf'") }
        && talk.lines.contains { $0.hasPrefix("Nothing was written.") })
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("# "))
  }

  @Test func `w says where answers lead, h what came so far, e shows the evidence with line numbers`() throws {
    let talk = talk(try ShippedFlow.session("2-wrong-tag"), ["", "w", "h", "e", "q"])
    #expect(talk.lines.contains { $0.hasPrefix("  1. Why is the container waiting?") && $0.contains("line 59") })
    #expect(talk.lines.contains { $0.contains(", leads to: How was access refused?") })
    #expect(talk.lines.contains("2: Namespace:        store"))
  }

  @Test func `a takes a note without its secrets`() throws {
    let talk = talk(
      try ShippedFlow.session("2-wrong-tag"), ["a", "tried --password=hunter2 today", "a", "", "note asked bob", "q"])
    #expect(talk.session.notes == ["tried --password=‹secret-1› today", "asked bob"])
  }

  @Test func `f asks for the values that commands need`() throws {
    let diagnosis = Diagnosis(try ShippedFlow.session("1-not-attached"))
    let missing = diagnosis.session.flow.inputs.map(\.fact).filter { diagnosis.leaf?.missing.contains($0) == true }
    func values(_ typed: [String: String]) -> [String] { missing.map { typed[$0] ?? "" } }
    let first = values(["cluster": "weu", "resourceGroup": "rg prod"])
    let second = values(["resourceGroup": "rg-prod"])
    let left = zip(second, first).filter { $0.1 != "weu" }.map(\.0)
    let talk = talk(
      try ShippedFlow.session("1-not-attached"),
      ["f"] + Self.answers(diagnosis) + ["f"] + first + ["f"] + left + ["q"])
    #expect(talk.lines.contains("Nothing is to be filled in here."))
    #expect(talk.lines.contains { $0.contains("it must match") })
    #expect(talk.session.facts["cluster"]?.value == "weu" && talk.session.facts["resourceGroup"]?.value == "rg-prod")
    #expect(talk.lines.contains { $0.contains("<resourceGroup>") } && talk.lines.contains { $0.contains("rg-prod") })
  }

  private static let flow = Flows.text(
    """
    a:
      kind: input
      title: Which node?
      fact: node1
      pattern: '^[a-z0-9]+$'
      go: b
      skip: c
    b:
      kind: command
      title: What is {{image}} there?
      run: kubectl get node {{pod}}
      effect: read
      outcomes:
        - {id: good, when: {contains: good}, go: end}
      else: c
      failed: c
    c:
      kind: note
      title: Nothing
      text: Nothing was found.
      go: end

    """ + Flows.leaf())

  private func session() throws -> Session {
    var session = try Flows.session(Self.flow)
    session.apply(.fact(Event.FactRecord(name: "pod", value: "p1")))
    return session
  }

  @Test func `an input is checked, and a dot leads on without it`() throws {
    let asked = talk(try session(), ["-x", "A!", "", "n1", "4", "", "q"])
    #expect(asked.lines.contains("A value cannot begin with '-'."))
    #expect(asked.lines.contains { $0.contains("it must match") })
    #expect(asked.session.facts["node1"]?.value == "n1" && asked.session.nodeID == "end")
    let skipped = talk(try session(), [".", "", "q"])
    #expect(skipped.session.visits.map(\.edge.id) == ["skip", "go"])
    #expect(skipped.lines.contains("Nothing was found."))
  }

  @Test func `a command runs when asked to, and its output is redacted evidence`() async throws {
    let asked = Mutex<[[String]]>([])
    let runner = CommandRunner { arguments, _ in
      asked.withLock { $0.append(arguments) }
      return CommandResult(.ran, exit: 0, "good --password=hunter2\n")
    }
    let talk = await talkOnThread(try session(), ["n1", "z", "1", "q"], runner: runner)
    #expect(asked.withLock { $0 } == [["kubectl", "get", "node", "p1", "-o", "wide", "--request-timeout=10s"]])
    #expect(
      talk.lines.contains("Command: kubectl get node p1")
        && talk.lines.contains { $0.contains("Type a number from 1 to 4,") })
    #expect(talk.session.nodeID == "end")
    #expect(talk.session.documents.map(\.text) == ["good --password=‹secret-1›\n"])
  }

  @Test func `a command without its value does not run`() throws {
    let talk = talk(try Flows.session(Self.flow), ["n1", "1", "4", "", "q"])
    #expect(talk.lines.contains("A value is missing, so this command cannot run here."))
    #expect(talk.session.commands.map(\.outcome) == [.skipped])
  }

  @Test func `every event is in the journal, and a session can be read from it`() throws {
    let folder = try TemporaryFolder()
    let journal = Journal(in: SessionStore(folder: folder.path))
    journal.append(.began(Event.Began(flow: "image-pull", version: "1.0", hash: "", program: "0")))
    journal.append(.evidence(EvidenceRecord(try ShippedFlow.document("2-wrong-tag"))))
    let talk = talk(
      try ShippedFlow.session("2-wrong-tag"), ["", "b", "", "", "a", "x", "", "4", "q"], journal: journal)
    let entries = try JournalFile.read(journal.path)
    let transcript = Transcript(id: journal.id, entries: entries, library: try ShippedFlow.library)
    #expect(transcript?.session.nodeID == talk.session.nodeID && transcript?.session.notes == ["x"])
    #expect(entries.last?.event == .ended(.finished))
  }

  @Test func `nothing of the evidence acts on the terminal`() async throws {
    let hostile = "x\u{1b}[2J\u{202e}\u{9b}\u{200b}y"
    var session = try session()
    for name in ["image", "namespace"] { session.apply(.fact(Event.FactRecord(name: name, value: hostile))) }
    session.apply(
      .evidence(
        EvidenceRecord(
          Document(id: "d", title: hostile, provenance: Provenance(.paste, source: hostile), text: hostile))))
    let runner = CommandRunner { _, _ in CommandResult(.denied, exit: 1, hostile, reason: hostile) }
    let talk = await talkOnThread(
      session, ["n1", "w", "m", "v", "", "e", "1", "w", "", "w", "f", "h", "a", "x", "q"], runner: runner)
    #expect(talk.session.nodeID == "end")
    for line in talk.lines { #expect(Inert.text(line) == line, "\(line.debugDescription)") }
    let lines = DiagnosisText(Diagnosis(session)).lines
    for line in lines { #expect(Inert.text(line) == line, "\(line.debugDescription)") }
  }

  @Test(arguments: [
    ("", 10, [""]), ("a b c", 3, ["a b", "c"]), ("  x y z", 5, ["  x y", "  z"]), ("longword b", 4, ["longword", "b"]),
  ])
  func `lines are broken at blanks`(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(PlainText.wrap(text, width: width, hang: text.prefix { $0 == " " }.count) == lines)
  }
}

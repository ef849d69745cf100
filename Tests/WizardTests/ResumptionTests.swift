import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// A session goes on after it was left, whatever happened to its flow meanwhile.
struct ResumptionTests {
  /// A walk with one node of each kind that takes an answer.
  private static let text = Flows.text(
    """
    a:
      kind: question
      title: Is it there?
      options:
        - {id: yes, label: Yes, when: {contains: there}, go: b}
        - {id: no, label: No, go: end}
    b:
      kind: input
      title: Which tag?
      fact: wantedTag
      pattern: '^[a-z]+$'
      hint: look
      go: c
      skip: c
    c:
      kind: question
      title: Is it red?
      options:
        - {id: red, label: Red, go: d}
        - {id: blue, label: Blue, go: d}
    d:
      kind: command
      title: What does the pod say?
      run: kubectl get pod p -o json
      effect: read
      outcomes:
        - {id: good, when: {contains: good}, go: e}
      else: e
      failed: e
    e:
      kind: note
      title: Read this
      text: Some words.
      go: f
    f:
      kind: question
      title: Enough?
      options:
        - {id: yes, label: Yes, go: end}
        - {id: no, label: No, go: a}

    """ + Flows.leaf())

  private struct Lost: Error { let place: String }

  private let folder: TemporaryFolder
  private let store: SessionStore
  private let id: String
  private let walked: Session

  /// A session that was walked up to the last question, with a note.
  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(state: folder.path)
    let library = try Flows.library([Self.text])
    var source = Event.Source(.live)
    source.context = "prod-weu"
    source.namespace = "shop"
    let clock = { @Sendable in Date(timeIntervalSince1970: 1_795_231_800) }
    var walk = KeptWalk(library.flows[0], library, Journal(in: store, clock: clock), source: source)
    walk.see("it is there\n")
    walk.answer("yes", "latest", "red", "all is good\n", "")
    walk.record(.note("asked the owner"))
    id = walk.journal.id
    walked = walk.session
    guard walked.nodeID == "f", walked.visits.count == 5 else { throw Lost(place: walked.nodeID) }
  }

  private func resume(_ library: Library, after seconds: Double = 300) throws -> (Resumption, Journal) {
    let journal = try Journal(opening: id, in: store) { Date(timeIntervalSince1970: 1_795_231_800 + seconds) }
    return (try Resumption(journal, library, store), journal)
  }

  /// Goes on with another text of the flow.
  private func resume(editing changes: [(String, String)]) throws -> (Resumption, Journal) {
    try resume(try Flows.library([Self.edited(changes)]))
  }

  private static func edited(_ changes: [(String, String)]) throws -> String {
    try changes.reduce(text) { text, change in
      guard text.contains(change.0) else { throw Lost(place: change.0) }
      return text.replacingOccurrences(of: change.0, with: change.1)
    }
  }

  private func picture(_ session: Session) -> String {
    view(Model(session, size: Size(width: 80, height: 24))).text
  }

  // MARK: - The same flow

  @Test func `a session that is left goes on where it stood`() throws {
    let (resumption, journal) = try resume(try Flows.library([Self.text]))
    #expect(resumption.message == "Resumed after 5 min. The evidence is as it was then.")
    #expect(picture(resumption.session) == picture(walked))
    #expect(resumption.session.facts == walked.facts && resumption.session.notes == ["asked the owner"])
    #expect(journal.entries.last?.event == .resumed)
    #expect(resumption.source?.context == "prod-weu" && resumption.source?.namespace == "shop")
  }

  @Test(arguments: [
    (0, "0 s"), (59.9, "59 s"), (60, "1 min"), (3599, "59 min"), (7200, "2 h"), (86400, "1 d"), (3e6, "34 d"),
    (-50, "0 s"),
  ])
  func `the message tells how long it was left`(_ seconds: Double, _ words: String) throws {
    let message = try resume(try Flows.library([Self.text]), after: seconds).0.message
    #expect(message == "Resumed after \(words). The evidence is as it was then.")
  }

  @Test(arguments: [
    ("30d", 2_592_000), ("12h", 43_200), ("45m", 2700), ("0m", 0), ("d", nil), ("", nil), ("5", nil), ("-1d", nil),
    ("1w", nil), ("1.5h", nil), ("1 d", nil), ("99999999999d", nil), ("+3d", 259_200),
  ])
  func `ages are numbers with a unit`(_ text: String, _ seconds: Double?) {
    #expect(Age.seconds(text) == seconds)
  }

  // MARK: - An edited flow

  /// An edit, the node that the session stands at then, and why no further; nil when every answer holds.
  private static let edits: [(name: String, changes: [(String, String)], node: String, reason: String?)] = [
    ("title reworded", [("Is it red?", "Which colour is it?")], "f", nil),
    ("version bumped", [("version: \"1\"", "version: \"2\"")], "f", nil),
    ("option added", [("- {id: blue", "- {id: green, label: Green, go: d}\n      - {id: blue")], "f", nil),
    ("option reworded", [("label: Red", "label: Crimson")], "f", nil),
    (
      "option removed", [("{id: red, label: Red", "{id: green, label: Green")], "c",
      "'Is it red?' has to be answered again: the option is not there any more"
    ),
    (
      "command changed", [("get pod p -o json", "get pod q -o json")], "d",
      "'What does the pod say?' has to be answered again: the command is another one now"
    ),
    (
      "pattern changed", [("[a-z]+", "[0-9]+")], "b",
      "'Which tag?' has to be answered again: That does not look like one: it must match ^[0-9]+$"
    ),
    (
      "other fact", [("fact: wantedTag", "fact: otherTag")], "b",
      "'Which tag?' has to be answered again: another value is asked for now"
    ),
    (
      "node renamed", [("  c:\n", "  colour:\n"), ("go: c\n", "go: colour\n"), ("skip: c\n", "skip: colour\n")],
      "colour", "3 wait until the walk comes by there."
    ),
    (
      "way changed", [("when: {contains: there}, go: b}", "when: {contains: there}, go: d}")], "f", nil
    ),
  ]

  @Test(arguments: edits.indices)
  func `answers are carried over by their ids as far as they hold`(_ index: Int) throws {
    let edit = Self.edits[index]
    let (resumption, journal) = try resume(editing: edit.changes.map { $0 })
    #expect(resumption.session.nodeID == edit.node, "\(edit.name): \(resumption.message)")
    let text = resumption.message
    #expect(text.hasPrefix("The flow was edited since (tiny): "))
    if let reason = edit.reason {
      let held = text.replacing("still holds.", with: "still hold.")
      #expect(held.contains("of 5 answers still hold. \(reason)"), "\(edit.name): \(text)")
    } else {
      #expect(text.hasSuffix("every answer still holds."), "\(edit.name): \(text)")
    }
    #expect(resumption.session.notes == ["asked the owner"])
    #expect(resumption.session.documents.first?.text == "it is there\n")
    // What was shown is what the journal makes.
    let library = try Flows.library([try Self.edited(edit.changes)])
    let again = try #require(
      Transcript(id: id, entries: journal.entries, library: library, text: store.flowText)?.session)
    #expect(picture(again) == picture(resumption.session))
    #expect(journal.entries.count { if case .began = $0.event { true } else { false } } == 2)
    #expect(resumption.source?.context == "prod-weu")
  }

  @Test func `behind a node that was put in, answers wait until it is answered`() throws {
    let node = """
        n:
          kind: question
          title: New?
          options:
            - {id: yes, label: Yes, go: c}
            - {id: no, label: No, go: end}
        c:

      """
    let changes = [("  c:\n", node), ("go: c\n", "go: n\n"), ("skip: c\n", "skip: n\n")]
    let (resumption, journal) = try resume(editing: changes)
    #expect(resumption.session.nodeID == "n")
    #expect(resumption.message.contains("2 of 5 answers still hold."), "\(resumption.message)")
    var walk = KeptWalk(journal, resumption.session)
    walk.answer("yes")
    #expect(walk.session.nodeID == "f")
    #expect(walk.session.visits.map(\.edge.id) == ["yes", "go", "yes", "red", "good", "go"])
    #expect(walk.session.visits.map { $0.answer.kept == true } == [true, true, false, true, false, true])
    #expect(walk.session.commands.map(\.kept) == [true], "the command did not run again")
    #expect(walk.session.stale == nil)
  }

  @Test func `a session is moved once, however often it goes on`() throws {
    let library = try Flows.library([try Self.edited([("label: Red", "label: Crimson")])])
    let first = try resume(library).0.session
    let count = try store.entries(of: id).count
    for turn in 1...3 {
      let (resumption, journal) = try resume(library, after: 600)
      #expect(resumption.message.hasPrefix("Resumed after "))
      #expect(picture(resumption.session) == picture(first))
      #expect(journal.entries.count == count + turn)
    }
    // Back to the first text is an edit too.
    let back = try resume(try Flows.library([Self.text]), after: 900).0
    #expect(back.message.hasSuffix("every answer still holds."))
    #expect(picture(back.session) == picture(walked))
  }

  @Test(arguments: Exporters.names)
  func `an export reads the session in the words of its time`(_ format: String) throws {
    let exporter = try #require(Exporters.named(format))
    let entries = try store.entries(of: id)
    func export(_ text: String, _ kept: @escaping SessionFold.FlowText) throws -> String {
      let library = try Flows.library([text])
      return try exporter.export(
        try #require(Transcript(id: id, entries: entries, library: library, text: kept)), ExportOptions())
    }
    let before = try export(Self.text) { _ in nil }
    let changed = try Self.edited([("Is it red?", "Which colour is it?"), ("id: red, label: Red", "id: x, label: X")])
    // That the flow was edited is all that differs.
    let after = try export(changed, store.flowText).replacing(/; edited since: `[a-z]+`/, with: "")
      .replacing("\"edited\" : true", with: "\"edited\" : false")
    #expect(after == before)
    // Without the old text a session is still exported, as far as it can be read.
    #expect(try !export(changed) { _ in nil }.isEmpty)
  }

  @Test func `without the old text answers are carried over as far as they fit`() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/flows")
    let (resumption, _) = try resume(editing: [("{id: red, label: Red", "{id: green, label: Green")])
    #expect(resumption.session.nodeID == "c")
    #expect(resumption.session.visits.map(\.edge.id) == ["yes", "go"])
    #expect(resumption.session.notes == ["asked the owner"])
    #expect(resumption.message.hasPrefix("The flow was edited since (tiny): "), "\(resumption.message)")
    // The answers that cannot be placed are in the journal, so that nothing but an edit back loses them.
    #expect(!resumption.message.contains("every answer still holds"), "\(resumption.message)")
  }

  // MARK: - A flow that is gone

  private func without() throws -> Library {
    let other = Flows.text(id: "other", Flows.leaf("a"))
    return Library(
      [Library.Source(id: "other", file: "o.yaml", text: other, isShipped: true)], catalogue: { Flows.catalogue })
  }

  @Test func `a flow that is gone is read from the text that was kept`() throws {
    let (resumption, journal) = try resume(try without())
    #expect(picture(resumption.session) == picture(walked))
    var walk = KeptWalk(journal, resumption.session)
    walk.answer("yes")
    #expect(walk.session.nodeID == "end")
    #expect(store.summary(of: id, try without()).reason == nil)
  }

  @Test func `a flow that nobody has is an error that says what to do`() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/flows")
    let before = try store.entries(of: id)
    let fault = #expect(throws: Journal.Fault.self) { try resume(try without()) }
    #expect(
      fault?.description == "\(store.path(of: id)): there is no flow 'tiny' here; name its folder with --flows")
    #expect(try store.entries(of: id) == before)
    #expect(store.summary(of: id, try without()).reason == "its flow is not known here")
  }

  @Test func `a journal with nothing in it is an error`() throws {
    try Data().write(to: URL(filePath: store.path(of: id)))
    let fault = #expect(throws: Journal.Fault.self) { try resume(try Flows.library([Self.text])) }
    #expect(fault?.reason == "nothing was recorded")
  }

  @Test func `a jump to a flow that is gone does not go round for ever`() throws {
    let text = Flows.text("a:\n  kind: jump\n  title: Look there\n  flow: other\n  return: end\n" + Flows.leaf())
    var session = try Flows.session(text)
    let event = session.automatic
    #expect(event.map { session.apply($0) } != false, "a driver would take the same event again and again")
  }

  @Test func `an edit of a flow that was entered is found too`() throws {
    let main = Flows.text(
      id: "main", "a:\n  kind: jump\n  title: Look there\n  flow: tiny\n  return: end\n" + Flows.leaf())
    let store = SessionStore(state: folder.path + "/other")
    var walk = KeptWalk(try Flows.library([main, Self.text]), in: store)
    walk.see("it is there\n")
    walk.answer("yes", "latest", "blue")
    let id = walk.journal.id
    let before = walk.session.nodeID
    walk = KeptWalk(try Flows.library([main, Self.text]), in: SessionStore(state: folder.path + "/unused"))
    let library = try Flows.library([main, try Self.edited([("{id: blue, label: Blue", "{id: z, label: Z")])])
    let resumption = try Resumption(try Journal(opening: id, in: store), library, store)
    #expect(before == "d" && resumption.session.nodeID == "c" && resumption.session.flow.id == "tiny")
    #expect(
      resumption.message
        == "The flow was edited since (tiny): 2 of 3 answers still hold. "
        + "'Is it red?' has to be answered again: the option is not there any more.")
  }
}

/// I2: the numbers of secrets go on after a session was left.
struct SecretNumberTests {
  private func secret(_ letter: Character) -> String { "password=\(String(repeating: letter, count: 12))9X" }

  /// Begins a session that saw one secret, and answers the redactor that it goes on with.
  private func resume(_ tell: (inout KeptWalk, inout Redactor) -> Void) throws -> Redactor {
    let folder = try TemporaryFolder()
    let store = SessionStore(state: folder.path)
    let library = try Flows.library([Flows.text(Flows.leaf("a"))])
    var walk = KeptWalk(library, in: store)
    var redactor = Redactor()
    walk.see(redactor.redact(secret("a")))
    tell(&walk, &redactor)
    let id = walk.journal.id
    walk = KeptWalk(library, in: SessionStore(state: folder.path + "/unused"))
    let journal = try Journal(opening: id, in: store)
    return try Resumption(journal, library, store).redactor
  }

  @Test func `another secret gets another number, as before`() throws {
    var redactor = try resume { _, _ in }
    #expect(redactor.redact(secret("b")) == "password=‹secret-2›")
    #expect(redactor.redact(secret("c")) == "password=‹secret-3›")
    #expect(redactor.redact(secret("b")) == "password=‹secret-2›")
  }

  @Test func `a secret in a note has a number of its own`() throws {
    var redactor = try resume { walk, redactor in walk.record(.note(redactor.redact(secret("b")))) }
    #expect(redactor.redact(secret("c")) == "password=‹secret-3›")
  }

  @Test func `a secret in evidence that a newer look replaced keeps its number`() throws {
    var redactor = try resume { walk, redactor in
      walk.see(redactor.redact(secret("b")), id: "other")
      walk.see("nothing", id: "other")
    }
    #expect(redactor.redact(secret("c")) == "password=‹secret-3›")
  }

  @Test func `a secret in a fact that somebody told keeps its number`() throws {
    var redactor = try resume { walk, redactor in
      walk.record(.fact(Event.FactRecord(name: "x", value: redactor.redact(secret("b")))))
    }
    #expect(redactor.redact(secret("c")) == "password=‹secret-3›")
  }
}

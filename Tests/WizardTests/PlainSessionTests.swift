import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// A whole session for somebody who listens: words only, nothing that a voice would stumble over.
struct PlainSessionTests {
  /// Everything that was said, and what was typed behind each prompt.
  private struct Dialogue {
    var said: [String] = []
    /// Prompts behind which something was typed.
    var prompts: [String] = []
    var entries: [JournalEntry] = []
    var id = ""
    var text: String { said.joined(separator: "\n") + "\n" }
  }

  /// Signs that are drawn, not read.
  private static let decoration = Set("●○▸▶■↺├└│─┬┴┼←→↑↓⏎·•█▌▐*#|~`^\\")

  private static let words = [
    "help", "why", "documents", "more", "more", "next mark", "search 401", "next hit", "cancel", "note",
    "asked the team that owns the image", "", "history", "back", "", "", "map", "more", "values", "", "", "run",
    "skip", "copy 2", "export markdown FOLDER/incident.md", "play", "rerun", "quit",
  ]

  /// Walks on a thread of its own: a command that is awaited must not hold one that tasks need.
  private func walk(_ words: [String], in folder: TemporaryFolder) async throws -> Dialogue {
    let scenario = try ShippedFlow.demo("2-wrong-tag")
    let library = try ShippedFlow.library
    let flow = try #require(library[scenario.flow])
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: Self.walk(words, scenario, Session(flow, library: library), folder.path))
      }
    }
  }

  private static func walk(
    _ words: [String], _ scenario: Scenario, _ start: Session, _ folder: String
  ) -> Dialogue {
    let journal = Journal(in: SessionStore(folder: folder + "/sessions"))
    var session = start
    let began = Event.began(Event.Began(session.library.reference(to: session.flow), program: "0"))
    let evidence = scenario.document.map { [Event.evidence(EvidenceRecord($0))] } ?? []
    journal.begin([began] + evidence + scenario.facts.map { .fact($0) }, &session)
    var settings = CommandSettings(runner: .recorded(scenario))
    settings.isRecorded = true
    settings.clock = { Date(timeIntervalSince1970: 1_795_000_000) }
    var rest = words[...]
    var dialogue = Dialogue()
    var driver = PlainDriver(
      session, journal: journal, settings: settings, redactor: Redactor(),
      read: {
        dialogue.prompts.append(dialogue.said.last ?? "")
        dialogue.said.append("    [typed] \(rest.first ?? "nothing more")")
        return rest.popFirst()?.split(separator: "FOLDER", omittingEmptySubsequences: false).joined(separator: folder)
      }, write: { dialogue.said.append($0.split(separator: folder).joined(separator: "FOLDER")) })
    _ = driver.run()
    (dialogue.entries, dialogue.id) = (journal.entries, journal.id)
    return dialogue
  }

  @Test func `a session in words reads like a talk`() async throws {
    let folder = try TemporaryFolder()
    let dialogue = try await walk(Self.words, in: folder)
    #expect(Golden.difference(dialogue.text, "plain-session.txt", in: "WizardTests") == nil)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/incident.md"))
    #expect(dialogue.entries.last?.event == .ended(.finished))
  }

  @Test func `nothing that is said moves a cursor or is drawn, and every prompt says what is asked`() async throws {
    let folder = try TemporaryFolder()
    let dialogue = try await walk(Self.words, in: folder)
    // Evidence is repeated as it is.
    for line in dialogue.said where line.firstMatch(of: #/^(> )?\d+(, continued)?: /#) == nil {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(line.debugDescription)")
      #expect(!line.contains { Self.decoration.contains($0) }, "\(line)")
      #expect(!line.contains("--  ") && !line.contains("...."), "\(line)")
    }
    #expect(dialogue.prompts.count > 20)
    for prompt in dialogue.prompts {
      #expect(prompt.hasPrefix("> ") || prompt.hasSuffix(":"), "\(prompt)")
    }
  }

  @Test func `a recording is gone through in words, and changes nothing`() async throws {
    let folder = try TemporaryFolder()
    let id = try await walk(["", "", "back", "", "quit"], in: folder).id
    let journal = try Journal(reading: id, in: SessionStore(folder: folder.path + "/sessions"))
    let library = try ShippedFlow.library
    let recording = Replay(journal.entries, library, text: { _ in nil })
    let replay = try #require(recording)
    var said: [String] = []
    var rest = ["previous", "next", "note x", "2", "why", "evidence", "search 401", "b", "play", "next", "bogus", ""][
      ...]
    var driver = PlainDriver(
      try #require(replay.session), journal: journal, settings: CommandSettings(runner: .off, mayRun: false),
      redactor: Redactor(),
      read: { rest.popFirst() }, write: { said.append($0) })
    driver.replay = replay
    let count = journal.entries.count
    _ = driver.run()
    #expect(journal.entries.count == count && rest.isEmpty)
    for line in [
      "This is the beginning.", "Taken back.", "This is the end of the recording.", "The session ended: quit",
      "A replay cannot be changed. Go on with it: fairway resume \(journal.id)",
    ] { #expect(said.contains(line), "\(line)") }
    #expect(
      said.contains { $0.hasPrefix("Answer (you): ") } && said.contains { $0.hasPrefix("There is no word 'bogus'") })
  }
}

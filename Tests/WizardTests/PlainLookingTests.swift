import FlowKit
import Foundation
import Synchronization
import TestSupport
import Testing
import Wizard

/// Reading the evidence again, and looking whether a remedy helped, on plain lines.
struct PlainLookingTests {
  private static let start = Date(timeIntervalSince1970: 1_800_000_000)
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func pod(_ message: String) -> String {
    PodText(image: "contoso.azurecr.io/books:v1", message: message).describe()
  }

  private static let absent = pod("failed to resolve reference: contoso.azurecr.io/books:v1: not found")
  private static let lost = pod("failed to do request: dial tcp: lookup contoso.azurecr.io: no such host")

  private static let healed: String =
    absent.replacing(
      "State:          Waiting\n      Reason:       ImagePullBackOff", with: "State:          Running"
    ).replacing("Ready:          False", with: "Ready:          True")
    .replacing("Status:           Pending", with: "Status:           Running")
    .replacing("03:20:04 +0000", with: "03:40:04 +0000")
    .replacing("ledger-7c9d8b6f5d-x2kqm", with: "ledger-7c9d8b6f5d-fresh").components(separatedBy: "Events:")[0]
      + """
      Events:
        Type     Reason     Age                From               Message
        ----     ------     ----               ----               -------
        Normal   Pulled     1m                 kubelet            Successfully pulled image "contoso.azurecr.io/books:v1" in 1s

      """

  /// What is said when words are typed; a word that begins with `!` puts another text into the file instead, and `+90`
  /// lets 90 seconds pass.
  private func talk(_ words: String..., worlds: [String: String] = [:]) async throws -> (
    lines: [String], session: Session
  ) {
    let path = try folder.write("pod.txt", Self.absent)
    let flow = Flows.text(
      """
      a:
        kind: question
        title: What does it say?
        options:
          - {id: absent, label: Not found, when: {fact: pull.class, is: not-found}, go: fix}
          - {id: other, label: Something else, go: end}
      fix:
        kind: remediation
        title: Correct the tag
        why: It is wrong.
        changes: the tag
        commands: [{run: 'kubectl get pods', effect: read}]
        rights: edit
        takes: at once
        verify: [{run: 'kubectl get pods', effect: read}]
        undo: [{text: the old tag}]
        avoid: nothing
        source: [{url: 'https://example.com', seen: 2026-11-21}]

      """ + Flows.leaf())
    var session = try Flows.session(flow)
    session.apply(
      .evidence(
        EvidenceRecord(
          Document(id: "evidence", title: path, provenance: Provenance(.file, source: path), text: Self.absent))))
    let folder = folder
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread { [session] in
        var rest = words[...]
        var lines: [String] = []
        let passed = Mutex(0.0)
        var settings = CommandSettings(runner: .off)
        settings.look = .file(path)
        settings.clock = { Self.start.addingTimeInterval(passed.withLock { $0 }) }
        var driver = PlainDriver(
          session, journal: Journal(in: SessionStore(folder: "/proc/none/sessions")), settings: settings,
          redactor: Redactor(),
          read: {
            while let word = rest.first, word.hasPrefix("!") || word.hasPrefix("+") {
              if let world = worlds[word] { _ = try? folder.write("pod.txt", world) }
              if let seconds = Double(word.dropFirst()) { passed.withLock { $0 += seconds } }
              rest.removeFirst()
            }
            lines.append("> \(rest.first ?? "")")
            return rest.popFirst()
          }, write: { lines.append($0) })
        let result = driver.run()
        continuation.resume(returning: (lines, result.session))
      }
    }
  }

  @Test func `refresh says which lines are new, and asks the question again`() async throws {
    let worlds = ["!changed": Self.absent.replacing("Priority:         0", with: "Priority:         7")]
    let said = try await talk("refresh", "!changed", "r", "q", worlds: worlds)
    #expect(said.lines.contains("Read again: nothing changed but times."))
    #expect(said.lines.contains("Read again: one line changed."))
    #expect(said.lines.contains { $0.hasSuffix("line 3 is new: Priority:         7") })
    #expect(said.lines.count { $0 == "What does it say?" } >= 2)
  }

  @Test func `a remedy is verified by a fresh pull, and by nothing before somebody applied it`() async throws {
    let said = try await talk(
      "verify", "", "verify", "no thanks", "verify", "yes", "+30", "verify", "!healed", "+30", "verify", "q",
      worlds: ["!healed": Self.healed])
    #expect(said.lines.contains("There is nothing to verify before a remedy is reached."))
    #expect(said.lines.contains("Nothing was noted."))
    #expect(said.lines.contains { $0.contains("still not-found, too early to call it failed") })
    #expect(said.lines.contains("It helped."))
    #expect(said.session.verified.contains("the new pod ledger-7c9d8b6f5d-fresh: the image was pulled anew"))
    #expect(said.session.checks.map(\.result) == [.applied, .pulled])
  }

  @Test func `the same error after its time did not help, and the remedy says so when it is reached again`()
    async throws
  {
    let said = try await talk("", "verify", "yes", "+301", "verify", "verify on", "", "q")
    #expect(said.session.checks.map(\.result) == [.applied, .failed])
    #expect(said.lines.contains { $0.hasPrefix("This was applied before and did not help") })
  }

  @Test func `another error leads back to the questions`() async throws {
    let said = try await talk(
      "", "verify", "yes", "!lost", "+10", "verify", "verify on", "q", worlds: ["!lost": Self.lost])
    #expect(said.session.checks.map(\.result) == [.applied, .changed])
    #expect(said.session.nodeID == "a" && said.session.facts["pull.class"]?.value == "dns")
  }

  @Test func `somebody can say what became of it`() async throws {
    for (word, wanted) in [("yes", Check.Result.confirmed), ("no", .failed)] {
      let said = try await talk("", "V", "yes", "verify \(word)", "q")
      #expect(said.session.checks.map(\.result) == [.applied, wanted])
    }
  }
}

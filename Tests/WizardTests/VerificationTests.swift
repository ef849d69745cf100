import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Whether a remedy that was applied helped.
struct VerificationTests {
  static let start = Date(timeIntervalSince1970: 1_800_000_000)
  private static let image = "contoso.azurecr.io/books:v1"
  static let absent = "failed to resolve reference: contoso.azurecr.io/books:v1: not found"
  static let refused =
    "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://contoso.azurecr.io/oauth2/token?scope=repository%3Abooks%3Apull&service=contoso.azurecr.io: 401 Unauthorized"

  private static let flow = Flows.text(
    """
    a:
      kind: question
      title: What does it say?
      options:
        - {id: absent, label: Not found, when: {fact: pull.class, is: not-found}, go: fix}
        - {id: refused, label: Refused, go: other}
    fix:
      kind: remediation
      title: Correct the tag
      why: It is wrong.
      changes: the tag
      commands:
        - {run: 'kubectl get pods', effect: read}
      rights: edit
      takes: at once, with the new pods
      window: 10m
      verify:
        - {run: 'kubectl get pods', effect: read}
      undo:
        - {text: the old tag}
      avoid: nothing
      source:
        - {url: 'https://example.com', seen: 2026-11-21}

    """ + Flows.leaf("other"))

  static func document(_ message: String, pod: String = "ledger-7c9d8b6f5d-x2kqm") -> Document {
    var text = PodText(image: image, message: message)
    text.name = pod
    return Document(
      id: "describe", title: "describe pod", provenance: Provenance(.command, source: "x"), text: text.describe())
  }

  /// A new pod that pulled its image.
  static var pulled: Document {
    let failing = document(absent, pod: "ledger-new").text
    let text = failing.replacing(
      "State:          Waiting\n      Reason:       ImagePullBackOff", with: "State:          Running"
    )
    .replacing("Ready:          False", with: "Ready:          True").replacing(
      "Status:           Pending", with: "Status:           Running"
    )
    .replacing("03:20:04 +0000", with: "03:40:04 +0000")
    let head = text[..<(text.firstRange(of: "Events:")?.lowerBound ?? text.endIndex)]
    return Document(
      id: "describe", title: "describe pod", provenance: Provenance(.command, source: "x"),
      text: head + """
        Events:
          Type     Reason     Age                From               Message
          ----     ------     ----               ----               -------
          Normal   Pulled     1m                 kubelet            Successfully pulled image "\(image)" in 1s (1s including waiting)

        """)
  }

  /// A walk that stands at the remedy, with looks to come.
  static func walk(
    _ looks: Document..., flow: String = flow, width: Int = 100, height: Int = 30
  ) throws -> Walk {
    var session = try Flows.session(flow)
    session.apply(.evidence(EvidenceRecord(document(absent))))
    var walk = Walk(session, width, height)
    walk.model.look = .live(LivePod(pod: "ledger", namespace: nil, context: nil, kubeconfig: nil))
    walk.send(.clock(start))
    walk.looks = looks.map { Looked(documents: [$0], redactor: Redactor()) }
    walk.press(.enter)
    return walk
  }

  private static func checks(_ walk: Walk) -> [Check.Result] {
    walk.events.compactMap { if case .check(let check) = $0 { check.result } else { nil } }
  }

  @Test func `only a remedy that somebody applied is watched`() throws {
    var walk = try Self.walk()
    walk.press(.character("V"))
    #expect(walk.text.contains("Does it help?") && walk.text.contains("Takes: at once, with the new pods"))
    #expect(walk.text.contains("Fairway changes nothing") && walk.text.contains("for 10 min"))
    #expect(Self.checks(walk).isEmpty && walk.effects.isEmpty)
    walk.press(.down, .enter)
    #expect(walk.model.overlay == nil && walk.model.verification == nil)
    walk.press(.character("b"), .character("V"))
    #expect(walk.lastRow.contains("before a remedy is reached") || walk.model.overlay == nil)
  }

  @Test func `while it is too early the same error is no failure, and time counts down`() throws {
    var walk = try Self.walk(Self.document(Self.absent), Self.document(Self.absent))
    walk.press(.character("V"), .enter)
    #expect(Self.checks(walk) == [.applied])
    #expect(walk.text.contains("Too early to call it failed for 10:00") && walk.text.contains("next look in 0:05"))
    walk.send(.clock(Self.start.addingTimeInterval(4)))
    #expect(walk.effects.isEmpty && walk.text.contains("for 9:56"))
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(walk.effects == ["look"])
    #expect(
      walk.text.contains("still not-found, too early to call it failed") && walk.text.contains("next look in 0:10"))
    #expect(Self.checks(walk) == [.applied])
    walk.press(.escape)
    #expect(walk.text.contains("verifying 9:55") && walk.text.contains("Verified: not yet"))
  }

  @Test func `a fresh pull of a new pod is the proof`() throws {
    var walk = try Self.walk(Self.pulled)
    walk.press(.character("V"), .enter, .escape)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(Self.checks(walk) == [.applied, .pulled])
    #expect(walk.text.contains("yes, a fresh pull was seen"))
    #expect(walk.model.session.verified.contains("the new pod ledger-new: the image was pulled anew"))
    #expect(walk.model.session.doubtful == nil && !walk.text.contains("does not fit"))
    // It is over: nothing looks again, and the leaf stands where it stood.
    walk.send(.clock(Self.start.addingTimeInterval(500)))
    #expect(walk.effects.count { $0 == "look" } == 1 && walk.model.leaf?.id == "fix")
  }

  @Test func `a remedy that helped still names what it helped against`() throws {
    let flow = Self.flow.replacing("Correct the tag", with: "Correct the tag {{tag}}")
    let healed = Self.pulled.text.replacing("books:v1", with: "books:v2")
    let newer = Document(id: "describe", title: "describe pod", provenance: Self.pulled.provenance, text: healed)
    var walk = try Self.walk(newer, flow: flow)
    #expect(walk.text.contains("Correct the tag v1"))
    walk.press(.character("V"), .enter, .escape)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(Self.checks(walk) == [.applied, .pulled] && walk.model.session.facts["tag"]?.value == "v2")
    #expect(walk.text.contains("Correct the tag v1") && walk.model.leaf?.title == "Correct the tag v1")
  }

  @Test func `the same error after the time is a failure, and the remedy is not offered again unsaid`() throws {
    var walk = try Self.walk(Self.document(Self.absent), Self.document(Self.absent))
    walk.press(.character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    walk.send(.clock(Self.start.addingTimeInterval(601)))
    #expect(Self.checks(walk) == [.applied, .failed])
    #expect(walk.text.contains("It did not help within the time that it may take"))
    walk.press(.down, .enter)
    #expect(walk.model.session.nodeID == "a" && walk.model.session.visits.isEmpty && walk.model.overlay == nil)
    #expect(walk.effects.contains("forget"))
    walk.press(.enter)
    #expect(walk.text.contains("This was applied before and did not help"))
    #expect(walk.model.session.verified.hasPrefix("no, it did not help"))
  }

  @Test func `another error is classified anew`() throws {
    var walk = try Self.walk(Self.document(Self.refused))
    walk.press(.character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(Self.checks(walk) == [.applied, .changed])
    #expect(walk.text.contains("another error: no-credentials"))
    walk.press(.enter)
    #expect(walk.model.session.nodeID == "a")
    #expect(walk.model.session.facts["pull.class"]?.value == "no-credentials")
    #expect(walk.model.session.documents.count == 1)
  }

  @Test func `another error is not the last word when somebody does more`() throws {
    var walk = try Self.walk(Self.document(Self.refused), Self.document(Self.refused), Self.pulled)
    walk.press(.character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(Self.checks(walk) == [.applied, .changed])
    // Nothing looks by itself any more.
    walk.send(.clock(Self.start.addingTimeInterval(50)))
    #expect(walk.effects.count { $0 == "look" } == 1)
    walk.press(.down, .enter)
    #expect(Self.checks(walk) == [.applied, .changed])
    walk.press(.home, .down, .enter)
    #expect(
      Self.checks(walk) == [.applied, .changed, .pulled] && walk.text.contains("It helped: a fresh pull was seen."))
  }

  @Test func `what a command printed of an older pod is not what was before`() throws {
    var walk = try Self.walk(Self.document(Self.refused), Self.document(Self.refused), Self.document(Self.refused))
    let older = Self.document(Self.absent)
    walk.send(
      .recorded(
        .evidence(
          EvidenceRecord(Document(id: "command-1", title: "x", provenance: older.provenance, bytes: older.bytes)))))
    walk.press(.character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(Self.checks(walk) == [.applied, .changed])
    walk.model.verification = nil
    walk.press(.escape, .character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(10)))
    #expect(Self.checks(walk) == [.applied, .changed, .applied], "the error is the same as before this time")
  }

  @Test func `a look that fails is told and tried again`() throws {
    var walk = try Self.walk()
    walk.looks = [Looked(fault: "The cluster did not answer in time.", redactor: Redactor())]
    walk.press(.character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    #expect(walk.text.contains("The cluster did not answer in time.") && walk.text.contains("next look in 0:10"))
    #expect(Self.checks(walk) == [.applied])
  }

  @Test func `without a cluster a person says what became of it`() throws {
    var walk = try Self.walk()
    walk.model.look = .none("This is a recording: its evidence stays as it is.")
    walk.press(.character("V"))
    #expect(walk.text.contains("This is a recording"))
    walk.press(.enter)
    #expect(!walk.text.contains("Look now") && !walk.text.contains("next look"))
    // Enter by habit claims nothing.
    walk.press(.enter)
    #expect(Self.checks(walk) == [.applied] && walk.model.overlay == nil)
    walk.press(.character("V"), .down, .enter)
    #expect(Self.checks(walk) == [.applied, .confirmed])
    #expect(
      walk.text.contains("It helped, as you say.") && walk.model.session.verified.hasPrefix("yes, somebody said so"))
  }

  @Test func `a remedy that is left is not watched from elsewhere, and goes on where it is reached again`() throws {
    var walk = try Self.walk(Self.pulled)
    walk.press(.character("V"), .enter, .escape, .character("b"))
    #expect(walk.model.verification == nil && !walk.text.contains("verifying"))
    walk.send(.clock(Self.start.addingTimeInterval(60)))
    #expect(walk.effects.isEmpty)
    walk.press(.enter, .character("V"))
    #expect(walk.text.contains("Applied: 1 min ago") && walk.text.contains("failed for 9:00"))
    walk.send(.clock(Self.start.addingTimeInterval(65)))
    #expect(Self.checks(walk) == [.applied, .pulled])
  }

  @Test func `a resumed session knows what was applied`() throws {
    var walk = try Self.walk(Self.pulled)
    walk.press(.character("V"), .enter)
    walk.send(.clock(Self.start.addingTimeInterval(5)))
    var session = try Flows.session(Self.flow)
    session.apply(.evidence(EvidenceRecord(Self.document(Self.absent))))
    for event in walk.events {
      let entry = JournalEntry(sequence: 1, time: Self.start, event: event)
      let line = try entry.line()
      session.apply(try JournalEntry.read(line).event)
    }
    #expect(session.checks == walk.model.session.checks && session.verified == walk.model.session.verified)
  }
}

import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// What a newer look at the evidence does to a walk.
struct NewerEvidenceTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)
  private static let image = "contoso.azurecr.io/books:v1"
  private static let refused =
    "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://contoso.azurecr.io/oauth2/token?scope=repository%3Abooks%3Apull&service=contoso.azurecr.io: 401 Unauthorized"
  private static let absent = "failed to resolve reference: contoso.azurecr.io/books:v1: not found"

  private static let flow = Flows.text(
    """
    a:
      kind: question
      title: What does it say?
      options:
        - {id: refused, label: Refused, when: {fact: pull.class, is: no-credentials}, go: b}
        - {id: other, label: Something else, go: b}
    b:
      kind: question
      title: Is it so?
      options:
        - {id: yes, label: Yes it is, when: {contains: anonymous token}, go: one}
        - {id: no, label: No, go: two}

    """ + Flows.leaf("one") + Flows.leaf("two"))

  private static func document(_ text: String, id: String = "describe") -> Document {
    Document(id: id, title: id, provenance: Provenance(.command, source: id), text: text)
  }

  private static func describe(_ message: String, id: String = "describe") -> Document {
    document(PodText(image: image, message: message).describe(), id: id)
  }

  private static func walk(_ documents: Document...) throws -> Walk {
    var session = try Flows.session(flow)
    for document in documents { session.apply(.evidence(EvidenceRecord(document))) }
    var walk = Walk(session, 100, 30)
    walk.model.look = .file("pod.txt")
    walk.send(.clock(now))
    return walk
  }

  @Test func `an answer that the newer evidence speaks against is named, and not taken again in silence`() throws {
    var walk = try Self.walk(Self.describe(Self.refused))
    walk.press(.enter, .enter)
    #expect(walk.model.leaf?.id == "one" && walk.model.session.doubtful == nil)
    walk.looks = [Looked(documents: [Self.describe(Self.absent)], redactor: Redactor())]
    walk.press(.character("r"))
    #expect(walk.text.contains("'Refused' does not fit any more: pull.class is not-found"))
    walk.press(.escape)
    #expect(walk.text.contains("An answer does not fit the newer evidence: Refused"))
    walk.send(.recorded(.back(Event.Back(to: 0, keeps: true))))
    walk.press(.escape, .character("2"))
    #expect(walk.model.session.nodeID == "b" && walk.model.session.stale?.reason.contains("does not say so") == true)
  }

  @Test func `a newer look replaces the whole of the older one`() throws {
    let events = Self.document(PodText(image: Self.image, message: Self.refused).events(), id: "events")
    var walk = try Self.walk(Self.describe(Self.refused, id: "pod"), events, Self.describe(Self.refused))
    #expect(walk.model.session.facts["pull.class"]?.value == "no-credentials")
    walk.model.look = .paste
    walk.press(.character("r"))
    #expect(walk.lastRow.contains("Pasting, ^d ends, esc drops: newer evidence, 0 lines"))
    walk.press(.paste(Self.describe(Self.absent).text))
    #expect(walk.lastRow.contains("lines"))
    walk.press(.control("d"))
    #expect(walk.model.session.documents.map(\.id) == ["pod"])
    #expect(walk.model.session.facts["pull.class"]?.value == "not-found")
    var ways = TwoWays(try Flows.session(Self.flow))
    for document in [Self.describe(Self.refused, id: "pod"), events] { ways.take(document) }
    for event in walk.events { ways.apply(event) }
    #expect(ways.differences == [] && ways.live.documents.map(\.id) == ["pod"])
  }

  @Test func `what was decided is not taken back by a look on its way`() throws {
    var walk = try Self.walk(Self.describe(Self.refused))
    walk.press(.enter, .enter)
    walk.send(
      .recorded(
        .check(
          Check(flow: "tiny", node: "one", result: .applied, time: Timestamp.text(Self.now.addingTimeInterval(-900)))))
    )
    walk.press(.character("V"))
    #expect(walk.text.contains("The time is over"))
    // A look is on its way while somebody says that it helped.
    walk.press(.enter, .down, .down, .enter)
    walk.send(.looked(Looked(documents: [Self.describe(Self.refused)], redactor: Redactor())))
    walk.send(.clock(Self.now.addingTimeInterval(60)))
    let checks = walk.events.compactMap { if case .check(let check) = $0 { check.result } else { nil } }
    #expect(checks == [.confirmed] && walk.effects == ["look"])
  }

  @Test func `what became of one remedy says nothing about another`() throws {
    var walk = try Self.walk(Self.describe(Self.refused))
    walk.press(.enter, .enter)
    walk.send(
      .recorded(.check(Check(flow: "tiny", node: "one", result: .pulled, time: "2026-11-21T03:30:00.000Z"))))
    #expect(walk.model.session.verified.hasPrefix("yes"))
    walk.press(.character("b"), .character("2"))
    #expect(walk.model.leaf?.id == "two" && walk.model.session.verified == "not in this session")
  }

  @Test func `a mark stands only on the words that decided`() throws {
    var walk = try Self.walk(Self.describe(Self.refused))
    walk.press(.enter, .enter)
    walk.looks = [Looked(documents: [Self.document("Name: x\nother text\n")], redactor: Redactor())]
    walk.press(.character("r"), .escape)
    #expect(view(walk.model).text(in: .mark).isEmpty)
  }
}

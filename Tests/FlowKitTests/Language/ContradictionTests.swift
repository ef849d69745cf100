import FlowKit
import TestSupport
import Testing

/// Options that the evidence speaks against.
struct ContradictionTests {
  private static let text = """
    fairway: 1
    flow: tiny
    title: Tiny
    version: "1"
    start: ask
    nodes:
      ask:
        kind: question
        title: What does it say?
        options:
          - {id: dns, label: The name, when: {fact: pull.class, is: dns}, go: end}
          - {id: anonymous, label: Anonymous, when: {fact: pull.class, in: [no-credentials]}, go: end}
          - id: either
            label: One of two
            when: {any: [{fact: pull.class, is: tls-other}, {fact: waiting.reason, is: ErrImagePull}]}
            go: end
          - id: both
            label: Both
            when: {all: [{fact: pull.class, present: true}, {fact: namespace, is: shop}]}
            go: end
          - {id: text, label: A text, when: {contains: no such words}, go: end}
          - {id: pattern, label: A pattern, when: {fact: pull.message, matches: nothing like it}, go: end}
          - {id: unset, label: No registry, when: {fact: registry, present: false}, go: end}
          - {id: other, label: Something else, go: end}
      end:
        kind: remediation
        verdict: healthy
        title: End
        why: It is well.
    """

  /// Ids of the options that are ruled out by evidence with a message.
  private static func out(_ message: String) throws -> [String: String] {
    var session = Session(try Flows.read(text), library: try ShippedFlow.library)
    let pod = PodText(image: "contoso.azurecr.io/books:v1", message: message)
    session.apply(
      .evidence(
        EvidenceRecord(
          Document(
            id: "describe", title: "describe pod", provenance: Provenance(.paste, source: "x"), text: pod.describe()))))
    guard case .ask(let ask)? = session.step else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: ask.choices.compactMap { choice in
        session.contradiction(of: choice).map { (choice.id, $0.words) }
      })
  }

  @Test func `a fact with another value rules an option out, and names its place`() throws {
    let out = try Self.out(
      "failed to resolve reference \"contoso.azurecr.io/books:v1\": contoso.azurecr.io/books:v1: not found")
    #expect(Set(out.keys) == ["dns", "anonymous", "either", "both", "unset"])
    #expect(out["dns"]?.hasPrefix("pull.class is not-found (describe, line ") == true)
    #expect(out["both"]?.hasPrefix("namespace is books (describe, line 2)") == true)
  }

  @Test func `a text or a pattern that is not found proves nothing`() throws {
    let out = try Self.out("failed to do request: dial tcp: lookup contoso.azurecr.io: no such host")
    #expect(out["text"] == nil && out["pattern"] == nil && out["other"] == nil && out["dns"] == nil)
  }

  @Test func `a class that can mean another one does not rule that out`() throws {
    let out = try Self.out(
      "failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://contoso.azurecr.io/oauth2/token: 401 Unauthorized"
    )
    let unclear = try Self.out("unexpected status code 401 Unauthorized")
    #expect(out["dns"] != nil)
    #expect(unclear["dns"] != nil && unclear["anonymous"] == nil)
  }

  @Test func `without evidence nothing is ruled out`() throws {
    let session = Session(try Flows.read(Self.text), library: try ShippedFlow.library)
    guard case .ask(let ask)? = session.step else { return }
    #expect(ask.choices.allSatisfy { session.contradiction(of: $0) == nil })
  }

  @Test func `classes that fit others are in the catalogue`() throws {
    let catalogue = try ShippedFlow.library.catalogue
    let ids = Set(catalogue.classes.map(\.id) + ["any"])
    for entry in catalogue.classes { #expect(entry.fits.allSatisfy(ids.contains), "\(entry.id)") }
    #expect(catalogue.classes.contains { !$0.fits.isEmpty })
  }

  @Test func `what was ruled out is told when the node was left`() throws {
    var walk = try ShippedFlow.session("2-wrong-tag")
    guard case .ask(let ask)? = walk.step, let suggested = ask.suggested else { return }
    walk.apply(walk.answer(ask.choices[suggested], by: .person))
    let visit = try #require(walk.visits.last)
    let found = walk.ruledOut(at: visit)
    #expect(found.count >= 3 && found.allSatisfy { $0.reason.fact.name == "pull.class" })
    #expect(!found.contains { $0.label == visit.label })
    let words = try #require(walk.wordsRuledOut(at: visit))
    #expect(words.contains("; ") && words.hasSuffix(", since pull.class is not-found (describe, line 59)"))
  }
}

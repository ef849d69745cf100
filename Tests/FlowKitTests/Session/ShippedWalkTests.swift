import FlowKit
import TestSupport
import Testing
import Wizard

/// What a recording is expected to lead to.
struct RecordedWalk: Sendable, CustomTestStringConvertible {
  let recording: String
  let pullClass: String
  let verdict: Diagnosis.Verdict
  let leaf: String
  /// Each node with its answer and the line and text that decided.
  let path: [String]

  var testDescription: String { recording }
}

private let walks: [RecordedWalk] = [
  RecordedWalk(
    recording: "1-not-attached", pullClass: "no-credentials", verdict: .remediation, leaf: "acr-grant-role",
    path: [
      "reason/pull 59:283 failed to fetch anonymous token … 401 Unauthorized",
      "which-container/else",
      "registry-kind/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.2",
      "error/access 59:283 failed to fetch anonymous token … 401 Unauthorized",
      "access/anonymous 59:283 failed to fetch anonymous token … 401 Unauthorized",
      "anonymous-host/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.2",
      "named-secret/else",
      "read-secrets/failed",
      "check-access/jump",
      "entry/pull-error 59:283 failed to fetch anonymous token … 401 Unauthorized",
      "image-host/else",
      "subject-known/else",
      "find-subject/jump",
      "cluster/else",
      "ask-cluster/skip",
      "registry/image 18:21 fabrikamshop.azurecr.io/orders:1.4.2",
      "find-registry/failed",
      "cluster-subscription/else",
      "puller-identity/else",
      "by-class/no-credentials 59:283 failed to fetch anonymous token … 401 Unauthorized",
    ]),
  RecordedWalk(
    recording: "2-wrong-tag", pullClass: "not-found", verdict: .remediation, leaf: "acr-correct-reference",
    path: [
      "reason/pull 59:333 : not found",
      "which-container/else",
      "registry-kind/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.9",
      "error/absent 59:333 : not found",
      "absent/image 59:333 : not found",
      "absent-host/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.9",
      "image-reference/tag 18:21 fabrikamshop.azurecr.io/orders:1.4.9",
      "show-tag/failed",
    ]),
  RecordedWalk(
    recording: "3-firewall", pullClass: "forbidden-network", verdict: .remediation, leaf: "acr-allow-address",
    path: [
      "reason/pull 59:470 is not allowed access",
      "which-container/else",
      "registry-kind/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.3-quota429",
      "error/forbidden 59:470 is not allowed access",
      "forbidden/network-rule 59:470 is not allowed access",
      "forbidden-host/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.3-quota429",
      "check-network/jump",
      "symptom/blocked 59:470 is not allowed access",
      "address/public 59:441 client with IP '20.101.44.7'",
      "subject-known/else",
      "find-subject/jump",
      "cluster/else",
      "ask-cluster/skip",
      "registry/image 18:21 fabrikamshop.azurecr.io/orders:1.4.3-quota429",
      "find-registry/failed",
      "registry-known/else",
      "by-hand/known 18:21 fabrikamshop.azurecr.io/orders:1.4.3-quota429",
      "what-remains/public-403 59:441 client with IP '20.101.44.7'",
    ]),
  RecordedWalk(
    recording: "7-disk-full", pullClass: "disk-full", verdict: .remediation, leaf: "free-the-disk",
    path: [
      "reason/pull 59:401 no space left on device",
      "which-container/else",
      "registry-kind/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.3-unpackbig",
      "error/node 59:401 no space left on device",
      "node-trouble/disk 59:401 no space left on device",
      "other-nodes/failed",
      "by-spread/disk 59:401 no space left on device",
    ]),
  RecordedWalk(
    recording: "8-cause-lost", pullClass: "cause-lost", verdict: .unknown, leaf: "get-fresh-error",
    path: [
      "reason/pull 57:62 Back-off pulling image",
      "which-container/else",
      "registry-kind/acr 18:21 fabrikamshop.azurecr.io/orders:1.4.2",
      "error/lost 57:62 Back-off pulling image",
      "read-waiting/failed",
    ]),
]

/// The shipped flow with the shipped recordings.
struct ShippedWalkTests {
  @Test(arguments: walks)
  func `a recording leads to its leaf, by places in the evidence`(_ walk: RecordedWalk) throws {
    let diagnosis = Diagnosis(try ShippedFlow.session(walk.recording))
    #expect(diagnosis.pullClass == walk.pullClass)
    #expect(diagnosis.verdict == walk.verdict)
    #expect(diagnosis.leaf?.id == walk.leaf)
    let path = diagnosis.session.visits.map { visit in
      let because = visit.answer.because.map { " \($0.line):\($0.column) \($0.text)" } ?? ""
      return "\(visit.node.id)/\(visit.edge.id)\(because)"
    }
    #expect(path == walk.path)
    let text = diagnosis.session.documents.first
    for span in diagnosis.session.visits.compactMap(\.answer.because) {
      for piece in span.pieces {
        let part = String(text?.line(piece.line - 1).dropFirst(piece.column - 1).prefix(piece.length) ?? "")
        #expect(span.text.contains(part) && part.count == piece.length)
      }
    }
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `a walk by suggestions agrees with the walk without an operator, live and replayed`(_ recording: String) throws {
    var walk = TwoWays(try ShippedFlow.session(nil))
    walk.take(try ShippedFlow.document(recording))
    for _ in 0..<30 {
      switch walk.live.step {
      case .ask(let ask): walk.choose(ask.choices[try #require(ask.suggested)].id)
      case .show: walk.choose("go")
      case .enter: walk.enter(nil)
      case .run: walk.ran(.skipped)
      default: break
      }
    }
    guard case .finish(let leaf)? = walk.live.step else { throw Lost(at: walk.live) }
    let diagnosis = Diagnosis(try ShippedFlow.session(recording))
    #expect(leaf == diagnosis.leaf)
    #expect(walk.live.conclusion == diagnosis.session.conclusion)
    #expect(walk.differences == [String]())
    while walk.live.canGoBack { walk.back() }
    #expect(walk.live.nodeID == "reason")
    #expect(walk.live.visits.isEmpty && walk.live.commands.isEmpty)
    #expect(walk.differences == [String]())
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `at every suggested question each option can be taken and leads on`(_ recording: String) throws {
    var open = [try ShippedFlow.session(recording)]
    var seen: Set<String> = []
    while let session = open.popLast() {
      #expect(session.step != nil, "\(session.nodeID)")
      guard seen.insert(session.nodeID).inserted else { continue }
      var next: [Event] = []
      if let event = session.automatic {
        next = [event]
      } else {
        switch session.step {
        case .ask(let ask): next = ask.choices.map { session.answer($0, by: .person) }
        case .show(let choice, _): next = [session.answer(choice, by: .person)]
        case .enter(let entry):
          next = [
            .answered(Answer(node: session.nodeID, edge: "skip", by: .person)),
            .answered(Answer(node: session.nodeID, edge: "go", by: .person, facts: [entry.fact: "contoso.azurecr.io"])),
          ]
        case .run(let run):
          next = Outcome.allCases.map {
            .command(Event.CommandRecord(node: session.nodeID, line: run.line, effect: run.effect, outcome: $0))
          }
        default: break
        }
      }
      for event in next {
        var following = session
        #expect(following.apply(event) == true, "\(session.nodeID)")
        if case .command = event, let automatic = following.automatic { #expect(following.apply(automatic) == true) }
        open.append(following)
      }
    }
    #expect(seen.count > 20)
  }

  @Test func `no evidence leaves the first question to a person`() throws {
    let diagnosis = Diagnosis(try ShippedFlow.session(nil))
    #expect(diagnosis.verdict == .unknown)
    #expect(diagnosis.leaf == nil && diagnosis.events.isEmpty)
    #expect(diagnosis.session.nodeID == "reason")
    #expect(diagnosis.pullClass == nil && diagnosis.cause == nil && diagnosis.candidates.isEmpty)
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `the events of a diagnosis lead a new session to the same place`(_ recording: String) throws {
    let diagnosis = Diagnosis(try ShippedFlow.session(recording))
    var session = try ShippedFlow.session(recording)
    for event in diagnosis.events { #expect(session.apply(event) == true) }
    #expect(session.nodeID == diagnosis.session.nodeID)
    #expect(Diagnosis(session).events.isEmpty)
  }
}

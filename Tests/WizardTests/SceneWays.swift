import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Ways to a scene that several of them share.
extension Scene {
  // What takes long to reach is reached once, for every size.
  private static let wrongTag = Result { try Walk.recording("2-wrong-tag") }
  private static let nothing = Result { Walk(try ShippedFlow.session()) }
  private static let replay = Result { try ReplayTests().walk() }
  private static let leaves = Dictionary(
    uniqueKeysWithValues: ["1-not-attached", "2-wrong-tag"].map { recording in
      (
        recording,
        Result {
          var walk = try Walk.recording(recording)
          walk.reachLeaf()
          return walk
        }
      )
    })

  static func replay(_ width: Int, _ height: Int, _ keys: String) throws -> Walk {
    try replay.get().resized(width, height).after(keys)
  }

  /// The recording of a tag that is not there, after some keys and a change of what is shown.
  static func tag(
    _ width: Int, _ height: Int, _ keys: String = "", _ change: (inout Model) -> Void = { _ in }
  ) throws -> Walk {
    var walk = try wrongTag.get().resized(width, height)
    change(&walk.model)
    return walk.after(keys)
  }

  /// The first question without evidence, after some keys.
  static func bare(_ width: Int, _ height: Int, _ keys: String) throws -> Walk {
    try nothing.get().resized(width, height).after(keys)
  }

  static func leaf(_ recording: String, _ width: Int, _ height: Int) throws -> Walk {
    try #require(leaves[recording]).get().resized(width, height)
  }

  static func running(_ width: Int, _ height: Int, lines: Int) throws -> Walk {
    var walk = try CommandNodeTests().command(width, height).after("⏎")
    let text = (1...max(1, lines)).map { "node-\($0)   Ready   v1.32.\($0 % 9)\n" }.joined()
    let provenance = Provenance(.command, source: "kubectl get node n1")
    if lines > 0 {
      walk.send(.output(Document(id: "running", title: "kubectl get node n1", provenance: provenance, text: text)))
    }
    for seconds in [0.0, 5] { walk.send(.clock(VerificationTests.start.addingTimeInterval(seconds))) }
    return walk
  }

  static func several(_ width: Int, _ height: Int, _ keys: String) throws -> Walk {
    let events = EvidenceToolsTests.document("Failed\nBackOff", id: "events", title: "get events", age: 3)
    let pod = EvidenceToolsTests.document(EvidenceToolsTests.numbered, age: 125)
    return try EvidenceToolsTests.walk(pod, events, width: width, height: height).after(keys)
  }

  static func changed(_ width: Int, _ height: Int) throws -> Walk {
    let old = EvidenceToolsTests.numbered
    var walk = try EvidenceToolsTests.walk(EvidenceToolsTests.document(old), width: width, height: height).after("⇥")
    walk.model.look = .file("pod.txt")
    let newer = EvidenceToolsTests.document("a new line\n" + old.replacing("line 3 fine", with: "line 3 broken"))
    walk.looks = [Looked(documents: [newer], redactor: Redactor())]
    return walk.after("rg")
  }

  /// A remedy that is watched: what its looks bring, and how late it is then.
  static func verified(
    _ width: Int, _ height: Int, _ keys: String, _ errors: [String]? = nil, seconds: Double = 0
  ) throws -> Walk {
    var walk = try VerificationTests.walk(width: width, height: height)
    let found = errors.map { $0.isEmpty ? [VerificationTests.pulled] : $0.map { VerificationTests.document($0) } }
    walk.looks = (found ?? []).map { Looked(documents: [$0], redactor: Redactor()) }
    walk = walk.after(keys)
    walk.send(.clock(VerificationTests.start.addingTimeInterval(seconds)))
    return walk
  }

  /// An exercise at its leaf, after further keys.
  static func practised(_ width: Int, _ height: Int, _ keys: String) throws -> Walk {
    let practice = try PracticeTests()
    var walk = practice.walk(width, height)
    practice.toLeaf(&walk)
    return walk.after(keys)
  }

  /// An exercise that was healed after a fix that did not help.
  static func debriefed(_ width: Int, _ height: Int) throws -> Walk {
    let practice = try PracticeTests()
    var walk = practice.walk(width, height)
    practice.toLeaf(&walk)
    walk = walk.after("V⏎⎋VG↑⏎\(practice.exercise.solution[0])⏎")
    let healed = try #require(practice.exercise[state: "healed"]?.recording.document)
    let known = walk.model.session.documents
    walk.send(.looked(Looked(documents: [healed], redactor: Redactor()).compared(with: known)))
    return walk.after("⏎")
  }

  static func noKubectl(_ width: Int, _ height: Int) throws -> StartWalk {
    var walk = try StartWalk(width, height)
    walk.answer(.failure(FleetFault(.absent, detail: "'kubectl' is not on PATH", hasContext: false)), context: nil)
    return walk
  }

  static func sessions(_ width: Int, _ height: Int) throws -> StartWalk {
    var walk = try StartWalk.listed(width, height)
    walk.send(
      .sessions(
        (1...3).map { number in
          var summary = SessionSummary("20261121T03150\(number)", broken: "")
          summary.subject = "shop/web-\(number)"
          summary.step = number
          summary.title = "What does the pull error say?"
          summary.changed = StartWalk.now.addingTimeInterval(Double(-number * number * 700))
          return summary
        }))
    return walk
  }
}

/// Something with a picture to which keys can be sent.
protocol Pictured {
  var picture: Buffer { get }
  mutating func press(_ keys: Key...)
}

extension Walk: Pictured {
  var picture: Buffer { view(model) }

  /// The same on a screen of another size.
  func resized(_ width: Int, _ height: Int) -> Walk {
    var walk = self
    walk.send(.resized(Size(width: width, height: height)))
    return walk
  }
}
extension StartWalk: Pictured { var picture: Buffer { view(model) } }

extension Pictured {
  /// The same after some keys, as the footer writes them: `⏎` Enter, `⇥` Tab, `⎋` Esc, arrows, else what is typed.
  func after(_ keys: String) -> Self {
    let named: [Character: Key] = [
      "⏎": .enter, "⇥": .tab, "⎋": .escape, "←": .left, "→": .right, "↑": .up, "↓": .down, "\n": .enter,
    ]
    var walk = self
    for key in keys { walk.press(named[key] ?? .character(key)) }
    return walk
  }
}

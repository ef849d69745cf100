import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Sessions that are looked at again.
struct ReplayTests {
  /// The events of a walk with a note and an answer taken back, a second apart.
  private func entries() throws -> [JournalEntry] {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.enter, .character("a"))
    walk.enter("asked bob")
    walk.press(.character("b"), .enter)
    walk.reachLeaf()
    let document = try ShippedFlow.document("2-wrong-tag")
    let began = Event.began(Event.Began(flow: "image-pull", version: "2.0", hash: "", program: "0"))
    var events = [began, .evidence(EvidenceRecord(document))]
    events += try ShippedFlow.demo("2-wrong-tag").facts.map { .fact($0) }
    return (events + walk.events + [.ended(.finished)]).enumerated().map { index, event in
      JournalEntry(
        sequence: index + 1, time: Date(timeIntervalSince1970: 1_795_231_800 + Double(index * index)), event: event)
    }
  }

  func walk(atEnd: Bool = false, _ width: Int = 120, _ height: Int = 40) throws -> Walk {
    let replay = try #require(Replay(try entries(), try ShippedFlow.library, text: { _ in nil }, atEnd: atEnd))
    var walk = Walk(try #require(replay.session), width, height)
    walk.model.replay = replay
    return walk
  }

  @Test func `it begins where somebody first had to answer, and steps to the leaf`() throws {
    var walk = try walk()
    #expect(walk.model.session.nodeID == "reason" && walk.text.contains("replay 3/") == true)
    var nodes = [walk.model.session.nodeID]
    for _ in 0..<60 where walk.model.replay?.isAtEnd == false {
      walk.press(.right)
      if nodes.last != walk.model.session.nodeID { nodes.append(walk.model.session.nodeID) }
    }
    #expect(walk.model.leaf != nil && walk.lastRow.contains("end of the recording"))
    // There and back again: the answer was taken back and given once more.
    #expect(nodes.prefix(4) == ["reason", "error", "reason", "error"])
    #expect(walk.events.isEmpty)
  }

  @Test func `stepping back shows the same pictures in the other order`() throws {
    var walk = try walk()
    var forward: [String] = []
    for _ in 0..<8 {
      forward.append(view(walk.model).text(ofRow: 1))
      walk.press(.right)
    }
    var backward: [String] = []
    for _ in 0..<8 {
      walk.press(.left)
      backward.append(view(walk.model).text(ofRow: 1))
    }
    #expect(backward.reversed() == forward)
  }

  @Test func `the option that was chosen is marked before it is taken`() throws {
    var walk = try walk()
    walk.press(.left)
    #expect(walk.lastRow.contains("beginning"))
    let next = try #require(walk.model.replay?.next)
    guard case .answered(let answer) = next else {
      Issue.record("the next event is no answer")
      return
    }
    #expect(walk.model.choices[walk.model.selected].id == answer.edge)
  }

  @Test func `a note is shown when it was made`() throws {
    var walk = try walk()
    var rows: [String] = []
    for _ in 0..<6 {
      walk.press(.right)
      rows.append(walk.lastRow)
    }
    #expect(rows.contains { $0.contains("Note: asked bob") })
  }

  @Test func `nothing can be answered, taken back, told or noted`() throws {
    var walk = try walk()
    let node = walk.model.session.nodeID
    for key in ["1", "a", "f", "c"] { walk.press(.character(Character(key))) }
    walk.press(.tab, .character("b"), .character("a"), .tab)
    #expect(walk.model.session.nodeID == node && walk.model.prompt == nil)
    #expect(walk.events.isEmpty && walk.copied.isEmpty)
    walk.press(.character("v"), .enter)
    #expect(walk.model.prompt == nil)
    walk.press(.escape, .character("h"), .enter)
    #expect(walk.events.isEmpty)
  }

  @Test func `it plays at the speed of the session, twice and four times as fast, and shortens long pauses`() throws {
    var walk = try walk()
    #expect(walk.model.replay?.pause == nil)
    walk.press(.character("p"))
    let position = try #require(walk.model.replay?.position)
    let gap = Double(position * position - (position - 1) * (position - 1))
    #expect(walk.model.replay?.pause == min(gap, Replay.longestPause))
    walk.press(.character("+"))
    #expect(walk.model.replay?.pause == min(gap, Replay.longestPause) / 2)
    walk.press(.character("+"), .character("+"))
    #expect(walk.model.replay?.speed == 4 && walk.text.contains("playing 4x"))
    walk.press(.character("-"), .character("-"), .character("-"))
    #expect(walk.model.replay?.speed == 1)
    for _ in 0..<200 where walk.model.replay?.isPlaying == true { walk.send(.tick) }
    #expect(walk.model.replay?.isAtEnd == true && walk.model.replay?.pause == nil)
  }

  @Test func `with the evidence in focus the keys of a replay still work, and a box stays open while it plays`() throws
  {
    var walk = try walk()
    let start = walk.model.replay?.position
    walk.press(.tab, .right)
    #expect(walk.model.replay?.position != start && walk.model.focus == .node)
    walk.press(.tab, .left, .character("p"), .character("v"), .enter)
    #expect(walk.lastRow.contains("cannot be changed"))
    #expect(walk.model.overlay == .facts && walk.events.isEmpty)
  }

  @Test func `a session that somebody else has open is shown at its end`() throws {
    let walk = try walk(atEnd: true)
    #expect(walk.model.leaf != nil && walk.model.replay?.isAtEnd == true)
  }

  @Test func `events that make no session are no replay`() throws {
    let library = try ShippedFlow.library
    #expect(Replay([], library, text: { _ in nil }) == nil)
    #expect(Replay(try entries().suffix(3), library, text: { _ in nil }) == nil)
  }
}

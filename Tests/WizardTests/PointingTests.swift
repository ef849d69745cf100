import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Clicks and the wheel, at places that are looked up in the picture.
struct PointingTests {
  private func walk(_ width: Int = 120, _ height: Int = 40) throws -> Walk {
    try Walk.recording("2-wrong-tag", width, height)
  }

  /// The first cell of a text in the picture.
  private func point(_ text: String, in walk: Walk) throws -> Point {
    let rows = walk.text.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(rows.firstIndex { $0.contains(text) }, "\(text) is not on the screen:\n\(walk.text)")
    let start = try #require(rows[y].firstRange(of: text))
    return Point(x: Width.of(String(rows[y][..<start.lowerBound])), y: y)
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `a click marks an option, and the next one takes it`(_ width: Int, _ height: Int) throws {
    var walk = try walk(width, height)
    walk.press(.enter)
    let node = walk.model.session.nodeID
    let other = try point("2 × 403", in: walk)
    walk.press(.click(other))
    #expect(walk.model.selected == 1 && walk.model.session.nodeID == node)
    walk.press(.click(try point("2 × 403", in: walk)))
    #expect(walk.model.session.nodeID != node)
    #expect(
      walk.model.session.visits.last?.edge.id
        == walk.events.last.flatMap { event in
          if case .answered(let answer) = event { answer.edge } else { nil }
        })
  }

  @Test func `a click gives a pane the keys`() throws {
    var walk = try walk()
    walk.press(.click(Point(x: 100, y: 30)))
    #expect(walk.model.focus == .evidence)
    walk.press(.click(Point(x: 3, y: 30)))
    #expect(walk.model.focus == .node && walk.events.isEmpty)
    walk.press(.click(Point(x: 3, y: 0)), .click(Point(x: 500, y: 500)))
    #expect(walk.model.focus == .node)
  }

  @Test func `the wheel moves what is under it`() throws {
    var walk = try walk()
    let top = walk.model.evidenceScroll
    walk.press(.wheelUp(Point(x: 100, y: 20)))
    #expect(walk.model.evidenceScroll < top)
    walk.press(.wheelDown(Point(x: 100, y: 20)))
    #expect(walk.model.evidenceScroll == top)
    let selected = walk.model.selected
    walk.press(.wheelDown(Point(x: 5, y: 20)))
    #expect(walk.model.selected == selected + 1 && walk.model.focus == .node)
    for _ in 0..<9 { walk.press(.wheelUp(Point(x: 5, y: 20))) }
    #expect(walk.model.selected == 0)
    walk = try self.walk(80, 24)
    walk.reachLeaf()
    walk.press(.wheelDown(Point(x: 5, y: 5)))
    #expect(walk.model.cardScroll.line > 0)
  }

  @Test func `a click on a key of the footer does what the key does`() throws {
    var walk = try walk()
    walk.press(.click(try point("? help", in: walk)))
    #expect(walk.model.overlay == .help)
    walk.press(.click(try point("esc close", in: walk)))
    #expect(walk.model.overlay == .help, "the border of the box is no key")
    let last = walk.model.size.height - 1
    let close = try #require(walk.lastRow.firstRange(of: "esc close"))
    walk.press(.click(Point(x: Width.of(String(walk.lastRow[..<close.lowerBound])), y: last)))
    #expect(walk.model.overlay == nil)
    walk.press(.click(try point("q quit", in: walk)))
    #expect(walk.hasQuit)
  }

  @Test func `a key that is dimmed says why, and the click after it meets no key`() throws {
    var walk = try walk()
    let back = try point("b back", in: walk)
    walk.press(.click(back))
    #expect(walk.lastRow.contains("This is the first question."))
    walk.press(.click(back))
    #expect(walk.lastRow.contains("b back"))
  }

  @Test func `a click marks a row of a box, takes a marked one, and closes the box from outside`() throws {
    var walk = try walk()
    walk.press(.enter, .enter, .character("x"))
    walk.press(.click(try point("html", in: walk)))
    #expect(walk.model.overlay == .exports && walk.model.overlaySelected > 0)
    walk.press(.click(try point("html", in: walk)))
    #expect(walk.lastRow.contains(".html"))
    walk.press(.escape, .character("x"), .click(Point(x: 1, y: 20)))
    #expect(walk.model.overlay == nil)
    walk.press(.character("?"), .wheelDown(Point(x: 60, y: 20)), .click(Point(x: 60, y: 20)))
    #expect(walk.model.overlay == .help)
  }

  @Test func `the rows of a scrolled box are met too`() throws {
    var walk = try walk(80, 24)
    walk.press(.character(":"))
    for _ in 0..<30 { walk.press(.wheelDown(Point(x: 40, y: 12))) }
    #expect(walk.model.overlayScroll.line > 0)
    walk.press(.click(try point("export", in: walk)))
    let row = try #require(walk.text.split(separator: "\n").first { $0.contains("▸") })
    #expect(row.contains("export"))
  }

  @Test func `where a line is typed or a recording is looked at, a click answers nothing`() throws {
    var walk = try walk()
    let option = try point("▸", in: walk)
    walk.press(.character("a"), .click(option), .wheelDown(option))
    #expect(walk.model.prompt != nil && walk.events.isEmpty)
    walk.press(.escape)
    walk.send(.resized(Size(width: 39, height: 9)))
    walk.press(.click(Point(x: 1, y: 1)), .click(Point(x: 1, y: 8)), .wheelDown(Point(x: 1, y: 1)))
    #expect(walk.events.isEmpty && !walk.hasQuit)
  }
}

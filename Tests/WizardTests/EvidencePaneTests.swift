import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// The evidence beside the question, and the boxes over both.
struct EvidencePaneTests {
  @Test func `brackets go from one place that decided to the next, around the end`() throws {
    var walk = try Walk.recording("2-wrong-tag", 80, 24)
    walk.press(.enter, .enter)
    walk.press(.character("]"))
    let first = walk.lastRow
    #expect(first.contains("decided; place "))
    var rows = [first]
    for _ in 0..<12 where rows.count < 2 || rows.last != first {
      walk.press(.character("]"))
      rows.append(walk.lastRow)
    }
    // Every place once, then the first again.
    #expect(rows.count > 2 && Set(rows).count == rows.count - 1)
    walk.press(.character("["))
    #expect(walk.lastRow == rows[rows.count - 2])
    let empty = Walk(try ShippedFlow.session())
    var walkWithout = empty
    walkWithout.press(.character("]"))
    #expect(walkWithout.lastRow.contains("Nothing in this document decided anything."))
  }

  @Test func `a search shows the next hit, forward and back, around the end`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character("/"))
    #expect(walk.lastRow.contains("/"))
    walk.enter("ORDERS-6b7f9c5d48-t9wlz")
    #expect(walk.model.search == "ORDERS-6b7f9c5d48-t9wlz")
    #expect(walk.lastRow.contains(", hit 1 of 2") || walk.lastRow.contains(", hit 2 of 2"))
    #expect(walk.text.contains("orders-6b7f9c5d48-t9wlz"))
    let first = walk.lastRow
    walk.press(.character("n"))
    #expect(walk.lastRow != first)
    walk.press(.character("N"))
    #expect(walk.lastRow == first)
    for _ in 0..<20 { walk.press(.character("n")) }
    #expect(walk.lastRow.contains("line "))
    #expect(
      view(walk.model).text(in: .hit).allSatisfy { "orders-6b7f9c5d48-t9wlz".contains($0) || $0.contains("orders") })
    walk.press(.escape)
    #expect(walk.model.search == "")
  }

  @Test func `a search that finds nothing says so`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character("/"))
    walk.enter("no such word")
    #expect(walk.lastRow.contains("'no such word' is not in this document."))
    walk.press(.character("/"), .enter)
    #expect(walk.model.search == "")
    walk.press(.character("N"))
    #expect(walk.lastRow.contains("Search first"))
  }

  @Test func `tab gives the keys to the evidence and back`() throws {
    var walk = try Walk.recording("2-wrong-tag", 80, 24)
    walk.press(.tab)
    #expect(walk.model.focus == .evidence && walk.model.keyContext == .evidence)
    walk.press(.character("g"))
    #expect(walk.model.evidenceScroll == Scroll())
    #expect(walk.text.contains("Name:             orders-6b7f9c5d48-t9wlz"))
    walk.press(.down, .down)
    #expect(walk.model.evidenceScroll.line == 2)
    walk.press(.up)
    #expect(walk.model.evidenceScroll.line == 1)
    walk.press(.pageDown, .character("G"))
    #expect(walk.text.contains("Back-off pulling"))
    let end = walk.model.evidenceScroll
    walk.press(.down, .pageDown, .character(" "))
    #expect(walk.model.evidenceScroll == end)
    walk.press(.pageUp, .character("g"), .up, .pageUp)
    #expect(walk.model.evidenceScroll == Scroll())
    walk.press(.enter)
    #expect(walk.events.isEmpty)
    walk.press(.backTab)
    #expect(walk.model.focus == .node)
  }

  @Test func `on a small screen tab changes the one pane that is seen`() throws {
    var walk = try Walk.recording("2-wrong-tag", 40, 10)
    #expect(walk.text.contains("Why is the container") && !walk.text.contains("not found"))
    walk.press(.tab)
    #expect(!walk.text.contains("Why is the container") && walk.text.contains("not found"))
    walk.press(.tab)
    #expect(walk.text.contains("Why is the container"))
  }

  @Test func `angle brackets show the next document and the one before`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character(">"))
    #expect(walk.lastRow.contains("There is one document only."))
    let other = Document(
      id: "events", title: "get events", provenance: Provenance(.paste, source: "x"), text: "second text")
    walk.send(.recorded(.evidence(EvidenceRecord(other))))
    walk.press(.character(">"))
    #expect(walk.text.contains("second text") && walk.text.contains("▸ get events · pasted"))
    walk.press(.character(">"))
    #expect(!walk.text.contains("second text") && (walk.text.contains("│ get events") || walk.text.contains("1 of 2")))
    walk.press(.character("<"))
    #expect(walk.text.contains("second text"))
  }

  @Test(arguments: [
    (Key.character("?"), "Help", "take the last answer back"),
    (.character("w"), "Why this is asked", "leads to:"),
    (.character("h"), "How we got here", "This is the first question."),
  ])
  func `a box opens with its key and closes again`(_ key: Key, _ title: String, _ content: String) throws {
    for close in [Key.escape, .enter, .character("?")] {
      var walk = try Walk.recording("2-wrong-tag")
      let before = walk.text
      walk.press(key)
      #expect(walk.text.contains(title) && walk.text.contains(content))
      walk.press(.character("1"), .character("b"), .tab)
      #expect(walk.model.overlay != nil && walk.events.isEmpty)
      walk.press(.down, .pageDown, .end, .up, .pageUp, .home)
      #expect(walk.text.contains(title))
      walk.press(close)
      #expect(walk.model.overlay == nil && walk.text == before)
    }
  }

  @Test func `how we got here names every answer and what decided it`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.enter, .enter, .character("h"))
    #expect(walk.text.contains("Why is the container waiting?"))
    #expect(walk.text.contains("(you)") && walk.text.contains("(a rule)"))
    #expect(walk.text.contains("describe, line 59: : not found"))
  }

  @Test func `why at a leaf says why it helps`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.enter, .enter, .enter, .character("w"))
    let why = try #require(walk.model.leaf?.why.split(separator: " ").prefix(3).joined(separator: " "))
    #expect(walk.text.contains(why))
  }

  @Test func `the card of a leaf scrolls to its source`() throws {
    var walk = try Walk.recording("1-not-attached", 80, 24)
    walk.reachLeaf()
    #expect(!walk.text.contains("(seen 2026-"))
    walk.press(.end)
    #expect(walk.text.contains("(seen 2026-"))
    walk.press(.home)
    #expect(!walk.text.contains("(seen 2026-"))
  }

  @Test func `an empty value that decides has no place to show`() throws {
    let flow = Flows.text(
      """
      a:
        kind: question
        title: Empty?
        options:
          - {id: yes, when: {json: a, is: ''}, go: end}
          - {id: no, go: end}

      """ + Flows.leaf())
    var session = try Flows.session(flow)
    let document = Document(id: "d", title: "d", provenance: Provenance(.paste, source: "x"), text: "{\"a\": \"\"}")
    session.apply(.evidence(EvidenceRecord(document)))
    var walk = Walk(session)
    walk.press(.enter)
    #expect(walk.model.leaf?.id == "end")
  }

  @Test func `hostile evidence does not reach the screen`() throws {
    let text = "Name:  web\u{1b}[2J\u{202e}x\nNamespace:  a\u{9b}31m\u{200b}\u{7}\n\u{1b}]0;title\u{7}\r\tend\u{7f}"
    var session = try ShippedFlow.session()
    session.apply(
      .evidence(
        EvidenceRecord(
          Document(id: "d", title: "t\u{1b}[31m", provenance: Provenance(.paste, source: "\u{202e}"), text: text))))
    session.apply(.note("\u{1b}[31m"))
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
      var walk = Walk(session, width, height)
      for key in [Key.tab, .character("h"), .escape, .character("w"), .escape, .character("1")] {
        walk.press(key)
        let active = walk.text.unicodeScalars.filter { scalar in
          scalar != "\n" && (Inert.text(String(scalar)) != String(scalar))
        }
        #expect(active.isEmpty, "\(Array(active))")
      }
    }
  }
}

/// What a resize leaves behind.
struct ResizeTests {
  @Test func `after the screen grew no pane stands past the end of its text`() throws {
    var walk = try Walk.recording("2-wrong-tag", 120, 20)
    walk.press(.enter, .enter, .enter, .tab, .character("G"), .tab, .character("G"))
    walk.send(.resized(Size(width: 120, height: 60)))
    #expect(walk.text.contains("Source: "))
    #expect(walk.model.evidenceScroll < Scroll(line: 40))
  }
}

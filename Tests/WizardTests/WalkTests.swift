import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Key scripts over the whole screen.
struct WalkTests {
  @Test func `enter, enter, enter leads from the evidence to the fix`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    #expect(walk.model.session.nodeID == "reason")
    #expect(walk.text.contains("Why is the container waiting?"))
    #expect(walk.text.contains("← evidence, line 59"))
    #expect(walk.marked.joined().contains(": not found"))
    walk.press(.enter)
    #expect(walk.model.session.nodeID == "error")
    walk.press(.enter)
    #expect(walk.model.session.nodeID == "absent")
    walk.press(.enter)
    #expect(walk.model.leaf?.id == "use-existing-tag")
    #expect(walk.text.contains("What to do"))
    #expect(walk.marked.joined().contains(": not found"))
    let answers = walk.events.compactMap { if case .answered(let answer) = $0 { answer } else { nil } }
    #expect(answers.map { "\($0.node)/\($0.edge)" } == (try ShippedFlow.demo("2-wrong-tag").expected.path))
    #expect(answers.filter { $0.by == .person }.map(\.node) == ["reason", "error", "absent"])
    #expect(answers.contains { $0.by == .rule } && answers.contains { $0.by == .command })
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `a demonstration reaches its leaf by what is offered first`(_ recording: String) throws {
    var walk = try Walk.recording(recording)
    walk.reachLeaf()
    let expected = try ShippedFlow.demo(recording).expected.leaf
    #expect(walk.model.leaf?.id == expected.split(separator: ".").last.map(String.init))
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `without its commands it reaches the leaf that the diagnosis names`(_ recording: String) throws {
    var walk = Walk(try ShippedFlow.session(recording))
    walk.reachLeaf()
    #expect(walk.model.leaf == Diagnosis(try ShippedFlow.session(recording)).leaf)
  }

  @Test(arguments: [Key.character("b"), .left])
  func `back takes the last answer back, and stops at the first question`(_ key: Key) throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.enter, .enter)
    walk.press(key)
    #expect(walk.model.session.nodeID == "error")
    walk.press(key)
    #expect(walk.model.session.nodeID == "reason")
    #expect(walk.lastRow.contains("back"))
    walk.press(key)
    #expect(walk.lastRow.contains("This is the first question."))
    #expect(walk.events.filter { $0 == .back }.count == 2)
    walk.press(.enter, .enter, .enter)
    #expect(walk.model.leaf?.id == "use-existing-tag")
  }

  @Test func `digits take an option, whatever is suggested`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character("9"))
    #expect(walk.lastRow.contains("There is no option 9."))
    #expect(walk.events.isEmpty)
    walk.press(.character("4"), .character("1"))
    #expect(walk.model.session.nodeID == "access")
    walk.press(.character("0"))
    #expect(walk.model.session.nodeID == "access")
  }

  @Test(arguments: [
    (Key.down, Key.up, Key.home, Key.end), (.character("j"), .character("k"), .character("g"), .character("G")),
  ])
  func `the selection moves within the options`(_ down: Key, _ up: Key, _ top: Key, _ end: Key) throws {
    var walk = try Walk.recording("2-wrong-tag")
    #expect(walk.model.selected == 3)
    walk.press(down)
    #expect(walk.model.selected == 4)
    walk.press(top, up)
    #expect(walk.model.selected == 0)
    walk.press(end, down)
    #expect(walk.model.selected == walk.model.choices.count - 1)
    walk.press(.enter)
    #expect(walk.model.session.nodeID == "collect-pod")
    #expect(walk.events.count == 1)
  }

  @Test(arguments: [Key.character("q"), .control("c")])
  func `quit quits from everywhere but a prompt`(_ key: Key) throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character("/"), key)
    #expect(!walk.hasQuit)
    walk.press(.escape, .character("?"))
    #expect(walk.model.overlay == .help)
    walk.press(key)
    #expect(walk.hasQuit)
  }

  @Test func `a note is taken, an empty one is not`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character("a"))
    #expect(walk.lastRow.contains("note:"))
    walk.enter("asked bob?")
    #expect(walk.events == [.note("asked bob?")])
    #expect(walk.model.session.notes == ["asked bob?"])
    #expect(walk.lastRow.contains("The note was added."))
    #expect(walk.model.session.nodeID == "reason")
    walk.press(.character("a"), .enter, .character("a"), .character("x"), .escape)
    #expect(walk.events.count == 1)
    #expect(walk.model.prompt == nil)
  }

  @Test func `a journal that cannot be written is said in the header from then on`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    #expect(!walk.text.contains("NOT SAVED"))
    walk.isDiskFull = true
    walk.press(.enter)
    #expect(walk.text.contains("NOT SAVED"))
    #expect(walk.model.session.nodeID == "error")
    walk.press(.enter, .enter)
    #expect(walk.text.contains("NOT SAVED"))
    #expect(walk.model.leaf != nil)
  }

  @Test func `an event that no longer fits is said, not taken`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.send(.recorded(.answered(Answer(node: "access", edge: "anonymous", by: .person))))
    #expect(walk.lastRow.contains("That answer does not fit this place any more."))
    #expect(walk.model.session.nodeID == "reason")
  }

  @Test func `pasted text is no answer`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.paste("q\n1\n"))
    #expect(walk.lastRow.contains("Nothing can be pasted here."))
    #expect(walk.events.isEmpty && !walk.hasQuit)
    walk.press(.character("a"), .paste("two\nlines"), .enter)
    #expect(walk.events.count == 1)
  }

  @Test func `ctrl-l draws anew and changes nothing`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    let before = walk.text
    walk.press(.control("l"))
    #expect(walk.effects == ["redraw"] && walk.text == before)
  }

  @Test func `without evidence the question is asked all the same`() throws {
    var walk = Walk(try ShippedFlow.session())
    #expect(walk.text.contains("Why is the container waiting?"))
    #expect(!walk.text.contains("← evidence"))
    walk.press(.tab)
    #expect(walk.lastRow.contains("There is no evidence.") && walk.model.focus == .node)
    walk.press(.character("e"))
    #expect(walk.lastRow.contains("There is no evidence."))
    walk.press(.character("4"), .character("n"))
    #expect(walk.model.session.nodeID == "ask-host")
    #expect(walk.lastRow.contains("Search first"))
  }
}

import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// The palette: every action by its name, and why one does nothing.
struct PaletteBoxTests {
  /// What the screen says, without what aligns it.
  private func words(_ walk: Walk) -> String { walk.text.split(separator: " ").joined(separator: " ") }

  @Test func `typing narrows the list, and enter does what is marked`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character(":"))
    #expect(walk.text.contains("type a part of a name") && words(walk).contains("values v"))
    for character in "how" { walk.press(.character(character)) }
    #expect(walk.text.contains(": how") && words(walk).contains("▸ how h"))
    walk.press(.enter)
    #expect(walk.model.overlay == .history)
  }

  @Test func `letters that are keys elsewhere are text here, and what was typed can be taken away`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character(":"), .character("q"), .character("j"))
    #expect(walk.model.overlay == .palette("qj") && !walk.hasQuit)
    #expect(walk.text.contains("No action is called so."))
    walk.press(.enter)
    #expect(walk.model.overlay == .palette("qj"))
    walk.press(.backspace, .backspace, .backspace, .down)
    #expect(walk.model.overlay == .palette("") && walk.text.contains("▸"))
    walk.press(.escape)
    #expect(walk.model.overlay == nil)
  }

  @Test func `an action that does nothing says why, in the list and when it is taken`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character(":"))
    for character in "back" { walk.press(.character(character)) }
    #expect(words(walk).contains("back b ← This is the first question."))
    walk.press(.enter)
    #expect(walk.lastRow.contains("This is the first question.") && walk.events.isEmpty)
  }

  @Test(arguments: [
    ("b", "This is the first question."), (">", "There is one document only."), ("n", "Search first: press /."),
  ])
  func `a key that does nothing says why`(_ key: String, _ reason: String) throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character(Character(key)))
    #expect(walk.lastRow.contains(reason))
  }

  @Test func `every action that a name can call is in the list of some place`() throws {
    var walk = try Walk.recording("2-wrong-tag")
    walk.press(.character(":"))
    var seen = walk.text
    walk.press(.escape)
    walk.reachLeaf()
    walk.press(.character(":"))
    seen += walk.text
    for name in ["back", "fill in", "copy", "evidence", "search", "why", "how", "values", "export", "note", "quit"] {
      #expect(seen.contains("\(name)  "), "\(name)")
    }
  }
}

import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Keys that an operator chose: what they do, and what is said about them.
struct ConfigurationKeysTests {
  /// The table of some lines under `keys`; nil when they are refused.
  private func keys(_ lines: String...) -> KeyMap<Wizard.Action, KeyContext>? {
    let text = "keys:\n" + lines.map { "  \($0)\n" }.joined()
    let (configuration, findings) = ConfigurationReader.read(text, file: "c", home: nil)
    return findings.isEmpty ? configuration.keys : nil
  }

  @Test func `chosen keys take the place of the usual ones wherever the action works`() throws {
    let map = try #require(keys("why: [W, f1]", "quit: Z"))
    for context in [KeyContext.question, .leaf, .evidence, .replay] {
      #expect(map.action(for: .character("W"), in: context) == .why && map.action(for: .f(1), in: context) == .why)
      #expect(map.action(for: .character("w"), in: context) == nil)
    }
    for context in KeyContext.allCases {
      #expect(map.action(for: .character("Z"), in: context) == .quit)
      #expect(map.action(for: .character("q"), in: context) == nil)
    }
  }

  @Test func `a usual key that is named again keeps its places`() throws {
    let map = try #require(keys("choose: [l, right]", "cancel: ['?', Z]"))
    #expect(map.action(for: .right, in: .question) == .choose && map.action(for: .right, in: .list) == nil)
    #expect(map.action(for: .character("l"), in: .list) == .choose)
    #expect(map.action(for: .character("?"), in: .overlay) == .cancel)
    #expect(map.action(for: .character("?"), in: .question) == .help)
    #expect(map.action(for: .character("Z"), in: .question) == .cancel)
  }

  @Test func `one can always choose, close and end`() throws {
    let map = try #require(keys("choose: []", "cancel: []", "quit: []", "fill: []", "next: []"))
    #expect(map.action(for: .enter, in: .question) == .choose && map.action(for: .enter, in: .list) == .choose)
    for context in KeyContext.allCases {
      #expect(map.action(for: .escape, in: context) == .cancel)
      #expect(map.action(for: .control("c"), in: context) == .quit)
    }
  }

  @Test func `no single key that is accepted has two meanings or takes the last way out`() {
    let some: [Key] = [.enter, .escape, .tab, .left, .f(2), .control("c"), .control("x"), .character(" ")]
    let typed = "abcghjkmnpqvwxyGNZ/?:[]+-=".map { Key.character($0) }
    var accepted = 0
    for action in Wizard.Action.allCases {
      for key in some + typed {
        guard let map = keys("\(action): \"\(key.word)\"") else { continue }
        accepted += 1
        for context in KeyContext.allCases {
          #expect(map.doubles(in: context) == [], "\(action): \(key.word)")
          #expect(map.action(for: .control("c"), in: context) == .quit)
        }
        #expect(map.action(for: .escape, in: .list) == .cancel && map.action(for: .enter, in: .list) == .choose)
      }
    }
    #expect(accepted > 150)
  }

  // MARK: - On the screen

  private func walk(_ lines: String..., height: Int = 40) throws -> Walk {
    let text = "keys:\n" + lines.map { "  \($0)\n" }.joined()
    var walk = try Walk.recording("2-wrong-tag", 120, height)
    walk.model.keys = ConfigurationReader.read(text, file: "c", home: nil).configuration.keys
    return walk
  }

  @Test func `footer, help and palette show the chosen keys, and they work`() throws {
    var walk = try walk("why: W", "up: ctrl-p", "down: ctrl-n", "help: f1", "palette: ','", "map: []")
    #expect(walk.lastRow.contains("W why") && walk.lastRow.contains("F1 help"))
    #expect(walk.lastRow.contains("^p/^n choose") && !walk.lastRow.contains(" map"))
    walk.press(.character("w"))
    #expect(walk.model.overlay == nil)
    walk.press(.character("W"))
    #expect(walk.model.overlay == .why)
    walk.press(.escape, .f(1))
    #expect(walk.text.contains("│   W  ") && !walk.text.contains("the walk in its flow"))
    walk.press(.escape, .character(","))
    for character in "why" { walk.press(.character(character)) }
    #expect(walk.text.contains("why  W  why this is asked and where each answer leads [why]"))
  }

  @Test func `what has no key is still in the palette, by the name that the file uses`() throws {
    var walk = try walk("history: []")
    walk.press(.character("h"))
    #expect(walk.model.overlay == nil)
    walk.press(.character(":"))
    for character in "history" { walk.press(.character(character)) }
    #expect(walk.text.contains("[history]"))
    walk.press(.enter)
    #expect(walk.model.overlay == .history)
  }

  @Test func `a text that says which key to press names the chosen one`() throws {
    var walk = try walk("search: S", "fill: V", "facts: v", height: 100)
    walk.press(.character("n"))
    #expect(walk.lastRow.contains("Search first: press S."))
    walk.reachLeaf()
    walk.press(.tab)
    #expect(walk.model.leaf?.missing.isEmpty == false && walk.text.contains("(press V)"))
    var bare = try self.walk("search: []")
    bare.press(.character("n"))
    #expect(bare.lastRow.contains("Search first.") && !bare.lastRow.contains("press"))
  }

  @Test func `a session takes over what is configured`() throws {
    let (configuration, _) = ConfigurationReader.read(
      "production: live\nplain: true\ntimeouts: 4\nkeys: {why: W}", file: "c", home: nil)
    let launch = Launch(
      library: try FlowFiles().library(), store: SessionStore(state: "/nonexistent"), configuration: configuration)
    #expect(launch.isPlain && launch.production == "live" && launch.timeFactor == 4)
    #expect(launch.keys.rows == configuration.keys.rows)
    var settings = CommandSettings(runner: .off)
    settings.timeFactor = launch.timeFactor
    #expect(settings.scoped(["kubectl", "get", "pods"]).contains("--request-timeout=40s"))
  }
}

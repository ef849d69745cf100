import FlowKit
import TerminalUI
import TestSupport
import Testing
import Wizard

/// The words of plain mode against the keys of the full screen.
struct PlainWordTests {
  /// What is said and typed in a session, in order.
  private func talk(_ lines: String..., on recording: String = "2-wrong-tag") throws -> [String] {
    var rest = lines[...]
    var said: [String] = []
    let journal = Journal(in: SessionStore(folder: "/proc/none/sessions"))
    var driver = PlainDriver(
      try ShippedFlow.session(recording), journal: journal, settings: CommandSettings(runner: .off),
      redactor: Redactor(),
      read: {
        said.append("typed \(rest.first ?? "the end")")
        return rest.popFirst()
      }, write: { said.append($0) })
    _ = driver.run()
    return said
  }

  /// What was said between typing a line and the prompt after it.
  private func reply(_ line: String, _ said: [String]) -> [String] {
    let after = said.drop { $0 != "typed \(line)" }.dropFirst()
    return Array(after.prefix { !$0.hasPrefix("> ") || $0.hasPrefix("> 5") })
  }

  @Test(arguments: Wizard.Action.allCases)
  func `every action of the full screen is a word, or lines have no use for it`(_ action: Wizard.Action) throws {
    let words = PlainWord.all.filter { $0.action == action }
    guard words.isEmpty else {
      #expect(words.count == 1 && PlainWord.needless[action] == nil)
      #expect(PlainWord.read(action.rawValue, inReplay: false)?.word.action == action)
      return #expect(!words[0].help.isEmpty)
    }
    let reason = try #require(PlainWord.needless[action], "\(action) is neither a word nor needless")
    #expect(!reason.isEmpty)
  }

  @Test(arguments: [(KeyContext.question, false), (.leaf, false), (.evidence, false), (.replay, true)])
  func `a letter means what the key means`(_ context: KeyContext, _ inReplay: Bool) {
    for binding in Bindings.map.bindings where binding.works(in: context) && PlainWord.needless[binding.action] == nil {
      for case .character(let letter) in binding.keys where letter != " " {
        #expect(PlainWord.read(String(letter), inReplay: inReplay)?.word.action == binding.action, "\(letter)")
      }
    }
  }

  @Test(arguments: [false, true])
  func `no name stands for two words`(_ inReplay: Bool) {
    let names = PlainWord.all.filter { $0.works(inReplay: inReplay) }.flatMap { Set($0.names(inReplay: inReplay)) }
    var seen: Set<String> = []
    #expect(names.filter { !seen.insert($0).inserted } == [])
  }

  @Test(arguments: [
    ("n", "next hit", ""), ("N", "previous hit", ""), ("next hit", "next hit", ""), ("nextHit", "next hit", ""),
    ("copy 2", "copy", "2"), ("c 2", "copy", "2"), ("/401", "search", "401"), ("/ 401 x", "search", "401 x"),
    ("  WHY ", "why", ""), ("how", "history", ""), ("values", "facts", ""), ("evidence 1 40", "documents", "1 40"),
    ("a  asked bob", "note", "asked bob"), ("change 3", "change", "3"), ("again", "redraw", ""),
  ])
  func `a line begins with a word`(_ line: String, _ name: String, _ argument: String) throws {
    let read = try #require(PlainWord.read(line, inReplay: false))
    #expect(read.word.name == name && read.argument == argument)
  }

  @Test(arguments: ["", "1", "12", "W", "whyever", "why not", "copy2", "backup", ".", "skip", "run", "aks-prod", "b 2"])
  func `anything else is an answer`(_ line: String) {
    #expect(PlainWord.read(line, inReplay: false) == nil)
  }

  @Test func `help names every word, and says which does nothing now`() throws {
    let said = try talk("?", "help cop", "help xyz", "hlp", "q")
    for word in PlainWord.all where word.works(inReplay: false) {
      #expect(reply("?", said).contains { $0.hasPrefix(word.name) && $0.contains(": ") }, "\(word.name)")
    }
    #expect(
      reply("?", said).contains { $0.hasPrefix("back, or b: ") && $0.hasSuffix("Not now: This is the first question.") }
    )
    #expect(reply("?", said).contains { $0.hasPrefix("note, or a, with text: ") })
    #expect(reply("help cop", said).allSatisfy { $0.contains("cop") })
    #expect(reply("help xyz", said).first?.hasPrefix("There is no word 'xyz'") == true)
    #expect(reply("hlp", said).first?.hasPrefix("There is no word 'hlp' (did you mean 'help'?). Type a number") == true)
  }

  @Test func `a word that does nothing says why, as the key does`() throws {
    let said = try talk("b", "c", "f", "n", "next", "q")
    let walk = try Walk.recording("2-wrong-tag")
    for (letter, key) in [("b", "b"), ("c", "c"), ("f", "f")] {
      var walk = walk
      _ = Bindings.map.action(for: .character(Character(key)), in: .leaf).map { _ in
        walk.press(.character(Character(key)))
      }
      #expect(reply(letter, said).count == 1, "\(letter)")
      if !walk.model.message.isEmpty { #expect(reply(letter, said) == [walk.model.message]) }
    }
    #expect(reply("c", said) == ["There is no command to copy here."])
    #expect(reply("n", said) == ["Search first: type 'search' and a word."])
    #expect(reply("next", said) == ["There is no recording here to go through."])
  }

  @Test func `the evidence is read a page at a time, and its deciding words are repeated`() throws {
    let said = try talk("e", "more", "again", "e 1 58", "]", "[", "e 7", "q")
    let page = reply("e", said)
    #expect(page.first == "describe pod, 62 lines, line 59 decides")
    #expect(page.count == 22 && page[1].hasPrefix("1: Name:") && page[20].hasPrefix("20: "))
    #expect(page.last == "The last line is 62. 'more' reads on.")
    #expect(reply("more", said).first?.hasPrefix("21: ") == true)
    #expect(reply("again", said).contains("Why is the container waiting?"))
    let end = reply("e 1 58", said)
    let decides = try #require(end.firstIndex { $0.hasPrefix("> 59: ") })
    #expect(end[decides + 1] == "decides: : not found" && end.last == "That was the last line.")
    #expect(reply("]", said).first?.hasPrefix("Place 1 of ") == true)
    #expect(reply("e 7", said) == ["There is no document 7; the last one is 1."])
  }

  @Test func `a search counts, and goes from hit to hit`() throws {
    let said = try talk("search FAILED", "n", "N", "/nowhere", "cancel", "n", "search", "", "q")
    let first = reply("search FAILED", said)
    #expect(first[0].hasPrefix("'FAILED' is in ") && first[0].hasSuffix(" lines of describe pod."))
    #expect(first[1].hasPrefix("Hit 1 of "))
    #expect(reply("n", said)[0].hasPrefix("Hit 2 of ") && reply("N", said)[0].hasPrefix("Hit 1 of "))
    #expect(reply("/nowhere", said) == ["'nowhere' is not in describe pod."])
  }

  @Test func `a command is printed alone on its line, by its number`() throws {
    var walk = Walk(try ShippedFlow.session("2-wrong-tag"))
    walk.reachLeaf()
    walk.press(.character("2"))
    let said = try talk("", "", "", "4", "copy 2", "2", "copy 99", "q")
    let reply = reply("copy 2", said)
    #expect(reply.count == 2 && reply[0].hasPrefix("Command 2 of ") && walk.copied == [reply[1]])
    #expect(self.reply("2", said) == reply)
    #expect(self.reply("copy 99", said)[0].hasPrefix("There is no command 99; there are "))
  }

  @Test func `the question is said once, and again when asked for`() throws {
    let said = try talk("w", "h", "redraw", "q")
    #expect(said.count { $0 == "Why is the container waiting?" } == 2)
  }
}

import FlowKit
import TerminalUI

/// What can be typed in plain mode instead of an answer: the actions of the full screen by their names and letters, and
/// the few that only lines need.
package struct PlainWord: Sendable {
  typealias Act = @Sendable (_ driver: inout PlainDriver, _ argument: String) -> Void

  /// What the full screen calls it; nil for a word that only lines need.
  package let action: Action?
  /// The name that is told.
  package let name: String
  /// What may stand behind it; empty when nothing may.
  let takes: String
  package let help: String
  /// Further names.
  private let also: [String]
  let act: Act

  /// An action of the full screen; without a text of its own it is told as there.
  private init(_ action: Action, takes: String = "", help: String = "", also: [String] = [], _ act: @escaping Act) {
    self.action = action
    name = Self.spoken(action)
    self.takes = takes
    let told = Self.bindings(of: action).first?.help ?? ""
    self.help = help.isEmpty ? told : help
    self.also = also
    self.act = act
  }

  /// A word that only lines need.
  private init(_ name: String, takes: String = "", help: String, _ act: @escaping Act) {
    (action, self.name, self.takes, self.help, also, self.act) = (nil, name, takes, help, [], act)
  }

  /// The one table; an action that is new is a row here, or a reason in ``needless``.
  package static let all = [
    PlainWord(.choose, takes: "number", help: "take that option, as the number alone does; Enter takes the evidence's")
    {
      $0.answer($1)
    },
    PlainWord(.back) { driver, _ in driver.back() },
    PlainWord("change", takes: "number", help: "answer that step of 'history' anew; later answers stay where they hold")
    {
      $0.change($1)
    },
    PlainWord(.fill) { driver, _ in driver.fill() },
    PlainWord(.copy, takes: "number", help: "print that command alone on a line, to be copied") { $0.copy($1) },
    PlainWord(
      .documents, takes: "number and line", help: "the list of the evidence, or that document from that line on",
      also: ["evidence"]
    ) { $0.documents($1) },
    PlainWord("more", help: "read on where the last page ended") { driver, _ in driver.more() },
    PlainWord(.nextMark) { driver, _ in driver.mark(forward: true) },
    PlainWord(.previousMark) { driver, _ in driver.mark(forward: false) },
    PlainWord(.search, takes: "words", help: "search in the document at hand, and count the lines") { $0.search($1) },
    PlainWord(.nextHit) { driver, _ in driver.hit(forward: true) },
    PlainWord(.previousHit) { driver, _ in driver.hit(forward: false) },
    PlainWord(.filter, takes: "words", help: "every line of the document at hand with these words") { $0.filter($1) },
    PlainWord(.refresh, help: "read the evidence again, and hear which lines are new") { driver, _ in driver.refresh()
    },
    PlainWord(
      .verify, takes: "yes, no or on",
      help: "after the fix: look whether a fresh pull works, say it yourself, or go on with the new error"
    ) { $0.verify($1) },
    PlainWord("hint", help: "in practice: the next of three hints") { driver, _ in driver.hint() },
    PlainWord("fix", takes: "number or command", help: "in practice: apply that to the recorded world") { $0.fix($1) },
    PlainWord("debrief", help: "in practice: what the exercise was about, once the pod is healed") { driver, _ in
      driver.debrief()
    },
    PlainWord(.why) { driver, _ in driver.tell(PlainText.why(driver.session)) },
    PlainWord(.history, help: "how we got here, with the number of every step") { driver, _ in driver.history() },
    PlainWord(.map, help: "the walk in its flow, and what is left") { driver, _ in
      driver.tell(PlainMap(driver.session).lines)
    },
    PlainWord(.facts, takes: "name=value", help: "what is known, and from where; a name and a value correct it") {
      $0.facts($1)
    },
    PlainWord(.note, takes: "text") { $0.note($1) },
    PlainWord(.export, takes: "format and file") { $0.export($1) },
    PlainWord(.redraw, help: "say the question again", also: ["again"]) { driver, _ in driver.isSaid = false },
    PlainWord(.next, help: "the next event; Enter does the same") { driver, _ in driver.step(1) },
    PlainWord(.previous) { driver, _ in driver.step(-1) },
    PlainWord(.play, help: "everything up to the end") { driver, _ in driver.play() },
    PlainWord(.cancel, help: "end the search, and what 'more' would read") { driver, _ in driver.cancel() },
    PlainWord(.help, takes: "word", help: "these words, or one of them") { $0.help($1) },
    PlainWord(.palette, takes: "word", help: "the same") { $0.help($1) },
    PlainWord(.quit) { driver, _ in driver.hasQuit = true },
  ]

  /// Actions that lines have no use for, and why.
  package static let needless: [Action: String] = [
    .up: "an option is taken by its number", .down: "an option is taken by its number",
    .pageUp: "'documents 1 40' reads from line 40 on", .pageDown: "'more' reads on",
    .top: "'documents 1' reads from the first line on", .bottom: "'documents 1 60' reads from line 60 on",
    .focus: "there is one place to type at",
    .nextDocument: "'documents 2' reads the second one", .previousDocument: "'documents 1' reads the first one",
    .wrap: "every line is told whole", .left: "every line is told whole", .right: "every line is told whole",
    .allNamespaces: "the start screen has its own letters", .paste: "the start screen has its own letters",
    .open: "the start screen has its own letters", .resume: "the start screen has its own letters",
    .practise: "the start screen has its own letters",
    .slower: "whoever reads sets the pace", .faster: "whoever reads sets the pace",
  ]

  // MARK: - Names

  /// Everything that it answers to: its name here and in the code, those of the full screen, and its letters.
  package func names(inReplay: Bool) -> [String] {
    guard let action else { return [name] }
    let titles = Self.bindings(of: action).map(\.title)
    return [name, action.rawValue.lowercased()] + titles + also + letters(inReplay: inReplay)
  }

  /// The keys of the full screen that are a character.
  package func letters(inReplay: Bool) -> [String] {
    let panes: [KeyContext] = inReplay ? [.replay] : [.question, .leaf, .evidence]
    let keys = Self.bindings(of: action).filter { binding in panes.contains { binding.works(in: $0) } }.flatMap(\.keys)
    var seen: Set<Key> = []
    return keys.filter { seen.insert($0).inserted }.compactMap { key in
      if case .character(let letter) = key, letter != " " { String(letter) } else { nil }
    }
  }

  /// Whether it does anything in a replay, or in a session that goes on.
  package func works(inReplay: Bool) -> Bool {
    guard let action else { return name == "more" || !inReplay }
    if action == .redraw { return true }
    let panes: [KeyContext] = inReplay ? [.replay] : [.question, .leaf, .evidence]
    return Self.bindings(of: action).contains { binding in panes.contains { binding.works(in: $0) } }
  }

  private static func bindings(of action: Action?) -> [Binding<Action, KeyContext>] {
    let panes: [KeyContext] = [.question, .leaf, .evidence, .replay]
    return Bindings.map.bindings.filter { binding in
      binding.action == action && panes.contains { binding.works(in: $0) }
    }
  }

  /// `next hit` for `nextHit`.
  private static func spoken(_ action: Action) -> String {
    action.rawValue.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }

  /// The word that a line begins with, and what stands behind it; nil for anything else.
  ///
  /// A letter counts as it is written, a word in whatever case. What takes nothing is only meant when nothing follows.
  package static func read(_ line: String, inReplay: Bool) -> (word: PlainWord, argument: String)? {
    let text = String(line.drop { $0 == " " })
    let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
    let trimmed = String(text[..<end])
    for (name, word) in inReplay ? ofReplay : ofSession {
      if let argument = argument(of: trimmed, behind: name, takes: !word.takes.isEmpty) { return (word, argument) }
    }
    return nil
  }

  private static let ofSession = byName(inReplay: false)
  private static let ofReplay = byName(inReplay: true)

  /// Every name with its word: `next hit` before `next`, and what works here before what does not.
  private static func byName(inReplay: Bool) -> [(name: String, word: PlainWord)] {
    let words = all.filter { $0.works(inReplay: inReplay) } + all.filter { !$0.works(inReplay: inReplay) }
    let named = words.flatMap { word in word.names(inReplay: inReplay).map { (name: $0, word: word) } }
    return named.enumerated().sorted { ($1.element.name.count, $0.offset) < ($0.element.name.count, $1.offset) }
      .map(\.element)
  }

  private static func argument(of text: String, behind name: String, takes: Bool) -> String? {
    let start = String(text.prefix(name.count))
    guard name.count == 1 ? start == name : start.lowercased() == name.lowercased() else { return nil }
    let rest = text.dropFirst(name.count)
    if rest.isEmpty { return "" }
    // A sign needs no blank behind it, as in /401.
    let isSign = name.count == 1 && !(name.first?.isLetter ?? true)
    guard takes, isSign || rest.first == " " else { return nil }
    return String(rest.drop { $0 == " " })
  }
}

package import TerminalUI

/// What a key can do.
package enum Action: String, Hashable, CaseIterable, Sendable {
  case up, down, pageUp, pageDown, top, bottom
  case choose, back, fill, copy
  case focus, documents, nextDocument, previousDocument, nextMark, previousMark
  case search, nextHit, previousHit, filter, wrap, left, right, refresh, verify
  case why, history, map, facts, note, export, palette, help, redraw, cancel, quit
  case next, previous, play, slower, faster
  case allNamespaces, paste, open, resume, practise
}

/// Where a key is pressed.
package enum KeyContext: String, Hashable, CaseIterable, Sendable {
  /// A question, a note or a command stands in the node pane.
  case question
  /// A leaf stands there.
  case leaf
  /// The evidence has the focus.
  case evidence
  /// A session is looked at again.
  case replay
  /// A box with a text lies over the screen.
  case overlay
  /// A box to choose from lies over the screen.
  case list
  /// The list of failing pods, before there is a session.
  case start
  /// Something is being read, before there is a session.
  case reading

  private static let session: Set<KeyContext> = [.question, .leaf, .evidence]
  private static let boxes: Set<KeyContext> = [.overlay, .list]

  /// Names of places for the table of keys.
  static func words(_ places: Set<KeyContext>) -> String {
    if places.isEmpty || places.count == allCases.count { return "everywhere" }
    var rest = places
    var words: [String] = []
    for (name, group) in [("session", session), ("boxes", boxes)] where group.isSubset(of: rest) {
      words.append(name)
      rest.subtract(group)
    }
    words += allCases.filter(rest.contains).map(\.rawValue)
    return words.joined(separator: ", ")
  }
}

/// The one table of keys: footer, help and README come from it.
package enum Bindings {
  /// Wherever no box is open.
  private static let panes: Set<KeyContext> = [.question, .leaf, .evidence, .replay]
  /// Those in which a key of the evidence has less weight in the footer than in the evidence itself.
  private static let beside = panes.subtracting([.evidence])

  package static let map = KeyMap<Action, KeyContext>([
    Binding(
      [.up, .character("k")], .up, "choose", help: "the option above, or a line up", group: "Move",
      contexts: [.question, .list, .start], rank: 76, label: "↑↓"),
    Binding(
      [.down, .character("j")], .down, "choose", help: "the option below, or a line down", group: "Move",
      contexts: [.question, .list, .start]),
    Binding(
      [.up, .character("k")], .up, "scroll", help: "a line up", group: "Move",
      contexts: [.leaf, .evidence, .overlay, .replay], rank: 76, label: "↑↓"),
    Binding(
      [.down, .character("j")], .down, "scroll", help: "a line down", group: "Move",
      contexts: [.leaf, .evidence, .overlay, .replay]),
    Binding(
      [.pageUp, .control("b")], .pageUp, "page up", help: "a page up in the evidence or the card", group: "Move"),
    Binding(
      [.pageDown, .control("f"), .character(" ")], .pageDown, "page down",
      help: "a page down in the evidence or the card", group: "Move"),
    Binding([.home, .character("g")], .top, "top", help: "to the first line", group: "Move"),
    Binding([.end, .character("G")], .bottom, "end", help: "to the last line", group: "Move"),
    Binding(
      [.enter, .right], .choose, "answer", help: "take the marked option; 1 to 9 take an option directly",
      group: "Answer",
      contexts: [.question], rank: 100),
    Binding(
      [.enter], .choose, "start", help: "begin a session on the marked pod", group: "Start", contexts: [.start],
      rank: 100),
    Binding(
      [.character("/")], .search, "filter", help: "show only pods in whose line all typed words stand", group: "Start",
      contexts: [.start], rank: 94),
    Binding(
      [.character("A")], .allNamespaces, "all", help: "pods of all namespaces, or of one again", group: "Start",
      contexts: [.start], rank: 92),
    Binding(
      [.character("p")], .paste, "paste", help: "paste what kubectl describe pod prints, or an error", group: "Start",
      contexts: [.start], rank: 74),
    Binding(
      [.character("o")], .open, "open", help: "open a file with such a text", group: "Start", contexts: [.start],
      rank: 72),
    Binding(
      [.character("s"), .character("R")], .resume, "resume", help: "go on with an unfinished session",
      group: "Start", contexts: [.start], rank: 71),
    Binding(
      [.character("d")], .practise, "practise", help: "exercises and recorded faults, without a cluster",
      group: "Start", contexts: [.start], rank: 70),
    Binding(
      [.character("r")], .refresh, "refresh", help: "list the pods again", group: "Start", contexts: [.start], rank: 68),
    Binding([.enter], .choose, "take", help: "take what is marked", group: "Answer", contexts: [.list], rank: 100),
    Binding(
      [.right, .enter], .next, "next", help: "the next event", group: "Replay", contexts: [.replay],
      rank: 100, label: "→"),
    Binding(
      [.left, .character("b")], .previous, "previous", help: "the event before", group: "Replay",
      contexts: [.replay], rank: 99, label: "←"),
    Binding(
      [.character("p")], .play, "play", help: "play, or stop playing", group: "Replay", contexts: [.replay], rank: 98),
    Binding(
      [.character("+"), .character("=")], .faster, "faster", help: "play at 2, then at 4 times the speed",
      group: "Replay", contexts: [.replay], rank: 70),
    Binding(
      [.character("-")], .slower, "slower", help: "play at half the speed, down to that of the recording",
      group: "Replay", contexts: [.replay]),
    Binding(
      [.enter, .character("f")], .fill, "fill in", help: "type the values that the commands still need",
      group: "Answer",
      contexts: [.leaf], rank: 98),
    Binding(
      [.character("V")], .verify, "verify", help: "after the fix: look whether a fresh pull works", group: "Answer",
      contexts: [.leaf], rank: 96),
    Binding(
      [.character("b"), .left], .back, "back", help: "take the last answer back", group: "Answer",
      contexts: [.question, .leaf], rank: 90),
    Binding(
      [.character("b")], .back, "back", help: "take the last answer back", group: "Answer", contexts: [.evidence],
      rank: 90),
    Binding(
      [.character("c")], .copy, "copy", help: "copy the first command; 1 to 9 copy that command", group: "Answer",
      contexts: [.leaf], rank: 97),
    Binding(
      [.tab, .backTab], .focus, "evidence", help: "move between the question and the evidence", group: "Evidence",
      contexts: [.question, .leaf, .replay], rank: 93),
    Binding(
      [.tab, .backTab], .focus, "question", help: "move between the question and the evidence", group: "Evidence",
      contexts: [.evidence], rank: 93),
    Binding(
      [.character("e")], .documents, "documents", help: "the documents of the evidence, and where each came from",
      group: "Evidence", contexts: panes),
    Binding(
      [.character(">")], .nextDocument, "next document", help: "show the next document of the evidence",
      group: "Evidence", contexts: panes),
    Binding(
      [.character("<")], .previousDocument, "previous document", help: "show the document before", group: "Evidence",
      contexts: panes),
    Binding(
      [.character("]")], .nextMark, "next mark", help: "the next place of this document that decided something",
      group: "Evidence", contexts: panes),
    Binding(
      [.character("[")], .previousMark, "previous mark", help: "the place before that decided something",
      group: "Evidence", contexts: panes),
    Binding(
      [.character("/")], .search, "search", help: "search in the evidence", group: "Evidence",
      contexts: [.evidence], rank: 77),
    Binding(
      [.character("/")], .search, "search", help: "search in the evidence", group: "Evidence",
      contexts: beside, rank: 60),
    Binding(
      [.character("n")], .nextHit, "next hit", help: "the next hit of the search", group: "Evidence",
      contexts: [.evidence], rank: 59),
    Binding(
      [.character("n")], .nextHit, "next hit", help: "the next hit of the search", group: "Evidence",
      contexts: beside),
    Binding(
      [.character("N")], .previousHit, "previous hit", help: "the previous hit of the search", group: "Evidence",
      contexts: panes),
    Binding(
      [.character("&")], .filter, "filter", help: "show only the lines with a word; an empty word shows all",
      group: "Evidence", contexts: [.evidence], rank: 58),
    Binding(
      [.character("&")], .filter, "filter", help: "show only the lines with a word; an empty word shows all",
      group: "Evidence", contexts: beside),
    Binding(
      [.character("z")], .wrap, "wrap", help: "wrap long lines, or cut them", group: "Evidence", contexts: panes),
    Binding(
      [.left], .left, "left", help: "what stands left of the pane, where lines are cut", group: "Evidence",
      contexts: [.evidence]),
    Binding(
      [.right], .right, "right", help: "what stands right of the pane, where lines are cut", group: "Evidence",
      contexts: [.evidence]),
    Binding(
      [.character("r")], .refresh, "refresh", help: "read the evidence again and mark what changed", group: "Evidence",
      contexts: [.question, .leaf, .evidence], rank: 48),
    Binding(
      [.character("w")], .why, "why", help: "why this is asked and where each answer leads", group: "Understand",
      contexts: panes, rank: 50),
    Binding(
      [.character("h")], .history, "how",
      help: "how we got here; Enter at a step answers it anew, and later answers stay where they hold",
      group: "Understand", contexts: panes, rank: 45),
    Binding(
      [.character("m")], .map, "map", help: "the walk in its flow, and what is left; Enter at a step goes back there",
      group: "Understand", contexts: panes, rank: 42),
    Binding(
      [.character("v")], .facts, "values", help: "what is known, and from where; Enter corrects a value by hand",
      group: "Understand", contexts: panes, rank: 40),
    Binding(
      [.character("x")], .export, "export", help: "write the session to a file", group: "Session", contexts: panes,
      rank: 25),
    Binding(
      [.character("a")], .note, "note", help: "add a note to the session", group: "Session",
      contexts: [.question, .leaf, .evidence], rank: 30),
    Binding(
      [.character(":")], .palette, "actions", help: "every action by its name", group: "Session", contexts: panes,
      rank: 20),
    Binding(
      [.character("?")], .help, "help", help: "this list of keys", group: "Session",
      contexts: panes.union([.start]), rank: 94),
    Binding([.control("l")], .redraw, "redraw", help: "draw the screen anew", group: "Session"),
    Binding(
      [.escape, .enter, .character("?")], .cancel, "close", help: "close the box", group: "Session",
      contexts: [.overlay], rank: 90),
    Binding([.escape], .cancel, "close", help: "close the box", group: "Session", contexts: [.list], rank: 90),
    Binding(
      [.escape], .cancel, "cancel", help: "stop reading, or show all pods again", group: "Session",
      contexts: [.start]),
    Binding([.escape], .cancel, "cancel", help: "stop reading", group: "Session", contexts: [.reading], rank: 90),
    Binding(
      [.escape], .cancel, "cancel", help: "close a box, end a search, stop a command", group: "Session",
      contexts: panes),
    Binding(
      [.character("q"), .control("c")], .quit, "quit", help: "end; the session is kept", group: "Session", rank: 75),
  ])

  /// The table of keys for the README: every binding once, with the places where it holds.
  package static var markdown: String {
    var rows: [(keys: String, help: String, places: Set<KeyContext>)] = []
    for binding in map.bindings {
      let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
      if let index = rows.firstIndex(where: { $0.keys == keys && $0.help == binding.help }) {
        rows[index].places.formUnion(binding.contexts)
      } else {
        rows.append((keys, binding.help, binding.contexts))
      }
    }
    let lines = rows.map { "| \($0.keys) | \(KeyContext.words($0.places)) | \($0.help) |" }
    return (["| key | where | what it does |", "| --- | --- | --- |"] + lines).joined(separator: "\n")
  }
}

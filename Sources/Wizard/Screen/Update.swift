package import FlowKit
package import FoundationEssentials
package import TerminalUI

/// What happened to the screen.
package enum Message: Sendable {
  case key(Key)
  case resized(Size)
  /// An event is on disk, or would be if there were one.
  case recorded(Event)
  /// A command that reads began by itself.
  case began(line: String, time: String, isAhead: Bool)
  /// Output of the running command so far, redacted.
  case output(Document)
  /// It is time for the next event of a replay.
  case tick
  /// A text that was sent to the clipboard is in tmux's buffer as well, or is not.
  case copied(String, Clipboard.Place)
  /// What became of an export: the reason why a file was not written, or nil.
  case exported(path: String, format: String, fault: String?)
  /// It is so late now.
  case clock(Date)
  /// More lines of a document hold a word.
  case found(Sought.Purpose, word: String, Document, lines: [Int], isDone: Bool)
  /// The evidence was read again.
  case looked(Looked)
  /// A command ended.
  case ran(node: String, line: String, CommandResult, Provenance)
  /// The same with the events that it leads to.
  case brought(node: String, line: String, CommandResult, [Event])
  /// Events are on disk, and what follows from them was worked out.
  case advanced(Advance)
  /// Whether everything is in the journal, and why not.
  case saved(Bool, reason: String)
}

/// What the loop is to do.
package enum Effect: Sendable {
  /// Write an event to the journal, then report it as recorded.
  case record(Event)
  case run(node: String, Step.Run)
  case stopCommand
  /// Take text as the output of a command that ran elsewhere.
  case take(node: String, Step.Run, text: String)
  /// The same from a file.
  case readFile(node: String, Step.Run, path: String)
  /// Read the evidence again.
  case look
  /// Take a text as newer evidence.
  case takeEvidence(String)
  /// Forget what commands printed: it is out of date.
  case forget
  /// Look for a word in a large document.
  case find(String, Document, Sought.Purpose)
  case copy(String)
  /// Make the debrief of an exercise out of the journal.
  case debrief
  /// Write the session to a file that is not there yet.
  case export(format: String, path: String, isAnonymous: Bool)
  case redraw
  case quit
}

/// Changes the model by a message and answers what is to be done.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  let effects = Updating.take(&model, message)
  return effects + Searching.settle(&model)
}

extension Updating {
  fileprivate static func take(_ model: inout Model, _ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return Updating.key(&model, key)
    case .resized(let size):
      model.size = size
      Moving.clamp(&model)
      model.reveal()
      return []
    case .recorded(let event): return Updating.recorded(&model, event)
    case .began(let line, let time, let isAhead):
      model.log.append(Model.CommandNote(line: line, time: time, isAhead: isAhead))
      if !isAhead { model.running = line }
      return []
    case .output(let document):
      guard model.running != nil, case .run(let run)? = model.session.step, run.effect != .readsSecret else {
        return []
      }
      model.liveOutput = document
      model.evidenceScroll = Scroll.end(of: model.evidenceLines, Layout(model).evidenceText, hanging: 2)
      return []
    case .ran(let node, let line, let result, let provenance):
      return Updating.ran(&model, node, line, result) { CommandOutput.events($0, line: line, result, provenance) }
    case .brought(let node, let line, let result, let events):
      return Updating.ran(&model, node, line, result) { _ in events }
    case .advanced(let advance): return Updating.advanced(&model, advance)
    case .tick:
      model.message = ""
      Replaying.act(&model, .next)
      return []
    case .copied(let text, let place):
      // Something else may be said by now.
      if model.message == Clipboard.words(text, to: .terminal) { model.message = Clipboard.words(text, to: place) }
      return []
    case .exported(let path, let format, let fault):
      Prompting.exported(&model, path, format, fault)
      return []
    case .saved(let isSaved, let reason):
      guard isSaved != model.isSaved else { return [] }
      model.isSaved = isSaved
      model.message = isSaved ? "Everything is saved again." : "This session is no longer saved: \(reason)"
      return []
    case .clock(let time):
      model.now = time
      if model.running != nil, model.runningSince == nil { model.runningSince = (time, Updating.limit(model)) }
      if model.running == nil { model.runningSince = nil }
      return Verifying.tick(&model)
    case .found(let purpose, let word, let document, let lines, let isDone):
      Searching.found(&model, purpose, word, document, lines, isDone: isDone)
      return []
    case .looked(let looked): return Refreshing.looked(&model, looked)
    }
  }

  /// Seconds that the command at hand may take.
  private static func limit(_ model: Model) -> Int {
    if case .run(let run)? = model.session.step { run.timeout } else { 0 }
  }
}

/// The parts of ``update(_:_:)``.
enum Updating {
  static func key(_ model: inout Model, _ key: Key) -> [Effect] {
    if model.prompt != nil { return Prompting.key(&model, key) }
    if model.pasted != nil { return Pasting.key(&model, key) }
    if let taken = Pointing.key(&model, key) { return taken }
    model.message = ""
    if PaletteBox.edit(&model, key) { return [] }
    if let taken = Practising.key(&model, key) { return taken }
    if case .character(let digit) = key, let number = digit.wholeNumberValue, number > 0, model.overlay == nil,
      model.replay == nil
    {
      return pick(&model, number - 1)
    }
    guard let action = model.keys.action(for: key, in: model.keyContext) else {
      if case .paste = key { model.message = "Nothing can be pasted here." }
      return []
    }
    return act(&model, action)
  }

  static func act(_ model: inout Model, _ action: Action) -> [Effect] {
    if let reason = model.reasonAgainst(action) {
      model.message = reason
      return []
    }
    switch action {
    case .up, .down, .pageUp, .pageDown, .top, .bottom: Moving.move(&model, action)
    case .choose: return model.overlay == nil ? choose(&model) : chooseInBox(&model)
    case .next, .previous, .play, .slower, .faster: Replaying.act(&model, action)
    case .back: return [.record(.back)]
    case .focus: focus(&model)
    case .documents: open(&model, .documents)
    case .nextDocument: show(&model, document: model.document + 1)
    case .previousDocument: show(&model, document: model.document - 1)
    case .filter:
      model.prompt = Model.Prompt(
        purpose: .filter, field: Field("&", text: model.filter), remark: "only lines with this word; empty shows all")
    case .wrap: Moving.wrap(&model)
    case .left, .right: Moving.sideways(&model, action)
    case .refresh: return Refreshing.begin(&model)
    case .verify:
      Verifying.restore(&model)
      open(&model, .verification)
    case .nextMark, .previousMark: Moving.mark(&model, forward: action == .nextMark)
    case .search: model.prompt = Model.Prompt(purpose: .search, field: Field("/"), remark: "")
    case .nextHit, .previousHit: Searching.hit(&model, forward: action == .nextHit)
    case .why: open(&model, .why)
    case .history: open(&model, .history)
    case .map: open(&model, .map)
    case .facts: open(&model, .facts)
    case .export: open(&model, .exports)
    case .help: open(&model, .help)
    case .palette: open(&model, .palette(""))
    case .note: model.prompt = Model.Prompt(purpose: .note, field: Field("note: "), remark: "")
    case .fill:
      model.isFilling = true
      Prompting.fillNext(&model)
    case .copy: return pick(&model, 0)
    case .cancel: return cancel(&model)
    case .redraw: return [.redraw]
    case .quit: return [.quit]
    // Keys of the start screen, which has no session yet.
    case .allNamespaces, .paste, .open, .resume, .practise: break
    }
    return []
  }

  private static func focus(_ model: inout Model) {
    let wasHidden = Layout(model).evidence == nil
    model.focus = model.focus == .node ? .evidence : .node
    // A pane that was hidden had no size to find its place with.
    if wasHidden, model.focus == .evidence { model.reveal() }
  }

  private static func open(_ model: inout Model, _ overlay: Model.Overlay) {
    model.overlay = overlay
    model.overlayScroll = Scroll()
    // The last step is the one that people want to change most.
    let isWalk = overlay == .history || overlay == .map
    model.overlaySelected = isWalk ? max(0, model.session.visits.count { $0.answer.by != .rule } - 1) : 0
    if overlay == .documents { model.overlaySelected = model.document }
    if isWalk { Moving.showSelected(&model) }
  }

  private static func chooseInBox(_ model: inout Model) -> [Effect] {
    guard let overlay = model.overlay, let choice = OverlayView(model).choice else { return [] }
    return overlay.box.choose(choice, &model)
  }

  private static func cancel(_ model: inout Model) -> [Effect] {
    if model.overlay != nil {
      model.overlay = nil
    } else if model.running != nil {
      return [.stopCommand]
    } else {
      model.search = ""
      model.filter = ""
      model.focus = .node
    }
    return []
  }

  /// Shows another document, around the ends.
  private static func show(_ model: inout Model, document index: Int) {
    let count = model.session.documents.count
    Moving.show(&model, document: (index + count) % count)
  }

  /// A digit takes an option, or copies a command of a leaf.
  private static func pick(_ model: inout Model, _ index: Int) -> [Effect] {
    if let leaf = model.leaf {
      let commands = LeafCard(leaf, catalogue: model.session.library.vocabulary).commands
      guard commands.indices.contains(index) else {
        model.message = commands.isEmpty ? "There is no command here." : "There is no command \(index + 1)."
        return []
      }
      model.message = Clipboard.words(commands[index], to: .terminal)
      return [.copy(commands[index])]
    }
    guard model.choices.indices.contains(index) else {
      model.message = "There is no option \(index + 1)."
      return []
    }
    model.selected = index
    return choose(&model)
  }

  /// Takes the selected option.
  static func choose(_ model: inout Model) -> [Effect] {
    let choices = model.choices
    guard choices.indices.contains(model.selected), model.running == nil else { return [] }
    let choice = choices[model.selected]
    switch model.session.step {
    case .run(let run):
      if let taken = CommandChoosing.choose(&model, choice.id, run) { return taken }
      let record = Event.CommandRecord(
        node: model.session.nodeID, line: run.line, effect: run.effect, outcome: .skipped)
      return [.record(.command(record))]
    case .enter(let entry) where choice.id == "go":
      model.prompt = Model.Prompt(purpose: .entry, field: Field("\(entry.fact): "), remark: entry.hint)
      return []
    case .ask, .show, .enter: return [.record(model.session.answer(choice, by: .person))]
    case .go, .finish, nil: return []
    }
  }

  static func recorded(_ model: inout Model, _ event: Event) -> [Effect] {
    guard model.session.apply(event) else {
      model.message = "That answer does not fit this place any more."
      return []
    }
    if case .consent(let consent) = event { return CommandChoosing.consented(&model, consent) }
    Verifying.leave(&model)
    switch event {
    case .note:
      model.message = "The note was added."
      return []
    // A newer look at the evidence moves nobody from where they are.
    case .evidence:
      if model.running == nil { Refreshing.tellDoubt(&model) }
      return []
    case .check: return []
    case .practised(let one): return Practising.recorded(&model, one)
    default: break
    }
    countKept(&model, event)
    let stop = stopOutdated(&model)
    return stop + settled(&model, event)
  }

  static func advanced(_ model: inout Model, _ advance: Advance) -> [Effect] {
    model.running = nil
    model.session = advance.session
    Verifying.leave(&model)
    if model.message == Advance.words { model.message = "" }
    guard let last = advance.events.last, last.decides else {
      if case .evidence? = advance.events.last { Refreshing.tellDoubt(&model) }
      return []
    }
    for event in advance.events { countKept(&model, event) }
    return settled(&model, last)
  }

  /// A command that is not asked any more, since a value was corrected or the place left, is stopped.
  private static func stopOutdated(_ model: inout Model) -> [Effect] {
    guard let running = model.running else { return [] }
    if case .run(let run)? = model.session.step, run.line == running { return [] }
    model.running = nil
    model.liveOutput = nil
    return [.stopCommand]
  }

  private static func settled(_ model: inout Model, _ event: Event) -> [Effect] {
    if let next = model.session.automatic { return [.record(next)] }
    if case .fact(let fact) = event {
      if model.isFilling { Prompting.fillNext(&model) } else { model.message = said(fact, model.session) }
      return []
    }
    model.enter()
    tellKept(&model, event)
    return []
  }

  private static func countKept(_ model: inout Model, _ event: Event) {
    switch event {
    case .answered(let answer) where answer.kept == true: model.keptCount += 1
    case .command(let record) where record.kept == true: model.keptCount += 1
    case .answered(let answer) where answer.by == .person: model.keptCount = 0
    default: break
    }
  }

  /// What a correction came to.
  static func said(_ fact: Event.FactRecord, _ session: Session) -> String {
    guard let value = fact.value else {
      return "\(fact.name) is what the evidence says: \(session.facts[fact.name]?.value ?? "nothing")"
    }
    return "\(fact.name) is \(value) now, by hand."
  }

  /// Says what became of earlier answers after one was changed.
  private static func tellKept(_ model: inout Model, _ event: Event) {
    if case .back(let back) = event, back.keeps == true {
      model.say("Answer this again; later answers stay where they still hold.")
    }
    guard case .answered = event, model.keptCount > 0 || model.session.waiting > 0 else { return }
    let count = model.keptCount
    let kept = count == 0 ? "" : count == 1 ? "One later answer still holds." : "\(count) later answers still hold."
    let waiting = model.session.waiting
    let rest =
      model.session.stale.map { " '\($0.visit.title)' does not: \($0.reason)." }
      ?? (waiting == 0 ? "" : " \(waiting) more wait until the walk comes by there.")
    model.say(String((kept + rest).drop { $0 == " " }))
    model.keptCount = 0
  }

  static func ran(
    _ model: inout Model, _ node: String, _ line: String, _ result: CommandResult, events: (Session) -> [Event]
  ) -> [Effect] {
    model.running = nil
    model.liveOutput = nil
    if let index = model.log.lastIndex(where: { $0.line == line }) {
      model.log[index].milliseconds = result.milliseconds
    }
    if result.outcome == .skipped {
      model.message = "\(result.reason.isEmpty ? "It was not run" : result.reason). Nothing was answered."
      return []
    }
    // A value may have been corrected, or the place left, while it ran: then it answers nothing that is asked now.
    guard node == model.session.nodeID, case .run(let run)? = model.session.step, run.line == line else {
      model.message = "What ran is not asked any more; its output was dropped."
      return []
    }
    if !result.reason.isEmpty { model.message = result.reason }
    return events(model.session).map { .record($0) }
  }
}

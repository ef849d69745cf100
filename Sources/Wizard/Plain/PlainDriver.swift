package import FlowKit

/// Drives a session with numbered prompts on plain lines: for TERM=dumb, pipes and screen readers.
package struct PlainDriver {
  /// Reads a line; nil at the end of the input.
  package typealias Read = () -> String?
  /// Writes a line.
  package typealias Write = (String) -> Void

  /// What to say first.
  package var message = ""
  private(set) var session: Session
  let journal: Journal
  private var isSaved: Bool
  let settings: CommandSettings
  var redactor: Redactor
  let read: Read
  let write: Write
  /// Whether anybody answered at all.
  private var hasRead = false
  /// Visits at which a command was started by itself.
  private var started: Set<String> = []

  package init(
    _ session: Session, journal: Journal, settings: CommandSettings, redactor: Redactor, read: @escaping Read,
    write: @escaping Write
  ) {
    self.session = session
    self.journal = journal
    isSaved = journal.fault == nil
    self.settings = settings
    self.redactor = redactor
    self.read = read
    // Whatever a line is made of, nothing in it acts on the terminal.
    self.write = { write(Inert.text($0)) }
  }

  /// Runs until a leaf is left, the operator quits or the input ends; answers the session as it stood.
  package mutating func run() -> (session: Session, end: Event.End) {
    var end = Event.End.quit
    if !session.library.isShipped(session.flow.id) {
      write("Flow \(session.flow.id) \(session.flow.version) did not come with Fairway.")
    }
    if !message.isEmpty { write(message) }
    loop: while true {
      if let event = session.automatic {
        record(event)
        continue
      }
      if runsByItself() { continue }
      if case .finish(let leaf)? = session.step { show(leaf) } else { show() }
      switch prompt() {
      case .again: continue
      case .quit: break loop
      }
    }
    if case .finish? = session.step { end = .finished }
    record(.ended(end))
    return (session, end)
  }

  /// On live evidence a command that only reads needs no question; one that was stopped is not started again.
  private mutating func runsByItself() -> Bool {
    guard settings.isLive, settings.mayRun, case .run(let run)? = session.step, run.effect == .read,
      run.arguments != nil, started.insert("\(session.visits.count) \(session.nodeID)").inserted
    else { return false }
    show()
    execute(run)
    return true
  }

  private enum Next { case again, quit }

  // MARK: - Showing

  func show() { for line in PlainText.node(session) { write(line) } }

  private func show(_ leaf: Leaf) {
    write("")
    for line in LeafText(leaf).lines { write(line) }
  }

  // MARK: - Reading

  private mutating func prompt() -> Next {
    let suggested: Int? = if case .ask(let ask)? = session.step { ask.suggested } else { nil }
    let ending = suggested.map { ", Enter for \($0 + 1)" } ?? ""
    let letters = "b back, w why, h how, m map, e evidence, v values, n note, f fill in, x export, q quit"
    let isEntry = if case .enter? = session.step { true } else { false }
    write(
      isEntry ? "> value (=q for a value that is one of these letters), \(letters)" : "> number\(ending), \(letters)")
    guard let line = read() else {
      unattended()
      return .quit
    }
    hasRead = true
    let text = line.filter { !$0.isNewline }
    // q quits wherever it is typed, so a value that is a single letter has a sign before it.
    if isEntry, text.hasPrefix("=") {
      answer(String(text.dropFirst()), suggested)
      return .again
    }
    switch text {
    case "q": return .quit
    case "b": back()
    case "w": why()
    case "e": evidence()
    case "f": fill()
    case "n": note()
    case "h": history()
    case "m": map()
    case "v": facts()
    case "x": export()
    default: if !change(text) { answer(text, suggested) }
    }
    return .again
  }

  /// Without any input the evidence answers, as far as it can.
  private mutating func unattended() {
    guard !hasRead else { return write("The input ended here.") }
    let diagnosis = Diagnosis(session)
    write("Nobody answers, so the evidence does.")
    write("")
    for line in DiagnosisText(diagnosis).lines { write(line) }
    for event in diagnosis.events { record(event) }
  }

  private mutating func back() {
    if session.canGoBack { record(.back) } else { write("This is the first question.") }
  }

  private mutating func note() {
    write("note:")
    if let text = read(), !text.isEmpty { record(.note(text)) }
  }

  private mutating func fill() {
    guard case .finish(let leaf)? = session.step else { return write("Nothing is to be filled in here.") }
    let inputs = session.flow.inputs.filter { leaf.missing.contains($0.fact) }
    if inputs.isEmpty { write("Every value that can be filled in is there.") }
    for input in inputs {
      write("\(input.title)\(input.hint.isEmpty ? "" : " (find it with: \(input.hint))"), Enter to leave it open:")
      guard let text = read(), !text.isEmpty else { continue }
      if let fault = EntryCheck.fault(text, pattern: input.pattern) {
        write(fault)
      } else {
        record(.fact(Event.FactRecord(name: input.fact, value: text)))
      }
    }
  }

  /// Says which earlier answers were taken again after one was changed.
  private func tellKept(_ answer: Answer) {
    if answer.kept == true {
      write("Still holds: \(session.visits.last?.title ?? "") \(session.visits.last?.label ?? "")")
    }
    guard session.automatic == nil, let stale = session.stale else { return }
    write("'\(stale.visit.title)' has to be answered again: \(stale.reason).")
  }

  private mutating func answer(_ text: String, _ suggested: Int?) {
    switch session.step {
    case .ask(let ask):
      guard let index = text.isEmpty ? suggested : Int(text).map({ $0 - 1 }), ask.choices.indices.contains(index) else {
        return write("Type a number from 1 to \(ask.choices.count).")
      }
      record(session.answer(ask.choices[index], by: .person))
    case .show(let choice, _): record(session.answer(choice, by: .person))
    case .enter(let entry): enter(entry, text)
    case .run(let run): command(run, text)
    case .finish: write("This is the end of the walk. b goes back, q quits.")
    case .go, nil: break
    }
  }

  private mutating func enter(_ entry: Step.Entry, _ text: String) {
    if text == ".", entry.skip != nil {
      return record(.answered(Answer(node: session.nodeID, edge: "skip", by: .person)))
    }
    if let fault = EntryCheck.fault(text, pattern: entry.pattern) { return write(fault) }
    record(.answered(Answer(node: session.nodeID, edge: "go", by: .person, facts: [entry.fact: text])))
  }

  /// On disk first, then taken.
  mutating func record(_ event: Event) {
    let complete = journal.record(redactor.redactTyped(event), in: session)
    if isSaved != (journal.fault == nil) {
      isSaved.toggle()
      write(journal.fault.map { "This session is no longer saved: \($0)" } ?? "Everything is saved again.")
    }
    if session.apply(complete), case .answered(let answer) = complete { tellKept(answer) }
  }
}

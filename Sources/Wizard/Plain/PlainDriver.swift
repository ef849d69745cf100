package import FlowKit

/// Drives a session with numbered prompts on plain lines: for TERM=dumb, pipes and screen readers.
package struct PlainDriver {
  /// Reads a line; nil at the end of the input.
  package typealias Read = () -> String?
  /// Writes a line.
  package typealias Write = (String) -> Void

  /// What to say first.
  package var message = ""
  private var session: Session
  private let journal: Journal
  private var isSaved: Bool
  private let settings: CommandSettings
  private var redactor: Redactor
  private let read: Read
  private let write: Write
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

  private func show() {
    write("")
    write(Inert.text(session.title))
    if let help = session.node?.help.filled({ session.facts[$0]?.value }), !help.isEmpty {
      for line in PlainText.wrap(Inert.text(help), hang: 0) { write(line) }
    }
    switch session.step {
    case .ask(let ask):
      for (index, choice) in ask.choices.enumerated() {
        write(option(index, choice, isSuggested: ask.suggested == index))
      }
    case .show(_, let text):
      write(Inert.text(text))
      write("Press Enter to go on.")
    case .run(let run):
      write("Command: \(Inert.text(run.line))")
      write("It \(run.effect.words).")
      for (index, choice) in Model.CommandChoice.allCases.enumerated() { write("  \(index + 1). \(choice.label)") }
    case .enter(let entry):
      if !entry.hint.isEmpty { write("Find it with: \(Inert.text(entry.hint))") }
      write("Type the value\(entry.skip == nil ? "." : ", or a single dot when you do not know it.")")
    case .go, .finish, nil: break
    }
  }

  private func option(_ index: Int, _ choice: Step.Ask.Choice, isSuggested: Bool) -> String {
    var line = "  \(index + 1). \(Inert.text(choice.label))"
    if let span = choice.match?.span {
      line += " [\(isSuggested ? "the evidence says so" : "fits too"): line \(span.line), \(Inert.text(span.text))]"
    }
    return line
  }

  private func show(_ leaf: Leaf) {
    write("")
    for line in LeafText(leaf).lines { write(line) }
  }

  // MARK: - Reading

  private mutating func prompt() -> Next {
    let suggested: Int? = if case .ask(let ask)? = session.step { ask.suggested } else { nil }
    let ending = suggested.map { ", Enter for \($0 + 1)" } ?? ""
    write("> number\(ending), b back, w why, e evidence, n note, f fill in, q quit")
    guard let line = read() else {
      unattended()
      return .quit
    }
    hasRead = true
    let text = line.filter { !$0.isNewline }
    switch text {
    case "q": return .quit
    case "b": back()
    case "w": why()
    case "e": evidence()
    case "f": fill()
    case "n": note()
    default: answer(text, suggested)
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

  private func why() {
    for (index, choice) in choices.enumerated() {
      let next = session.flow[choice.target].map { $0.title.filled { session.facts[$0]?.value } } ?? "nothing further"
      write("  \(index + 1). \(Inert.text(choice.label)) leads to: \(Inert.text(next))")
    }
    for visit in session.visits {
      let because = visit.answer.because.map { ", because of line \($0.line): \(Inert.text($0.text))" } ?? ""
      write("  so far: \(visit.node.title.filled { session.facts[$0]?.value }) \(visit.edge.label)\(because)")
    }
  }

  private func evidence() {
    if session.documents.isEmpty { write("There is no evidence.") }
    for document in session.documents {
      write("\(Inert.text(document.title)), \(document.lineCount) lines:")
      for index in 0..<document.lineCount { write("\(index + 1): \(Inert.text(document.line(index)))") }
    }
  }

  private mutating func note() {
    write("note:")
    if let text = read(), !text.isEmpty { record(.note(redactor.redact(text))) }
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

  private var choices: [Step.Ask.Choice] {
    switch session.step {
    case .ask(let ask): ask.choices
    case .show(let choice, _): [choice]
    case .run, .enter, .go, .finish, nil: []
    }
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

  private mutating func command(_ run: Step.Run, _ text: String) {
    let choices = Model.CommandChoice.allCases
    guard let number = Int(text), choices.indices.contains(number - 1) else {
      return write("Type a number from 1 to \(choices.count).")
    }
    switch choices[number - 1] {
    case .run: execute(run)
    case .paste: paste(run)
    case .file: file(run)
    case .skip:
      record(.command(Event.CommandRecord(node: session.nodeID, line: run.line, effect: run.effect, outcome: .skipped)))
    }
  }

  private mutating func execute(_ run: Step.Run) {
    guard settings.mayRun else {
      return write("Running commands is switched off (--no-run). Paste the output instead.")
    }
    guard let arguments = run.arguments else { return write("A value is missing, so this command cannot run here.") }
    if run.effect > .read {
      write(Inert.text(run.touches.isEmpty ? "It \(run.effect.words)." : run.touches))
      write("Type yes to run it:")
      let isGiven = read()?.lowercased() == "yes"
      record(.consent(Event.Consent(node: session.nodeID, line: run.line, effect: run.effect, isGiven: isGiven)))
      guard isGiven else { return write("It was not run.") }
    }
    write("Running, at most \(run.timeout) s: \(Inert.text(run.line))")
    let result = settings.runner.runAndWait(settings.scoped(arguments), seconds: run.timeout).redacted(by: &redactor)
    if !result.reason.isEmpty { write(Inert.text(result.reason)) }
    if result.outcome == .skipped { return }
    take(run, result, Provenance(.command, source: run.line, exit: result.exit, isCut: result.isCut))
  }

  private mutating func paste(_ run: Step.Run) {
    write("Paste the output. A line with a single dot, or Ctrl-D, ends it.")
    var lines: [String] = []
    while let line = read(), line != "." { lines.append(line) }
    guard !lines.isEmpty else { return write("Nothing was pasted.") }
    take(run, CommandResult(output: Array(lines.joined(separator: "\n").utf8)), Provenance(.paste, source: run.line))
  }

  private mutating func file(_ run: Step.Run) {
    write("Path of the file:")
    guard let path = read(), !path.isEmpty else { return write("No file was read.") }
    do {
      take(run, CommandResult(output: try FileBytes.read(path)), Provenance(.file, source: path))
    } catch {
      write("\(path): \(error.reason)")
    }
  }

  /// Output of a command, from wherever it came.
  private mutating func take(_ run: Step.Run, _ result: CommandResult, _ provenance: Provenance) {
    let result = result.redacted(by: &redactor)
    let events = CommandOutput.events(session, line: run.line, result, provenance)
    for case .evidence(let record) in events {
      let document = record.document
      for index in 0..<min(document.lineCount, 40) { write("  " + Inert.text(document.line(index))) }
      if document.lineCount > 40 { write("  (\(document.lineCount) lines; e shows all)") }
    }
    for event in events { record(event) }
  }

  /// On disk first, then taken.
  private mutating func record(_ event: Event) {
    let complete = journal.record(event, in: session)
    if isSaved != (journal.fault == nil) {
      isSaved.toggle()
      write(journal.fault.map { "This session is no longer saved: \($0)" } ?? "Everything is saved again.")
    }
    session.apply(complete)
  }
}

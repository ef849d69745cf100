package import FlowKit

/// Drives a session with numbered prompts on plain lines: for TERM=dumb, pipes and screen readers.
package struct PlainDriver {
  /// Reads a line; nil at the end of the input.
  package typealias Read = () -> String?
  /// Writes a line.
  package typealias Write = (String) -> Void

  private var session: Session
  private var journal: Journal?
  private let runner: CommandRunner
  private var redactor: Redactor
  private let read: Read
  private let write: Write
  /// Whether anybody answered at all.
  private var hasRead = false

  package init(
    _ session: Session, journal: Journal?, runner: CommandRunner, redactor: Redactor, read: @escaping Read,
    write: @escaping Write
  ) {
    self.session = session
    self.journal = journal
    self.runner = runner
    self.redactor = redactor
    self.read = read
    self.write = write
  }

  /// Runs until a leaf is left, the operator quits or the input ends; answers the session as it stood.
  package mutating func run() -> (session: Session, end: Event.End) {
    var end = Event.End.quit
    loop: while true {
      if let event = session.automatic {
        record(event)
        continue
      }
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
      write("  1. Run it here")
      write("  2. Skip: could not find out")
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
    var record = Event.CommandRecord(node: session.nodeID, line: run.line, effect: run.effect, outcome: .skipped)
    if text == "1" {
      guard let arguments = run.arguments else { return write("A value is missing, so this command cannot run here.") }
      let result = runner.runAndWait(arguments, seconds: run.timeout)
      if !result.reason.isEmpty { write(Inert.text(result.reason)) }
      let document = Document(
        id: "command-\(session.commands.count + 1)", title: run.line,
        provenance: Provenance(.command, source: run.line, exit: result.exit, isCut: result.isCut),
        bytes: redactor.redact(result.output + result.errors))
      self.record(.evidence(Event.EvidenceRecord(document)))
      record.outcome = result.outcome
      record.exit = result.exit
      record.document = document.id
      record.milliseconds = result.milliseconds
    } else if text != "2" {
      return write("Type 1 or 2.")
    }
    self.record(.command(record))
  }

  /// On disk first, then taken.
  private mutating func record(_ event: Event) {
    if let open = journal {
      do {
        try open.append(event)
      } catch {
        journal = nil
        write("This session is no longer saved: \(error.description)")
      }
    }
    session.apply(event)
  }
}

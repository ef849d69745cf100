package import FlowKit

/// Drives a session with prompts on plain lines: for TERM=dumb, pipes and screen readers.
///
/// Whatever is typed is a word of ``PlainWord/all``, or an answer to what is asked.
package struct PlainDriver {
  /// Reads a line; nil at the end of the input.
  package typealias Read = () -> String?
  /// Writes a line.
  package typealias Write = (String) -> Void

  /// What to say first.
  package var message = ""
  /// Name of the cluster's context; empty without a cluster.
  package var context = ""
  /// Whether the context looks like production.
  package var isProduction = false
  /// The session that is looked at again; nil for one that can be answered.
  package var replay: Replay?
  var session: Session
  let journal: Journal
  let settings: CommandSettings
  var redactor: Redactor
  let read: Read
  let write: Write
  /// What is read beside the question.
  var reading = PlainReading()
  /// Commands that were run, with the time of day.
  var log: [Model.CommandNote] = []
  /// Whether the place at hand was said since it was reached or changed; nobody wants to hear it after every word.
  var isSaid = false
  var hasQuit = false
  /// The remedy that was applied and is being watched; nil when none is.
  var verification: Verification?
  /// What there is for somebody who practises; nil for everybody else.
  package var practice: Practice?
  /// Whether somebody waits for the evidence that is being read again.
  var wantsRefresh = false
  private var isSaved: Bool
  /// Whether anybody answered at all.
  private var hasRead = false
  /// Visits at which a command was started by itself.
  var started: Set<String> = []

  package init(
    _ session: Session, journal: Journal, settings: CommandSettings, redactor: Redactor, read: @escaping Read,
    write: @escaping Write
  ) {
    self.session = session
    self.journal = journal
    isSaved = journal.fault == nil
    self.settings = settings
    self.redactor = redactor
    self.read = { read()?.filter { !$0.isNewline } }
    // Whatever a line is made of, nothing in it acts on the terminal.
    self.write = { write(Inert.text($0)) }
  }

  /// Runs until the operator quits or the input ends; answers the session as it stood.
  package mutating func run() -> (session: Session, end: Event.End) {
    begin()
    while !hasQuit {
      if replay == nil, let event = session.automatic {
        record(event)
        continue
      }
      if runsByItself() { continue }
      if !isSaid { say() }
      guard prompt() else { break }
    }
    var end = Event.End.quit
    if case .finish? = session.step { end = .finished }
    record(.ended(end))
    return (session, end)
  }

  /// What the first row of the full screen says.
  private func begin() {
    if !message.isEmpty { write(message) }
    if !session.library.isShipped(session.flow.id) {
      write("Flow \(session.flow.id) \(session.flow.version) did not come with Fairway.")
    }
    let facts = session.facts
    let parts = [("context", context)] + ["namespace", "pod"].map { ($0, facts[$0]?.value ?? "") }
    let known = parts.filter { !$0.1.isEmpty }.map { ", \($0.0) \($0.1)" }.joined()
    write("Flow \(session.flow.id) \(session.flow.version)\(known). Fairway only reads.")
    if isProduction { write("The name of the context looks like production.") }
    tellStory()
  }

  /// On live evidence a command that only reads needs no question; one that was stopped is not started again.
  private mutating func runsByItself() -> Bool {
    guard settings.isLive, settings.mayRun, replay == nil, case .run(let run)? = session.step, run.effect == .read,
      run.arguments != nil, started.insert("\(session.visits.count) \(session.nodeID)").inserted
    else { return false }
    say()
    execute(run)
    return true
  }

  /// Says the place at hand: the question with its options, or the remedy.
  mutating func say() {
    isSaid = true
    for line in replay.map(replayLines) ?? PlainText.place(session) { write(line) }
  }

  // MARK: - Reading

  /// Asks for one line and takes it; false when nobody is there.
  private mutating func prompt() -> Bool {
    write(PlainText.prompt(self))
    guard let text = read() else {
      unattended()
      return false
    }
    hasRead = true
    take(text)
    return true
  }

  private mutating func take(_ text: String) {
    // What stands behind an equals sign is a value, whatever it looks like.
    if text.hasPrefix("="), replay == nil, case .enter? = session.step { return answer(String(text.dropFirst())) }
    guard let (word, argument) = PlainWord.read(text, inReplay: replay != nil) else { return answer(text) }
    if let reason = reasonAgainst(word) { write(reason) } else { word.act(&self, argument) }
  }

  /// Without any input the evidence answers, as far as it can.
  private mutating func unattended() {
    guard replay == nil else { return }
    guard !hasRead else { return write("The input ended here.") }
    let diagnosis = Diagnosis(session)
    write("Nobody answers, so the evidence does.")
    write("")
    for line in DiagnosisText(diagnosis).lines { write(line) }
    for event in diagnosis.events { record(event) }
  }

  /// Asks for a line of its own.
  func ask(_ question: String) -> String {
    write(question)
    return read() ?? ""
  }

  // MARK: - Writing

  /// On disk first, then taken.
  mutating func record(_ event: Event) {
    // A replay changes nothing.
    guard replay == nil else { return }
    let complete = journal.record(redactor.redactTyped(event), in: session)
    if isSaved != (journal.fault == nil) {
      isSaved.toggle()
      write(journal.fault.map { "This session is no longer saved: \($0)" } ?? "Everything is saved again.")
    }
    guard session.apply(complete) else { return write("That answer does not fit this place any more.") }
    switch complete {
    case .answered(let answer):
      isSaid = false
      tellKept(answer)
    case .evidence, .command, .back, .fact: isSaid = false
    case .began, .resumed, .ended, .consent, .note, .check, .practised: break
    }
  }

  /// Says which earlier answers were taken again after one was changed.
  private func tellKept(_ answer: Answer) {
    if answer.kept == true {
      write("Still holds: \(session.visits.last?.title ?? "") \(session.visits.last?.label ?? "")")
    }
    guard let stale = session.stale, session.automatic == nil else { return }
    write("'\(stale.visit.title)' has to be answered again: \(stale.reason).")
  }
}

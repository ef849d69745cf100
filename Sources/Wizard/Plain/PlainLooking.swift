import FlowKit
import FoundationEssentials
import TerminalUI

/// Reading the evidence again, and looking whether a remedy helped: what the full screen does, when it is asked for.
extension PlainDriver {
  /// Reads the evidence again and says what changed.
  mutating func refresh() {
    through { model in
      model.wantsRefresh = true
      return []
    }
    if settings.look.isPaste { paste() } else { through { Verifying.look(&$0) } }
  }

  /// What `verify` and a word behind it do.
  mutating func verify(_ text: String) {
    if practice != nil, ["yes", "no"].contains(text.lowercased()) {
      return write("What is seen decides here, not what is said. 'verify' looks.")
    }
    through { model in
      Verifying.leave(&model)
      Verifying.restore(&model)
      return []
    }
    guard let verification else {
      guard let practice, case .finish(let leaf)? = session.step else { return begin() }
      return tellFixes(Practising.fixes(leaf, practice))
    }
    switch text.lowercased() {
    case "yes": through { Verifying.say(&$0, .confirmed) }
    case "no": through { Verifying.say(&$0, .failed) }
    case "on":
      guard [.failed, .changed].contains(verification.result) else {
        return write("Nothing new was seen to go on with. 'verify' looks.")
      }
      reading.document = nil
      through { Verifying.goOn(&$0) }
      return
    default: settings.look.isPaste ? paste() : through { Verifying.look(&$0) }
    }
    tell(verification.leaf)
  }

  // MARK: - Looking

  private mutating func begin() {
    guard case .finish(let leaf)? = session.step else { return }
    if !leaf.takes.isEmpty { write("It takes: \(leaf.takes)") }
    write("Fairway changes nothing: apply the commands first. Running is no proof; a fresh pull is.")
    guard ask("Type yes when you have applied it:").lowercased() == "yes" else { return write("Nothing was noted.") }
    through { Verifying.begin(&$0) }
    if case .none(let reason) = settings.look {
      write(reason)
      return write("'verify yes' says that it helped, 'verify no' that it did not.")
    }
    write("'verify' looks whether it helped. It is too early to say no for \(Age.words(Double(leaf.window))).")
  }

  /// What was seen last, and what can be said to it.
  mutating func tell(_ leaf: Leaf) {
    guard let verification else { return }
    if let seen = verification.seen.last { write("Seen at \(Countdown.clock(seen.time)): \(seen.words).") }
    switch verification.result {
    case .applied:
      let left = verification.left(at: settings.clock())
      write(
        left > 0
          ? "It is too early to say no for \(Age.words(left)). 'verify' looks again."
          : "The time that it may take is over. 'verify' looks again.")
      if practice == nil { write("'verify yes' says that it helped, 'verify no' that it did not.") }
    case .pulled, .confirmed: write("It helped." + (practice == nil ? "" : " 'debrief' tells what it was about."))
    case .failed, .changed: write("'verify on' goes on with what the evidence says now; 'verify' looks again.")
    }
  }

  private mutating func paste() {
    guard let text = PlainPaste.text(of: "the newer text", read, write) else { return }
    take(Looked.pasted(text, over: session.documents, redactor))
  }

  private mutating func take(_ looked: Looked) {
    redactor = looked.redactor
    // The document at hand may be an older look by now.
    reading.document = nil
    through { Refreshing.looked(&$0, looked) }
  }

  /// Lets the full screen's own rules act on this session, and does what they ask for.
  mutating func through(_ act: (inout Model) -> [Effect]) {
    var model = Model(session, size: Size(width: 80, height: 24))
    model.now = settings.clock()
    model.look = settings.look
    model.verification = verification
    model.wantsRefresh = wantsRefresh
    model.practice = practice
    let effects = act(&model)
    verification = model.verification
    wantsRefresh = model.wantsRefresh
    for effect in effects { perform(effect) }
    if !model.message.isEmpty { write(model.message) }
    if case .said(let text)? = model.overlay { write(text) }
    for (id, lines) in model.changed.sorted(by: { $0.key < $1.key }) { tellChanged(id, lines) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .record(let event): record(event)
    case .look:
      write("Reading the evidence again.")
      let (look, runner, redactor) = (settings.look.following(session.documents), settings.runner, redactor)
      let isVerifying = verification != nil
      take(Waiting.result { await look.documents(runner, redactor, prefersLater: isVerifying) })
    case .forget: started = []
    default: break
    }
  }

  private func tellChanged(_ id: String, _ lines: Set<Int>) {
    guard let document = session.documents.first(where: { $0.id == id }) else { return }
    for line in lines.sorted().prefix(PlainReading.page) where line < document.lineCount {
      write("\(document.title), line \(line + 1) is new: \(document.line(line))")
    }
  }
}

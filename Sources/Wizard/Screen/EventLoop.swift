// Who sends which message to whom:
//
//   Watch: keys, signals ─┐
//   command task ─────────┴─> EventLoop ── Message ──> update(&model) ── [Effect] ──> EventLoop
//      (queue + Wakeup)            │                                                   │ record: journal, then .recorded
//                                  └── view(model) ──> Buffer ──> terminal.draw        │ run: task, .output, then .ran
//   CommandCache <── commands that only read run ahead, and at once at their node, when the evidence is live
//
// The main thread alone owns the terminal and waits in poll; nothing is awaited here.

package import FlowKit
import FoundationEssentials
package import TerminalUI

/// Drives a session on a full screen.
package final class EventLoop {
  private let terminal: any Terminal
  private let settings: CommandSettings
  private let cache: CommandCache
  private let watch: Watch
  private let clipboard = Clipboard(ProcessInfo.processInfo.environment)
  private let inbox = Inbox<News>()
  private let journal: Journal
  private let redactor: Redactor
  private var model: Model
  /// Arguments of the command that runs at the node at hand.
  private var current: [String]?
  /// Visits at which a command was started by itself, so that one that was stopped stays stopped.
  private var started: Set<String> = []
  /// The look at the evidence that goes on.
  private var looking: Task<Void, Never>?
  /// Searches in large documents that go on.
  private var searches: [Sought.Purpose: Task<Void, Never>] = [:]
  /// Events that wait for those before them; nil when none are being worked out.
  private var waiting: [[Event]]?
  private var end: Event.End?
  /// When a replay that plays goes on, from which position; nil when none does.
  private var due: (position: Int, speed: Int, time: ContinuousClock.Instant)?

  package convenience init(
    _ model: Model, terminal: any Terminal, journal: Journal, settings: CommandSettings, redactor: Redactor
  ) throws(TerminalError) {
    self.init(model, try Watch(terminal), journal: journal, settings: settings, redactor: redactor)
  }

  /// A session on a screen that is there already.
  init(_ model: Model, _ watch: Watch, journal: Journal, settings: CommandSettings, redactor: Redactor) {
    self.model = model
    self.watch = watch
    terminal = watch.terminal
    self.journal = journal
    self.settings = settings
    self.cache = CommandCache(settings.runner)
    self.redactor = redactor
  }

  /// Runs until the operator quits or a signal ends the session; answers the session as it stood.
  package func run() -> (session: Session, end: Event.End, signal: TerminalUI.Signal?) {
    var ending: TerminalUI.Signal?
    if model.replay == nil { handle(settle()) }
    while end == nil {
      handle(update(&model, .clock(settings.clock())))
      runByItself()
      terminal.draw(view(model))
      let happenings = watch.next(timeout: untilNextEvent())
      takeNews()
      for happening in happenings where end == nil {
        switch happening {
        case .key(let key): handle(update(&model, .key(key)))
        case .resized: handle(update(&model, .resized(terminal.size)))
        case .said(let words): model.say(words)
        case .ended(let signal):
          end = signal == .hangup ? .hungUp : .quit
          ending = signal
        }
      }
    }
    let end = end ?? .quit
    finishAdvance()
    record(.ended(end))
    terminal.close()
    closeCommands()
    return (model.session, end, ending)
  }

  /// Goes on through nodes that decide by themselves.
  private func settle() -> [Effect] { model.session.automatic.map { [.record($0)] } ?? [] }

  private func takeNews() {
    for news in inbox.take() {
      switch news {
      case .message(let message): handle(update(&model, message))
      case .finished(let node, let run, let result, let events): take(node, run, result, events)
      case .advanced(let advance): take(advance)
      }
    }
    if let due, due.time <= .now {
      self.due = nil
      handle(update(&model, .tick))
    }
  }

  private func handle(_ effects: [Effect]) {
    var events: [Event] = []
    for effect in effects {
      if case .record(let raw) = effect {
        events.append(redacted(raw))
        continue
      }
      take(events)
      events = []
      switch effect {
      case .record: break
      case .run(let node, let run): start(node, run)
      case .stopCommand: if let current { cache.forget(current) }
      case .take(let node, let run, let text):
        bring(node, run, Provenance(.paste, source: run.line)) { CommandResult(output: Array(text.utf8)) }
      case .readFile(let node, let run, let path):
        bring(node, run, Provenance(.file, source: path)) {
          do throws(FileBytes.Fault) { return CommandResult(output: try FileBytes.read(path)) } catch {
            return CommandResult(outcome: .skipped, reason: "\(path): \(error.reason)")
          }
        }
      case .look: look()
      case .takeEvidence(let text): take(evidence: text)
      case .forget:
        cache.forgetAll(but: current)
        started = []
      case .find(let word, let document, let purpose): find(word, document, purpose)
      case .copy(let text): copy(text)
      case .export(let format, let path, let isAnonymous): export(format, path, isAnonymous)
      case .debrief: model.debrief = debrief()
      case .redraw: terminal.refresh()
      case .quit: end = model.leaf == nil ? .quit : .finished
      }
    }
    take(events)
  }

  /// Time until a replay goes on; nil to wait for a key.
  private func untilNextEvent() -> Duration? {
    [untilReplay(), model.untilRedrawn].compactMap { $0 }.min()
  }

  private func untilReplay() -> Duration? {
    // Nobody looks at what happens behind a box.
    guard let replay = model.replay, let pause = replay.pause, model.overlay == nil, model.prompt == nil else {
      due = nil
      return nil
    }
    if due?.position != replay.position || due?.speed != replay.speed {
      due = (replay.position, replay.speed, .now + .seconds(pause))
    }
    return due.map { max(.zero, $0.time - .now) }
  }

  private func copy(_ text: String) {
    guard terminal.copy(text) else {
      model.message = "It is too long for the clipboard, which takes \(ClipboardSequence.longest) bytes."
      return
    }
    guard clipboard.hasTmux else { return }
    let (clipboard, inbox, wakeup) = (clipboard, inbox, watch.wakeup)
    Task.detached {
      inbox.put(.message(.copied(text, await clipboard.giveToTmux(text))))
      wakeup.wake()
    }
  }

  // MARK: - Evidence

  /// Reads the evidence again, beside the keys.
  private func look() {
    let (known, look) = (model.session.documents, settings.look)
    let (redactor, runner, inbox, wakeup) = (redactor, settings.runner, inbox, watch.wakeup)
    let isVerifying = model.verification != nil
    looking = Task.detached {
      let looked = await look.following(known).documents(runner, redactor, prefersLater: isVerifying)
      inbox.put(.message(.looked(looked.compared(with: known))))
      wakeup.wake()
    }
  }

  /// A text that somebody pasted stands for the newest look.
  private func take(evidence text: String) {
    let known = model.session.documents
    let (redactor, inbox, wakeup) = (redactor, inbox, watch.wakeup)
    Task.detached {
      inbox.put(.message(.looked(Looked.pasted(text, over: known, redactor).compared(with: known))))
      wakeup.wake()
    }
  }

  /// Looks for a word in a large document, piece by piece, so that the first hits are there at once.
  private func find(_ word: String, _ document: Document, _ purpose: Sought.Purpose) {
    searches.removeValue(forKey: purpose)?.cancel()
    let (inbox, wakeup) = (inbox, watch.wakeup)
    searches[purpose] = Task.detached {
      guard let search = LineSearch(word) else { return }
      var next: Int? = 0
      while let line = next, !Task.isCancelled {
        let found = search.lines(of: document, from: line, bytes: 1 << 23)
        next = found.next
        let isDone = next == nil
        inbox.put(.message(.found(purpose, word: word, document, lines: found.lines, isDone: isDone)))
        wakeup.wake()
      }
    }
  }

  /// What an exercise was about; nil outside of practice.
  private func debrief() -> Debrief? {
    model.practice.map { practice in
      let events = journal.entries.map(\.event)
      return Debrief(
        practice.exercise, PracticeReview(practice.exercise, events: events, library: model.session.library))
    }
  }

  private func export(_ format: String, _ path: String, _ isAnonymous: Bool) {
    var fault: String?
    do {
      try SessionExport(format, isAnonymous: isAnonymous).write(journal, model.session.library, to: path)
    } catch {
      fault = "\(error)"
    }
    handle(update(&model, .exported(path: path, format: format, fault: fault)))
  }

  /// What a person typed may hold a secret too.
  private func redacted(_ event: Event) -> Event {
    var redactor = redactor
    return redactor.redactTyped(event)
  }

  /// Takes events in their order: at once where that is quick, else beside the keys.
  private func take(_ events: [Event]) {
    if events.isEmpty { return }
    if waiting != nil {
      waiting?.append(events)
    } else if model.replay == nil, Advance.isLong(events, model.session) {
      advance(events)
    } else {
      for event in events { handle(update(&model, .recorded(record(event)))) }
    }
  }

  /// Works events out; until that is done, others wait.
  private func advance(_ events: [Event]) {
    waiting = []
    model.message = Advance.words
    if case .run(let run)? = model.session.step, events.contains(where: \.decides) { model.running = run.line }
    let (session, files, clock) = (model.session, journal.store.sideFiles(of: journal.id), settings.clock)
    let (inbox, wakeup) = (inbox, watch.wakeup)
    Task.detached {
      inbox.put(.advanced(Advance(events, session, files, clock: clock)))
      wakeup.wake()
    }
  }

  private func take(_ advance: Advance) {
    let later = waiting ?? []
    waiting = nil
    for event in advance.events { record(event) }
    handle(update(&model, .advanced(advance)))
    for events in later { take(events) }
  }

  /// What is being worked out when the session ends is kept too, if it does not take long.
  private func finishAdvance() {
    let deadline = ContinuousClock.now + .seconds(3)
    while waiting != nil, .now < deadline {
      _ = Poll.wait(for: [watch.wakeup.descriptor], timeout: deadline - .now)
      watch.wakeup.drain()
      for case .advanced(let advance) in inbox.take() { take(advance) }
    }
  }

  /// An event reaches the disk before the screen shows it; without a disk the header says so.
  @discardableResult
  private func record(_ event: Event) -> Event {
    // A replay changes nothing.
    guard model.replay == nil else { return event }
    let complete = journal.record(event, in: model.session)
    _ = update(&model, .saved(journal.fault == nil, reason: journal.fault?.description ?? ""))
    return complete
  }

  // MARK: - Commands

  /// Runs what only reads at once, and what the next nodes may need ahead; both only on live evidence.
  private func runByItself() {
    guard settings.isLive, settings.mayRun, model.running == nil, model.replay == nil else { return }
    if case .run(let run)? = model.session.step, run.effect == .read, run.arguments != nil, model.pasted == nil,
      model.prompt == nil, started.insert("\(model.session.visits.count) \(model.session.nodeID)").inserted
    {
      return start(model.session.nodeID, run)
    }
    guard settings.runsAhead else { return }
    let ahead = model.session.commandsAhead().compactMap { run in
      run.arguments.map { (arguments: settings.scoped($0), seconds: settings.seconds(run), line: run.line) }
    }
    cache.drop(except: Set(ahead.map(\.arguments)))
    let begun = Set(cache.prefetch(ahead.map { ($0.arguments, $0.seconds) }))
    for command in ahead where begun.contains(command.arguments) {
      _ = update(&model, .began(line: command.line, time: settings.timeOfDay(), isAhead: true))
    }
  }

  private func start(_ node: String, _ run: Step.Run) {
    guard settings.mayRun else {
      model.message = settings.refusal
      return
    }
    guard let words = run.arguments else {
      model.message = "A value is missing, so this command cannot run here."
      return
    }
    let arguments = settings.scoped(words)
    let isAhead = cache.knows(arguments)
    if !isAhead { _ = update(&model, .began(line: run.line, time: settings.timeOfDay(), isAhead: false)) }
    model.running = run.line
    current = arguments
    let sink = OutputSink(redactor.apart(), inbox, watch.wakeup, title: run.line)
    let task = cache.task(arguments, seconds: settings.seconds(run)) { sink.take($0) }
    bring(node, run, Provenance(.command, source: run.line)) { await task.value }
  }

  /// Brings the output of a command, from wherever it comes: redacted, and with the events that it leads to.
  private func bring(
    _ node: String, _ run: Step.Run, _ provenance: Provenance, _ result: @escaping @Sendable () async -> CommandResult
  ) {
    let (session, inbox, wakeup) = (model.session, inbox, watch.wakeup)
    var redactor = redactor
    Task.detached {
      let result = await result().redacted(by: &redactor)
      let events = CommandOutput.events(session, line: run.line, result, provenance)
      inbox.put(.finished(node, run, result, events))
      wakeup.wake()
    }
  }

  /// Output that is kept as evidence and read by the node.
  private func take(_ node: String, _ run: Step.Run, _ result: CommandResult, _ events: [Event]) {
    // What failed may be tried again; what ran need not.
    if result.outcome != .ran, let current { cache.forget(current) }
    current = nil
    handle(update(&model, .brought(node: node, line: run.line, result, events)))
  }

  /// Nothing that was started outlives the session.
  private func closeCommands() {
    let (cache, wakeup, looking) = (cache, watch.wakeup, looking)
    for search in searches.values { search.cancel() }
    looking?.cancel()
    wakeup.drain()
    Task.detached {
      await cache.close()
      await looking?.value
      wakeup.wake()
    }
    _ = Poll.wait(for: [wakeup.descriptor], timeout: .seconds(3))
  }
}

/// What the loop hears from other threads.
enum News: Sendable {
  case message(Message)
  case finished(String, Step.Run, CommandResult, [Event])
  case advanced(Advance)
}

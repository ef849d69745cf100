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
import Synchronization
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
  private var redactor: Redactor
  private var model: Model
  private var command: Task<Void, Never>?
  /// Arguments of the command that runs at the node at hand.
  private var current: [String]?
  /// Visits at which a command was started by itself, so that one that was stopped stays stopped.
  private var started: Set<String> = []
  /// Searches in large documents that go on.
  private var searches: [Sought.Purpose: Task<Void, Never>] = [:]
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
        case .ended(let signal):
          end = signal == .hangup ? .hungUp : .quit
          ending = signal
        }
      }
    }
    let end = end ?? .quit
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
      case .finished(let node, let run, let result, let provenance): take(node, run, result, provenance)
      case .looked(let looked):
        redactor = looked.redactor
        handle(update(&model, .looked(looked)))
      }
    }
    if let due, due.time <= .now {
      self.due = nil
      handle(update(&model, .tick))
    }
  }

  private func handle(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .record(let raw):
        handle(update(&model, .recorded(record(redacted(raw)))))
      case .run(let node, let run): start(node, run)
      case .stopCommand: if let current { cache.forget(current) }
      case .take(let node, let run, let text):
        let provenance = Provenance(.paste, source: run.line)
        take(node, run, CommandResult(output: Array(text.utf8)), provenance)
      case .readFile(let node, let run, let path):
        do {
          take(node, run, CommandResult(output: try FileBytes.read(path)), Provenance(.file, source: path))
        } catch {
          model.message = "\(path): \(error.reason)"
        }
      case .look: look()
      case .takeEvidence(let text): take(evidence: text)
      case .forget:
        cache.forgetAll()
        started = []
      case .find(let word, let document, let purpose): find(word, document, purpose)
      case .copy(let text): copy(text)
      case .export(let format, let path, let isAnonymous): export(format, path, isAnonymous)
      case .redraw: terminal.refresh()
      case .quit: end = model.leaf == nil ? .quit : .finished
      }
    }
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
    let look = settings.look.following(model.session.documents)
    let (redactor, runner, inbox, wakeup) = (redactor, settings.runner, inbox, watch.wakeup)
    let isVerifying = model.verification != nil
    Task.detached {
      inbox.put(.looked(await look.documents(runner, redactor, prefersLater: isVerifying)))
      wakeup.wake()
    }
  }

  /// A text that somebody pasted stands for the newest look.
  private func take(evidence text: String) {
    let looked = Looked.pasted(text, over: model.session.documents, redactor)
    redactor = looked.redactor
    handle(update(&model, .looked(looked)))
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
    redactor.redactTyped(event)
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
    let sink = OutputSink(redactor, inbox, watch.wakeup, title: run.line)
    let task = cache.task(arguments, seconds: settings.seconds(run)) { sink.take($0) }
    let (inbox, wakeup) = (inbox, watch.wakeup)
    let provenance = Provenance(.command, source: run.line)
    command = Task.detached {
      let result = await task.value
      inbox.put(.finished(node, run, result, provenance))
      wakeup.wake()
    }
  }

  /// Output of a command, from wherever it came: redacted, kept as evidence, and read by the node.
  private func take(_ node: String, _ run: Step.Run, _ result: CommandResult, _ provenance: Provenance) {
    let result = result.redacted(by: &redactor)
    // What failed may be tried again; what ran need not.
    if result.outcome != .ran, let current { cache.forget(current) }
    current = nil
    handle(update(&model, .ran(node: node, line: run.line, result, provenance)))
  }

  /// Nothing that was started outlives the session.
  private func closeCommands() {
    let (cache, wakeup) = (cache, watch.wakeup)
    wakeup.drain()
    Task.detached {
      await cache.close()
      wakeup.wake()
    }
    _ = Poll.wait(for: [wakeup.descriptor], timeout: .seconds(3))
  }
}

/// What the loop hears from other threads.
private enum News: Sendable {
  case message(Message)
  case finished(String, Step.Run, CommandResult, Provenance)
  case looked(Looked)
}

/// Shows the end of a running command's output, redacted, a few times a second.
private final class OutputSink: Sendable {
  private struct State {
    var redactor: Redactor
    var bytes: [UInt8] = []
    var shown = ContinuousClock.now - .seconds(1)
  }

  /// Most bytes that are shown while a command runs.
  private static let limit = 1 << 16
  private let state: Mutex<State>
  private let inbox: Inbox<News>
  private let wakeup: Wakeup
  private let title: String

  init(_ redactor: Redactor, _ inbox: Inbox<News>, _ wakeup: Wakeup, title: String) {
    state = Mutex(State(redactor: redactor))
    self.inbox = inbox
    self.wakeup = wakeup
    self.title = title
  }

  func take(_ chunk: [UInt8]) {
    let document = state.withLock { state -> Document? in
      state.bytes += chunk.suffix(Self.limit)
      if state.bytes.count > 2 * Self.limit { state.bytes.removeFirst(state.bytes.count - Self.limit) }
      guard ContinuousClock.now - state.shown > .milliseconds(100) else { return nil }
      state.shown = .now
      // A secret may go on in the next chunk: only whole lines are shown.
      guard let end = state.bytes.lastIndex(of: Byte.newline) else { return nil }
      let start = state.bytes.count > Self.limit ? (state.bytes.firstIndex(of: Byte.newline) ?? -1) + 1 : 0
      guard start <= end else { return nil }
      let bytes = state.redactor.redact(Array(state.bytes[start...end]))
      return Document(id: "running", title: title, provenance: Provenance(.command, source: title), bytes: bytes)
    }
    guard let document else { return }
    inbox.put(.message(.output(document)))
    wakeup.wake()
  }
}

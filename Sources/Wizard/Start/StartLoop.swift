// Who sends which message to whom:
//
//   Watch: keys, signals ────────────┐
//   tasks: pods, sessions, evidence ─┴─> StartLoop ── StartMessage ──> update(&model) ── [StartEffect] ──> StartLoop
//      (queue + Wakeup)                      └── view(model) ──> Buffer ──> terminal.draw
//
// The main thread alone owns the terminal and waits in poll; nothing is awaited here.

import FlowKit
import Glibc
import TerminalUI

/// Drives the start screen until something is chosen.
final class StartLoop {
  /// What was chosen.
  enum Ending {
    case quit
    case ended(TerminalUI.Signal)
    case began(Flow, Opening)
    case resumed(Journal, Resumption, Place)
  }

  /// What the loop hears from other threads; the number tells which request it answers.
  private enum News: Sendable {
    case listed(Int, LiveFleet.Answer)
    case sessions([SessionSummary])
    case practice([StartPractice])
    case opened(Int, Result<Opening, EvidenceCollector.Failure>)
    case placed(Int, Place)
  }

  private let launch: Launch
  private let options: StartOptions
  private let watch: Watch
  private let inbox = Inbox<News>()
  private var model: StartModel
  private var listing: Task<Void, Never>?
  private var beginning: Task<Void, Never>?
  /// Everything that was started, stopped or not.
  private var tasks: [Task<Void, Never>] = []
  /// Number of the last request; the answer to an earlier one counts no more.
  private var listNumber = 0
  private var beginNumber = 0
  /// The session that is about to go on.
  private var resumed: (journal: Journal, resumption: Resumption)?
  private var since = ContinuousClock.now
  private var ending: Ending?

  init(_ launch: Launch, _ options: StartOptions, _ watch: Watch) {
    self.launch = launch
    self.options = options
    self.watch = watch
    model = StartModel(
      size: watch.terminal.size, catalogue: launch.library.vocabulary, context: options.settings.context,
      namespace: options.namespace, isAll: options.isAll,
      now: options.settings.clock())
    model.keys = launch.keys
  }

  /// Runs until something is chosen or a signal ends it; the terminal stays as it is.
  func run() -> Ending {
    findSessionsAndPractice()
    handle([.list])
    while ending == nil {
      model.now = options.settings.clock()
      model.waited = .now - since
      watch.terminal.draw(view(model))
      // Nothing turns while nothing is awaited.
      let happenings = watch.next(timeout: model.isBusy ? .milliseconds(150) : nil)
      takeNews()
      for happening in happenings where ending == nil {
        switch happening {
        case .key(let key): handle(update(&model, .key(key)))
        case .resized: handle(update(&model, .resized(watch.terminal.size)))
        case .said(let words): model.say(words)
        case .ended(let signal): ending = .ended(signal)
        }
      }
    }
    return ending ?? .quit
  }

  /// Nothing that was started outlives the screen.
  func close() {
    let tasks = tasks
    for task in tasks { task.cancel() }
    let wakeup = watch.wakeup
    wakeup.drain()
    Task.detached {
      for task in tasks { await task.value }
      wakeup.wake()
    }
    _ = Poll.wait(for: [wakeup.descriptor], timeout: .seconds(3))
  }

  private func handle(_ effects: [StartEffect]) {
    for effect in effects {
      switch effect {
      case .list: list()
      case .stopListing:
        listNumber += 1
        listing?.cancel()
      case .begin(let choice): begin(choice)
      case .stopBeginning:
        beginNumber += 1
        resumed = nil
        beginning?.cancel()
      case .redraw: watch.terminal.refresh()
      case .quit: ending = .quit
      }
    }
  }

  private func takeNews() {
    for news in inbox.take() {
      switch news {
      case .listed(let number, let answer):
        guard number == listNumber else { continue }
        let isProduction = launch.isProduction(answer.context ?? "")
        handle(update(&model, .listed(answer, isProduction: isProduction)))
      case .sessions(let unfinished): handle(update(&model, .sessions(unfinished)))
      case .practice(let practice): handle(update(&model, .practice(practice)))
      case .opened(let number, let result):
        if number == beginNumber, let choice = model.begun { opened(choice, result) }
      case .placed(let number, let place):
        if number == beginNumber, let resumed { ending = .resumed(resumed.journal, resumed.resumption, place) }
      }
    }
  }

  private func opened(_ choice: StartChoice, _ result: Result<Opening, EvidenceCollector.Failure>) {
    switch result {
    case .success(let opening):
      guard let flow = launch.library[choice.flow] else { return fail(choice, "There is no flow '\(choice.flow)'.") }
      ending = .began(flow, opening)
    case .failure(let failure): fail(choice, failure.message)
    }
  }

  private func fail(_ choice: StartChoice, _ reason: String) { handle(update(&model, .failed(choice, reason))) }

  // MARK: - Tasks

  private func start(_ work: @escaping @Sendable () async -> News) -> Task<Void, Never> {
    let (inbox, wakeup) = (inbox, watch.wakeup)
    let task = Task.detached {
      inbox.put(await work())
      wakeup.wake()
    }
    tasks.append(task)
    return task
  }

  private func list() {
    listing?.cancel()
    listNumber += 1
    since = .now
    let (number, fleet) = (listNumber, options.fleet(isAll: model.isAll))
    listing = start { .listed(number, await fleet.read()) }
  }

  private func findSessionsAndPractice() {
    let launch = launch
    _ = start { .sessions(launch.unfinished) }
    _ = start { .practice(StartPractice.all(launch.exercises(), launch.store)) }
  }

  private func begin(_ choice: StartChoice) {
    beginNumber += 1
    since = .now
    if case .session(let id) = choice { return resume(choice, id) }
    guard let source = choice.source(model.context.isEmpty ? nil : model.context, options.settings.kubeconfig) else {
      return
    }
    let (number, launch) = (beginNumber, launch)
    beginning = start { .opened(number, await Opening.result(source, launch)) }
  }

  /// The journal is opened here, since it belongs to one thread; a cluster is asked in the background.
  private func resume(_ choice: StartChoice, _ id: String) {
    do {
      let journal = try Journal(opening: id, in: launch.store)
      let resumption = try launch.resumption(of: journal)
      resumed = (journal, resumption)
      let (number, launch) = (beginNumber, launch)
      beginning = start { .placed(number, await launch.place(of: resumption)) }
    } catch let fault as Journal.Fault {
      fail(choice, fault.description)
    } catch {
      fail(choice, (error as? EvidenceCollector.Failure)?.message ?? "\(error)")
    }
  }
}

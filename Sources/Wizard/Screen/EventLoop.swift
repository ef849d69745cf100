// Who sends which message to whom:
//
//   terminal ── keys ──┐
//   SignalPipe ────────┼─> EventLoop ── Message ──> update(&model) ── [Effect] ──> EventLoop
//   command task ──────┘        │                                                   │ record: journal, then .recorded
//      (queue + Wakeup)         └── view(model) ──> Buffer ──> terminal.draw        │ run: task, later .ran
//
// The main thread alone owns the terminal and waits in poll; nothing is awaited here.

package import FlowKit
import Synchronization
package import TerminalUI

/// Drives a session on a full screen.
package final class EventLoop {
  private let terminal: any Terminal
  private let runner: CommandRunner
  private let signals: SignalPipe
  private let wakeup: Wakeup
  private let inbox = Inbox()
  private var journal: Journal?
  private var redactor: Redactor
  private var model: Model
  private var command: Task<Void, Never>?
  private var end: Event.End?

  package init(
    _ model: Model, terminal: any Terminal, journal: Journal?, runner: CommandRunner, redactor: Redactor
  ) throws(TerminalError) {
    self.model = model
    self.terminal = terminal
    self.journal = journal
    self.runner = runner
    self.redactor = redactor
    signals = try SignalPipe()
    wakeup = try Wakeup()
  }

  /// Runs until the operator quits or a signal ends the session; answers the session as it stood.
  package func run() -> (session: Session, end: Event.End, signal: TerminalUI.Signal?) {
    var ending: TerminalUI.Signal?
    handle(settle())
    while end == nil {
      terminal.draw(view(model))
      let descriptors = [terminal.input, signals.descriptor, wakeup.descriptor].compactMap { $0 }
      let ready = Poll.wait(for: descriptors)
      if let signal = takeSignals() { ending = signal }
      wakeup.drain()
      for message in inbox.take() { handle(update(&model, message)) }
      if ready.contains(where: { $0.descriptor == terminal.input && $0.isClosed }) {
        ending = .hangup
        end = .hungUp
      }
      for key in terminal.readKeys() where end == nil { handle(update(&model, .key(key))) }
    }
    command?.cancel()
    let end = end ?? .quit
    record(.ended(end))
    terminal.close()
    return (model.session, end, ending)
  }

  /// Goes on through nodes that decide by themselves.
  private func settle() -> [Effect] { model.session.automatic.map { [.record($0)] } ?? [] }

  private func takeSignals() -> TerminalUI.Signal? {
    for signal in signals.drain() {
      switch signal {
      case .resize:
        terminal.resize()
        handle(update(&model, .resized(terminal.size)))
      case .suspend:
        terminal.suspend()
        handle(update(&model, .resized(terminal.size)))
      case .resume:
        terminal.refresh()
        handle(update(&model, .resized(terminal.size)))
      case .interrupt: handle(update(&model, .key(.control("c"))))
      case .terminate, .hangup:
        end = signal == .hangup ? .hungUp : .quit
        return signal
      }
    }
    return nil
  }

  private func handle(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .record(let event):
        record(event)
        handle(update(&model, .recorded(event)))
      case .run(let node, let run): start(node, run)
      case .stopCommand: command?.cancel()
      case .copy(let text):
        if !terminal.copy(text) { model.message = "The command is too long for the clipboard." }
      case .redraw: terminal.refresh()
      case .quit: end = model.leaf == nil ? .quit : .finished
      }
    }
  }

  /// An event reaches the disk before the screen shows it; without a disk the header says so.
  private func record(_ event: Event) {
    guard let open = journal else { return }
    do {
      try open.append(event)
    } catch {
      journal = nil
      _ = update(&model, .notSaved(error.description))
    }
  }

  private func start(_ node: String, _ run: Step.Run) {
    guard let arguments = run.arguments else {
      model.message = "A value is missing, so this command cannot run here."
      return
    }
    model.running = run.line
    let inbox = inbox
    let wakeup = wakeup
    let runner = runner
    var redactor = redactor
    command = Task.detached {
      var result = await runner.run(arguments, run.timeout)
      result.output = redactor.redact(result.output)
      result.errors = redactor.redact(result.errors)
      inbox.put(.ran(node: node, line: run.line, effect: run.effect, result))
      wakeup.wake()
    }
  }
}

/// Messages from other threads.
private final class Inbox: Sendable {
  private let messages = Mutex<[Message]>([])

  func put(_ message: Message) { messages.withLock { $0.append(message) } }

  func take() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

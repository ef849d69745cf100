import Dispatch
import FlowKit
import Glibc
import Synchronization
import TerminalUI

/// Ctrl-C and its like while commands run one after the other: what runs ends with them, and nothing new starts.
package final class StopSignal: Sendable {
  private struct State {
    var signal: Signal?
    var tasks: [Int: Task<CommandResult, Never>] = [:]
    var count = 0
  }

  private let state = Mutex(State())

  /// Catches the signals of this process from now on.
  package init() {
    guard let pipe = try? SignalPipe() else { return }
    let source = DispatchSource.makeReadSource(fileDescriptor: pipe.descriptor)
    source.setEventHandler { [self] in
      // The source lives as long as its handler: to the end of the program.
      _ = source
      let came = pipe.drain()
      if came.contains(.suspend) { raise(SIGSTOP) }
      if let signal = [Signal.interrupt, .terminate, .hangup].first(where: came.contains) { stop(signal) }
    }
    source.activate()
  }

  /// The code to end with when a signal came; nil while none did.
  package var status: Int32? { state.withLock(\.signal).map { 128 + $0.number } }

  private func stop(_ signal: Signal) {
    let tasks = state.withLock { state in
      state.signal = signal
      return state.tasks.values
    }
    for task in tasks { task.cancel() }
  }

  /// The result of a command that ends with the signal.
  fileprivate func run(_ command: @escaping @Sendable () async -> CommandResult) async -> CommandResult {
    let started = state.withLock { state -> (id: Int, task: Task<CommandResult, Never>)? in
      guard state.signal == nil else { return nil }
      state.count += 1
      let task = Task { await command() }
      state.tasks[state.count] = task
      return (state.count, task)
    }
    guard let started else { return CommandResult(outcome: .skipped, reason: "it was stopped") }
    let result = await started.task.value
    state.withLock { $0.tasks[started.id] = nil }
    return result
  }
}

extension CommandRunner {
  /// The same runner until a signal asks to end.
  package func until(_ stop: StopSignal) -> CommandRunner {
    CommandRunner { arguments, seconds, progress in await stop.run { await stream(arguments, seconds, progress) } }
  }
}

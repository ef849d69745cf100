package import FlowKit
import Synchronization

/// Commands that ran or run in this session, by their argument list, so that none runs twice and some run ahead.
package final class CommandCache: Sendable {
  /// Most commands that run ahead at the same time.
  package static let width = 4

  /// One command.
  package struct Entry: Sendable {
    package var task: Task<CommandResult, Never>
    package var isDone = false
  }

  private let runner: CommandRunner
  private let entries = Mutex<[[String]: Entry]>([:])

  package init(_ runner: CommandRunner) { self.runner = runner }

  /// The task of a command: the one that runs already, or a new one.
  ///
  /// Output arrives at `progress` only from a new one.
  package func task(
    _ arguments: [String], seconds: Int, progress: @escaping CommandRunner.Progress = { _ in }
  ) -> Task<CommandResult, Never> {
    entries.withLock { entries in
      if let entry = entries[arguments] { return entry.task }
      let runner = runner
      let task = Task.detached { await runner.stream(arguments, seconds, progress) }
      entries[arguments] = Entry(task: task)
      Task.detached { [weak self] in
        _ = await task.value
        self?.entries.withLock { $0[arguments]?.isDone = true }
      }
      return task
    }
  }

  /// Starts commands ahead of the operator, as far as there is room; answers those that were started.
  package func prefetch(_ commands: [(arguments: [String], seconds: Int)]) -> [[String]] {
    var started: [[String]] = []
    for command in commands {
      let hasRoom = entries.withLock { entries in
        entries[command.arguments] == nil && entries.values.count { !$0.isDone } < Self.width
      }
      guard hasRoom else { continue }
      _ = task(command.arguments, seconds: command.seconds)
      started.append(command.arguments)
    }
    return started
  }

  /// Ends what still runs and is not wanted any more: a fact changed, or the walk took another way.
  package func drop(except wanted: Set<[String]>) {
    let dropped = entries.withLock { entries in
      let gone = entries.filter { !$0.value.isDone && !wanted.contains($0.key) }
      for key in gone.keys { entries.removeValue(forKey: key) }
      return gone.values.map(\.task)
    }
    for task in dropped { task.cancel() }
  }

  /// Whether a command was started already.
  package func knows(_ arguments: [String]) -> Bool { entries.withLock { $0[arguments] != nil } }

  /// Forgets a command, so that it runs anew; ends it if it still runs.
  package func forget(_ arguments: [String]) {
    entries.withLock { $0.removeValue(forKey: arguments) }?.task.cancel()
  }

  /// Forgets what ran or runs ahead, but for one command: the world may have changed.
  package func forgetAll(but kept: [String]?) {
    let gone = entries.withLock { entries in
      let gone = entries.filter { $0.key != kept }
      for key in gone.keys { entries.removeValue(forKey: key) }
      return gone.values.map(\.task)
    }
    for task in gone { task.cancel() }
  }

  /// Ends everything that still runs and waits for it.
  package func close() async {
    let open = entries.withLock { entries in entries.values.filter { !$0.isDone }.map(\.task) }
    for task in open { task.cancel() }
    for task in open { _ = await task.value }
  }
}

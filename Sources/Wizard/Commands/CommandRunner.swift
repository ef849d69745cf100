package import FlowKit
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// What became of a command.
package struct CommandResult: Sendable {
  package var outcome: Outcome
  package var exit: Int?
  package var output: [UInt8] = []
  package var errors: [UInt8] = []
  /// Whether the middle of the output was left out.
  package var isCut = false
  package var milliseconds = 0
  /// Why it was refused or could not start; empty otherwise.
  package var reason = ""

  package init(outcome: Outcome, reason: String = "") {
    self.outcome = outcome
    self.reason = reason
  }
}

/// Runs commands that the policy allows: one argument list, no shell, no standard input, bounded in time and size.
package struct CommandRunner: Sendable {
  /// Most bytes of one stream that are kept; head and tail stay, the middle goes.
  package static let limit = 16 << 20

  /// Runs one command to its end; never throws, because every way to fail is an outcome.
  package typealias Run = @Sendable (_ arguments: [String], _ seconds: Int) async -> CommandResult

  package let run: Run

  package init(run: @escaping Run) { self.run = run }

  /// The runner of the real world.
  package static let live = CommandRunner { arguments, seconds in await Self.runLive(arguments, seconds) }

  /// A runner that runs nothing.
  package static let off = CommandRunner { _, _ in
    CommandResult(outcome: .skipped, reason: "running commands is switched off")
  }

  /// Waits for a command on a thread that has nothing else to do.
  package func runAndWait(_ arguments: [String], seconds: Int) -> CommandResult {
    let waiting = Waiting()
    let run = run
    Task.detached { waiting.finish(await run(arguments, seconds)) }
    return waiting.wait()
  }

  // MARK: - Live

  private static func runLive(_ arguments: [String], _ seconds: Int) async -> CommandResult {
    switch Policy.rule(arguments) {
    case .refused(let why): return CommandResult(outcome: .refused, reason: why)
    case .allowed(let effect) where !Policy.mayRun(effect):
      return CommandResult(outcome: .refused, reason: "'\(arguments.prefix(3).joined(separator: " "))' \(effect.words)")
    case .allowed: break
    }
    let clock = ContinuousClock()
    let start = clock.now
    var result = await timed(arguments, seconds)
    result.milliseconds = Int((clock.now - start) / .milliseconds(1))
    return result
  }

  private static func timed(_ arguments: [String], _ seconds: Int) async -> CommandResult {
    await withTaskGroup(of: CommandResult?.self) { group in
      group.addTask { await spawn(arguments) }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      if let first { return first }
      let late = await group.next() ?? nil
      var result = late ?? CommandResult(outcome: .timedOut)
      result.outcome = .timedOut
      result.reason = "no answer within \(seconds) s"
      return result
    }
  }

  private static func spawn(_ arguments: [String]) async -> CommandResult {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(300))]
    let streams = Streams()
    do {
      let result = try await Subprocess.run(
        .name(arguments[0]), arguments: Arguments(Array(arguments.dropFirst())),
        environment: .inherit.updating(CommandEnvironment.changes), platformOptions: options, input: .none,
        output: .sequence, error: .sequence
      ) { execution in
        let group = execution.processIdentifier.value
        // Children left behind hold the pipes open; they end with the command or with its time.
        return try await withTaskCancellationHandler {
          async let errors: Void = streams.drain(execution.standardError, into: \.errors)
          try await streams.drain(execution.standardOutput, into: \.output)
          try await errors
          return group
        } onCancel: {
          _ = kill(-group, SIGTERM)
        }
      }
      _ = kill(-result.closureResult, SIGKILL)
      return streams.result(result.terminationStatus)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return CommandResult(outcome: .absent, reason: "'\(arguments[0])' is not on PATH")
    } catch {
      return CommandResult(outcome: .unreadable, reason: "\(error)")
    }
  }
}

/// A value that one task brings and one thread awaits.
private final class Waiting: Sendable {
  private let value = Mutex<CommandResult?>(nil)
  private let pipe: (read: Int32, write: Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    pipe = (ends[0], ends[1])
  }

  deinit {
    close(pipe.read)
    close(pipe.write)
  }

  func finish(_ result: CommandResult) {
    value.withLock { $0 = result }
    var byte: UInt8 = 1
    _ = write(pipe.write, &byte, 1)
  }

  func wait() -> CommandResult {
    var byte: UInt8 = 0
    while read(pipe.read, &byte, 1) < 0 && errno == EINTR {}
    return value.withLock { $0 } ?? CommandResult(outcome: .unreadable)
  }
}

/// Collects the two streams of a command, each up to the limit.
private final class Streams: Sendable {
  struct Bounded: Sendable {
    var head: [UInt8] = []
    var tail: [UInt8] = []
    var dropped = 0

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
      let half = CommandRunner.limit / 2
      let room = max(0, half - head.count)
      head.append(contentsOf: bytes.prefix(room))
      tail.append(contentsOf: bytes.dropFirst(room))
      if tail.count > half * 2 { trim(half) }
    }

    private mutating func trim(_ half: Int) {
      dropped += tail.count - half
      tail.removeFirst(tail.count - half)
    }

    /// Both ends, with a line between that says what is missing.
    func joined() -> [UInt8] {
      dropped == 0 ? head + tail : head + Array("\n… \(dropped) bytes left out …\n".utf8) + tail
    }
  }

  struct Both: Sendable {
    var output = Bounded()
    var errors = Bounded()
  }

  private let both = Mutex(Both())

  func drain(_ sequence: SubprocessOutputSequence, into stream: any WritableKeyPath<Both, Bounded> & Sendable)
    async throws
  {
    for try await buffer in sequence {
      buffer.withUnsafeBytes { bytes in both.withLock { $0[keyPath: stream].append(bytes) } }
    }
  }

  func result(_ status: TerminationStatus) -> CommandResult {
    let both = both.withLock { $0 }
    var result = CommandResult(outcome: .ran)
    result.output = both.output.joined()
    result.errors = both.errors.joined()
    result.isCut = both.output.dropped > 0
    if case .exited(let code) = status { result.exit = Int(code) }
    result.outcome = ToolMessage.outcome(exit: result.exit, errors: String(decoding: result.errors, as: UTF8.self))
    if result.outcome != .ran { result.reason = ToolMessage.summary(result.errors) }
    return result
  }
}

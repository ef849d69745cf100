package import FlowKit
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// Runs commands that the policy allows: one argument list, no shell, no standard input, bounded in time and size.
package struct CommandRunner: Sendable {
  /// Most bytes of one stream that are kept; head and tail stay, the middle goes.
  package static let limit = 16 << 20

  /// Takes output while it comes, standard output and standard error as they arrive.
  package typealias Progress = @Sendable ([UInt8]) -> Void
  /// Runs one command to its end; never throws, because every way to fail is an outcome.
  package typealias Run = @Sendable (_ arguments: [String], _ seconds: Int) async -> CommandResult
  /// The same with output while it comes.
  package typealias Stream =
    @Sendable (_ arguments: [String], _ seconds: Int, _ progress: @escaping Progress) async ->
    CommandResult

  package let stream: Stream
  /// The same with standard output alone, and without keeping it; nil when it is handed over at the end.
  private let feeding: Stream?

  package init(stream: @escaping Stream) { self.init(stream: stream, feeding: nil) }

  private init(stream: @escaping Stream, feeding: Stream?) {
    self.stream = stream
    self.feeding = feeding
  }

  /// A runner that tells nothing while it runs.
  package init(run: @escaping Run) { self.init { arguments, seconds, _ in await run(arguments, seconds) } }

  /// The runner of the real world.
  package static let live = searching(nil)

  /// The runner of the real world with programs from some folders, joined by colons, in place of PATH.
  package static func searching(_ path: String?) -> CommandRunner {
    CommandRunner { arguments, seconds, progress in
      await runLive(arguments, seconds, Streams(progress), path)
    } feeding: { arguments, seconds, taker in
      await runLive(arguments, seconds, Streams(taker: taker), path)
    }
  }

  /// A runner that runs nothing.
  package static let off = CommandRunner { _, _ in
    CommandResult(outcome: .skipped, reason: "running commands is switched off")
  }

  /// Runs a command and tells nothing while it runs.
  package func run(_ arguments: [String], seconds: Int) async -> CommandResult {
    await stream(arguments, seconds) { _ in }
  }

  /// Runs a command whose standard output goes to somebody piece by piece; it may be of any size and is not kept.
  package func feed(
    _ arguments: [String], seconds: Int, _ taker: @escaping Progress
  ) async -> CommandResult {
    if let feeding { return await feeding(arguments, seconds, taker) }
    let result = await run(arguments, seconds: seconds)
    taker(result.output)
    return result
  }

  /// Waits for a command; for the main thread, never for one of the pool that tasks need.
  package func runAndWait(_ arguments: [String], seconds: Int) -> CommandResult {
    Waiting.result { await run(arguments, seconds: seconds) }
  }

  // MARK: - Live

  private static func runLive(
    _ arguments: [String], _ seconds: Int, _ streams: Streams, _ path: String?
  ) async -> CommandResult {
    switch Policy.rule(arguments) {
    case .refused(let why): return CommandResult(outcome: .refused, reason: why)
    case .allowed(let effect) where !Policy.mayRun(effect):
      return CommandResult(outcome: .refused, reason: "'\(arguments.prefix(3).joined(separator: " "))' \(effect.words)")
    case .allowed: break
    }
    let clock = ContinuousClock()
    let start = clock.now
    var result = await timed(arguments, seconds, streams, path)
    result.milliseconds = Int((clock.now - start) / .milliseconds(1))
    return result
  }

  /// The command against its time; a command that is late or stopped keeps the output it gave.
  private static func timed(
    _ arguments: [String], _ seconds: Int, _ streams: Streams, _ path: String?
  ) async -> CommandResult {
    await withTaskGroup(of: CommandResult?.self) { group in
      group.addTask { await spawn(arguments, streams, path) }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      let late = first == nil ? await group.next() ?? nil : nil
      var result = first ?? late ?? CommandResult(outcome: .unreadable)
      if Task.isCancelled {
        result.outcome = .skipped
        result.reason = "it was stopped"
      } else if first == nil {
        result.outcome = .timedOut
        result.reason = "no answer within \(seconds) s"
      }
      return result
    }
  }

  private static func spawn(
    _ arguments: [String], _ streams: Streams, _ path: String?
  ) async -> CommandResult {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(300))]
    let group = ProcessGroup()
    defer { group.end(SIGKILL) }
    do {
      let result = try await Subprocess.run(
        .name(arguments[0]), arguments: Arguments(Array(arguments.dropFirst())),
        environment: CommandEnvironment.make(path), platformOptions: options, input: .none,
        output: .sequence, error: .sequence
      ) { execution in
        group.begin(execution.processIdentifier.value)
        try await withTaskCancellationHandler {
          async let _ = group.endAfterLeader()
          async let errors: Void = streams.drain(execution.standardError, into: \.errors)
          try await streams.drainOutput(execution.standardOutput)
          try await errors
        } onCancel: {
          group.end(SIGTERM)
        }
      }
      return streams.result(result.terminationStatus)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return CommandResult(outcome: .absent, reason: "'\(arguments[0])' is not on PATH")
    } catch {
      var result = streams.result(nil)
      result.outcome = .unreadable
      result.reason = "\(error)"
      return result
    }
  }
}

/// A command and everything that it started: one session, and so one group.
private final class ProcessGroup: Sendable {
  private let leader = Mutex<pid_t?>(nil)

  func begin(_ pid: pid_t) { leader.withLock { $0 = pid } }

  /// Sends a signal to every member; nobody left is no error.
  func end(_ signal: Int32) {
    if let pid = leader.withLock({ $0 }) { _ = kill(-pid, signal) }
  }

  /// Ends what the command left behind, because it would hold the pipes open.
  func endAfterLeader() async {
    guard let pid = leader.withLock({ $0 }) else { return }
    while !Task.isCancelled {
      var state = siginfo_t()
      // Without reaping: that is for the library to do.
      if waitid(P_PID, id_t(pid), &state, WEXITED | WNOHANG | WNOWAIT) != 0 || state.si_signo != 0 { break }
      try? await Task.sleep(for: .milliseconds(50))
    }
    // What was written before the end is still in the pipes.
    try? await Task.sleep(for: .milliseconds(200))
    if !Task.isCancelled { end(SIGKILL) }
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
      let end = tail.suffix(dropped == 0 ? tail.count : CommandRunner.limit / 2)
      let dropped = dropped + tail.count - end.count
      return dropped == 0 ? head + tail : head + Array("\n… \(dropped) bytes left out …\n".utf8) + end
    }
  }

  struct Both: Sendable {
    var output = Bounded()
    var errors = Bounded()
  }

  private let both = Mutex(Both())
  private let progress: CommandRunner.Progress
  /// Takes standard output, which is not kept then.
  private let taker: CommandRunner.Progress?

  init(_ progress: @escaping CommandRunner.Progress = { _ in }, taker: CommandRunner.Progress? = nil) {
    self.progress = progress
    self.taker = taker
  }

  func drainOutput(_ sequence: SubprocessOutputSequence) async throws {
    guard let taker else { return try await drain(sequence, into: \.output) }
    for try await buffer in sequence { buffer.withUnsafeBytes { taker(Array($0)) } }
  }

  func drain(_ sequence: SubprocessOutputSequence, into stream: any WritableKeyPath<Both, Bounded> & Sendable)
    async throws
  {
    for try await buffer in sequence {
      buffer.withUnsafeBytes { bytes in
        both.withLock { $0[keyPath: stream].append(bytes) }
        progress(Array(bytes))
      }
    }
  }

  func result(_ status: TerminationStatus?) -> CommandResult {
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

import FlowKit
import Foundation
import Synchronization
import TestSupport
import Testing
import Wizard

/// Real child processes: a script stands in for kubectl, because the policy lets nothing else run.
struct CommandRunnerTests {
  /// Seconds that nothing here comes near, however busy the machine is.
  private static let enough = 600

  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  /// A runner whose kubectl is a shell script.
  private func runner(_ script: String) throws -> CommandRunner {
    try ShellScript.write("#!/bin/sh\n\(script)\n", to: folder.path + "/kubectl")
    return .searching("\(folder.path):/usr/bin:/bin")
  }

  private let command = ["kubectl", "get", "pods", "-o", "json"]

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `Output, errors and exit status are told apart`() async throws {
    let result = try await runner("echo out; echo err >&2; exit 3").stream(command, Self.enough) { _ in }
    #expect(result.outcome == .ran)
    #expect(result.exit == 3)
    #expect(text(result.output) == "out\n")
    #expect(text(result.errors) == "err\n")
  }

  @Test func `The child gets its arguments, no input and a quiet environment`() async throws {
    let script =
      "echo \"$@\"; cat; echo \"[$KUBECTL_KUBERC$PAGER$EDITOR$KUBECTL_EXTERNAL_DIFF$AZURE_CORE_COLLECT_TELEMETRY]\""
    let result = try await runner(script).stream(command, Self.enough) { _ in }
    #expect(text(result.output) == "get pods -o json\n[falseno]\n")
  }

  @Test func `What the policy does not know never starts`() async throws {
    let runner = try runner("touch \(folder.path)/started")
    for arguments in [
      ["kubectl", "delete", "pod", "x"], ["kubectl", "plugin-of-mine"], ["sh", "-c", "true"], [],
      ["kubectl", "get", "--raw", "/"],
    ] {
      let result = await runner.stream(arguments, 10) { _ in }
      #expect(result.outcome == .refused)
      #expect(!result.reason.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/started"))
  }

  @Test func `A tool that is not there is an outcome`() async {
    let result = await CommandRunner.searching(folder.path).stream(command, Self.enough) { _ in }
    #expect(result.outcome == .absent)
  }

  @Test func `A child that never ends and ignores TERM is ended in time, with all it started`() async throws {
    let script =
      "trap '' TERM; echo $$ > \(folder.path)/pid; sleep 1000 & echo $! >> \(folder.path)/pid; echo begun; while :; do sleep 1; done"
    let result = try await runner(script).stream(command, 1) { _ in }
    #expect(result.outcome == .timedOut)
    #expect(text(result.output) == "begun\n")
    try expectGone()
  }

  @Test func `Children that a command leaves behind end with it and hold nothing up`() async throws {
    let script =
      "echo $$ > \(folder.path)/pid; (trap '' TERM HUP; echo $$ > /dev/null; exec sleep 1000) & echo $! >> \(folder.path)/pid; echo done"
    let result = try await runner(script).stream(command, Self.enough) { _ in }
    #expect(result.outcome == .ran)
    #expect(text(result.output) == "done\n")
    try expectGone()
  }

  @Test func `A stopped command leaves nothing behind and keeps what it printed`() async throws {
    let begun = AsyncStream<Void>.makeStream()
    let runner = try runner("echo $$ > \(folder.path)/pid; echo begun; sleep 1000")
    let command = command
    let task = Task { await runner.stream(command, Self.enough) { _ in begun.continuation.yield() } }
    for await _ in begun.stream { break }
    task.cancel()
    let result = await task.value
    #expect(result.outcome == .skipped)
    #expect(text(result.output) == "begun\n")
    try expectGone()
  }

  @Test func `A flood of errors does not hold up the output`() async throws {
    let result = try await runner("head -c 3000000 /dev/zero >&2; echo out").stream(command, Self.enough) { _ in }
    #expect(text(result.output) == "out\n")
    #expect(result.errors.count == 3_000_000)
  }

  @Test func `Of a gigabyte the head and the tail are kept`() async throws {
    let result = try await runner("echo head; head -c 1000000000 /dev/zero; echo; echo tail").stream(
      command, Self.enough
    ) {
      _ in
    }
    #expect(result.isCut)
    #expect(result.output.count <= CommandRunner.limit + 200)
    #expect(text(Array(result.output.prefix(5))) == "head\n")
    #expect(text(Array(result.output.suffix(5))) == "tail\n")
    #expect(text(result.output).contains("bytes left out"))
  }

  @Test func `Output arrives while the command runs`() async throws {
    let chunks = Mutex<[String]>([])
    let gate = folder.appending(path: "gate").path
    let runner = try runner("echo first; while [ ! -e \(gate) ]; do sleep 0.02; done; echo second")
    let result = await runner.stream(command, Self.enough) { bytes in
      chunks.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
      _ = FileManager.default.createFile(atPath: gate, contents: nil)
    }
    #expect(chunks.withLock { $0.joined() } == "first\nsecond\n")
    #expect(result.outcome == .ran)
  }

  @Test(arguments: [
    ("Error from server (Forbidden): pods is forbidden: User \"u\" cannot list resource", Outcome.denied),
    ("ERROR: (AuthorizationFailed) The client 'U' does not have authorization to perform action", .denied),
    ("ERROR: Please run 'az login' to setup account.", .notLoggedIn),
    ("error: You must be logged in to the server (Unauthorized)", .notLoggedIn),
    ("Unable to connect to the server: getting credentials: exec: executable kubelogin not found", .notLoggedIn),
    ("ERROR: AADSTS700082: The refresh token has expired due to inactivity.", .notLoggedIn),
    ("Error from server (NotFound): pods \"x\" not found", .notFound),
    ("ERROR: (ResourceNotFound) The Resource 'x' under resource group 'y' was not found.", .notFound),
    (
      "The resource with name 'X' and type 'Microsoft.ContainerRegistry/registries' could not be found in subscription 'N'.",
      .notFound
    ),
    ("The connection to the server localhost:8080 was refused - did you specify the right host or port?", .unreachable),
    ("Unable to connect to the server: dial tcp: lookup api on 10.0.0.1:53: no such host", .unreachable),
    (
      "Unable to connect to the server: net/http: request canceled (Client.Timeout exceeded while awaiting headers)",
      .timedOut
    ),
    (
      "ERROR: Too many requests, access to registry 'R' was denied. Please wait a moment before trying again.",
      .throttled
    ),
    (#"error: context "nope" does not exist"#, .unreachable),
    ("Error in configuration: context was not found for specified context: nope", .unreachable),
    ("Error from server (TooManyRequests): the server has received too many requests", .throttled),
  ])
  func `Texts of the real tools are recognised`(errors: String, outcome: Outcome) {
    #expect(ToolMessage.outcome(exit: 1, errors: errors) == outcome)
    #expect(ToolMessage.outcome(exit: 0, errors: "Warning: version difference between client and server") == .ran)
  }

  @Test func `Each argument list runs once, four at most ahead, and a stopped one may run again`() async throws {
    let count = Mutex(0)
    let gates = AsyncStream<Void>.makeStream()
    let runner = CommandRunner { _, _ in
      count.withLock { $0 += 1 }
      for await _ in gates.stream { break }
      return CommandResult(output: [])
    }
    let cache = CommandCache(runner)
    let commands = (0..<6).map { (arguments: ["kubectl", "get", "pod", "p\($0)"], seconds: 5) }
    #expect(cache.prefetch(commands).count == 4)
    #expect(cache.prefetch(commands).isEmpty)
    #expect(cache.knows(commands[0].arguments))
    gates.continuation.finish()
    _ = await cache.task(commands[0].arguments, seconds: 5).value
    #expect(count.withLock { $0 } <= 4)
    cache.forget(commands[0].arguments)
    #expect(!cache.knows(commands[0].arguments))
    await cache.close()
  }

  @Test func `What runs ahead and is not wanted any more is ended`() async {
    let ended = AsyncStream<String>.makeStream()
    let cache = CommandCache(
      CommandRunner { arguments, _ in
        try? await Task.sleep(for: .seconds(60))
        ended.continuation.yield(arguments[3])
        return CommandResult(outcome: .skipped)
      })
    let commands = ["a", "b"].map { (arguments: ["kubectl", "get", "pod", $0], seconds: 60) }
    _ = cache.prefetch(commands)
    cache.drop(except: [commands[1].arguments])
    for await name in ended.stream {
      #expect(name == "a")
      break
    }
    #expect(!cache.knows(commands[0].arguments))
    #expect(cache.knows(commands[1].arguments))
    await cache.close()
  }

  private func expectGone() throws {
    let pids = try String(contentsOf: folder.appending(path: "pid"), encoding: .utf8).split(separator: "\n").compactMap
    { Int32($0) }
    #expect(!pids.isEmpty)
    for pid in pids {
      // The kernel delivers a signal when it likes to; a process that was ended may wait for init to collect it.
      let deadline = Date(timeIntervalSinceNow: 10)
      while Self.isRunning(pid), Date() < deadline { usleep(1000) }
      #expect(!Self.isRunning(pid), "process \(pid) still runs")
    }
  }

  private static func isRunning(_ pid: Int32) -> Bool {
    let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    guard let state = stat?.split(separator: ")").last?.split(separator: " ").first else { return false }
    return state != "Z" && state != "X"
  }
}

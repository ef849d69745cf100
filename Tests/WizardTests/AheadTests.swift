import FlowKit
import Foundation
import Synchronization
import TestSupport
import Testing
import Wizard

/// Commands that run ahead of the operator, on a clock that the test moves.
struct AheadTests {
  /// Six questions, each followed by a command.
  private static let flow = Flows.text(
    start: "q0",
    (0..<6).map { index in
      """
      q\(index):
        kind: question
        title: Question \(index)?
        options:
          - {id: on, label: On, go: c\(index)}
          - {id: off, label: I cannot tell, go: end}
      c\(index):
        kind: command
        title: Command \(index)
        run: kubectl get pod p\(index) -o json
        effect: read
        else: \(index < 5 ? "q\(index + 1)" : "end")
        failed: end

      """
    }.joined() + Flows.leaf())

  /// Commands that end when the test says so.
  private final class Gates: Sendable {
    private let open = Mutex<[String: AsyncStream<Void>.Continuation]>([:])
    private let log = Mutex<[String]>([])

    var started: [String] { log.withLock { $0 } }

    var runner: CommandRunner {
      CommandRunner { arguments, _ in
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        self.log.withLock { $0.append(arguments[3]) }
        self.open.withLock { $0[arguments[3]] = continuation }
        for await _ in stream { break }
        return CommandResult(output: [])
      }
    }

    /// Ends a command, waiting until it has begun.
    func end(_ name: String) async {
      while !started.contains(name) { await Task.yield() }
      open.withLock { $0[name] }?.finish()
    }
  }

  @Test func `with commands and screens of two seconds nobody waits for six commands`() async throws {
    var session = try Flows.session(Self.flow)
    let gates = Gates()
    let cache = CommandCache(gates.runner)
    var clock = 0
    var ready: [String: Int] = [:]
    var waited = 0

    while case .ask(let ask)? = session.step {
      for arguments in cache.prefetch(
        session.commandsAhead().compactMap { run in run.arguments.map { ($0, run.timeout) } })
      {
        ready[arguments[3]] = clock + 2
      }
      clock += 2
      // What is done by now makes room for others.
      for (name, time) in ready where time <= clock { await gates.end(name) }
      for (name, time) in ready where time <= clock {
        _ = await cache.task(["kubectl", "get", "pod", name, "-o", "json"], seconds: 20).value
      }
      session.apply(session.answer(ask.choices[0], by: .person))
      guard case .run(let run)? = session.step, let name = run.arguments?[3] else { break }
      let time = try #require(ready[name], "\(name) was not started ahead")
      waited += max(0, time - clock)
      clock = max(clock, time)
      session.apply(
        .command(Event.CommandRecord(node: session.nodeID, line: run.line, effect: run.effect, outcome: .ran)))
      session.apply(try #require(session.automatic))
    }
    #expect(session.nodeID == "end")
    #expect(waited == 0)
    #expect(gates.started.sorted() == (0..<6).map { "p\($0)" })
    await cache.close()
  }

  @Test func `only what reads and has its values runs ahead, within two answers`() throws {
    let text = Flows.text(
      """
      a:
        kind: question
        title: A?
        options:
          - {id: one, label: One, go: read}
          - {id: two, label: Two, go: secret}
          - {id: three, label: Three, go: probe}
          - {id: four, label: Four, go: later}
          - {id: far, label: Far, go: f1}
      read: {kind: command, title: R, run: kubectl get pods -o json, effect: read, else: end, failed: end}
      secret: {kind: command, title: S, run: kubectl get secret s -o yaml, effect: reads-secret, touches: a secret, else: end, failed: end}
      probe: {kind: command, title: P, run: az aks check-acr -g g -n n --acr r, effect: probe, touches: a pod, else: end, failed: end}
      later: {kind: command, title: L, run: 'kubectl get node {{node}} -o json', effect: read, else: end, failed: end}
      f1: {kind: question, title: F1?, options: [{id: x, label: X, go: f2}, {id: y, label: Y, go: end}]}
      f2: {kind: question, title: F2?, options: [{id: x, label: X, go: deep}, {id: y, label: Y, go: end}]}
      deep: {kind: command, title: D, run: kubectl get events -o json, effect: read, else: end, failed: end}

      """ + Flows.leaf())
    var session = try Flows.session(text)
    #expect(session.commandsAhead().map(\.line) == ["kubectl get pods -o json"])
    session.apply(.fact(Event.FactRecord(name: "node", value: "n1")))
    #expect(session.commandsAhead().map(\.line) == ["kubectl get pods -o json", "kubectl get node n1 -o json"])
  }

  /// With real time: how long somebody waits who needs two seconds a screen.
  ///
  /// It prints and asserts nothing.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FAIRWAY_BENCH"] != nil, "a benchmark"))
  func waitingTime() async throws {
    for runsAhead in [true, false] {
      var session = try Flows.session(Self.flow)
      let cache = CommandCache(
        CommandRunner { _, _ in
          try? await Task.sleep(for: .seconds(2))
          return CommandResult(output: [])
        })
      var waited = Duration.zero
      while case .ask(let ask)? = session.step {
        let ahead = session.commandsAhead().compactMap { run in run.arguments.map { ($0, run.timeout) } }
        if runsAhead { _ = cache.prefetch(ahead) }
        try await Task.sleep(for: .seconds(2))
        session.apply(session.answer(ask.choices[0], by: .person))
        guard case .run(let run)? = session.step, let arguments = run.arguments else { break }
        let start = ContinuousClock.now
        _ = await cache.task(arguments, seconds: run.timeout).value
        waited += ContinuousClock.now - start
        session.apply(
          .command(Event.CommandRecord(node: session.nodeID, line: run.line, effect: run.effect, outcome: .ran)))
        if let event = session.automatic { session.apply(event) }
      }
      print("waited at six commands of 2 s, \(runsAhead ? "with" : "without") running ahead: \(waited)")
    }
  }
}

import FlowKit
import Foundation
import Synchronization
import TestSupport
import Testing
import Wizard

/// The start screen as plain lines can do what the screen can.
struct PlainStartTests {
  /// Commands that were run, in no order.
  private final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  private struct Talk: Sendable {
    let lines: [String]
    let choice: String?
    var text: String { lines.joined(separator: "\n") }
  }

  /// A kubectl that knows the pods of the fixture, and refuses to list all namespaces.
  private static func kubectl(_ log: Log) -> CommandRunner {
    CommandRunner { arguments, _ in
      log.add(arguments.joined(separator: " "))
      if arguments.contains("-A") {
        var refused = CommandResult(.denied, exit: 1, "")
        refused.errors = Array("Error from server (Forbidden): pods is forbidden".utf8)
        return refused
      }
      switch arguments[1...2] {
      case ["get", "pods"]: return CommandResult(.ran, exit: 0, FleetText.pods)
      case ["get", "events"]: return CommandResult(.ran, exit: 0, FleetText.events)
      default:
        let config =
          #"{"current-context":"lab","contexts":[{"name":"lab","context":{"namespace":"shop"}}]}"#
        return CommandResult(.ran, exit: 0, config)
      }
    }
  }

  /// On a thread of its own: a command that is awaited must not hold one that tasks need.
  private func talk(_ answers: String..., log: Log = Log(), runner: CommandRunner? = nil) async throws -> Talk {
    let library = try ShippedFlow.library
    let runner = runner ?? Self.kubectl(log)
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var rest = answers[...]
        var lines: [String] = []
        var settings = CommandSettings(runner: runner)
        settings.clock = { StartWalk.now }
        var start = PlainStart(
          Launch(library: library, store: SessionStore(folder: "/proc/none")), StartOptions(settings),
          read: { rest.popFirst() }, write: { lines.append($0) })
        let choice = start.choice()?.words
        continuation.resume(returning: Talk(lines: lines, choice: choice))
      }
    }
  }

  @Test func `a number begins on its pod`() async throws {
    let talk = try await talk("3")
    #expect(talk.choice == "Reading pod shop/orders-5c6d7e8f9-bbbbb")
    #expect(talk.lines.contains("7 of 10 pods fail in namespace shop, context lab."))
    #expect(talk.lines.contains("Image not found, fabrikam.azurecr.io/orders:1:"))
    #expect(talk.lines.contains("  3. shop/orders-5c6d7e8f9-bbbbb: ErrImagePull, 35 min old, 2 restarts"))
    #expect(talk.lines.contains("Not an image pull: CrashLoopBackOff:"))
  }

  @Test func `only commands that read are run, all with the same cluster`() async throws {
    let log = Log()
    _ = try await talk("A", "q", log: log)
    #expect(log.all.contains { $0.hasPrefix("kubectl get pods -A -o json") } && log.all.count == 6)
    for line in log.all {
      #expect(Policy.rule(line.split(separator: " ").map(String.init)) == .allowed(.read), "\(line)")
    }
  }

  @Test func `words filter, all namespaces may be refused, and every letter is taken`() async throws {
    let talk = try await talk("/cart dns", "/name cart", "99", "A", "s", "d", "2")
    #expect(talk.text.contains("No failing pod matches 'cart dns'"))
    #expect(talk.text.contains("1. shop/cart-7f8d6b5c4-q8w2z") && talk.text.contains("Type a number from 1 to 1"))
    #expect(talk.text.contains("You may not list the pods of all namespaces."))
    #expect(talk.text.contains("No session is unfinished."))
    #expect(talk.choice == "Opening K01: The catalog has a registry of its own")
  }

  @Test func `text is pasted, a file is named, and the end of the input ends it`() async throws {
    #expect(try await talk("p", "a", "b", ".").choice == "Reading the pasted text")
    #expect(try await talk("p", ".", "o", "pod.txt").choice == "Reading pod.txt")
    #expect(try await talk("q").choice == nil)
    #expect(try await talk().choice == nil)
  }

  @Test func `without kubectl everything else works`() async throws {
    let runner = CommandRunner { _, _ in CommandResult(outcome: .absent, reason: "'kubectl' is not on PATH") }
    let talk = try await talk("1", "d", "1", runner: runner)
    #expect(talk.text.contains("kubectl is not on PATH") && talk.text.contains("Type one of the letters."))
    #expect(talk.choice == "Opening K02: The first release of basket")
  }

  @Test func `a list without events says so, and one that is cut off is none`() async throws {
    func answer(_ pods: String) async -> LiveFleet.Answer {
      let runner = CommandRunner { arguments, _ in
        arguments[2] == "pods" ? CommandResult(.ran, exit: 0, pods) : CommandResult(.ran, exit: 1, "")
      }
      return await LiveFleet(CommandSettings(runner: runner), namespace: "n", isAll: false).read()
    }
    let whole = await answer(FleetText.pods)
    #expect(whole.fleet?.failing.count == 7 && whole.remark == "without events")
    #expect(await answer(String(FleetText.pods.dropLast(40))).fleet == nil)
  }
}

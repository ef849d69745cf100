package import FlowKit
import Synchronization

/// The recorded world of an exercise for everything that asks it: commands, looks at the pod, and fixes.
package final class PracticeWorld: Sendable {
  private struct State {
    var world: World
    var asked: [[String]: Int] = [:]
  }

  package let exercise: Exercise
  /// Whether answers come at once, not in the time that the real tools take.
  package let isFast: Bool
  private let state: Mutex<State>

  /// The world as it is found; nil for an exercise without a state.
  package init?(_ exercise: Exercise, isFast: Bool) {
    guard let world = World(exercise) else { return nil }
    self.exercise = exercise
    self.isFast = isFast
    state = Mutex(State(world: world))
  }

  package var isHealed: Bool { state.withLock { $0.world.state.isHealed } }

  /// Command lines that are offered as fixes.
  package var fixes: [String] { state.withLock { $0.world.fixes } }

  /// Where its commands act.
  var place: CommandPlace { state.withLock { $0.world.place } }

  /// What a line would do.
  package func reply(to line: String) -> World.Reply { state.withLock { $0.world.reply(to: line) } }

  /// Takes over what was done to it.
  package func take(_ one: Practised) {
    guard let id = one.state else { return }
    state.withLock { state in
      state.world.go(to: id)
      state.asked = [:]
    }
  }

  /// It was seen healed already: time has passed up to there.
  package func heal() { state.withLock { $0.world.heal() } }

  /// What a look at the pod finds; time passes between two looks.
  func look() async -> Document? {
    await wait(milliseconds: 400)
    return state.withLock { $0.world.look() }
  }

  /// Answers commands as the tools would in this world.
  package var runner: CommandRunner {
    CommandRunner { [self] arguments, _ in
      await wait(milliseconds: Self.milliseconds(arguments))
      return state.withLock { state in
        let count = state.asked[arguments, default: 0]
        state.asked[arguments] = count + 1
        return state.world.result(of: arguments, asked: count)
      } ?? CommandResult(outcome: .skipped, reason: "the recording does not hold this command")
    }
  }

  private func wait(milliseconds: Int) async {
    if !isFast { try? await Task.sleep(for: .milliseconds(milliseconds)) }
  }

  /// About how long the real tools take.
  ///
  /// Source: az takes a second to start, kubectl a fraction of it.
  private static func milliseconds(_ arguments: [String]) -> Int {
    switch arguments.first {
    case "kubectl": 300
    case "az": arguments.contains("check-acr") || arguments.contains("check-health") ? 2500 : 1100
    default: 200
    }
  }
}

import Dispatch
package import FlowKit
import Synchronization
import Wizard

/// Every shipped scenario, read and walked once for all tests.
package enum ShippedScenarios {
  package static let library: Library? = try? FlowFiles().library()

  /// The walk of each by its recordings.
  ///
  /// Whoever asks waits without holding a thread that tasks need: else commands that other tests await run out of time.
  package static var runs: [ScenarioRun] { get async { await walks.value } }

  private static let walks = Task.detached {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: walk()) }
    }
  }

  /// They are many, so every core takes some.
  private static func walk() -> [ScenarioRun] {
    guard let library, let files = try? FlowFiles() else { return [] }
    let scenarios = library.ids.flatMap { files.scenarios(of: $0, library.catalogue).scenarios }
    let runs = Mutex<[Int: ScenarioRun]>([:])
    DispatchQueue.concurrentPerform(iterations: scenarios.count) { index in
      let run = ScenarioRun(scenarios[index], library: library)
      runs.withLock { $0[index] = run }
    }
    return runs.withLock { runs in scenarios.indices.compactMap { runs[$0] } }
  }
}

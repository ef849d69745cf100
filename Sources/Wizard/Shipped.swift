package import FlowKit
import Synchronization

/// Recorded faults inside the executable, for people without a cluster.
package enum Shipped {
  /// Scenarios that are demonstrations, in their order.
  package static let demos: [Scenario] = {
    // Only few of many files are demonstrations, and none of these takes over another.
    let files = embeddedFiles.filter { $0.path.contains("/scenarios/") && isDemo($0.text) }
    let scenarios = files.flatMap { file in
      ScenarioReader.read([(file.path, file.text)], flow: String(file.path.prefix { $0 != "/" })).scenarios
    }
    return scenarios.filter { $0.demo != nil }.sorted { ($0.demo ?? 0, $0.id) < ($1.demo ?? 0, $1.id) }
  }()

  /// Whether a text has the key of a demonstration; over bytes, since there are hundreds of texts.
  private static func isDemo(_ text: String) -> Bool {
    let key = Array("\ndemo: ".utf8)
    return key.withUnsafeBufferPointer { key in
      let bytes = Array(text.utf8)
      return bytes.firstRange(of: key, in: 0..<bytes.count) != nil
    }
  }
}

extension CommandRunner {
  /// A runner that starts nothing: commands are answered by a recording.
  package static func recorded(_ scenario: Scenario) -> CommandRunner {
    let counts = Counts()
    return CommandRunner { arguments, _ in
      scenario.result(of: arguments, asked: counts.next(arguments))
        ?? CommandResult(outcome: .skipped, reason: "the recording does not hold this command")
    }
  }

  /// How often each command was asked for.
  private final class Counts: Sendable {
    private let counts = Mutex<[[String]: Int]>([:])

    func next(_ arguments: [String]) -> Int {
      counts.withLock { counts in
        defer { counts[arguments, default: 0] += 1 }
        return counts[arguments, default: 0]
      }
    }
  }
}

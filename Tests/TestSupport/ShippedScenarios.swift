package import FlowKit
import Wizard

/// Every shipped scenario, read and walked once for all tests.
package enum ShippedScenarios {
  package static let library: Library? = try? FlowFiles().library()

  /// The walk of each by its recordings.
  package static let runs: [ScenarioRun] = {
    guard let library, let files = try? FlowFiles() else { return [] }
    return library.ids.flatMap { files.scenarios(of: $0, library.catalogue).scenarios }.compactMap {
      ScenarioRun($0, library: library)
    }
  }()
}

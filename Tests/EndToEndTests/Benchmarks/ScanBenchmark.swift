import Foundation
import TestSupport
import Testing

/// A scan of a file, beside jq that only counts the items.
extension Benchmarks {
  @Suite(.serialized) struct ScanBenchmark {
    @Test(arguments: [1000, 10_000, 100_000])
    func `time and memory to scan a file`(_ pods: Int) throws {
      let folder = try TemporaryFolder()
      let file = try folder.write("pods.json", "")
      let handle = try #require(FileHandle(forWritingAtPath: file))
      let fleet = BigFleet(pods: pods)
      try fleet.write { try handle.write(contentsOf: Data($0.utf8)) }
      let size = try handle.offset()
      try handle.close()
      try Bench.race(
        "Scan of \(pods) pods in \(size >> 20) MB", rounds: pods > 50_000 ? 3 : pods > 5000 ? 9 : 21,
        [
          .init(name: "jq '.items | length'", words: ["jq", ".items|length", file], needs: "jq"),
          .init(name: "fairway scan", words: [Bench.program, "scan", "--from", file], status: 10),
        ])
    }
  }
}

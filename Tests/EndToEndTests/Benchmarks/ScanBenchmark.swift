import Foundation
import TestSupport
import Testing

/// How long a scan of a file takes, beside jq: `FAIRWAY_BENCH=1 swift test --filter ScanBenchmark`.
///
/// `FAIRWAY_BINARY` names the program to measure, such as a release build.
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
      var (ours, theirs, memory) = ([Double](), [Double](), 0)
      for _ in 0..<5 {
        let (seconds, kilobytes) = try time([Bench.program, "scan", "--from", file])
        ours.append(seconds)
        memory = max(memory, kilobytes)
        theirs.append(try time(["jq", ".items|length", file]).seconds)
      }
      let (mine, other) = (ours.sorted()[2], theirs.sorted()[2])
      print(
        "\(pods) pods, \(size >> 20) MB: fairway \(mine) s, \(memory) KB; jq \(other) s; \(other / mine) times as fast")
    }

    /// Seconds and most kilobytes in memory.
    private func time(_ arguments: [String]) throws -> (seconds: Double, kilobytes: Int) {
      let result = try Program.run("/usr/bin/time", ["-f", "%e %M"] + arguments)
      let numbers = try #require(result.errors.split(separator: "\n").last).split(separator: " ")
      return (Double(numbers[0]) ?? 0, Int(numbers[1]) ?? 0)
    }
  }
}

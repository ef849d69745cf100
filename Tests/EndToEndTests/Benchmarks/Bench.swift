import Foundation
import Testing

/// All benchmarks, one after the other: side by side they would measure each other.
@Suite(.enabled(if: Bench.isWanted), .serialized) enum Benchmarks {}

/// What all benchmarks share: `FAIRWAY_BENCH=1 swift test --filter Benchmark` runs every one and prints a table of each.
///
/// `FAIRWAY_BINARY` names the program to measure, such as a release build, and `FAIRWAY_BENCH_JSON` a file that gets one
/// JSON object for each row. Nothing here fails for being slow.
enum Bench {
  static let isWanted = ProcessInfo.processInfo.environment["FAIRWAY_BENCH"] == "1"
  static let program = ProcessInfo.processInfo.environment["FAIRWAY_BINARY"] ?? Program.folder + "/fairway"

  /// Something to measure, by its name in the table.
  typealias Contender = (name: String, measure: () throws -> Double)

  /// Measures each in turn, round by round, so that a busy machine slows all alike; the first one is the peer.
  static func compare(
    _ title: String, unit: String = "ms", rounds: Int = 11, _ contenders: [Contender]
  ) throws {
    var samples = contenders.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, contender) in contenders.enumerated() { samples[index].append(try contender.measure()) }
    }
    report(title, unit: unit, Array(zip(contenders.map(\.name), samples)))
  }

  /// Prints the rows of a table; ratios are to the first row.
  static func report(_ title: String, unit: String = "ms", _ rows: [(name: String, samples: [Double])]) {
    print("\n\(title), \(unit)")
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    func cell(_ text: String) -> String { String(repeating: " ", count: max(1, 10 - text.count)) + text }
    print(
      "".padding(toLength: width, withPad: " ", startingAt: 0) + ["median", "p95", "max", "ratio"].map(cell).joined())
    let peer = rows.first.map { middle($0.samples) } ?? 0
    for (name, samples) in rows {
      let sorted = samples.sorted()
      guard let last = sorted.last else { continue }
      let values = [
        middle(sorted), sorted[min(sorted.count - 1, sorted.count * 95 / 100)], last, middle(sorted) / peer,
      ]
      print(name.padding(toLength: width, withPad: " ", startingAt: 0) + values.map { cell(short($0)) }.joined())
      keep([
        "what": title, "name": name, "unit": unit, "count": samples.count, "median": values[0], "p95": values[1],
        "max": values[2], "ratio": values[3].isFinite ? values[3] : 0,
      ])
    }
  }

  /// Milliseconds that a command takes, and the most kilobytes that it had in memory.
  static func run(_ words: [String], input: String? = nil) throws -> (milliseconds: Double, kilobytes: Int) {
    let began = ContinuousClock.now
    let shell = input.map { ["/bin/sh", "-c", "exec \"$@\" < \($0) > /dev/null 2>&1", "sh"] } ?? []
    let result = try Program.run("/usr/bin/time", ["-f", "%M"] + shell + words)
    let taken = (ContinuousClock.now - began) / .milliseconds(1)
    return (taken, result.errors.split(separator: "\n").last.flatMap { Int($0) } ?? 0)
  }

  /// Whether a program is on PATH.
  static func has(_ name: String) -> Bool {
    (try? Program.run("/usr/bin/env", ["which", name]).status) == 0
  }

  private static func middle(_ samples: [Double]) -> Double {
    let sorted = samples.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private static func short(_ value: Double) -> String {
    let factor: Double = abs(value) < 10 ? 100 : abs(value) < 100 ? 10 : 1
    return "\((value * factor).rounded() / factor)"
  }

  private static func keep(_ row: [String: Any]) {
    guard let path = ProcessInfo.processInfo.environment["FAIRWAY_BENCH_JSON"],
      let line = try? JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
    else { return }
    if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    guard let file = FileHandle(forWritingAtPath: path) else { return }
    file.seekToEndOfFile()
    file.write(line + Data("\n".utf8))
  }
}

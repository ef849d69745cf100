import Foundation
import Testing

/// All benchmarks, one after the other: side by side they would measure each other.
@Suite(.enabled(if: Bench.isWanted), .serialized) enum Benchmarks {}

/// What all benchmarks share: `FAIRWAY_BENCH=1 swift test --filter Benchmark` runs every one and prints a table of each.
///
/// `FAIRWAY_BINARY` names the program to measure, such as a release build, and `FAIRWAY_BENCH_JSON` a file that gets one
/// JSON object for each row. Nothing here fails for being slow; what ends in another way than it should does fail.
enum Bench {
  static let isWanted = ProcessInfo.processInfo.environment["FAIRWAY_BENCH"] == "1"
  static let program = ProcessInfo.processInfo.environment["FAIRWAY_BINARY"] ?? Program.folder + "/fairway"

  /// Something to measure, by its name in the table.
  typealias Contender = (name: String, measure: () throws -> Double)

  /// A command to measure, from its start to its end.
  struct Command {
    var name: String
    var words: [String]
    /// The exit status of one that did its work.
    var status: Int32 = 0
    var input = ""
    /// A program that it needs and that may not be here.
    var needs: String?
  }

  /// A command that ended in another way than it should.
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Measures each in turn, round by round, so that a busy machine slows all alike; the first one is the peer.
  static func compare(
    _ title: String, unit: String = "ms", rounds: Int = 21, _ contenders: [Contender]
  ) throws {
    var samples = contenders.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, contender) in contenders.enumerated() { samples[index].append(try contender.measure()) }
    }
    report(title, unit: unit, Array(zip(contenders.map(\.name), samples)))
  }

  /// Measures time and memory of commands in turn, without those whose program is not here.
  static func race(_ title: String, rounds: Int = 21, _ commands: [Command]) throws {
    let present = commands.filter { command in command.needs.map(has) ?? true }
    var (times, sizes) = (present.map { _ in [Double]() }, present.map { _ in [Double]() })
    for _ in 0..<rounds {
      for (index, command) in present.enumerated() {
        let (milliseconds, kilobytes) = try run(command)
        times[index].append(milliseconds)
        sizes[index].append(Double(kilobytes) / 1024)
      }
    }
    report(title, Array(zip(present.map(\.name), times)))
    report("Memory: " + title, unit: "MB", Array(zip(present.map(\.name), sizes)))
  }

  /// Prints the rows of a table; ratios are to the first row.
  static func report(_ title: String, unit: String = "ms", _ rows: [(name: String, samples: [Double])]) {
    print("\n\(title), \(unit)")
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    func line(_ name: String, _ cells: [String]) {
      let cells = cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }
      print(name.padding(toLength: width, withPad: " ", startingAt: 0) + cells.joined())
    }
    line("", ["samples", "median", "p95", "max", "ratio"])
    guard let first = rows.first else { return }
    let peer = middle(first.samples)
    for (name, samples) in rows {
      let sorted = samples.sorted()
      guard let last = sorted.last else { continue }
      // Of fewer samples it is the greatest one.
      let p95 = sorted.count > 20 ? sorted[sorted.count * 95 / 100] : nil
      let ratio = peer > 0 ? middle(sorted) / peer : nil
      line(
        name, ["\(sorted.count)", short(middle(sorted)), p95.map(short) ?? "-", short(last), ratio.map(short) ?? "-"])
      var row: [String: Any] = [
        "what": title, "name": name, "unit": unit, "count": sorted.count, "median": middle(sorted), "max": last,
        "peer": first.name,
      ]
      row["p95"] = p95
      row["ratio"] = ratio
      keep(row)
    }
    fflush(nil)  // a run that is stopped has told what it knew
  }

  /// Milliseconds that a command takes, and the most kilobytes that it had in memory.
  static func run(_ command: Command) throws -> (milliseconds: Double, kilobytes: Int) {
    let began = ContinuousClock.now
    let result = try Program.run("/usr/bin/time", ["-f", "%M"] + command.words, input: command.input)
    let taken = (ContinuousClock.now - began) / .milliseconds(1)
    guard result.status == command.status,
      let kilobytes = result.errors.split(separator: "\n").last.flatMap({ Int($0) })
    else {
      throw Failure(description: "\(command.words) ended with \(result.status): \(result.errors.suffix(1000))")
    }
    return (taken, kilobytes)
  }

  /// Whether a program is on PATH; says so when it is not.
  static func has(_ name: String) -> Bool {
    let isHere = (try? Program.run("/usr/bin/env", ["which", name]).status) == 0
    if !isHere { print("\(name) is not here to compare with") }
    return isHere
  }

  private static func middle(_ samples: [Double]) -> Double {
    let sorted = samples.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private static func short(_ value: Double) -> String {
    let factor: Double = abs(value) < 0.1 ? 10_000 : abs(value) < 10 ? 100 : abs(value) < 100 ? 10 : 1
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

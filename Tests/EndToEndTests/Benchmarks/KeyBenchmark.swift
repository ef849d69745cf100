import Foundation
import TestSupport
import Testing

/// How long a key takes to its repaint: `FAIRWAY_BENCH=1 swift test --filter KeyBenchmark`.
///
/// `FAIRWAY_BINARY` names the program to measure, such as a release build; less shows the same file in the same run.
extension Benchmarks {
  @Suite(.serialized) struct KeyBenchmark {
    private static let line =
      "  Warning  Failed  25m (x4 over 26m)  kubelet  Failed to pull image \"fabrikam.azurecr.io/orders:1\": not found\n"

    @Test(arguments: ["head -c 100000000 \"$0.text\"", "timeout 6 yes 'a small line'", "head -c 100000000 \"$0.long\""])
    func `keys while a command floods`(_ flood: String) throws {
      let folder = try TemporaryFolder()
      let world = try World(in: URL(fileURLWithPath: folder.path))
      let kubectl = folder.path + "/bin/kubectl"
      let script = try String(contentsOfFile: kubectl, encoding: .utf8)
      let branch = "case \"$1 $2\" in\n  \"get node\") sleep 0.5; \(flood) ;;"
      try script.replacing("case \"$1 $2\" in", with: branch).write(
        toFile: kubectl, atomically: false, encoding: .utf8)
      try Self.write(Self.line, 100_000_000, kubectl + ".text")
      let long = String(repeating: "lorem ipsum dolor sit amet ", count: 40_000) + "\n"
      try Self.write(long, 100_000_000, kubectl + ".long")
      try Self.flow.write(toFile: folder.path + "/flows/tiny/flow.yaml", atomically: true, encoding: .utf8)
      let environment = ["PATH": folder.path + "/bin:/usr/bin:/bin", "XDG_STATE_HOME": folder.path]
      let terminal = try Pty([Bench.program] + world.arguments.split(separator: " ").map(String.init), environment)
      try terminal.wait(for: "Flood")
      var times: [Double] = []
      var rest = 60
      let keys = ["\t", "w", "\u{1B}", "\t", "?", "\u{1B}"]
      while rest > 0 {
        times.append(try terminal.time(of: keys[times.count % keys.count]))
        if terminal.text.contains("What now?") { rest -= 1 }
        usleep(50_000)
      }
      Bench.report("key to first byte, flood: \(flood)", [("fairway", times)])
    }

    @Test func `keys in a document of 200 MB`() throws {
      let folder = try TemporaryFolder()
      let path = folder.path + "/big.txt"
      try Self.write(Self.line, 200_000_000, path)
      let environment = ["XDG_STATE_HOME": folder.path]
      let ours = try Pty([Bench.program, "run", "image-pull", "--evidence", path], environment)
      try ours.wait(for: "──")
      for key in ["\t", "g"] { _ = try ours.time(of: key) }
      let peer = try Pty(["less", path], environment)
      try peer.wait(for: "Warning")
      for (name, keys) in [
        ("page down", [String](repeating: "\u{1B}[6~", count: 20)), ("end and top", ["G", "g", "G", "g"]),
        ("search, next", ["/Failed\r", "n", "n", "n", "n"]), ("search, nothing found", ["/neverthere\r"]),
      ] {
        Bench.report(
          "key to first byte in 200 MB, \(name)",
          [("less", try keys.map { try peer.time(of: $0) }), ("fairway", try keys.map { try ours.time(of: $0) })])
      }
    }

    private static func write(_ line: String, _ size: Int, _ path: String) throws {
      // Numbered, so that every page is another picture.
      let count = max(1, 1_000_000 / line.utf8.count)
      let piece = Data((0..<count).map { "\($0)\(line)" }.joined().utf8)
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      for _ in 0..<(size / piece.count + 1) { try file.write(contentsOf: piece) }
      try file.close()
    }

    private static let flow = Flows.text(
      """
      a:
        kind: command
        title: Flood
        run: kubectl get node flood
        effect: read
        timeout: 120s
        proves: nothing
        does-not-prove: anything
        outcomes:
          - {id: hit, label: It says so, when: {contains: neverthere}, go: end}
        failed: {go: b}
        else: {go: b}
      b:
        kind: question
        title: What now?
        options:
          - {id: one, label: One, when: {contains: nowhere}, go: end}
          - {id: two, label: Two, go: end}

      """ + Flows.leaf())
  }
}

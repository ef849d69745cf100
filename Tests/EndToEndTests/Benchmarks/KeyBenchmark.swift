import Foundation
import TestSupport
import Testing

/// How long a key takes to what it shows: while a command floods the screen, and in a large document beside less.
extension Benchmarks {
  @Suite(.serialized) struct KeyBenchmark {
    private static let line =
      "  Warning  Failed  25m (x4 over 26m)  kubelet  Failed to pull image \"fabrikam.azurecr.io/orders:1\": not found\n"

    @Test func `keys while a command floods`() throws {
      let folder = try TemporaryFolder()
      let world = try World(in: URL(fileURLWithPath: folder.path))
      let kubectl = folder.path + "/bin/kubectl"
      let script = try String(contentsOfFile: kubectl, encoding: .utf8)
      let branch = "case \"$1 $2\" in\n  \"get node\") sh -c \"$FLOOD\" \"$0\" ;;"
      try script.replacing("case \"$1 $2\" in", with: branch).write(
        toFile: kubectl, atomically: false, encoding: .utf8)
      try Self.write(Self.line, 100_000_000, kubectl + ".text")
      let long = String(repeating: "lorem ipsum dolor sit amet ", count: 40_000) + "\n"
      try Self.write(long, 100_000_000, kubectl + ".long")
      try Self.flow.write(toFile: folder.path + "/flows/tiny/flow.yaml", atomically: true, encoding: .utf8)
      let words = [Bench.program] + world.arguments.split(separator: " ").map(String.init)
      let rows = try [
        ("no output", "sleep 8"), ("small lines", "timeout 8 yes 'a small line'"),
        ("a text", "timeout 8 sh -c 'while cat \"$0.text\"; do :; done' \"$0\""),
        ("lines of 1 MB", "timeout 8 sh -c 'while cat \"$0.long\"; do :; done' \"$0\""),
      ].map { name, flood in
        let environment = ["PATH": folder.path + "/bin:/usr/bin:/bin", "XDG_STATE_HOME": folder.path, "FLOOD": flood]
        return (name, try Self.times(in: Pty(words, environment)))
      }
      Bench.report("Key to the box that it opens, while a command prints", rows)
    }

    /// Opens and closes boxes in a fixed beat, whatever is written meanwhile, until the command is over.
    private static func times(in terminal: Pty) throws -> [Double] {
      try terminal.wait(for: "Flood")
      try terminal.pass(1000)
      var times: [Double] = []
      while times.count < 60 {
        let (key, wanted) = times.count.isMultiple(of: 2) ? ("?", "Help") : ("w", "Why this is asked")
        let time = try terminal.time(of: key, until: wanted)
        try terminal.pass(50)
        if terminal.text.contains(over) { break }
        times.append(time)
        terminal.press("\u{1B}")
        try terminal.pass(50)
        if terminal.text.contains(over) { break }
      }
      return times
    }

    @Test func `keys in a document of 200 MB`() throws {
      let folder = try TemporaryFolder()
      let path = folder.path + "/big.txt"
      // A word for each round, as a search for the same word again is no search.
      let words = (0..<3).map { "ndl\($0) " }.joined()
      let marks = [words + "one-in-the-middle\n", words + "AT THE VERY END\n"]
      try Self.write(Self.line, 200_000_000, path, marks: marks)
      let ours = try Pty([Bench.program, "run", "image-pull", "--evidence", path], ["XDG_STATE_HOME": folder.path])
      try ours.wait(for: "Why is the container")
      try ours.settle()
      ours.press("\t")
      let less = try Bench.has("less") ? Pty(["less", path], [:]) : nil
      try less?.wait(for: "Warning")
      let terminals = (less.map { [("less", $0, "Pattern not found")] } ?? []) + [("fairway", ours, "is not in")]

      func compare(_ what: String, rounds: Int = 21, _ measure: @escaping (Pty, Int, String) throws -> Double) throws {
        let contenders = terminals.map { name, terminal, absent in
          var rest = 0..<rounds
          return (name, { try measure(terminal, rest.popFirst() ?? 0, absent) }) as Bench.Contender
        }
        try Bench.compare("Key to what it shows in 200 MB, \(what)", rounds: rounds, contenders)
      }
      try compare("page down") { terminal, _, _ in try terminal.repaint(after: "\u{1B}[6~").milliseconds }
      try compare("to the end") { terminal, _, _ in
        try Self.go("g", terminal)
        return try terminal.repaint(after: "G").milliseconds
      }
      try compare("to the top") { terminal, _, _ in
        try Self.go("G", terminal)
        return try terminal.repaint(after: "g").milliseconds
      }
      try compare("search of what stands in the middle", rounds: 3) { terminal, round, _ in
        try Self.go("g", terminal)
        return try terminal.time(of: "/ndl\(round)\r", until: "one-in-the-middle")
      }
      try compare("the next hit, at the end, a second after the first", rounds: 3) { terminal, round, _ in
        try Self.go("g", terminal)
        _ = try terminal.time(of: "/ndl\(round)\r", until: "one-in-the-middle")
        try terminal.pass(1000)
        return try terminal.time(of: "n", until: "VERY")
      }
      try compare("search of what is not there", rounds: 3) { terminal, round, absent in
        try Self.go("g", terminal)
        let time = try terminal.time(of: "/nowhere\(round)\r", until: absent)
        // less wants to be told that it was read.
        if absent.contains("Pattern") { terminal.press("\r") }
        return time
      }
    }

    /// Presses a key that is not measured, and that may change nothing.
    private static func go(_ key: String, _ terminal: Pty) throws {
      try terminal.settle()
      terminal.press(key)
      try terminal.settle()
    }

    /// Writes numbered lines, so that every page is another picture, and one mark in the middle and one at the end.
    private static func write(_ line: String, _ size: Int, _ path: String, marks: [String] = ["", ""]) throws {
      let count = max(1, 1_000_000 / line.utf8.count)
      let piece = Data((0..<count).map { "\($0)\(line)" }.joined().utf8)
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      let pieces = size / piece.count + 1
      for number in 0..<pieces {
        try file.write(contentsOf: piece)
        if number == pieces / 2 { try file.write(contentsOf: Data(marks[0].utf8)) }
        if number == pieces - 2 { try file.write(contentsOf: Data(marks[1].utf8)) }
      }
      try file.close()
    }

    private static let over = "What now?"
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
        title: \(over)
        options:
          - {id: one, label: One, when: {contains: nowhere}, go: end}
          - {id: two, label: Two, go: end}

      """ + Flows.leaf())
  }
}

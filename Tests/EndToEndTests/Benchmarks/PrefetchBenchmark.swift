import Foundation
import TestSupport
import Testing

/// What an operator waits for when every answer needs a slow command, with commands that run ahead and without.
extension Benchmarks {
  @Suite(.serialized) struct PrefetchBenchmark {
    private static let steps = 5
    /// Titles without a common letter, so that the terminal is sent the whole of each.
    private static let titles = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee", "ffffffff"]

    @Test func `waiting for commands`() throws {
      let folder = try TemporaryFolder()
      let world = try World(in: URL(fileURLWithPath: folder.path))
      let kubectl = folder.path + "/bin/kubectl"
      let script = try String(contentsOfFile: kubectl, encoding: .utf8)
      let branch = "case \"$1 $2\" in\n  \"get node\") sleep 0.3; echo \"$3 is ready\" ;;"
      try script.replacing("case \"$1 $2\" in", with: branch).write(
        toFile: kubectl, atomically: false, encoding: .utf8)
      try Self.flow.write(toFile: folder.path + "/flows/tiny/flow.yaml", atomically: true, encoding: .utf8)
      let words = [Bench.program] + world.arguments.split(separator: " ").map(String.init)
      let environment = ["PATH": folder.path + "/bin:/usr/bin:/bin", "XDG_STATE_HOME": folder.path]
      try Bench.compare(
        "Waiting in \(Self.steps) steps that need a command of 300 ms, reading for 500 ms each", rounds: 5,
        [
          ("--no-prefetch", { try wait(Pty(words + ["--no-prefetch"], environment)) }),
          ("running ahead", { try wait(Pty(words, environment)) }),
        ])
    }

    /// Milliseconds from each key to the next question, in all.
    private func wait(_ terminal: Pty) throws -> Double {
      try terminal.wait(for: Self.titles[0])
      var sum = 0.0
      for step in 0..<Self.steps {
        try terminal.pass(500)
        sum += try terminal.time(of: "1", until: Self.titles[step + 1])
      }
      return sum
    }

    private static let flow = Flows.text(
      start: "q0",
      titles.indices.map { number in
        let next = number < steps ? "c\(number)" : "end"
        return """
          q\(number):
            kind: question
            title: \(titles[number])
            options:
              - {id: one, label: One, when: {contains: 'nowhere \(number)'}, go: \(next)}
              - {id: two, label: Two, go: \(next)}

          """ + (number < steps ? command(number) : "")
      }.joined() + Flows.leaf())

    private static func command(_ number: Int) -> String {
      """
      c\(number):
        kind: command
        title: Look at node \(number)
        run: kubectl get node node-\(number)
        effect: read
        proves: nothing
        does-not-prove: anything
        outcomes:
          - {id: ready, label: It is ready, when: {contains: is ready}, go: q\(number + 1)}
        else: {label: something else, go: end}
        failed: {label: could not find out, go: end}

      """
    }
  }
}

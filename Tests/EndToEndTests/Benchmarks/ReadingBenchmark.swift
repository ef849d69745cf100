import FlowKit
import Foundation
import TestSupport
import Testing

/// Reading evidence and flows, beside programs that only look through the same bytes.
extension Benchmarks {
  @Suite(.serialized) struct ReadingBenchmark {
    private static let line =
      "  Normal   Pulled  25m (x4 over 26m)  kubelet  Container image \"fabrikam.azurecr.io/orders:1\" already present on machine\n"

    @Test(arguments: [3000, 10_000_000, 100_000_000])
    func `diagnosing a file`(_ size: Int) throws {
      let folder = try TemporaryFolder()
      let pod = PodText(image: "fabrikam.azurecr.io/orders:1", message: World.absent).describe()
      let filler = String(repeating: Self.line, count: max(0, size - pod.utf8.count) / Self.line.utf8.count)
      let file = try folder.write("pod.txt", filler + pod)
      var commands: [Bench.Command] = [
        .init(name: "grep -c", words: ["grep", "-c", "not found", file], needs: "grep"),
        .init(name: "fairway diagnose", words: [Bench.program, "diagnose", "--evidence", file], status: 10),
      ]
      // What a person waits for anyway; it reads nothing, so it is no measure for files that are large.
      if size < 10_000 {
        commands.append(
          .init(name: "kubectl version --client", words: ["kubectl", "version", "--client"], needs: "kubectl"))
      }
      try Bench.race("Diagnosing \(size) bytes", rounds: size > 50_000_000 ? 5 : 21, commands)
    }

    @Test func `reading and checking flows`() throws {
      let folder = try TemporaryFolder()
      var shown = [Bench.Command(name: "a shipped flow", words: [Bench.program, "flow", "show", "image-pull"])]
      var checked: [Bench.Command] = []
      var read: [Bench.Contender] = []
      for count in [100, 1000, 10_000] {
        let (name, text) = ("\(count) nodes", BigFlow.text(nodes: count))
        try folder.makeFolder("flows-\(count)/big")
        let file = try folder.write("flows-\(count)/big/flow.yaml", text)
        let show = ["flow", "show", "big", "n0", "--flows", "\(folder.path)/flows-\(count)"]
        shown.append(.init(name: name, words: [Bench.program] + show))
        checked.append(.init(name: name, words: [Bench.program, "flow", "lint", file]))
        read.append((name, { try Self.read(text) }))
      }
      // The program reads no flow but its own without a check.
      try Bench.compare("Reading a flow without a check, inside the test process", read)
      try Bench.race("Reading and checking a flow, flow show", shown)
      try Bench.race("Checking a flow, flow lint", rounds: 9, checked)
    }

    /// Milliseconds to read a flow.
    private static func read(_ text: String) throws -> Double {
      let began = ContinuousClock.now
      _ = try Flows.read(text)
      return (ContinuousClock.now - began) / .milliseconds(1)
    }

    @Test func `taking secrets out of text`() throws {
      let piece = String(repeating: Self.line, count: 50) + "password: hunter2-\(Self.line.count)\n"
      let bytes = Array(String(repeating: piece, count: 20_000_000 / piece.utf8.count).utf8)
      var samples: [Double] = []
      for _ in 0..<5 {
        var redactor = Redactor()
        let began = ContinuousClock.now
        _ = redactor.redact(bytes)
        samples.append(Double(bytes.count) / 1e6 / ((ContinuousClock.now - began) / .seconds(1)))
      }
      // Built as the tests are, so it is slower than in a release.
      Bench.report("Redaction of 20 MB", unit: "MB/s", [("the redactor inside the test process", samples)])
    }
  }
}

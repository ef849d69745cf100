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
      var contenders: [Bench.Contender] = [
        ("grep -c", { try Bench.run(["grep", "-c", "not found", file]).milliseconds }),
        ("fairway diagnose", { try Bench.run([Bench.program, "diagnose", "--evidence", file]).milliseconds }),
      ]
      if Bench.has("kubectl") {
        contenders.insert(
          ("kubectl version --client", { try Bench.run(["kubectl", "version", "--client"]).milliseconds }), at: 0)
      }
      try Bench.compare("Diagnosing \(size) bytes", rounds: size > 50_000_000 ? 3 : 9, contenders)
      let memory = try Bench.run([Bench.program, "diagnose", "--evidence", file]).kilobytes
      Bench.report("Memory to diagnose \(size) bytes", unit: "MB", [("fairway", [Double(memory) / 1024])])
    }

    @Test func `reading and checking flows`() throws {
      let folder = try TemporaryFolder()
      let contenders: [Bench.Contender] = try [100, 1000, 10_000].map { count in
        let file = try folder.write("flow-\(count).yaml", BigFlow.text(nodes: count))
        return ("\(count) nodes", { try Bench.run([Bench.program, "flow", "lint", file]).milliseconds })
      }
      try Bench.compare("flow lint", rounds: 5, contenders)
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
      Bench.report("Redaction of 20 MB", unit: "MB/s", [("fairway", samples)])
    }
  }
}

import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// Going on with a session that has grown, beside programs that only read the same files.
extension Benchmarks {
  @Suite(.serialized) struct ResumeBenchmark {
    private static let flow = Flows.text(
      """
      a:
        kind: question
        title: Again?
        options:
          - {id: yes, label: Yes, go: a}
          - {id: no, label: No, go: end}

      """ + Flows.leaf())

    @Test(arguments: [(100, 1 << 20), (1, 100 << 20), (1, 3000)])
    func `time to go on with a session`(_ count: Int, _ size: Int) throws {
      let folder = try TemporaryFolder()
      try FileManager.default.createDirectory(atPath: folder.path + "/flows/tiny", withIntermediateDirectories: true)
      try Self.flow.write(toFile: folder.path + "/flows/tiny/flow.yaml", atomically: true, encoding: .utf8)
      try write(count, size, SessionStore(state: folder.path))
      let reading = """
        jq -c .type \(folder.path)/sessions/*.jsonl
        find \(folder.path)/sessions -path '*.files/*' -type f -exec cat {} + | wc -l
        """
      try Bench.race(
        "Going on with \(count) documents of \(size) bytes, 2000 events", rounds: size > 10_000 ? 5 : 21,
        [
          .init(name: "jq and wc", words: ["sh", "-c", reading], needs: "jq"),
          .init(
            name: "fairway resume",
            words: [
              Bench.program, "resume", "last", "--plain", "--state-dir", folder.path, "--flows", folder.path + "/flows",
            ], input: "q\n"),
        ])
    }

    /// A session with evidence and answers, 2000 events in all.
    private func write(_ count: Int, _ size: Int, _ store: SessionStore) throws {
      let library = try Flows.library([Self.flow])
      let flow = try #require(library["tiny"])
      var session = Session(flow, library: library)
      let journal = Journal(in: store)
      let line =
        "  Warning  Failed  25m (x4 over 26m)  kubelet  Failed to pull image \"fabrikam.azurecr.io/orders:1\": not found\n"
      var events: [Event] = [.began(Event.Began(library.reference(to: flow), program: "0"))]
      for number in 0..<count {
        let bytes = Array(repeatElement(Array("\(number) \(line)".utf8), count: size / line.utf8.count).joined())
        let provenance = Provenance(.command, source: "log \(number)")
        let document = Document(id: "log-\(number)", title: "log \(number)", provenance: provenance, bytes: bytes)
        events.append(.evidence(EvidenceRecord(document, facts: [:])))
      }
      while events.count < 2000 { events.append(.answered(Answer(node: "a", edge: "yes", by: .person))) }
      for event in events { session.apply(event) }
      #expect(journal.append(events))
    }
  }
}

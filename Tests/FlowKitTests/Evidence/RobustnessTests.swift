import FlowKit
import TestSupport
import Testing

@Suite("Texts that fit nothing")
struct EvidenceRobustnessTests {
  /// Numbers that look random and are the same on every run.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static func bytes(_ bytes: [UInt8]) -> EvidenceReading {
    EvidenceReading([Document(id: "e", title: "e", provenance: Provenance(.paste, source: "test"), bytes: bytes)])
  }

  @Test func randomBytes() {
    var numbers = Numbers(state: 7)
    for size in [0, 1, 2, 17, 300, 5000, 60_000] {
      for _ in 0..<8 {
        let any = (0..<size).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        _ = Self.bytes(any)
        _ = Self.bytes(Array("Events:\n  Warning  Failed  1m  kubelet  Failed to pull image \"".utf8) + any)
        _ = Self.bytes(Array("{\"kind\":\"Pod\",\"status\":".utf8) + any)
        _ = Self.bytes(Array("apiVersion: v1\nkind: Pod\n".utf8) + any)
      }
    }
  }

  /// Texts of every kind, to be cut anywhere.
  static let fixtures: [String] = {
    let pod = PodText(
      image: "tidewater.azurecr.io/a/b:1", message: "[\(EvidenceAttemptTests.blob), \(EvidenceAttemptTests.anonymous)]")
    return [
      pod.describe(.old), pod.describe(.recent), pod.list(), pod.yaml, PodText.cut(pod.describe(), at: 80),
      PodText.quotedLines(pod.describe()),
    ]
      + EvidenceWorldTests.all.enumerated().filter { $0.offset % 8 == 0 }.map(\.element.text)
  }()

  @Test(arguments: fixtures.indices)
  func truncated(_ index: Int) throws {
    let whole = Array(Self.fixtures[index].utf8)
    var numbers = Numbers(state: UInt64(index))
    for _ in 0..<200 {
      let end = Int.random(in: 0...whole.count, using: &numbers)
      let reading = Self.bytes(Array(whole[..<end]))
      let facts = FactCatalogue.facts(of: reading)
      #expect(facts.values.allSatisfy { !$0.value.isEmpty })
    }
  }

  @Test func oneLineOfAMegabyte() {
    let line = String(repeating: "word ", count: 200_000)
    #expect(verdict(read(line)) == "nothing")
    #expect(verdict(read(line + "Failed to pull image \"a/b:1\": pull QPS exceeded " + line)) == "pull-qps")
  }

  @Test func deepJSON() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(verdict(read(deep)) == "nothing")
    #expect(verdict(read("{\"kind\":\"List\",\"items\":" + deep)) == "nothing")
    #expect(
      verdict(read(String(repeating: "- ", count: 50_000) + "\nkind: Pod\n" + String(repeating: " - ", count: 9000)))
        == "nothing")
  }

  @Test(arguments: ["", " ", "\n\n\n", "{}", "[]", "null", "Name:", "Events:", "Events:\n", "Containers:\n  a:\n"])
  func nothing(_ text: String) { #expect(verdict(read(text)) == "nothing") }

  @Test func sameTextSameReading() {
    for text in Self.fixtures {
      let first = FactCatalogue.facts(of: read(text))
      for _ in 0..<3 { #expect(FactCatalogue.facts(of: read(text)) == first) }
    }
  }

  @Test func manyEvents() {
    let events = (0..<20_000).map {
      "  Warning  Failed  \($0)m  kubelet  Failed to pull image \"a/b:\($0)\": strange \($0)\n"
    }
    let clock = ContinuousClock()
    let time = clock.measure { _ = read("Events:\n" + events.joined()) }
    #expect(time < .seconds(20))
  }
}

import FlowKit
import TestSupport
import Testing

/// How long a remedy may take before it can be said that it did not help.
struct WindowTests {
  private static func leaves() throws -> [(name: String, leaf: Leaf)] {
    try ShippedFlow.library.flows.flatMap { flow in
      flow.nodes.compactMap { node in
        guard case .finish(let leaf) = node.kind.step(at: node, in: MatchScope(facts: [:], documents: [])),
          leaf.verdict == .remediation
        else { return nil }
        return ("\(flow.id).\(node.id)", leaf)
      }
    }
  }

  /// The longest time in minutes that a text names: `up to 60 min`, `up to an hour`, `up to a day`.
  private static func minutes(in text: String) -> Int {
    let named = text.matches(of: /([0-9]+) min/).compactMap { Int($0.1) }
    return max(named.max() ?? 0, text.contains("an hour") ? 60 : 0, text.contains("a day") ? 1440 : 0)
  }

  @Test func `no shipped remedy is called failed before the time that it names`() throws {
    let leaves = try Self.leaves()
    #expect(leaves.count > 150)
    for (name, leaf) in leaves {
      let minutes = Self.minutes(in: leaf.takes)
      #expect(leaf.window >= minutes * 60, "\(name): \(leaf.takes), \(leaf.window) s")
      #expect(leaf.window >= 300, "\(name)")
      // What is cached or replaced takes longer than it takes to say so.
      if leaf.takes.contains("next attempt") {
        #expect(leaf.window >= 300 && leaf.window > minutes * 60 - 1, "\(name)")
      }
      if leaf.takes.contains("nodes take to be replaced") { #expect(leaf.window >= 3600, "\(name)") }
    }
    #expect(Set(leaves.map(\.leaf.window)).count > 4)
  }

  @Test func `a window is a duration, and five minutes if absent`() throws {
    func leaf(_ extra: String) throws -> Leaf? {
      let session = try Flows.session(
        Flows.text(
          """
          a:
            kind: remediation
            verdict: healthy
            title: End
            why: It is well.
            \(extra)
          """))
      if case .finish(let leaf)? = session.step { return leaf }
      return nil
    }
    #expect(try leaf("").map(\.window) == 300)
    #expect(try leaf("window: 65m").map(\.window) == 3900)
    #expect(throws: Flows.Broken.self) { try leaf("window: soon") }
  }
}

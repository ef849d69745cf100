import FlowKit
import Foundation
import TestSupport
import Testing

/// A fleet that is read as a stream says the same as one that is read as a tree.
struct FleetPropertyTests {
  /// Every pod of a tree, read in full; this is how single pods are read, too.
  private static func whole(_ pods: String, _ events: String) throws -> (count: Int, failing: [FailingPod]) {
    let bytes = Array(#"{"items":[\#(pods),\#(events)]}"#.utf8)
    let document = Document(id: "", title: "", provenance: Provenance(.command, source: ""), bytes: bytes)
    let readings = try #require(PodJSONReader.read(document))
    return (readings.count, readings.compactMap { FailingPod($0) }.sorted(by: FailingPod.isNewer))
  }

  @Test func `a random fleet is the same as a stream and as a tree`() throws {
    var failing = 0
    var all = 0
    for seed in UInt64(1)...600 {
      var random = RandomFleet(seed: seed)
      let (pods, events) = random.lists()
      let whole = try Self.whole(pods, events)
      let fleet = try #require(Fleet(pods: Array(pods.utf8), events: Array(events.utf8)), "seed \(seed)")
      #expect(fleet.count == whole.count, "seed \(seed)")
      guard fleet.failing == whole.failing else {
        let gone = Set(whole.failing).symmetricDifference(fleet.failing)
        Issue.record("seed \(seed): \(gone.map { "\($0.name) \($0.reason) \($0.pullClass ?? "-")" })")
        return
      }
      failing += fleet.failing.count
      all += fleet.count
    }
    // Neither kind is rare, so that both are tried.
    #expect(failing > all / 10 && failing < all * 9 / 10, "\(failing) of \(all)")
  }

  @Test func `events may come first, last or between the pods`() throws {
    for seed in UInt64(1)...100 {
      var random = RandomFleet(seed: seed)
      let (pods, events) = random.lists()
      let expected = try #require(Fleet(pods: Array(pods.utf8), events: Array(events.utf8)))
      for text in [pods + events, events + "\n" + pods, "[\(events),\(pods)]", #"{"items":[\#(pods),\#(events)]}"#] {
        let fleet = try #require(Fleet(pods: Array(text.utf8)), "seed \(seed)")
        #expect(fleet.failing == expected.failing && fleet.count == expected.count, "seed \(seed)")
      }
    }
  }
}

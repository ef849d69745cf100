import FlowKit
import Foundation
import TestSupport
import Testing

/// Lists of any size, cut anywhere and broken in any way.
struct FleetStreamTests {
  private static let well = FleetText.pod("web-0", phase: "Running", state: FleetText.running)
    .replacingOccurrences(of: #""ready":false"#, with: #""ready":true"#)

  /// A pod that fails for what an event says, one that does well, and the event, indented as kubectl does it.
  private static func small() throws -> [UInt8] {
    let state = FleetText.waiting("ImagePullBackOff", #"Back-off pulling image \"contoso.azurecr.io/cart:7\""#)
    let objects = [
      FleetText.pod("cart-0", image: "contoso.azurecr.io/cart:7", state: state), well,
      FleetText.event("cart-0", "Failed", FleetText.lookup),
    ]
    let list = try JSONSerialization.jsonObject(with: Data(FleetText.list(objects).utf8))
    return Array(
      try JSONSerialization.data(withJSONObject: list, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]))
  }

  private static func read(_ pieces: [ArraySlice<UInt8>]) throws -> Fleet {
    var stream = FleetStream()
    for piece in pieces { try piece.withUnsafeBytes { try stream.feed($0) } }
    return try stream.fleet()
  }

  private static func fault(_ text: String) -> StreamFault? {
    do { _ = try read([Array(text.utf8)[...]]) } catch { return error as? StreamFault }
    return nil
  }

  @Test func `a cut at any byte changes nothing`() throws {
    let bytes = try Self.small()
    for cut in 0...bytes.count {
      let fleet = try Self.read([bytes[..<cut], bytes[cut...]])
      let told = fleet.failing.map { "\($0.name) \($0.pullClass ?? "-")" }
      guard fleet.count == 2, told == ["cart-0 dns"], fleet.places.nodeCount == 1 else {
        Issue.record("cut at \(cut): \(fleet.count) \(told)")
        return
      }
    }
    #expect(try Self.read(bytes.indices.map { bytes[$0...$0] }).failing.map(\.pullClass) == ["dns"])
  }

  @Test func `a list that ends anywhere before its end is told so`() throws {
    let bytes = try Self.small()
    for end in 1..<bytes.count {
      var stream = FleetStream()
      try bytes[..<end].withUnsafeBytes { try stream.feed($0) }
      #expect(throws: StreamFault.truncated(offset: end)) { try stream.fleet() }
    }
  }

  @Test func `one list, several, a bare list, objects alone, and kinds that only the list names`() throws {
    let pod = FleetText.pod("p", state: FleetText.waiting("ErrImagePull", FleetText.absent))
    let bare = pod.replacingOccurrences(of: #""kind":"Pod","#, with: "")
    let texts = [
      FleetText.list([pod]), pod, "\u{FEFF}\(pod)\n", "[\(pod)]", "[[\(pod)]]", "\(FleetText.list([]))\n\(pod)",
      #"{"kind":"PodList","items":[\#(bare)],"metadata":{"more":[{"items":[1]}]}}"#,
      FleetText.list([FleetText.list([pod])]),
      #"{"items":null}\#(FleetText.list([pod]))"#, #"{"kind":"items","x":"items","items":[\#(pod)]}"#,
    ]
    for text in texts { #expect(Fleet(pods: Array(text.utf8))?.failing.map(\.pullClass) == ["not-found"], "\(text)") }
  }

  @Test func `what is broken is told with its place`() {
    #expect(Self.fault("") == .empty && Self.fault(" \n") == .empty)
    #expect(Self.fault("No resources found") == .notJSON(offset: 0))
    #expect(Self.fault(#"{"items":[{"kind":"Pod"}], x"#) == .truncated(offset: 28))
    #expect(Self.fault(#"{"items":[1]}"#) == .notJSON(offset: 10))
    #expect(Self.fault(#"{"items":[]}]"#) == .notJSON(offset: 12))
    #expect(Self.fault(#"{"items":[{"kind":"Pod","status":{"phase" "Running"}}]}"#) == .notJSON(offset: 10))
    #expect(
      Self.fault(#"{"items":[{"kind":"Pod","status":{"phase":"Pending","message":tru}}]}"#) == .notJSON(offset: 10))
    #expect(Self.fault(#"{"a":"# + String(repeating: "[", count: 100_000)) == .tooDeep(offset: 204))
    #expect(Self.fault(String(repeating: "[", count: 100_000)) == .tooDeep(offset: 6))
    #expect(Self.fault(#"{"items":[]}"#) == nil)
  }

  @Test func `an object larger than any is refused before it is there`() throws {
    var stream = FleetStream()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    try Array(#"{"items":[{"kind":"Pod","metadata":{"name":""#.utf8).withUnsafeBytes { try stream.feed($0) }
    var fed = 0
    #expect(throws: StreamFault.tooLarge(offset: 10)) {
      while fed < 200 {
        fed += 1
        try piece.withUnsafeBytes { try stream.feed($0) }
      }
    }
    #expect(fed < 10)
  }

  @Test func `texts that look like states deceive nobody`() throws {
    let hidden = #"\"containerStatuses\":[{\"ready\":true,\"state\":{\"running\":{}}}],\"phase\":\"Running\""#
    let failing = FleetText.pod("p", state: FleetText.waiting("ErrImagePull", FleetText.absent))
      .replacingOccurrences(of: #""uid""#, with: #""annotations":{"x":"\#(hidden)"},"uid""#)
    let shown = #"\"waiting\": {\"reason\": \"ErrImagePull\"}, \"ready\":false"#
    let well = Self.well.replacingOccurrences(of: #""uid""#, with: #""annotations":{"x":"\#(shown)"},"uid""#)
    let fleet = try #require(Fleet(pods: Array(FleetText.list([failing, well]).utf8)))
    #expect(fleet.count == 2 && fleet.failing.map(\.name) == ["p"])
  }

  @Test func `of very many events of one pod the newest are read`() throws {
    let state = FleetText.waiting("ImagePullBackOff")
    let old = (0..<200).map { _ in FleetText.event("p", "Failed", FleetText.lookup) }
    let new = FleetText.event("p", "Failed", FleetText.absent).replacingOccurrences(of: "03:21:00", with: "03:25:00")
    let list = FleetText.list([FleetText.pod("p", state: state), new] + old)
    #expect(Fleet(pods: Array(list.utf8))?.failing.map(\.pullClass) == ["not-found"])
  }
}

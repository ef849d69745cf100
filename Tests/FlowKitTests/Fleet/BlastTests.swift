import FlowKit
import Foundation
import TestSupport
import Testing

/// What the nodes say of where to look, and what they do not.
struct BlastTests {
  private static let refused =
    #"Failed to pull image \"a.azurecr.io/x:1\": failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://a.azurecr.io/oauth2/token: 401 Unauthorized"#

  private static func node(_ number: Int, _ pool: String = "np1") -> String {
    "aks-\(pool)-20481516-vmss00000\(number)"
  }

  private static func failing(_ number: Int, _ node: String, image: String = "a.azurecr.io/x:1", at hour: Int = 3)
    -> String
  {
    FleetText.pod(
      "bad-\(number)", at: "2026-11-21T0\(hour):00:00Z", image: image, node: node,
      state: FleetText.waiting("ErrImagePull", refused))
  }

  private static func well(_ number: Int, _ node: String, image: String = "a.azurecr.io/x:1", at hour: Int = 1)
    -> String
  {
    FleetText.pod(
      "good-\(number)", at: "2026-11-21T0\(hour):00:00Z", image: image, node: node, phase: "Running",
      state: FleetText.running
    ).replacingOccurrences(of: #""ready":false"#, with: #""ready":true"#)
  }

  /// Where to look, and the words, of the first group.
  private static func told(_ pods: [String]) throws -> (look: Blast.Look, words: String) {
    let fleet = try #require(Fleet(pods: Array(FleetText.list(pods).utf8)))
    let group = try #require(ScanGroup.groups(fleet).first)
    return Blast(group, fleet.places).told(ofClass: group.pullClass)
  }

  @Test func `few nodes fail while others got the image since: the nodes`() throws {
    let bad = (0..<4).map { Self.failing($0, Self.node($0 % 2, "np2")) }
    let told = try Self.told(bad + (0..<3).map { Self.well($0, Self.node($0), at: 4) })
    #expect(told.look == .nodes)
    #expect(
      told.words
        == "4 pods, 1 image, 2 of 5 nodes, all in pool np2: 3 other nodes run it, 3 since the first failure: look at the nodes"
    )
  }

  @Test func `others may have the image from before, and that is said`() throws {
    let told = try Self.told(
      (0..<2).map { Self.failing($0, Self.node($0)) } + (5..<8).map { Self.well($0, Self.node($0)) })
    #expect(told.look == .nodes && told.words.hasSuffix("but all from before, so the registry is not ruled out"))
    let most = try Self.told((0..<4).map { Self.failing($0, Self.node($0)) } + [Self.well(0, Self.node(7))])
    #expect(most.look == .registry && most.words.contains("but from before: look at the registry or the identity"))
  }

  @Test func `every node with such pods fails: the registry or the identity`() throws {
    let other = (0..<4).map { Self.well($0, Self.node($0), image: "mcr.microsoft.com/y:1") }
    let told = try Self.told((0..<3).map { Self.failing($0, Self.node($0)) } + other)
    #expect(told.look == .registry)
    #expect(told.words == "3 pods, 1 image, all 3 nodes with such pods: look at the registry or the identity")
  }

  @Test func `one pod, or one node, proves nothing`() throws {
    let one = try Self.told([Self.failing(0, Self.node(0)), Self.well(1, Self.node(1), at: 4)])
    #expect(one.look == .unclear)
    #expect(
      one.words == "1 pod, 1 image, 1 of 2 nodes: one pod on one node proves nothing; 1 other node runs this image")
    let two = try Self.told([Self.failing(0, Self.node(0)), Self.failing(1, Self.node(0))])
    #expect(two.look == .unclear && two.words.contains("it may be the node or the registry"))
  }

  @Test func `other images of the host still come: the image`() throws {
    let bad = (0..<3).map { Self.failing($0, Self.node($0)) }
    let told = try Self.told(bad + [Self.well(0, Self.node(1), image: "a.azurecr.io/z:1", at: 4)])
    #expect(told.look == .image && told.words.contains("other images of a.azurecr.io came to 1 node since"))
    let old = try Self.told(bad + [Self.well(0, Self.node(7), image: "a.azurecr.io/z:1")])
    #expect(old.look == .unclear && old.words.contains("it may be the image or the registry"))
    let several = (0..<3).map { Self.failing($0, Self.node($0), image: "a.azurecr.io/x:\($0)") }
    #expect(try Self.told(several + [Self.well(0, Self.node(7), image: "a.azurecr.io/z:1")]).look == .registry)
  }

  @Test(arguments: [
    (FleetText.waiting("ErrImagePull", FleetText.absent), Blast.Look.image),
    (FleetText.waiting("InvalidImageName"), .image),
    (FleetText.waiting("ErrImagePull", #"failed to pull image: write /var/lib: no space left on device"#), .nodes),
  ])
  func `where the text says it by itself the nodes are not asked`(_ state: String, _ look: Blast.Look) throws {
    #expect(try Self.told((0..<3).map { FleetText.pod("p-\($0)", node: Self.node($0), state: state) }).look == look)
  }

  @Test(arguments: [
    ("aks-np1-20481516-vmss00000z", "np1"), ("aks-np1-20481516-0", "np1"), ("akswin00000a", "win"),
    ("akswin000001", "win"),
    ("aks-np1-000000", nil), ("ip-10-0-0-1", nil), ("gke-a-b-c", nil), ("aks--20481516-vmss000000", nil),
    ("aks000001", nil),
  ])
  func `a pool is read from the name of a node`(_ node: String, _ pool: String?) {
    #expect(NodePool.name(ofNode: node) == pool)
  }

  @Test func `a pool that a pod asks for counts where the node tells none`() throws {
    let pod = Self.failing(0, "vm-1").replacingOccurrences(
      of: #""nodeName""#, with: #""nodeSelector":{"kubernetes.azure.com/agentpool":"gpu"},"nodeName""#)
    #expect(Fleet(pods: Array(FleetText.list([pod]).utf8))?.failing.map(\.pool) == ["gpu"])
  }

  @Test func `failed pulls come first, the largest group before all`() throws {
    let pods = (0..<2).map { Self.failing($0, Self.node($0)) } + [FleetText.pods]
    let fleet = try #require(Fleet(pods: Array(FleetText.list(pods).utf8), events: Array(FleetText.events.utf8)))
    let catalogue = try ShippedFlow.library.catalogue
    #expect(
      ScanGroup.groups(fleet).map { "\($0.pods.count) \($0.title(catalogue)) \($0.host ?? "-")" } == [
        "2 Image not found fabrikam.azurecr.io", "2 Credentials were refused a.azurecr.io",
        "1 Name not resolved contoso.azurecr.io", "1 Invalid image name fabrikam.azurecr.io",
        "1 Cause no longer visible docker.io", "1 Not an image pull: CrashLoopBackOff -",
        "1 Not an image pull: Unschedulable -",
      ])
  }
}

import Foundation
import TestSupport
import Testing

@testable import FlowKit

/// What the nodes say of where to look, and what they do not.
struct BlastTests {
  private static let refused =
    #"Failed to pull image \"a.azurecr.io/x:1\": failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://a.azurecr.io/oauth2/token: 401 Unauthorized"#

  private static func node(_ number: Int, _ pool: String = "np1") -> String {
    "aks-\(pool)-20481516-vmss00000\(number)"
  }

  private static let lookup =
    #"Failed to pull image \"a.azurecr.io/x:1\": failed to do request: Head \"https://a.azurecr.io/v2/x/manifests/1\": dial tcp: lookup a.azurecr.io on 10.0.0.10:53: no such host"#

  private static func failing(
    _ number: Int, _ node: String, in namespace: String = "shop", image: String = "a.azurecr.io/x:1",
    _ message: String = refused
  ) -> String {
    FleetText.pod(
      "bad-\(number)", in: namespace, at: "2026-11-21T03:00:00Z", image: image, node: node,
      state: FleetText.waiting("ErrImagePull", message))
  }

  /// The event that tells since when a pod fails.
  private static func start(_ number: Int = 0, at hour: Int = 3, in namespace: String = "shop") -> String {
    FleetText.event(
      "bad-\(number)", in: namespace, "Failed", "Error: ErrImagePull", since: "2026-11-21T0\(hour):00:00Z")
  }

  /// A pod that runs; with a policy that always asks, as the last start tells.
  private static func well(
    _ number: Int, _ node: String, in namespace: String = "shop", image: String = "a.azurecr.io/x:1", at hour: Int = 1,
    asked: Int? = nil
  ) -> String {
    let started = #"{"running":{"startedAt":"2026-11-21T0\#(asked ?? hour):00:30Z"}}"#
    let pod = FleetText.pod(
      "good-\(number)-\(hour)", in: namespace, at: "2026-11-21T0\(hour):00:00Z", image: image, node: node,
      phase: "Running", state: started
    ).replacingOccurrences(of: #""ready":false"#, with: #""ready":true"#)
    let policy = #""imagePullPolicy":"\#(asked == nil ? "IfNotPresent" : "Always")","image""#
    return pod.replacingOccurrences(of: #"[{"name":"app","image""#, with: #"[{"name":"app",\#(policy)"#)
  }

  /// Where to look, and the words, of the first group.
  private static func told(_ objects: [String]) throws -> (look: Blast.Look, words: String) {
    let fleet = try #require(Fleet(pods: Array(FleetText.list(objects).utf8)))
    let group = try #require(FleetGroup.groups(fleet.failing, by: .host).first)
    return Blast(group, fleet.places).told(ofClass: group.pullClass)
  }

  @Test func `few nodes fail while others asked the registry since: the nodes`() throws {
    let bad = (0..<4).map { Self.failing($0, Self.node($0 % 2, "np2")) } + [Self.start()]
    // Made long before, started again since.
    let told = try Self.told(bad + (0..<3).map { Self.well($0, Self.node($0), at: 1, asked: 4) })
    #expect(told.look == .nodes)
    #expect(
      told.words
        == "4 pods, 1 image, 2 of 5 nodes, all in pool np2: 3 other nodes run it, 3 asked the registry since the first failure: look at the nodes"
    )
  }

  @Test func `a pod that only a reader of trees understands shows the same`() throws {
    let bad = (0..<2).map { Self.failing($0, Self.node($0)) } + [Self.start()]
    for asked in [nil, 1, 4] {
      let well = (3..<6).map { Self.well($0, Self.node($0), at: asked == nil ? 4 : 1, asked: asked) }
      let odd = well.map { $0.replacingOccurrences(of: #""kind":"Pod""#, with: #""k\u0069nd":"Pod""#) }
      #expect(try Self.told(bad + odd).words == Self.told(bad + well).words)
    }
  }

  @Test func `a younger pod shows little where the image may lie in the cache of the node`() throws {
    let bad = (0..<3).map { Self.failing($0, Self.node($0)) } + [Self.start()]
    let young = (4..<8).map { Self.well($0, Self.node($0), at: 4) }
    let hedged = try Self.told(bad + young)
    #expect(hedged.look == .nodes)
    #expect(hedged.words.contains("4 got it since the first failure, if not from the node's cache: look at the nodes"))
    // An older pod of the same node had it.
    let cached = try Self.told(bad + young + (4..<8).map { Self.well($0, Self.node($0), at: 1) })
    #expect(cached.look == .unclear && cached.words.contains("none is known to have got it since"), "\(cached.words)")
  }

  @Test func `nothing is said of a time since then when no event tells when it began`() throws {
    let bad = (0..<2).map { Self.failing($0, Self.node($0)) }
    let more = (4..<8).map { Self.well($0, Self.node($0), at: 5, asked: 5) }
    for events in [
      [], [FleetText.event("bad-0", "BackOff", "Back-off restarting failed container", since: "2026-11-21T03:00:00Z")],
    ] {
      let told = try Self.told(bad + more + events)
      #expect(told.look == .unclear && told.words.contains("when the failure began is not known"), "\(told.words)")
    }
  }

  @Test func `that all the others have it from before says nothing of the nodes`() throws {
    for most in [2, 6] {
      let bad = (0..<most).map { Self.failing($0, Self.node($0)) } + [Self.start()]
      let told = try Self.told(bad + (6..<9).map { Self.well($0, Self.node($0)) })
      #expect(told.look == .unclear && told.words.hasSuffix("it may be the nodes, the identity or the registry"))
    }
  }

  @Test func `more nodes fail than others got it: what they share`() throws {
    let bad = (0..<5).map { Self.failing($0, Self.node($0)) } + [Self.start()]
    let told = try Self.told(bad + [Self.well(0, Self.node(7), at: 4, asked: 4)])
    #expect(told.look == .unclear && told.words.hasSuffix("look for what the failing nodes share"))
  }

  @Test func `every node with such pods fails: the registry or the identity`() throws {
    let other = (0..<4).map { Self.well($0, Self.node($0), image: "mcr.microsoft.com/y:1") }
    let told = try Self.told((0..<3).map { Self.failing($0, Self.node($0)) } + other)
    #expect(told.look == .registry)
    #expect(
      told.words
        == "3 pods, 1 image, all 3 nodes with such pods: look at the registry, the identity or its right to this image")
    let way = try Self.told((0..<3).map { Self.failing($0, Self.node($0), Self.lookup) } + other)
    #expect(way.look == .registry && way.words.hasSuffix("look at the registry, or at the way to a.azurecr.io"))
  }

  @Test func `one pod, or one node, proves nothing`() throws {
    let one = try Self.told([Self.failing(0, Self.node(0)), Self.well(1, Self.node(1), at: 4)])
    #expect(one.look == .unclear)
    #expect(
      one.words == "1 pod, 1 image, 1 of 2 nodes: one pod on one node proves nothing; 1 other node runs this image")
    let two = try Self.told([Self.failing(0, Self.node(0)), Self.failing(1, Self.node(0))])
    #expect(two.look == .unclear && two.words.contains("it may be the image, the node, the identity or the registry"))
  }

  @Test func `other images of the host still come: the image, when access was refused`() throws {
    let bad = (0..<3).map { Self.failing($0, Self.node($0)) } + [Self.start()]
    let other = Self.well(0, Self.node(1), image: "a.azurecr.io/z:1", at: 4, asked: 4)
    let told = try Self.told(bad + [other])
    #expect(told.look == .image && told.words.contains("other images of a.azurecr.io came to 1 node since"))
    let old = try Self.told(bad + [Self.well(0, Self.node(7), image: "a.azurecr.io/z:1")])
    #expect(old.look == .unclear && old.words.contains("it may be the image"))
    let several = (0..<3).map { Self.failing($0, Self.node($0), image: "a.azurecr.io/x:\($0)") } + [Self.start()]
    #expect(try Self.told(several + [Self.well(0, Self.node(7), image: "a.azurecr.io/z:1")]).look == .registry)
  }

  @Test func `where the way is cut other images speak for the nodes, never for the image`() throws {
    let bad = (0..<2).map { Self.failing($0, Self.node($0), Self.lookup) } + [Self.start()]
    let others = (2..<9).map { Self.well($0, Self.node($0), image: "a.azurecr.io/z:1", at: 4) }
    let told = try Self.told(bad + others)
    #expect(told.look == .nodes && told.words.contains("came to 7 other nodes since, if not from a cache"))
    let here = try Self.told(bad + others + [Self.well(9, Self.node(0), image: "a.azurecr.io/z:1", at: 4)])
    #expect(here.look == .unclear && here.words.hasSuffix("so it may come and go"))
  }

  @Test func `the same image on a failing node is no other image, however it is spelt`() throws {
    let bad = (0..<2).map { Self.failing($0, Self.node($0)) } + [Self.start()]
    for image in ["a.azurecr.io/x:1", "A.AZURECR.IO/x:1"] {
      let told = try Self.told(bad + [Self.well(0, Self.node(0), image: image, at: 4, asked: 4)])
      #expect(told.look == .unclear && told.words.contains("1 of these nodes runs it"), "\(told.words)")
    }
    let names = ["nginx", "nginx:latest", "docker.io/nginx", "Docker.io/library/nginx:latest"]
    #expect(Set(names.map { FleetPlaces.name($0) }) == ["docker.io/library/nginx:latest"])
    let upper = (0..<2).map { Self.failing($0, Self.node($0), image: "A.azurecr.io/x:1") }
    #expect(try Self.told(upper + [Self.failing(2, Self.node(2))]).words.hasPrefix("3 pods, 1 image, all 3 nodes"))
  }

  @Test func `only one namespace is refused: its pull secret or its service account`() throws {
    let bad = (0..<3).map { Self.failing($0, Self.node($0), in: "a") } + [Self.start(in: "a")]
    let told = try Self.told(bad + (3..<9).map { Self.well($0, Self.node($0), in: "b", at: 4) })
    #expect(told.look == .secret)
    #expect(
      told.words.hasSuffix(
        "pods of 1 other namespace run images of a.azurecr.io: look at the pull secret or the service account of namespace a, then at the nodes"
      ))
    let here = try Self.told(bad + [Self.well(3, Self.node(0), in: "b", image: "a.azurecr.io/z:1", at: 4)])
    #expect(here.words.hasSuffix("service account of namespace a"))
    // Its own pods got images since, or those of the others are all from before.
    let own = try Self.told(bad + (3..<9).map { Self.well($0, Self.node($0), in: $0 == 3 ? "a" : "b", at: 4) })
    let old = try Self.told(bad + (3..<9).map { Self.well($0, Self.node($0), in: "b") })
    #expect(own.look == .nodes && old.look == .unclear)
  }

  @Test func `a limit of the registry is named, wherever the pods stand`() throws {
    let message =
      #"Failed to pull image \"nginx:1\": 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit."#
    let told = try Self.told(
      [
        Self.failing(0, Self.node(0), image: "nginx:1", message),
        Self.well(1, Self.node(1), image: "docker.io/nginx:1"),
      ])
    #expect(told.look == .registry && told.words.hasSuffix("look at the limit or the quota of docker.io"))
  }

  @Test func `nothing is told of a cause that is not known`() throws {
    let lost = (0..<5).map { Self.failing($0, Self.node($0), "") }
    let told = try Self.told(lost)
    #expect(told.look == .unclear)
    #expect(told.words.hasSuffix("the cause is not known, so it may be the image, the identity or the registry"))
    #expect(try Self.told((0..<2).map { Self.failing($0, Self.node($0), "the moon is full") }).look == .unclear)
  }

  @Test func `a container that ran once has its image, though it does not run`() throws {
    let bad = (0..<2).map { Self.failing($0, Self.node($0)) } + [Self.start()]
    for (state, restarts) in [(FleetText.waiting("CrashLoopBackOff"), 0), (FleetText.waiting("ImagePullBackOff"), 3)] {
      let other = (2..<6).map {
        FleetText.pod(
          "other-\($0)", at: "2026-11-21T04:00:00Z", image: "a.azurecr.io/x:1", node: Self.node($0), state: state,
          restarts: restarts)
      }
      let fleet = try #require(Fleet(pods: Array(FleetText.list(bad + other).utf8)))
      let group = try #require(
        FleetGroup.groups(fleet.failing, by: .host).first { $0.pullClass == "credentials-refused" })
      #expect(Blast(group, fleet.places).others == 4)
    }
  }

  @Test func `of several images only those are said to run that do`() throws {
    let bad = (0..<2).map { Self.failing($0, Self.node($0), image: "a.azurecr.io/x:\($0)") } + [Self.start()]
    let told = try Self.told(bad + (2..<8).map { Self.well($0, Self.node($0), image: "a.azurecr.io/x:1", at: 4) })
    #expect(told.words.contains("6 other nodes run 1 of these images"))
  }

  @Test func `every class of a pull has its side, but the lost cause`() throws {
    let ids = try ShippedFlow.library.catalogue.classes.map(\.id)
    let none = ids.filter { Blast.sides[$0] == nil && !["not-image-pull", "healthy"].contains($0) }
    #expect(Blast.sides.keys.allSatisfy { ids.contains($0) })
    #expect(
      none.contains("cause-lost") && ids.prefix(while: { $0 != "cause-lost" }).allSatisfy { Blast.sides[$0] != nil })
  }

  @Test func `a time with any number of digits is a time or none`() {
    #expect(FleetPlaces.time("2026-11-21T03:20:00Z") == 20_261_121_032_000)
    #expect(FleetPlaces.time("2026-11-21T03:20:00.000123Z") == 20_261_121_032_000)
    for text in ["", "99999999999999999999999999", "2026-11-21", "now"] { #expect(FleetPlaces.time(text) == 0) }
    let old = Self.well(0, "n").replacingOccurrences(
      of: "2026-11-21T01:00:00Z", with: String(repeating: "9", count: 26))
    #expect(Fleet(pods: Array(FleetText.list([old]).utf8))?.count == 1)
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
      FleetGroup.groups(fleet.failing, by: .host).map { "\($0.pods.count) \($0.title(catalogue)) \($0.place ?? "-")" }
        == [
          "2 Image not found fabrikam.azurecr.io", "2 Credentials were refused a.azurecr.io",
          "1 Name not resolved contoso.azurecr.io", "1 Invalid image name fabrikam.azurecr.io",
          "1 Cause no longer visible docker.io", "1 Not an image pull: CrashLoopBackOff -",
          "1 Not an image pull: Unschedulable -",
        ])
  }
}

import Foundation
import TestSupport
import Testing

@testable import FlowKit

/// Many pods at once: which of them fail, for what, and in which groups.
struct FleetTests {
  private func fleet(_ pods: String = FleetText.pods, _ events: String = FleetText.events) throws -> Fleet {
    try #require(Fleet(pods: Array(pods.utf8), events: Array(events.utf8)))
  }

  @Test func `every failing pod has its class, and the others are only counted`() throws {
    let fleet = try fleet()
    #expect(fleet.count == 10)
    let told = fleet.failing.map { "\($0.name) \($0.reason) \($0.pullClass ?? "-")" }
    #expect(
      told == [
        "worker-0 CrashLoopBackOff not-image-pull", "big-0 Unschedulable not-image-pull",
        "cart-7f8d6b5c4-q8w2z ImagePullBackOff dns", "migrate-x7x7x InvalidImageName invalid-name",
        "orders-5c6d7e8f9-bbbbb ErrImagePull not-found", "orders-5c6d7e8f9-aaaaa ImagePullBackOff not-found",
        "promo-6d5f9c7b8-k2x9p ImagePullBackOff cause-lost",
      ])
  }

  @Test func `a pod tells where it is, what it is and since when`() throws {
    let pod = try #require(try fleet().failing.first { $0.name == "orders-5c6d7e8f9-bbbbb" })
    #expect(pod.namespace == "shop" && pod.container == "app" && pod.image == "fabrikam.azurecr.io/orders:1")
    #expect(pod.node == "aks-np1-000000" && pod.owner == "ReplicaSet/orders" && pod.restarts == 2)
    #expect(pod.created == Date(timeIntervalSince1970: 1_795_231_800))
    #expect(pod.words.contains("not found"))
    #expect(try fleet().failing.first { $0.pullClass == "dns" }?.host == "contoso.azurecr.io")
  }

  @Test func `without events a cause that only they hold is lost, not guessed`() throws {
    for events in ["", "no JSON", #"{"items":["#] {
      let pod = try fleet(FleetText.pods, events).failing.first { $0.name == "cart-7f8d6b5c4-q8w2z" }
      #expect(pod?.pullClass == "cause-lost")
    }
  }

  @Test func `an error that no rule knows has no class`() throws {
    let state = FleetText.waiting("ErrImagePull", #"Failed to pull image \"a.io/b:1\": the moon is full"#)
    let pods = try fleet(FleetText.list([FleetText.pod("p", state: state)])).failing
    #expect(pods.count == 1 && pods[0].pullClass == nil && pods[0].isPull)
    #expect(FleetGroup.groups(pods)[0].title(Catalogue()) == "An error that no rule knows")
  }

  @Test func `of two containers the one whose cause is known decides`() throws {
    let lost = #"{"name":"a","state":\#(FleetText.waiting("ImagePullBackOff"))}"#
    let known = #"{"name":"b","state":\#(FleetText.waiting("ErrImagePull", FleetText.absent))}"#
    let pod = """
      {"kind":"Pod","metadata":{"name":"p","namespace":"n"},"spec":{"nodeName":"x","containers":[{"name":"a","image":"a:1"},\
      {"name":"b","image":"b:1"}]},"status":{"phase":"Pending","containerStatuses":[\(lost),\(known)]}}
      """
    let failing = try fleet(FleetText.list([pod])).failing
    #expect(failing.map(\.pullClass) == ["not-found"] && failing[0].container == "b")
  }

  @Test func `groups go by class and image, other failures come last, the newest is first`() throws {
    let groups = FleetGroup.groups(try fleet().failing)
    let catalogue = try ShippedFlow.library.catalogue
    #expect(
      groups.map { "\($0.title(catalogue)) \($0.place ?? "-") \($0.pods.count)" } == [
        "Name not resolved contoso.azurecr.io/cart:7 1", "Invalid image name fabrikam.azurecr.io/UPPER:1 1",
        "Image not found fabrikam.azurecr.io/orders:1 2", "Cause no longer visible promo:3 1",
        "Not an image pull: CrashLoopBackOff - 1", "Not an image pull: Unschedulable - 1",
      ])
    #expect(groups[2].pods.map(\.name).map { $0.suffix(5) } == ["bbbbb", "aaaaa"])
  }

  @Test func `no pods are no failure, and what is no JSON is no list`() throws {
    let empty = try fleet(FleetText.list([]))
    #expect(empty.count == 0 && empty.failing.isEmpty)
    for text in ["", "No resources found", "{", #"{"items":[{"kind":"Pod""#] {
      #expect(Fleet(pods: Array(text.utf8)) == nil)
    }
  }

  @Test func `a secret in what the cluster wrote is taken out`() throws {
    let message = #"Failed to pull image \"a.io/b:1\": GET https://a.io/x?access_token=hunter2canary0123456789: odd"#
    let pod = FleetText.pod("p", state: FleetText.waiting("ErrImagePull", message))
    var redactor = Redactor()
    let words = try fleet(FleetText.list([pod])).redacted(by: &redactor).failing[0].words
    #expect(!words.contains("hunter2canary"))
  }

  @Test func `restarts beyond all numbers are many, not a crash`() throws {
    let state = FleetText.waiting("ErrImagePull", FleetText.absent)
    let one = #"{"name":"a","restartCount":9223372036854775807,"state":\#(state)}"#
    let pod = """
      {"kind":"Pod","metadata":{"name":"p","namespace":"n"},"spec":{"nodeName":"x","containers":[{"name":"a","image":"a:1"},\
      {"name":"b","image":"b:1"}]},"status":{"phase":"Pending","containerStatuses":[\(one),\
      \(one.replacingOccurrences(of: #""a""#, with: #""b""#))]}}
      """
    #expect(try fleet(FleetText.list([pod])).failing.map(\.restarts) == [.max])
  }

  @Test(arguments: [
    ("http://svc:canary-pw@proxy.corp", "proxy.corp"), ("bob:canary-pw@acct.blob.core", "acct.blob.core"),
    ("a:b@canary@host:5000", "host:5000"), ("bob:canary", "bob"), ("http://bob:canary/pw@host", "bob"),
    ("host:5000", "host:5000"), ("[::1]:5000", "[::1]:5000"), ("[::1]", "[::1]"), ("a.azurecr.io", "a.azurecr.io"),
  ])
  func `a host is told without a scheme and a login`(_ text: String, _ host: String) {
    #expect(RequestURL.bare(text) == host)
  }
}

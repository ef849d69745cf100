import FlowKit
import TestSupport
import Testing

/// What evidence that was read after a remedy says about the pull.
struct PullStateTests {
  private static let image = "contoso.azurecr.io/books:v1"
  private static let absent = "failed to resolve reference: contoso.azurecr.io/books:v1: not found"
  private static let refused =
    "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://contoso.azurecr.io/oauth2/token?scope=repository%3Abooks%3Apull&service=contoso.azurecr.io: 401 Unauthorized"

  private static func reading(_ texts: String...) -> EvidenceReading {
    EvidenceReading(
      texts.enumerated().map {
        Document(id: "d\($0)", title: "d", provenance: Provenance(.paste, source: "x"), text: $1)
      })
  }

  private static func failing(_ message: String) -> String { PodText(image: image, message: message).describe() }

  /// A pod that runs, with events about how its image came.
  private static func running(_ events: [String], name: String = "ledger-7c9d8b6f5d-x2kqm", state: String = "Running")
    -> String
  {
    var text = failing(absent).replacing("ledger-7c9d8b6f5d-x2kqm", with: name)
    text = String(text[..<(text.firstRange(of: "Events:")?.lowerBound ?? text.endIndex)])
    text = text.replacing("Status:           Pending", with: "Status:           Running")
      .replacing(
        "State:          Waiting\n      Reason:       ImagePullBackOff",
        with: state == "Running"
          ? "State:          Running\n      Started:      Sat, 21 Nov 2026 03:40:04 +0000"
          : "State:          Waiting\n      Reason:       \(state)"
      )
      .replacing("Ready:          False", with: state == "Running" ? "Ready:          True" : "Ready:          False")
    let rows = events.map { "  Normal   Pulled     1m                 kubelet            \($0)\n" }.joined()
    return text + "Events:\n  Type     Reason     Age                From               Message\n"
      + "  ----     ------     ----               ----               -------\n" + rows
  }

  private static let pulled =
    "Successfully pulled image \"contoso.azurecr.io/books:v1\" in 1.2s (1.2s including waiting). Image size: 1 bytes."
  private static let present = "Container image \"contoso.azurecr.io/books:v1\" already present on machine"

  private static func word(_ state: PullState) -> String {
    switch state {
    case .pulled(_, let after): "pulled" + (after.map { ", then \($0)" } ?? "")
    case .cached: "cached"
    case .unproven: "unproven"
    case .same: "same"
    case .changed(let pullClass, _): "changed to \(pullClass)"
    case .starting: "starting"
    case .elsewhere(let what): "elsewhere: \(what)"
    }
  }

  @Test(arguments: [
    (failing(absent), "same"), (failing(refused), "changed to no-credentials"),
    (running([pulled]), "pulled"), (running([present]), "cached"), (running([]), "unproven"),
    (running([pulled], name: "ledger-7c9d8b6f5d-other"), "pulled"),
    (running([present, pulled]), "pulled"),
    (running([pulled], state: "CrashLoopBackOff"), "pulled, then CrashLoopBackOff"),
    (running([], state: "CrashLoopBackOff"), "elsewhere: CrashLoopBackOff"),
    (running([], state: "ContainerCreating"), "starting"), ("", "starting"),
  ])
  func `a fresh pull, and nothing else, is proof`(_ text: String, _ wanted: String) {
    let state = PullState(Self.reading(text), after: Self.reading(Self.failing(Self.absent)))
    #expect(Self.word(state) == wanted)
  }

  @Test func `a pull of before is no fresh one`() {
    let before = Self.reading(Self.running([Self.pulled]))
    #expect(Self.word(PullState(Self.reading(Self.running([Self.pulled])), after: before)) == "unproven")
    let other = Self.running([Self.pulled], name: "ledger-7c9d8b6f5d-new")
    #expect(Self.word(PullState(Self.reading(other), after: before)) == "pulled")
  }

  @Test func `a back-off without its cause is the same error`() {
    let text = Self.failing(Self.absent).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("Failed to pull image") }.joined(separator: "\n")
    #expect(Self.word(PullState(Self.reading(text), after: Self.reading(Self.failing(Self.absent)))) == "same")
  }
}

/// Pods of one workload.
struct PodFamilyTests {
  private static func pod(
    _ name: String, hash: String?, _ created: String, owner: String = "ReplicaSet", deleted: Bool = false,
    labels: String = #""app":"shop""#
  ) -> String {
    let set = owner == "ReplicaSet" ? "shop-\(hash ?? "")" : "shop"
    let template = hash.map { ",\"pod-template-hash\":\"\($0)\"" } ?? ""
    let end = deleted ? ",\"deletionTimestamp\":\"2026-11-21T04:00:00Z\"" : ""
    return """
      {"kind":"Pod","metadata":{"name":"\(name)","creationTimestamp":"\(created)","labels":{\(labels)\(template)},
      "ownerReferences":[{"kind":"\(owner)","name":"\(set)"}]\(end)}}
      """
  }

  private static func document(_ text: String) -> Document {
    Document(id: "pod", title: "pod", provenance: Provenance(.paste, source: "x"), text: text)
  }

  private static func list(_ pods: String...) -> Document { document("{\"items\":[\(pods.joined(separator: ","))]}") }

  @Test func `the newest pod of the same workload takes the place, of whatever template`() throws {
    let family = try #require(PodFamily(Self.document(Self.pod("shop-a1-x", hash: "a1", "2026-11-21T03:00:00Z"))))
    #expect(family.selector == "app=shop" && family.workload == "shop" && family.kind == "ReplicaSet")
    let list = Self.list(
      Self.pod("shop-a1-x", hash: "a1", "2026-11-21T03:00:00Z"),
      Self.pod("shop-b2-y", hash: "b2", "2026-11-21T03:40:00Z"),
      Self.pod("shop-c3-z", hash: "c3", "2026-11-21T03:50:00Z", deleted: true),
      Self.pod("shop-0", hash: nil, "2026-11-21T03:59:00Z", owner: "StatefulSet"))
    #expect(family.newest(in: list) == "shop-b2-y")
    #expect(family.newest(in: Self.list(Self.pod("shop-c3-z", hash: "c3", "2026", deleted: true))) == "shop-c3-z")
    #expect(family.newest(in: Self.list()) == nil)
    #expect(family.newest(in: Self.document("no json")) == nil)
  }

  @Test func `a pod without a controller or labels has no family`() {
    #expect(PodFamily(Self.document(#"{"kind":"Pod","metadata":{"name":"x","labels":{"app":"x"}}}"#)) == nil)
    #expect(PodFamily(Self.document(Self.pod("x", hash: nil, "t", owner: "DaemonSet", labels: ""))) == nil)
    #expect(PodFamily(Self.document("Name: x")) == nil)
  }

  @Test func `labels that change from pod to pod are not asked for`() throws {
    let labels = #""app":"db","statefulset.kubernetes.io/pod-name":"db-0","controller-revision-hash":"7""#
    let family = try #require(
      PodFamily(Self.document(Self.pod("db-0", hash: nil, "t", owner: "StatefulSet", labels: labels))))
    #expect(family.selector == "app=db" && family.workload == "shop")
  }
}

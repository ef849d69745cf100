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
    case .shown(let pullClass, _): "shown: \(pullClass)"
    case .starting: "starting"
    case .elsewhere(let what): "elsewhere: \(what)"
    }
  }

  @Test(arguments: [
    (failing(absent), "same"), (failing(refused), "changed to no-credentials"),
    (running([pulled]), "pulled"), (running([present]), "cached"), (running([]), "unproven"),
    (running([pulled], name: "ledger-7c9d8b6f5d-other"), "unproven"),
    (running([pulled.replacing("books:v1", with: "proxy:2")]), "unproven"),
    (running([pulled.replacing("books:v1", with: "proxy:2"), present]), "cached"),
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
  }

  /// A pod as the API has it, that runs and pulled its image.
  private static func object(_ name: String, made: String, event: String = pulled, container: String = "ledger")
    -> String
  {
    """
    {"kind":"List","items":[{"kind":"Pod","metadata":{"name":"\(name)","namespace":"books","uid":"\(name)",
    "creationTimestamp":"\(made)"},"spec":{"containers":[{"name":"ledger","image":"\(image)"}]},"status":{"phase":"Running",
    "containerStatuses":[{"name":"ledger","ready":true,"restartCount":0,"image":"\(image)","state":{"running":{}}}]}},
    {"kind":"Event","reason":"Pulled","type":"Normal","message":"\(event.replacing("\"", with: "\\\""))",
    "involvedObject":{"kind":"Pod","name":"\(name)","namespace":"books","uid":"\(name)",
    "fieldPath":"spec.containers{\(container)}"}}]}
    """
  }

  @Test(arguments: [
    ("2026-11-21T03:40:00Z", "ledger", "pulled"), ("2026-11-21T03:00:00Z", "ledger", "unproven"),
    ("2026-11-21T02:00:00Z", "ledger", "unproven"), ("2026-11-21T03:40:00Z", "sidecar", "unproven"),
  ])
  func `only a pod that was made later takes the place, and only its own container counts`(
    _ made: String, _ container: String, _ wanted: String
  ) {
    let failing = Self.object("ledger-old", made: "2026-11-21T03:00:00Z", event: "x")
    let now = Self.reading(Self.object("ledger-new", made: made, container: container))
    #expect(Self.word(PullState(now, after: Self.reading(failing))) == wanted)
  }

  @Test(arguments: [
    ("Sat, 21 Nov 2026 03:40:04 +0000", "pulled"), ("Sat, 21 Nov 2026 03:20:04 +0000", "unproven"),
    ("Sat, 7 Nov 2026 03:40:04 +0000", "unproven"), ("Tue, 1 Dec 2026 00:00:00 +0000", "pulled"),
    ("Sat, 21 Nov 2026 04:40:04 +0100", "unproven"), ("yesterday", "unproven"),
  ])
  func `descriptions tell by their start which pod is the later one`(_ time: String, _ wanted: String) {
    let now = Self.running([Self.pulled], name: "ledger-7c9d8b6f5d-other")
      .replacing("Sat, 21 Nov 2026 03:20:04 +0000", with: time)
    #expect(Self.word(PullState(Self.reading(now), after: Self.reading(Self.failing(Self.absent)))) == wanted)
  }

  @Test func `an error that was lost and can be read again is no new one`() {
    let lost = Self.failing(Self.absent).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("Failed to pull image") }.joined(separator: "\n")
    #expect(
      Self.word(PullState(Self.reading(Self.failing(Self.refused)), after: Self.reading(lost)))
        == "shown: no-credentials")
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
    let since = "2026-11-21T03:00:00Z"
    #expect(family.newest(in: list, after: since) == "shop-b2-y")
    // A replica that was there before tells nothing, however healthy it is.
    #expect(family.newest(in: list, after: "2026-11-21T03:45:00Z") == nil)
    #expect(family.newest(in: Self.list(), after: since) == nil)
    #expect(family.newest(in: Self.document("no json"), after: since) == nil)
  }

  @Test func `the newest time of the cluster is when the error was read`() {
    let events = #"{"items":[{"lastTimestamp":"2026-11-21T03:20:00Z"},{"eventTime":"2026-11-21T03:25:00.123456Z"}]}"#
    let pod = Self.pod("x", hash: "a", "2026-11-21T03:10:00Z")
    #expect(PodFamily.newestTime(in: [Self.document(pod), Self.document(events)]) == "2026-11-21T03:25:00Z")
    #expect(PodFamily.newestTime(in: [Self.document("Name: x")]) == "")
  }

  @Test func `a pod without a controller has no family`() {
    #expect(PodFamily(Self.document(#"{"kind":"Pod","metadata":{"name":"x","labels":{"app":"x"}}}"#)) == nil)
    #expect(PodFamily(Self.document("Name: x")) == nil)
  }

  @Test func `labels that change from pod to pod are not asked for`() throws {
    let labels =
      #""app":"db","app.kubernetes.io/version":"1.4.2","helm.sh/chart":"db-1.4.2","statefulset.kubernetes.io/pod-name":"db-0","controller-revision-hash":"7""#
    let family = try #require(
      PodFamily(Self.document(Self.pod("db-0", hash: nil, "t", owner: "StatefulSet", labels: labels))))
    #expect(family.selector == "app=db" && family.workload == "shop")
  }
}

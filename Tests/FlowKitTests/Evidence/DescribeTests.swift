import FlowKit
import TestSupport
import Testing

@Suite("Descriptions of pods")
struct EvidenceDescribeTests {
  static let refused =
    "failed to do request: Head \"https://tidewater.azurecr.io/v2/a/manifests/1\": dial tcp 10.0.0.9:443: connect: connection refused"

  /// A description with some containers, states and events.
  static func describe(_ containers: String, _ events: String, head: String = "Status:           Pending") -> String {
    """
    Name:             web-0
    Namespace:        shop
    Node:             node-1/10.0.0.4
    \(head)
    \(containers)
    Conditions:
      Type              Status
      Ready             False
    Volumes:
      config:
        Type:      ConfigMap (a volume populated by a ConfigMap)
        Name:      web-config
        Optional:  false
    QoS Class:         BestEffort
    \(events)
    """
  }

  static func container(_ name: String, _ image: String, _ state: String) -> String {
    """
      \(name):
        Container ID:
        Image:          \(image)
        Port:           <none>
        \(state)
        Restart Count:  0
        Environment:
          image:   not/this:one
          debug:
    """
  }

  static let waiting = "State:          Waiting\n      Reason:       ImagePullBackOff\n    Ready:          False"
  static let creating = "State:          Waiting\n      Reason:       ContainerCreating\n    Ready:          False"
  static let running =
    "State:          Running\n      Started:      Sat, 21 Nov 2026 03:20:04 +0000\n    Ready:          True"
  static let header = "Events:\n  Type     Reason  Age  From  Message\n  ----     ------  ---  ----  -------\n"

  static func failed(_ image: String, _ age: String = "25m (x4 over 26m)", _ message: String = refused) -> String {
    "  Warning  Failed  \(age)  kubelet  Failed to pull image \"\(image)\": \(message)\n"
  }

  @Test(arguments: ["init", "app", "ephemeral"])
  func kindOfContainer(_ kind: String) {
    let title = ["init": "Init Containers", "app": "Containers", "ephemeral": "Ephemeral Containers"][kind] ?? ""
    let body =
      (kind == "app" ? "" : "Containers:\n" + Self.container("web", "shop/web:1", Self.running) + "\n") + "\(title):\n"
      + Self.container("helper", "shop/helper:1", Self.waiting)
    let reading = read(Self.describe(body, Self.header + Self.failed("shop/helper:1")))
    #expect(verdict(reading) == "network-refused")
    #expect(reading.main?.container?.name.value == "helper")
    #expect(reading.main?.container?.kind.rawValue == kind)
    #expect(reading.main?.image == "shop/helper:1")
  }

  @Test func eachContainerHasItsOwnError() {
    let body =
      "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting) + "\n"
      + Self.container("log", "shop/log:2", Self.waiting)
    let events =
      Self.header + Self.failed("shop/web:1")
      + Self.failed("shop/log:2", "20m", "rpc error: code = NotFound desc = shop/log:2: not found")
    let reading = read(Self.describe(body, events))
    #expect(verdict(reading) == "network-refused")
    #expect(reading.others.map { $0.podCase.pullClass?.value } == ["not-found"])
    #expect(reading.others.first?.podCase.container?.name.value == "log")
  }

  @Test(arguments: ["5s", "4m3s", "25m (x4 over 26m)", "2d3h", "<unknown>", "<invalid> (x3 over 5m)", "91y"])
  func age(_ age: String) {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting)
    #expect(verdict(read(Self.describe(body, Self.header + Self.failed("shop/web:1", age)))) == "network-refused")
  }

  @Test func theNewestEventDecides() {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting)
    let events =
      Self.header + Self.failed("shop/web:1", "2m", "shop/web:1: not found") + Self.failed("shop/web:1", "9m")
    #expect(verdict(read(Self.describe(body, events))) == "not-found")
  }

  @Test(arguments: ["Events:  <none>", "Events:            <none>\n", header.replacing("Events", with: "Event"), ""])
  func withoutEvents(_ events: String) {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting)
    let reading = read(Self.describe(body, events))
    #expect(verdict(reading) == "cause-lost")
    #expect(reading.main?.pullClass?.span.text == "ImagePullBackOff")
  }

  @Test func onlyTheBackOffIsLeft() {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting)
    let events = Self.header + "  Normal  BackOff  4m (x66 over 19m)  kubelet  Back-off pulling image \"shop/web:1\"\n"
    #expect(verdict(read(Self.describe(body, events))) == "cause-lost")
  }

  @Test(arguments: ["InvalidImageName": "invalid-name", "ErrImageNeverPull": "never-pull"].sorted { $0.key < $1.key })
  func reasonAlone(_ reason: String, _ wanted: String) {
    let state = Self.waiting.replacing("ImagePullBackOff", with: reason)
    let body = "Containers:\n" + Self.container("web", "shop/web:1", state)
    #expect(verdict(read(Self.describe(body, "Events:  <none>"))) == wanted)
  }

  @Test func volumesWithNamesBeginNoPod() {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting)
    let text = PodText.flush(Self.describe(body, Self.header + Self.failed("shop/web:1")))
    let reading = read(text)
    #expect(verdict(reading) == "network-refused")
    #expect(reading.pod?.name?.value == "web-0")
    #expect(reading.pod?.containers.map(\.name.value) == ["web"])
    #expect(reading.pod?.containers.first?.image?.value == "shop/web:1")
  }

  @Test func severalPods() {
    let well = Self.describe("Containers:\n" + Self.container("web", "shop/web:1", Self.running), "Events:  <none>")
    let ill = PodText(image: "shop/api:1", message: "shop/api:1: not found").describe()
    let lost = Self.describe("Containers:\n" + Self.container("web", "shop/web:1", Self.waiting), "Events:  <none>")
    let reading = read([well, ill, lost.replacing("web-0", with: "web-1")].joined(separator: "\n\n\n"))
    #expect(verdict(reading) == "not-found")
    #expect(reading.pod?.name?.value == PodText(image: "", message: "").name)
    #expect(reading.others.map { $0.podCase.pullClass?.value } == ["cause-lost"])
  }

  /// Pods that fail for other reasons: state, events, wanted kind and reason.
  static let others: [(state: String, events: String, kind: String, reason: String)] = [
    (
      "State: Waiting\n      Reason: CrashLoopBackOff\n    Last State: Terminated\n      Reason: Error\n      Exit Code: 1",
      "  Warning  BackOff  1m  kubelet  Back-off restarting failed container", "crash", "CrashLoopBackOff"
    ),
    (
      "State: Waiting\n      Reason: CrashLoopBackOff\n    Last State: Terminated\n      Reason: OOMKilled\n      Exit Code: 137",
      "", "oom", "OOMKilled"
    ),
    (
      "State: Waiting\n      Reason: CreateContainerConfigError",
      "  Warning  Failed  1m  kubelet  Error: secret \"a\" not found",
      "config", "CreateContainerConfigError"
    ),
    (
      "State: Waiting\n      Reason: ContainerCreating",
      "  Warning  FailedMount  1m  kubelet  MountVolume.SetUp failed for volume \"a\"",
      "mount", "FailedMount"
    ),
    (
      "State: Waiting\n      Reason: ContainerCreating",
      "  Warning  FailedCreatePodSandBox  1m  kubelet  Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox \"x\": plugin type=\"azure-vnet\" failed (add): unauthorized",
      "sandbox-network", "FailedCreatePodSandBox"
    ),
    (
      "", "  Warning  FailedScheduling  1m  default-scheduler  0/3 nodes are available: 3 Insufficient cpu.",
      "scheduling",
      "FailedScheduling"
    ),
    (
      "State: Running\n    Ready: False",
      "  Warning  Unhealthy  1m  kubelet  Readiness probe failed: HTTP probe failed with statuscode: 503",
      "probe", "Unhealthy"
    ),
    (
      "State: Waiting\n      Reason: ContainerCreating", "  Normal  Pulling  5s  kubelet  Pulling image \"shop/web:1\"",
      "starting",
      "ContainerCreating"
    ),
    ("State: Waiting\n      Reason: PodInitializing", "", "starting", "PodInitializing"),
    ("State: Terminated\n      Reason: Error\n      Exit Code: 1\n    Ready: False", "", "crash", "Error"),
  ]

  @Test(arguments: others.indices)
  func failsForAnotherReason(_ index: Int) {
    let other = Self.others[index]
    let body = "Containers:\n" + Self.container("web", "shop/web:1", other.state)
    let reading = read(Self.describe(body, Self.header + other.events))
    #expect(verdict(reading) == "not-image-pull:" + other.kind)
    #expect(reading.main?.failure?.reason.value == other.reason)
  }

  @Test func evicted() {
    let head =
      "Status:           Failed\nReason:           Evicted\nMessage:          The node was low on resource: memory."
    let reading = read(
      Self.describe("Containers:\n" + Self.container("web", "shop/web:1", ""), "Events:  <none>", head: head))
    #expect(verdict(reading) == "not-image-pull:eviction")
    #expect(reading.main?.failure?.message?.text == "The node was low on resource: memory.")
  }

  @Test func healthy() {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.running)
    let events = Self.header + "  Normal  Pulled  1m  kubelet  Successfully pulled image \"shop/web:1\" in 2s\n"
    #expect(verdict(read(Self.describe(body, events, head: "Status:           Running"))) == "healthy")
  }

  /// An old failure of a pod that runs now is history.
  @Test func recovered() {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.running)
    let events = Self.header + Self.failed("shop/web:1", "50m")
    #expect(verdict(read(Self.describe(body, events, head: "Status:           Running"))) == "healthy")
  }

  @Test(arguments: [
    "failed to get sandbox image \"registry.k8s.io/pause:3.9\": failed to pull image", "failed pulling image",
  ])
  func pauseImage(_ words: String) {
    let event =
      "  Warning  FailedCreatePodSandBox  1m  kubelet  Failed to create pod sandbox: rpc error: code = Unknown desc = \(words) \"registry.k8s.io/pause:3.9\": \(Self.refused)\n"
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.creating)
    let reading = read(Self.describe(body, Self.header + event))
    #expect(verdict(reading) == "network-refused")
    #expect(reading.main?.error?.image == "registry.k8s.io/pause:3.9")
  }

  @Test func wrongPlatformFailsAtTheStart() {
    let state =
      "State: Waiting\n      Reason: CrashLoopBackOff\n    Last State: Terminated\n      Reason: Error\n      Message: exec /app: exec format error\n      Exit Code: 1"
    #expect(
      verdict(read(Self.describe("Containers:\n" + Self.container("web", "shop/web:1", state), "")))
        == "platform-mismatch")
  }

  @Test func absentPullSecret() {
    let body = "Containers:\n" + Self.container("web", "tidewater.azurecr.io/web:1", Self.waiting)
    let secret =
      "  Warning  FailedToRetrieveImagePullSecret  1m  kubelet  Unable to retrieve some image pull secrets (regcred, other); attempting to pull the image may not succeed.\n"
    let anonymous =
      "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://tidewater.azurecr.io/oauth2/token?scope=a: 401 Unauthorized"
    let image = "tidewater.azurecr.io/web:1"
    let refused = read(Self.describe(body, Self.header + secret + Self.failed(image, "1m", anonymous)))
    #expect(verdict(refused) == "pull-secret-missing")
    #expect(refused.main?.missingSecret?.value == "regcred, other")
    #expect(verdict(read(Self.describe(body, Self.header + secret))) == "pull-secret-missing")
    let absent = read(Self.describe(body, Self.header + secret + Self.failed(image, "1m", image + ": not found")))
    #expect(verdict(absent) == "not-found")
    #expect(absent.main?.missingSecret?.value == "regcred, other")
  }

  /// Output of other commands below the description.
  @Test func textBelowTellsWhatTheEventsLost() {
    let body = "Containers:\n" + Self.container("web", "shop/web:1", Self.waiting)
    let log =
      "\n$ crictl pull shop/web:1\nFATA[0001] pulling image: rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/shop/web:1\": failed to resolve reference \"docker.io/shop/web:1\": docker.io/shop/web:1: not found\n"
    let reading = read(Self.describe(body, "Events:  <none>") + log)
    #expect(verdict(reading) == "not-found")
    #expect(reading.main?.container?.name.value == "web")
  }
}

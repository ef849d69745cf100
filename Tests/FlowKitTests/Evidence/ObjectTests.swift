import FlowKit
import TestSupport
import Testing

@Suite("Objects of the API")
struct EvidenceObjectTests {
  static let pod = PodText(image: "tidewater.azurecr.io/a/b:1", message: EvidenceAttemptTests.absent)

  @Test(arguments: [
    pod.list(), pod.yaml, pod.pod(), "$ kubectl get pod x -o json\n\(pod.pod())\n", "```yaml\n\(pod.yaml)\n```",
  ])
  func facts(_ text: String) {
    let facts = FactCatalogue.facts(of: read(text)).mapValues(\.value)
    #expect(facts["pull.class"] == "not-found" && facts["namespace"] == "books" && facts["pod"] == Self.pod.name)
    #expect(facts["container"] == "ledger" && facts["pullSecrets"] == "regcred" && facts["node"] == "node")
    #expect(facts["image"] == "tidewater.azurecr.io/a/b:1" && facts["waiting.reason"] == "ImagePullBackOff")
  }

  @Test func podAndEventsAsTwoDocuments() {
    let reading = EvidenceReading([
      document(Self.pod.pod(withMessage: false), id: "1"), document(Self.pod.eventList, id: "2"),
    ])
    #expect(verdict(reading) == "not-found" && reading.main?.pullClass?.span.document == "2")
  }

  @Test func podAndDescription() {
    let reading = EvidenceReading([
      document(Self.pod.describe(), id: "d"), document(Self.pod.pod(withMessage: false), id: "j"),
    ])
    #expect(verdict(reading) == "not-found" && reading.pod?.pullSecrets?.map(\.value) == ["regcred"])
  }

  @Test func backOffWithoutItsCause() {
    #expect(verdict(read(Self.pod.pod(withMessage: false))) == "cause-lost")
  }

  @Test(
    arguments: [
      #"{"running": {"startedAt": "2026-11-21T03:20:00Z"}}"#: "healthy",
      #"{"terminated": {"reason": "Completed", "exitCode": 0}}"#: "healthy",
      #"{"terminated": {"reason": "OOMKilled", "exitCode": 137}}"#: "not-image-pull:oom",
      #"{"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=a"}}"#:
        "not-image-pull:crash",
      #"{"waiting": {"reason": "CreateContainerConfigError", "message": "secret \"x\" not found"}}"#:
        "not-image-pull:config",
      #"{"waiting": {"reason": "ContainerCreating"}}"#: "not-image-pull:starting",
      #"{"waiting": {"reason": "ErrImageNeverPull", "message": "Container image \"a:1\" is not present with pull policy of Never"}}"#:
        "never-pull",
      #"{"waiting": {"reason": "RegistryUnavailable", "message": "image pull failed for a:1 because the registry is unavailable"}}"#:
        "registry-error",
      #"{"waiting": {"reason": "SignatureValidationFailed", "message": "image pull failed for a:1 because the signature validation failed: Source image rejected"}}"#:
        "signature-rejected",
      #"{"waiting": {"reason": "ImageInspectError", "message": "Failed to inspect image \"a:1\": rpc error: code = Unavailable desc = connection error"}}"#:
        "runtime-down",
    ].sorted { $0.key < $1.key })
  func state(_ state: String, _ wanted: String) {
    let text = """
      {"kind": "Pod", "metadata": {"name": "p", "namespace": "n"}, "spec": {"containers": [{"name": "a", "image": "a:1"}]},
       "status": {"phase": "Running", "containerStatuses": [{"name": "a", "ready": true, "state": \(state)}]}}
      """
    #expect(verdict(read(text)) == wanted)
  }

  @Test func theNewestOfManyEventsDecides() {
    let old = Self.pod.eventList.replacing("T03:20", with: "T01:20")
    let newer = PodText(image: Self.pod.image, message: "pull QPS exceeded").eventList
    let reading = EvidenceReading([document("{\"items\": [\(Self.pod.pod(withMessage: false)), \(old), \(newer)]}")])
    #expect(verdict(reading) == "pull-qps")
  }
}

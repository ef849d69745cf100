import Foundation
import TestSupport

/// A kubectl whose cluster changes while somebody looks: a script that prints what lies in the folder of the world.
struct World {
  static let absent = "failed to resolve reference: fabrikam.azurecr.io/orders:2: not found"
  static let refused =
    "failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://fabrikam.azurecr.io/oauth2/token: 401 Unauthorized"

  /// A flow with a remedy for a wrong tag.
  static let flow = Flows.text(
    """
    a:
      kind: question
      title: What does it say?
      options:
        - {id: absent, label: Not found, when: {fact: pull.class, is: not-found}, go: fix}
        - {id: refused, label: Refused, when: {fact: pull.class, in: [unauthorized, no-credentials, credentials-refused]}, go: other}
        - {id: else, label: Something else, go: other}

    """ + Flows.leaf("fix", extra: "window: 10m") + Flows.leaf("other"))

  let folder: URL

  /// A world with a pod that cannot find its image.
  init(in folder: URL) throws {
    self.folder = folder
    let files = FileManager.default
    for name in ["flows/tiny", "world"] {
      try files.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    let script = """
      #!/bin/sh
      cd \(folder.path)/world
      case "$1 $2" in
        "config current-context") echo lab ;;
        "config view") echo https://lab.example.com:443 ;;
        "get pods") cat pods ;;
        "get pod") cat "pod-$3" ;;
        "get events") cat events ;;
        "get deployment/orders" | "get cronjob/orders") cat workload ;;
        "describe pod") cat "describe-$3" ;;
        *) exit 1 ;;
      esac
      """
    try write(script)
    try Self.flow.write(to: folder.appending(path: "flows/tiny/flow.yaml"), atomically: true, encoding: .utf8)
    try fail("orders-1", Self.absent)
  }

  /// Puts another kubectl in the place of the one that is there.
  func write(_ script: String) throws { try ShellScript.write(script, to: folder.path + "/bin/kubectl") }

  /// Arguments that look at the pod this world begins with.
  var arguments: String { "run tiny --flows \(folder.path)/flows --pod orders-1 -n store --context lab" }

  /// The workload's pod fails with a message.
  func fail(_ name: String, _ message: String) throws {
    let waiting = #"{"waiting":{"reason":"ErrImagePull","message":"\#(message)"}}"#
    try show(name, phase: "Pending", state: waiting, reason: "Failed", message: message)
  }

  /// The workload has a pod that pulled its image and runs.
  func pull(_ name: String) throws {
    let message = "Successfully pulled image fabrikam.azurecr.io/orders:3 in 1.2s (1.2s including waiting)"
    let running = #"{"running":{"startedAt":"2026-11-21T03:30:00Z"}}"#
    try show(name, phase: "Running", state: running, reason: "Pulled", message: message)
  }

  private func show(_ name: String, phase: String, state: String, reason: String, message: String) throws {
    let isRunning = phase == "Running"
    let pod = """
      {"kind":"Pod","apiVersion":"v1","metadata":{"name":"\(name)","namespace":"store","uid":"uid-\(name)",
      "creationTimestamp":"2026-11-21T03:2\(name.suffix(1)):00Z",
      "labels":{"app":"orders","pod-template-hash":"7c9d8b6f5d"},
      "ownerReferences":[{"kind":"ReplicaSet","name":"orders-7c9d8b6f5d","controller":true}]},
      "spec":{"nodeName":"node-1","containers":[{"name":"orders","image":"fabrikam.azurecr.io/orders:2"}]},
      "status":{"phase":"\(phase)","containerStatuses":[{"name":"orders","image":"fabrikam.azurecr.io/orders:2",
      "imageID":"\(isRunning ? "fabrikam.azurecr.io/orders@sha256:1" : "")","ready":\(isRunning),"restartCount":0,
      "state":\(state)}]}}
      """
    let event = """
      {"kind":"Event","metadata":{"name":"e-\(name)","namespace":"store"},"involvedObject":{"kind":"Pod","name":"\(name)",
      "namespace":"store","uid":"uid-\(name)","fieldPath":"spec.containers{orders}"},"reason":"\(reason)",
      "type":"\(isRunning ? "Normal" : "Warning")","message":"\(message)","count":1,
      "lastTimestamp":"2026-11-21T03:2\(name.suffix(1)):30Z"}
      """
    let text = (1...60).map { "padding \($0)" }.joined(separator: "\n") + "\nMessage: \(message)\n"
    try put(pod, "pod-\(name)")
    try put(#"{"kind":"EventList","apiVersion":"v1","items":[\#(event)]}"#, "events")
    try put(text, "describe-\(name)")
    try put(#"{"kind":"PodList","apiVersion":"v1","items":[\#(pod)]}"#, "pods")
  }

  func put(_ text: String, _ name: String) throws {
    try text.write(to: folder.appending(path: "world/\(name)"), atomically: true, encoding: .utf8)
  }

  /// Results of the checks in the journals of a folder of state, in order.
  static func checks(in state: URL) throws -> [String] {
    let sessions = state.appending(path: "fairway/sessions")
    let names = try FileManager.default.contentsOfDirectory(atPath: sessions.path).filter { $0.hasSuffix(".jsonl") }
    return try names.sorted().flatMap { name in
      try String(contentsOf: sessions.appending(path: name), encoding: .utf8).split(separator: "\n").compactMap {
        line in
        let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        guard entry?["type"] as? String == "check" else { return nil }
        return entry?["result"] as? String ?? (entry?["data"] as? [String: Any])?["result"] as? String ?? "\(line)"
      }
    }
  }
}

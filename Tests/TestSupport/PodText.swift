/// Composes what `kubectl` prints about a pod that cannot pull its image.
package struct PodText {
  /// Ways of printing that differ between releases of kubectl.
  package enum Kubectl: String, CaseIterable, Sendable {
    /// 1.20: source in the events with the node, no service account.
    case old
    /// What 1.27 to 1.33 print.
    case usual
    /// From 1.35 on: the container stands in front of every event message.
    case recent
  }

  package var name = "ledger-7c9d8b6f5d-x2kqm"
  package var namespace = "books"
  package var container = "ledger"
  package var image: String
  /// The runtime's error, as the kubelet hands it on.
  package var message: String

  package init(image: String, message: String) {
    self.image = image
    self.message = message
  }

  // MARK: - Description

  /// `kubectl describe pod`.
  package func describe(_ kubectl: Kubectl = .usual) -> String {
    head(kubectl) + body + events(kubectl)
  }

  private func head(_ kubectl: Kubectl) -> String {
    let account = kubectl == .old ? "" : "Service Account:  default\n"
    return """
      Name:             \(name)
      Namespace:        \(namespace)
      Priority:         0
      \(account)Node:             aks-np1-12345678-vmss000000/10.224.0.4
      Start Time:       Sat, 21 Nov 2026 03:20:04 +0000
      Labels:           app=ledger
                        pod-template-hash=7c9d8b6f5d
      Annotations:      <none>
      Status:           Pending
      IP:               10.244.1.37
      IPs:
        IP:           10.244.1.37
      Controlled By:  ReplicaSet/ledger-7c9d8b6f5d

      """
  }

  private var body: String {
    """
    Containers:
      \(container):
        Container ID:\u{20}\u{20}\u{20}
        Image:          \(image)
        Image ID:\u{20}\u{20}\u{20}\u{20}\u{20}\u{20}\u{20}
        Port:           8080/TCP
        State:          Waiting
          Reason:       ImagePullBackOff
        Ready:          False
        Restart Count:  0
        Environment:    <none>
        Mounts:
          /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-r7q5h (ro)
    Conditions:
      Type              Status
      Ready             False\u{20}
      PodScheduled      True\u{20}
    Volumes:
      kube-api-access-r7q5h:
        Type:                    Projected (a volume that contains injected data from multiple sources)
        ConfigMapName:           kube-root-ca.crt
    QoS Class:                   BestEffort
    Tolerations:                 node.kubernetes.io/not-ready:NoExecute op=Exists for 300s

    """
  }

  /// The table of events alone.
  package func events(_ kubectl: Kubectl = .usual) -> String {
    let source = kubectl == .old ? "kubelet, aks-np1-12345678-vmss000000" : "kubelet"
    let path = kubectl == .recent ? "spec.containers{\(container)}: " : ""
    return """
      Events:
        Type     Reason     Age                From               Message
        ----     ------     ----               ----               -------
        Normal   Scheduled  26m                default-scheduler  Successfully assigned \(namespace)/\(name) to node
        Normal   Pulling    25m (x4 over 26m)  \(source)            \(path)Pulling image "\(image)"
        Warning  Failed     25m (x4 over 26m)  \(source)            \(path)Failed to pull image "\(image)": \(message)
        Warning  Failed     25m (x4 over 26m)  \(source)            \(path)Error: ErrImagePull
        Normal   BackOff    1m (x60 over 26m)  \(source)            \(path)Back-off pulling image "\(image)"
        Warning  Failed     1m (x60 over 26m)  \(source)            \(path)Error: ImagePullBackOff

      """
  }

  // MARK: - Objects

  /// The pod as JSON: the message stands in the state from Kubernetes 1.32 on.
  package func pod(withMessage: Bool = true) -> String {
    let waiting = "Back-off pulling image \"\(image)\"" + (withMessage ? ": ErrImagePull: \(message)" : "")
    return """
      {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": \(Self.quoted(name)), "namespace": \(Self.quoted(namespace)), "uid": "u-1",
          "ownerReferences": [{"kind": "ReplicaSet", "name": "ledger-7c9d8b6f5d"}]},
        "spec": {"nodeName": "node", "serviceAccountName": "default", "imagePullSecrets": [{"name": "regcred"}],
          "containers": [{"name": \(Self.quoted(container)), "image": \(Self.quoted(image))}]},
        "status": {"phase": "Pending", "containerStatuses": [{"name": \(Self.quoted(container)), "ready": false,
          "restartCount": 0, "image": \(Self.quoted(image)), "state": {"waiting": {
            "message": \(Self.quoted(waiting)),
            "reason": "ImagePullBackOff"}}}]}
      }
      """
  }

  /// The events of the pod as a JSON list.
  package var eventList: String {
    "{\"apiVersion\": \"v1\", \"kind\": \"EventList\", \"items\": [\n\(events.joined(separator: ",\n"))\n]}"
  }

  private var events: [String] {
    [
      event("Failed", "Warning", "Failed to pull image \"\(image)\": \(message)", 20),
      event("Failed", "Warning", "Error: ErrImagePull", 21),
      event("BackOff", "Normal", "Back-off pulling image \"\(image)\"", 44),
    ]
  }

  private func event(_ reason: String, _ type: String, _ message: String, _ minute: Int) -> String {
    """
    {"kind": "Event", "type": "\(type)", "reason": "\(reason)", "message": \(Self.quoted(message)),
      "lastTimestamp": "2026-11-21T03:\(minute):00Z", "count": 4,
      "involvedObject": {"kind": "Pod", "name": \(Self.quoted(name)), "namespace": \(Self.quoted(namespace)),
        "uid": "u-1", "fieldPath": "spec.containers{\(container)}"}}
    """
  }

  /// Pod and events in one list, as `kubectl get pods,events -o json` prints.
  package func list(withMessage: Bool = true) -> String {
    "{\"kind\": \"List\", \"items\": [\n\(pod(withMessage: withMessage)),\n\(events.joined(separator: ",\n"))\n]}"
  }

  /// The pod as `kubectl get -o yaml` prints it, the message folded over several lines.
  package var yaml: String {
    let text = "Back-off pulling image \"\(image)\": ErrImagePull: \(message)"
    let margin = "\n          "
    let value =
      text.contains("\n")
      ? "|-" + margin + text.replacing("\n", with: margin)
      : "'" + Self.wrapped(text.replacing("'", with: "''"), at: 70).replacing("\n", with: margin) + "'"
    return """
      apiVersion: v1
      kind: Pod
      metadata:
        name: \(name)
        namespace: \(namespace)
      spec:
        containers:
        - image: '\(image)'
          name: \(container)
          resources: {}
        imagePullSecrets:
        - name: regcred
        nodeName: node
      status:
        containerStatuses:
        - image: '\(image)'
          imageID: ""
          name: \(container)
          ready: false
          restartCount: 0
          state:
            waiting:
              message: \(value)
              reason: ImagePullBackOff
        phase: Pending
      """
  }

  /// A JSON string.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "<", ">", "&": result += "\\u00" + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: - What pasting does

  /// Every line cut at a width, words and all, as a terminal does.
  package static func cut(_ text: String, at width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var rest = Substring(line)
      var parts: [Substring] = []
      while rest.count > width {
        parts.append(rest.prefix(width))
        rest = rest.dropFirst(width)
      }
      return (parts + [rest]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Every line broken at blanks before a width, as an editor does.
  package static func wrapped(_ text: String, at width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var lines = [""]
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + word.count >= width {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Every line behind a mark, as mail and Markdown quote.
  package static func quotedLines(_ text: String, with mark: String = "> ") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { mark + $0 }.joined(separator: "\n")
  }

  /// Every line without its indentation.
  package static func flush(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
      .joined(separator: "\n")
  }
}

/// Reads Pods and Events from what `kubectl get` prints with `-o json` or `-o yaml`: single objects, lists, or
/// both side by side, with or without text around them.
package struct PodJSONReader {
  private let document: Document
  private var pods: [PodReading] = []
  private var events: [(event: KubeEvent, pod: String?, namespace: String?, uid: String?)] = []

  /// Every pod with its events; nil when the text holds no objects.
  ///
  /// Events without a pod form a pod of their own.
  package static func read(_ document: Document) -> [PodReading]? {
    let trees = trees(document)
    guard !trees.isEmpty else { return nil }
    var reader = PodJSONReader(document: document)
    for tree in trees { reader.collect(tree, depth: 0) }
    return reader.joined()
  }

  /// The same of a text that is a list as kubectl prints it and nothing else; nil when it is no JSON.
  static func read(list document: Document) -> [PodReading]? {
    guard let tree = try? JSONTree.read(document.bytes) else { return nil }
    var reader = PodJSONReader(document: document)
    reader.collect(tree, depth: 0)
    return reader.pods.isEmpty ? [] : reader.joined()
  }

  /// The objects of a document: the whole of it, a JSON text inside it, or its YAML.
  private static func trees(_ document: Document) -> [JSONTree] {
    if let tree = try? JSONTree.read(document.bytes) {
      if case .object = tree.kind { return [tree] }
      if case .array = tree.kind { return [tree] }
      return []
    }
    guard !document.bytes.isEmpty else { return [] }
    let open = (0..<document.lineCount).first { document.bytes[document.lineStarts[$0]] == UInt8(ascii: "{") }
    let close = (0..<document.lineCount).last { document.bytes[document.lineStarts[$0]] == UInt8(ascii: "}") }
    if let open, let close, open < close {
      let range = document.lineStarts[open]..<(document.lineStarts[close] + 1)
      if let tree = try? JSONTree.read(document.bytes, in: range) { return [tree] }
    }
    return BlockYAML.read(document)
  }

  private init(document: Document) { self.document = document }

  private mutating func collect(_ tree: JSONTree, depth: Int) {
    guard depth < 6 else { return }
    switch text(tree["kind"]) {
    case "Pod": pods.append(pod(tree))
    case "Event": events.append(event(tree))
    default:
      for element in tree.elements { collect(element, depth: depth + 1) }
      for member in tree.members where !member.value.members.isEmpty || !member.value.elements.isEmpty {
        collect(member.value, depth: depth + 1)
      }
      if tree["items"] != nil, text(tree["kind"])?.hasSuffix("List") == true { markEvents(tree) }
    }
  }

  /// An empty list of events still says that there are none.
  private mutating func markEvents(_ tree: JSONTree) {
    guard text(tree["kind"]) == "EventList" else { return }
    for index in pods.indices { pods[index].showsEvents = true }
  }

  /// The pods with their events, found by uid, else by name.
  private func joined() -> [PodReading] {
    var pods = self.pods
    var homes: [String: Int] = [:]
    func keys(_ uid: String?, _ namespace: String?, _ name: String?) -> [String] {
      [uid.map { "uid " + $0 }, name.map { (namespace ?? "") + "/" + $0 }].compactMap { $0 }
    }
    for (index, pod) in pods.enumerated().reversed() {
      for key in keys(pod.uid, pod.namespace?.value, pod.name?.value) { homes[key] = index }
    }
    for entry in events {
      let found = keys(entry.uid, entry.namespace, entry.pod).lazy.compactMap { homes[$0] }.first
      if let found, pods[found].uid == nil || entry.uid == nil || pods[found].uid == entry.uid {
        pods[found].events.append(entry.event)
        pods[found].showsEvents = true
      } else if self.pods.isEmpty {
        var pod = PodReading()
        pod.name = entry.pod.map { Located($0, entry.event.message.span) }
        pod.namespace = entry.namespace.map { Located($0, entry.event.message.span) }
        pod.uid = entry.uid
        pod.events = [entry.event]
        pod.showsEvents = true
        for key in keys(entry.uid, entry.namespace, entry.pod) { homes[key] = pods.count }
        pods.append(pod)
      }
    }
    return pods
  }

  // MARK: - Pod

  private func pod(_ tree: JSONTree) -> PodReading {
    var pod = PodReading()
    let metadata = tree["metadata"]
    let spec = tree["spec"]
    let status = tree["status"]
    pod.name = located(metadata?["name"])
    pod.namespace = located(metadata?["namespace"])
    pod.uid = text(metadata?["uid"])
    pod.created = text(metadata?["creationTimestamp"])
    pod.unplaced = status?["conditions"]?.elements.first {
      text($0["type"]) == "PodScheduled" && text($0["status"]) == "False"
    }.flatMap { text($0["reason"]) }
    pod.node = located(spec?["nodeName"])
    let selector = spec?["nodeSelector"]
    pod.pool = text(selector?["kubernetes.azure.com/agentpool"]) ?? text(selector?["agentpool"])
    pod.serviceAccount = located(spec?["serviceAccountName"])
    pod.phase = located(status?["phase"])
    pod.reason = located(status?["reason"])
    pod.message = passage(status?["message"])
    if let owner = metadata?["ownerReferences"]?.elements.first, let name = located(owner["name"]) {
      pod.owner = Located((text(owner["kind"]) ?? "") + "/" + name.value, name.span)
    }
    pod.pullSecrets = spec.map { $0["imagePullSecrets"]?.elements.compactMap { located($0["name"]) } ?? [] }
    let kinds: [(ContainerReading.Kind, String)] = [
      (.`init`, "initContainer"), (.app, "container"), (.ephemeral, "ephemeralContainer"),
    ]
    for (kind, key) in kinds {
      let statuses = status?[key + "Statuses"]?.elements ?? []
      for entry in spec?[key + "s"]?.elements ?? [] {
        guard let name = located(entry["name"]) else { continue }
        let state = statuses.first { text($0["name"]) == name.value }
        pod.containers.append(container(kind, name, entry, state))
      }
    }
    return pod
  }

  private func container(
    _ kind: ContainerReading.Kind, _ name: Located<String>, _ spec: JSONTree, _ status: JSONTree?
  ) -> ContainerReading {
    var container = ContainerReading(name: name, kind: kind)
    container.image = located(spec["image"])
    container.pullPolicy = text(spec["imagePullPolicy"])
    container.isReady = text(status?["ready"]).map { $0 == "true" }
    container.restarts = located(status?["restartCount"]).flatMap { value in
      Int(value.value).map { Located($0, value.span) }
    }
    if let (key, state) = status?["state"]?.members.first {
      container.state = ContainerReading.State(rawValue: key).map { Located($0, in: document, state.range) }
      container.reason = located(state["reason"])
      container.started = text(state["startedAt"])
      container.message = passage(state["message"])
      container.exitCode = located(state["exitCode"]).flatMap { value in
        Int(value.value).map { Located($0, value.span) }
      }
    }
    if let last = status?["lastState"]?.members.first?.value {
      container.lastReason = located(last["reason"])
      container.started = container.started ?? text(last["startedAt"])
      container.lastMessage = passage(last["message"])
    }
    return container
  }

  // MARK: - Events

  private func event(_ tree: JSONTree) -> (event: KubeEvent, pod: String?, namespace: String?, uid: String?) {
    let object = tree["involvedObject"] ?? tree["regarding"]
    let times = [tree["series"]?["lastObservedTime"], tree["lastTimestamp"], tree["eventTime"], tree["firstTimestamp"]]
    let time = times.lazy.compactMap { text($0) }.first ?? ""
    let message = passage(tree["message"]) ?? passage(tree["note"]) ?? Passage(document, [])
    let path = text(object?["fieldPath"]) ?? ""
    let name = path.split(separator: "{").dropFirst().first?.split(separator: "}").first.map(String.init)
    let event = KubeEvent(
      reason: located(tree["reason"]) ?? Located("", message.span), isWarning: text(tree["type"]) == "Warning",
      recency: Self.recency(time), container: name, message: message,
      first: text(tree["firstTimestamp"]) ?? text(tree["eventTime"]))
    return (event, text(object?["name"]), text(object?["namespace"]), text(object?["uid"]))
  }

  /// Order of RFC 3339 times in UTC, which is all that Kubernetes writes: the digits as one number.
  static func recency(_ time: String) -> Double {
    let parts = time.split(separator: ".", maxSplits: 1)
    let whole = Double(String(parts.first ?? "0").filter(\.isNumber)) ?? 0
    let fraction = parts.count > 1 ? Double("0." + parts[1].filter(\.isNumber)) ?? 0 : 0
    return whole + fraction
  }

  // MARK: - Values

  /// Bytes of a message at most.
  private static let reach = 32_000

  private func text(_ tree: JSONTree?) -> String? { tree?.scalar(in: document.bytes) }

  private func located(_ tree: JSONTree?) -> Located<String>? {
    guard let tree, let value = text(tree), !value.isEmpty else { return nil }
    return Located(value, in: document, tree.range)
  }

  private func passage(_ tree: JSONTree?) -> Passage? {
    guard let tree, text(tree)?.isEmpty == false else { return nil }
    let range = tree.range.prefix(Self.reach)
    let lines = document.lineIndex(at: range.lowerBound)...document.lineIndex(at: range.upperBound - 1)
    return Passage(document, lines.map { Line(document, document.range(ofLine: $0).clamped(to: range)).range })
  }
}

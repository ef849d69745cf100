/// An object in a stream of pods that is none.
enum OtherObject: Equatable {
  /// A list without anything.
  case emptyList
  /// An error of the API server, with its message.
  case status(String)
  /// Anything else, with its kind; empty when it names none.
  case kind(String)
}

/// Takes the objects of a fleet one after the other, in any order, and keeps only what may be needed in the end.
///
/// A pod that does well is counted and forgotten. Of any other, and of events that may tell something, the few values
/// that readers ask for are kept as bytes until all are there.
struct FleetIntake {
  /// Most events kept of one pod, the newest ones.
  static let eventLimit = 20

  /// A pod that may fail.
  private struct Suspect {
    let home: PodHome
    let json: [UInt8]
    /// Where it began in the stream.
    let offset: Int
  }

  private struct KeptEvent {
    let recency: Double
    let json: [UInt8]
  }

  /// Pods that came.
  private(set) var count = 0
  /// Whether an event came, of whatever it may be.
  private(set) var hasEvents = false
  /// What came that is no pod; nil when nothing did.
  private(set) var other: OtherObject?
  private(set) var places = FleetPlaces()
  private var suspects: [Suspect] = []
  private var events: [PodHome: [KeptEvent]] = [:]

  /// Takes an object that begins at an offset; the bytes are not used after it.
  mutating func take(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StreamFault) {
    let sketch = ObjectSketch(bytes)
    if sketch.isOdd { return try takeOdd(Array(bytes), offset) }
    if sketch.kind != .pod { take(sketch.kind == .event ? "Event" : sketch.otherName) { Array(bytes) } }
    switch sketch.kind {
    case .pod:
      count += 1
      let cursor = JSONCursor(bytes)
      if sketch.pod.isWell(cursor) { return settle(sketch.pod, cursor) }
      let json = Self.kept(.pod, "Pod", bytes)
      suspects.append(Suspect(home: sketch.pod.home(cursor), json: json, offset: offset))
    case .event where sketch.event.isTelling:
      keep(KeptEvent(recency: sketch.event.recency, json: Self.kept(.event, "Event", bytes)), of: sketch.event.home)
    case .event, .other: break
    }
  }

  /// Notes what is no pod; an error of the API server counts more than any other.
  private mutating func take(_ kind: String, _ bytes: () -> [UInt8]) {
    hasEvents = hasEvents || kind == "Event"
    switch kind {
    case "Status":
      let bytes = bytes()
      let tree = try? JSONTree.read(bytes)
      other = .status(tree?["message"]?.scalar(in: bytes) ?? "")
    // As a list without items is written that was never filled.
    case "List", "PodList": other = other ?? .emptyList
    default: if other == nil || other == .emptyList { other = .kind(kind) }
    }
  }

  /// Takes over the events of another intake.
  mutating func takeEvents(of other: FleetIntake) {
    hasEvents = true
    for (home, more) in other.events {
      for event in more { keep(event, of: home) }
    }
  }

  /// Pods that fail, in the order in which they came; pods of which that cannot be said are settled by this.
  mutating func failing() throws(StreamFault) -> [FailingPod] {
    var result: [FailingPod] = []
    for suspect in suspects {
      guard let reading = reading(of: suspect) else { throw .notJSON(offset: suspect.offset) }
      settle(reading)
      if let pod = FailingPod(reading) { result.append(pod) }
    }
    suspects = []
    return result
  }

  // MARK: - Bytes

  /// An object without what nobody asks for, with its kind in front.
  private static func kept(_ shape: JSONShape, _ kind: String, _ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var cursor = JSONCursor(bytes)
    var result: [UInt8] = []
    shape.copy(&cursor, into: &result)
    let isEmpty = result.count <= 2
    return Array(#"{"kind":"\#(kind)"\#(isEmpty ? "" : ",")"#.utf8) + result.dropFirst()
  }

  /// Takes an object that a quick look does not understand, because it has escapes in odd places or is no JSON.
  private mutating func takeOdd(_ bytes: [UInt8], _ offset: Int) throws(StreamFault) {
    guard let tree = try? JSONTree.read(bytes) else { throw .notJSON(offset: offset) }
    func text(_ tree: JSONTree?) -> String { tree?.scalar(in: bytes) ?? "" }
    if text(tree["kind"]) != "Pod" { take(text(tree["kind"])) { bytes } }
    switch text(tree["kind"]) {
    case "Pod":
      count += 1
      let metadata = tree["metadata"]
      let home = PodHome(namespace: text(metadata?["namespace"]), name: text(metadata?["name"]))
      suspects.append(Suspect(home: home, json: bytes, offset: offset))
    case "Event" where text(tree["type"]) == "Warning" && KubeEvent.isTelling(text(tree["reason"])):
      let object = tree["involvedObject"] ?? tree["regarding"]
      let time = EventSketch.recency(
        [text(tree["series"]?["lastObservedTime"])]
          + ["lastTimestamp", "eventTime", "firstTimestamp"].map { text(tree[$0]) })
      keep(
        KeptEvent(recency: time, json: bytes),
        of: PodHome(namespace: text(object?["namespace"]), name: text(object?["name"])))
    default: break
    }
  }

  /// Keeps an event, and of too many of one pod the newest ones.
  private mutating func keep(_ event: KeptEvent, of home: PodHome) {
    var all = events.removeValue(forKey: home) ?? []
    all.append(event)
    if all.count > Self.eventLimit, let oldest = all.indices.min(by: { all[$0].recency < all[$1].recency }) {
      all.remove(at: oldest)
    }
    events[home] = all
  }

  // MARK: - Places

  /// A pod that does well says where its images can be had.
  private mutating func settle(_ pod: PodSketch, _ cursor: JSONCursor) {
    guard let node = pod.node, !node.isEmpty else { return }
    let number = places.add(node: cursor.string(node), pool: pod.pool.map { cursor.string($0) })
    for stay in pod.stays(cursor) { places.add(stay, on: number) }
  }

  private mutating func settle(_ pod: PodReading) {
    guard let node = pod.node?.value else { return }
    let number = places.add(node: node, pool: pod.pool)
    for container in pod.containers where container.hasPulled {
      guard let image = container.image?.value else { continue }
      var stay = FleetPlaces.Stay(image: image, namespace: pod.namespace?.value ?? "")
      stay.created = FleetPlaces.time(pod.created ?? "")
      if container.pullPolicy == "Always" { stay.asked = FleetPlaces.time(container.started ?? "") }
      places.add(stay, on: number)
    }
  }

  /// The pod with its events.
  private func reading(of suspect: Suspect) -> PodReading? {
    var bytes = Array(#"{"items":["#.utf8) + suspect.json
    for event in events[suspect.home] ?? [] {
      bytes.append(Byte.comma)
      bytes += event.json
    }
    bytes += Array("]}".utf8)
    let provenance = Provenance(.command, source: "")
    return PodJSONReader.read(list: Document(id: "pods", title: "pods", provenance: provenance, bytes: bytes))?.first
  }
}

extension ContainerReading {
  /// Whether its image was on the node once: it ran, or failed at what comes after the pull.
  fileprivate var hasPulled: Bool {
    if lastReason != nil || (restarts?.value ?? 0) > 0 { return true }
    switch state?.value {
    case .running: return true
    // The node was lost, and with it whether the container ever ran.
    case .terminated: return reason?.value != "ContainerStatusUnknown"
    case .waiting: return reason.map { Self.laterReasons.contains($0.value) } ?? false
    case nil: return false
    }
  }

  private static let laterReasons = [
    "CrashLoopBackOff", "RunContainerError", "CreateContainerError", "CreateContainerConfigError",
  ]
}

/// What a quick look at an object of a list tells: its kind, and of pods and events enough to leave most of them at that.
struct ObjectSketch {
  enum Kind { case pod, event, other }

  private(set) var pod = PodSketch()
  private(set) var event = EventSketch()
  /// Whether only a reader of trees can tell what it is.
  private(set) var isOdd = false
  private var named: Kind?
  /// The kind as it is named, of anything but pods and events.
  private(set) var otherName = ""

  private enum Key: String, CaseIterable {
    case kind, metadata, spec, status, involvedObject, regarding, type, reason
    case series, lastTimestamp, eventTime, firstTimestamp
  }

  private static let names = JSONNames(Key.self)

  init(_ bytes: UnsafeRawBufferPointer) {
    var cursor = JSONCursor(bytes)
    cursor.members(Self.names) { cursor, key in
      switch key {
      case .kind: readKind(&cursor)
      case .metadata: pod.readMetadata(&cursor)
      case .spec: pod.readSpec(&cursor)
      case .status: pod.readStatus(&cursor)
      case .involvedObject, .regarding: event.readObject(&cursor)
      case .type: event.isWarning = cursor.text().map { cursor.holds("Warning", $0) } ?? false
      case .series: event.readSeries(&cursor)
      case .lastTimestamp: event.times[1] = Self.string(&cursor)
      case .eventTime: event.times[2] = Self.string(&cursor)
      case .firstTimestamp: event.times[3] = Self.string(&cursor)
      case .reason: event.reason = cursor.text().map { cursor.string($0) } ?? ""
      }
    }
    isOdd = cursor.isOdd
  }

  private static func string(_ cursor: inout JSONCursor) -> String {
    cursor.text().map { cursor.string($0) } ?? ""
  }

  /// The kind; objects of a list that names it once have none of their own and tell it by their parts.
  var kind: Kind { named ?? (event.hasObject ? .event : pod.isComplete ? .pod : .other) }

  private mutating func readKind(_ cursor: inout JSONCursor) {
    guard let text = cursor.text() else { return }
    named = cursor.holds("Pod", text) ? .pod : cursor.holds("Event", text) ? .event : .other
    if named == .other { otherName = cursor.string(text) }
  }
}

/// What a quick look at an event tells.
struct EventSketch {
  var isWarning = false
  var reason = ""
  /// When it was last seen, in the order in which they count; empty where it does not tell.
  var times = ["", "", "", ""]
  private(set) var hasObject = false
  private var isOfPod = true
  /// Namespace and name of what it is about.
  private(set) var home = PodHome(namespace: "", name: "")

  private enum Key: String, CaseIterable { case kind, namespace, name }

  private static let names = JSONNames(Key.self)

  mutating func readObject(_ cursor: inout JSONCursor) {
    hasObject = true
    cursor.members(Self.names) { cursor, key in
      guard let text = cursor.text() else { return }
      switch key {
      case .kind: isOfPod = cursor.holds("Pod", text)
      case .namespace: home.namespace = cursor.string(text)
      case .name: home.name = cursor.string(text)
      }
    }
  }

  private enum SeriesKey: String, CaseIterable { case lastObservedTime }
  private static let seriesNames = JSONNames(SeriesKey.self)

  mutating func readSeries(_ cursor: inout JSONCursor) {
    cursor.members(Self.seriesNames) { cursor, _ in times[0] = cursor.text().map { cursor.string($0) } ?? "" }
  }

  /// How recent it is; larger is newer.
  var recency: Double { Self.recency(times) }

  /// How recent an event of some times is.
  static func recency(_ times: [String]) -> Double { PodJSONReader.recency(times.first { !$0.isEmpty } ?? "") }

  /// Whether it can tell why a pod fails.
  var isTelling: Bool { isWarning && isOfPod && KubeEvent.isTelling(reason) }
}

/// Where a pod is found in a list.
struct PodHome: Hashable, Sendable {
  var namespace: String
  var name: String
}

extension KubeEvent {
  /// Whether a warning with a reason can tell why a pod fails; others are left out of lists of many pods.
  static func isTelling(_ reason: String) -> Bool {
    CaseReader.tellingReasons.contains(reason) || reason.hasPrefix("FailedCreatePodSand")
      || Failure.events[reason] != nil
  }
}

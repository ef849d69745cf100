/// What a quick look at a pod tells: whether it certainly does well, and where it runs what.
///
/// A pod does well when it ended well, or when it runs and each of its containers is ready or ended well, and nothing
/// in its states is left to be explained. Of any other only a reader of its whole tree, and of its events, can tell.
struct PodSketch {
  private enum List: CaseIterable { case ini, app, ephemeral }

  private struct Container {
    var list: List
    var name: Range<Int>?
    var image: Range<Int>?
    var pullsAlways = false
  }

  private struct Status {
    var list: List
    var name: Range<Int>?
    var isReady = false
    var isRunning = false
    var hasEnded = false
    var started: Range<Int>?
    /// Whether a message or a reason asks for a closer look.
    var isNoted = false
  }

  private var name: Range<Int>?
  private var namespace: Range<Int>?
  private var created: Range<Int>?
  private(set) var node: Range<Int>?
  /// Node pool that it asks for.
  private(set) var pool: Range<Int>?
  private var containers: [Container] = []
  private var statuses: [Status] = []
  private var isRunning = false
  private var hasSucceeded = false
  private var hasReason = false

  // MARK: - Reading

  private enum MetadataKey: String, CaseIterable { case name, namespace, creationTimestamp }
  private static let metadataNames = JSONNames(MetadataKey.self)

  mutating func readMetadata(_ cursor: inout JSONCursor) {
    cursor.members(Self.metadataNames) { cursor, key in
      switch key {
      case .name: name = cursor.text()
      case .namespace: namespace = cursor.text()
      case .creationTimestamp: created = cursor.text()
      }
    }
  }

  private enum SpecKey: String, CaseIterable {
    case nodeName, nodeSelector, containers, initContainers, ephemeralContainers
  }
  private static let specNames = JSONNames(SpecKey.self)

  mutating func readSpec(_ cursor: inout JSONCursor) {
    cursor.members(Self.specNames) { cursor, key in
      switch key {
      case .nodeName: node = cursor.text()
      case .nodeSelector: readSelector(&cursor)
      case .containers: readContainers(&cursor, .app)
      case .initContainers: readContainers(&cursor, .ini)
      case .ephemeralContainers: readContainers(&cursor, .ephemeral)
      }
    }
  }

  private enum SelectorKey: String, CaseIterable { case agentpool, full = "kubernetes.azure.com/agentpool" }
  private static let selectorNames = JSONNames(SelectorKey.self)

  private mutating func readSelector(_ cursor: inout JSONCursor) {
    cursor.members(Self.selectorNames) { cursor, key in
      let text = cursor.text()
      if key == .full || pool == nil { pool = text }
    }
  }

  private enum ContainerKey: String, CaseIterable { case name, image, imagePullPolicy }
  private static let containerNames = JSONNames(ContainerKey.self)

  private mutating func readContainers(_ cursor: inout JSONCursor, _ list: List) {
    guard cursor.enter(Byte.openBracket) else { return }
    while cursor.element() {
      var container = Container(list: list)
      cursor.members(Self.containerNames) { cursor, key in
        switch key {
        case .name: container.name = cursor.text()
        case .image: container.image = cursor.text()
        case .imagePullPolicy: container.pullsAlways = cursor.text().map { cursor.holds("Always", $0) } ?? false
        }
      }
      containers.append(container)
    }
  }

  private enum StatusKey: String, CaseIterable {
    case phase, reason, containerStatuses, initContainerStatuses, ephemeralContainerStatuses
  }
  private static let statusNames = JSONNames(StatusKey.self)

  mutating func readStatus(_ cursor: inout JSONCursor) {
    cursor.members(Self.statusNames) { cursor, key in
      switch key {
      case .phase:
        guard let text = cursor.text() else { return }
        isRunning = cursor.holds("Running", text)
        hasSucceeded = cursor.holds("Succeeded", text)
      case .reason:
        hasReason = true
        cursor.skip()
      case .containerStatuses: readStatuses(&cursor, .app)
      case .initContainerStatuses: readStatuses(&cursor, .ini)
      case .ephemeralContainerStatuses: readStatuses(&cursor, .ephemeral)
      }
    }
  }

  private enum EntryKey: String, CaseIterable { case name, ready, state, lastState }
  private static let entryNames = JSONNames(EntryKey.self)

  private mutating func readStatuses(_ cursor: inout JSONCursor, _ list: List) {
    guard cursor.enter(Byte.openBracket) else { return }
    while cursor.element() {
      var status = Status(list: list)
      cursor.members(Self.entryNames) { cursor, key in
        switch key {
        case .name: status.name = cursor.text()
        case .ready: status.isReady = cursor.truth()
        case .state: Self.readState(&cursor, &status, isLast: false)
        case .lastState: Self.readState(&cursor, &status, isLast: true)
        }
      }
      statuses.append(status)
    }
  }

  private enum DetailKey: String, CaseIterable { case reason, message, startedAt }
  private static let detailNames = JSONNames(DetailKey.self)

  private static func readState(_ cursor: inout JSONCursor, _ status: inout Status, isLast: Bool) {
    guard cursor.enter(Byte.openBrace) else { return }
    var count = 0
    while let key = cursor.key() {
      count += 1
      var isCompleted = false
      var hasReason = false
      cursor.members(Self.detailNames) { cursor, detail in
        switch detail {
        case .message:
          status.isNoted = true
          cursor.skip()
        case .reason:
          hasReason = true
          isCompleted = cursor.text().map { cursor.holds("Completed", $0) } ?? false
        case .startedAt:
          let time = cursor.text()
          if !isLast { status.started = time }
        }
      }
      if isLast { continue }
      status.isRunning = cursor.holds("running", key) && !hasReason
      status.hasEnded = cursor.holds("terminated", key) && isCompleted
    }
    // Only the first of several counts.
    if count > 1 { status.isNoted = true }
  }

  // MARK: - Answers

  /// Whether it is a pod at all, by its parts.
  var isComplete: Bool { !containers.isEmpty }

  /// Whether no reader of trees would say that it fails, whatever its events are.
  func isWell(_ cursor: JSONCursor) -> Bool {
    if hasSucceeded { return true }
    guard isRunning, !hasReason, node?.isEmpty == false,
      statuses.allSatisfy({ !$0.isNoted && ($0.isRunning && $0.isReady || $0.hasEnded) })
    else { return false }
    var runs = false
    for container in containers {
      guard let status = status(of: container, cursor) else { return false }
      runs = runs || status.isRunning
    }
    // Where nothing runs, an event of the sandbox can still tell of a failure.
    return runs
  }

  /// Namespace and name.
  func home(_ cursor: JSONCursor) -> PodHome {
    PodHome(namespace: namespace.map { cursor.string($0) } ?? "", name: name.map { cursor.string($0) } ?? "")
  }

  /// What its containers run, for one that does well.
  func stays(_ cursor: JSONCursor) -> [FleetPlaces.Stay] {
    let created = created.map { FleetPlaces.time(cursor.string($0)) } ?? 0
    let namespace = namespace.map { cursor.string($0) } ?? ""
    return containers.compactMap { container in
      guard let image = container.image else { return nil }
      var stay = FleetPlaces.Stay(image: cursor.string(image), namespace: namespace, created: created)
      if container.pullsAlways, let started = status(of: container, cursor)?.started {
        stay.asked = FleetPlaces.time(cursor.string(started))
      }
      return stay
    }
  }

  private func status(of container: Container, _ cursor: JSONCursor) -> Status? {
    guard let name = container.name, !name.isEmpty else { return nil }
    return statuses.first { status in
      status.list == container.list && status.name.map { cursor.areEqual($0, name) } == true
    }
  }
}

/// Reads the text of `kubectl describe pod`, kubectl 1.20 to 1.37, one pod or several.
///
/// The reader goes by words, not by indentation, because pasted text often lost it. Lines that belong to
/// no known place are skipped; that is not an error.
struct DescribeReader {
  private let document: Document
  private var pods: [PodReading] = []
  private var pod = PodReading()
  private var section = Section.head
  private var container: ContainerReading?
  private var state = StateBlock.none
  private var event: (draft: EventLine, ranges: [Range<Int>])?
  private var eventCount = 0
  /// Line that is being read, from 0.
  private var index = 0
  /// Whether the event of the line before may go on.
  private var goesOn = false

  private enum Section { case head, containers(ContainerReading.Kind), events, other }
  private enum StateBlock { case none, now, last }

  /// Every pod that the text describes, in order; empty when it describes none.
  static func read(_ document: Document) -> [PodReading] {
    var reader = DescribeReader(document: document)
    for index in 0..<document.lineCount {
      reader.index = index
      reader.take(Line(document, document.range(ofLine: index)))
    }
    reader.closePod()
    return reader.pods
  }

  private init(document: Document) { self.document = document }

  private mutating func take(_ line: Line) {
    guard !line.range.isEmpty else {
      goesOn = false
      return
    }
    if case .events = section, !startsPod(line), !line.isSectionStart { return takeEvent(line) }
    if takeSection(line) { return }
    switch section {
    case .head:
      if line.key == nil, let draft = EventLine(document, line.range), draft.age != nil {
        open(.events)
        pod.showsEvents = true
        takeEvent(line)
      } else {
        takeHead(line)
      }
    case .containers(let kind): takeContainer(line, kind)
    case .events, .other: break
    }
  }

  /// The next line that is not blank.
  private var next: Line? {
    var number = index + 1
    while number < document.lineCount, number < index + 4 {
      let line = Line(document, document.range(ofLine: number))
      if !line.range.isEmpty { return line }
      number += 1
    }
    return nil
  }

  // MARK: - Sections

  /// `Name:` begins a pod; inside one, where volumes have names too, only with the namespace behind it.
  private func startsPod(_ line: Line) -> Bool {
    guard line.key == "Name", line.value != nil else { return false }
    if case .head = section, pod.name == nil { return true }
    return line.indent <= 2 && ["Namespace", "Priority"].contains(next?.key)
  }

  private mutating func takeSection(_ line: Line) -> Bool {
    if startsPod(line) {
      closePod()
      pod.name = line.located
      return true
    }
    switch line.key {
    case "Init Containers": open(.containers(.`init`))
    case "Containers": open(.containers(.app))
    case "Ephemeral Containers": open(.containers(.ephemeral))
    case "Events":
      open(.events)
      pod.showsEvents = true
    case "Conditions", "Volumes", "QoS Class", "Node-Selectors", "Tolerations": open(.other)
    default: return false
    }
    return true
  }

  private mutating func open(_ next: Section) {
    closeContainer()
    closeEvent()
    section = next
  }

  private mutating func closePod() {
    closeContainer()
    closeEvent()
    if pod.name != nil || !pod.containers.isEmpty || !pod.events.isEmpty { pods.append(pod) }
    pod = PodReading()
    section = .head
    eventCount = 0
  }

  // MARK: - Head

  private mutating func takeHead(_ line: Line) {
    guard let value = line.located, value.value != "<none>" else { return }
    switch line.key {
    case "Namespace": pod.namespace = value
    case "Service Account": pod.serviceAccount = value
    case "Start Time": pod.started = DescribedTime.sortable(value.value)
    case "Node":
      pod.node = line.located(upTo: Byte.slash)
    case "Status":
      pod.phase = Located(value.value.split(separator: " ").first.map(String.init) ?? value.value, value.span)
    case "Reason": pod.reason = value
    case "Message": pod.message = Passage(document, [line.valueRange])
    case "Controlled By": pod.owner = value
    default: break
    }
  }

  // MARK: - Containers

  private mutating func takeContainer(_ line: Line, _ kind: ContainerReading.Kind) {
    guard let value = line.located else {
      // A bare `name:` opens the next container; bare keys inside one are known by their words.
      if let key = line.key, Line.isName(key), ["Container ID", "Image"].contains(next?.key) {
        closeContainer()
        container = ContainerReading(name: line.locatedKey, kind: kind)
      }
      return
    }
    switch line.key {
    case "Image": container?.image = value
    case "State":
      state = .now
      container?.state = ContainerReading.State(rawValue: value.value.lowercased()).map { Located($0, value.span) }
    case "Last State": state = .last
    case "Reason": setReason(value)
    case "Message": setMessage(Passage(document, [line.valueRange]))
    case "Exit Code":
      if state == .now { container?.exitCode = Int(value.value).map { Located($0, value.span) } }
    case "Ready":
      state = .none
      container?.isReady = value.value == "True"
    case "Restart Count": container?.restarts = Int(value.value).map { Located($0, value.span) }
    default: break
    }
  }

  private mutating func setReason(_ value: Located<String>) {
    if state == .now { container?.reason = value } else if state == .last { container?.lastReason = value }
  }

  private mutating func setMessage(_ passage: Passage) {
    if state == .now { container?.message = passage } else if state == .last { container?.lastMessage = passage }
  }

  private mutating func closeContainer() {
    if let container { pod.containers.append(container) }
    container = nil
    state = .none
  }

  // MARK: - Events

  private mutating func takeEvent(_ line: Line) {
    if let draft = EventLine(document, line.range) {
      closeEvent()
      event = (draft, [draft.message])
      goesOn = true
    } else if goesOn, !line.isRule, !line.beginsRecord, (event?.ranges.count ?? Self.reach) < Self.reach {
      event?.ranges.append(line.range)
    } else {
      goesOn = false
    }
  }

  /// Lines of one event at most.
  private static let reach = 60

  private mutating func closeEvent() {
    guard let (draft, ranges) = event else { return }
    event = nil
    eventCount += 1
    let path = EventLine.fieldPath(document, ranges[0])
    var rest = ranges
    rest[0] = path.rest
    pod.events.append(
      KubeEvent(
        reason: draft.reason, isWarning: draft.isWarning,
        // Ages are whole seconds at best: of two events of one age the later line is the newer one.
        recency: -Double(draft.age ?? 0) + Double(eventCount) / 1_000_000,
        container: path.container, message: Passage(document, rest)))
  }
}

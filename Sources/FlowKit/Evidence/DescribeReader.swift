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
  /// Message of the pod or of a state that goes on over several lines.
  private var key = ""

  private enum Section { case head, containers(ContainerReading.Kind), events, other }
  private enum StateBlock { case none, now, last }

  /// Every pod that the text describes, in order; empty when it describes none.
  static func read(_ document: Document) -> [PodReading] {
    var reader = DescribeReader(document: document)
    for index in 0..<document.lineCount { reader.take(document.range(ofLine: index)) }
    reader.closePod()
    return reader.pods
  }

  private init(document: Document) { self.document = document }

  private mutating func take(_ whole: Range<Int>) {
    let line = Line(document, whole)
    guard !line.text.isEmpty else { return }
    if case .events = section, !startsPod(line), !line.isSectionStart { return takeEvent(line) }
    if takeSection(line) { return }
    switch section {
    case .head: takeHead(line)
    case .containers(let kind): takeContainer(line, kind)
    case .events, .other: break
    }
  }

  // MARK: - Sections

  private func startsPod(_ line: Line) -> Bool { line.key == "Name" && line.value != nil && line.indent <= 2 }

  private mutating func takeSection(_ line: Line) -> Bool {
    if startsPod(line), container == nil || line.indent == 0 {
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
      if let key = line.key, Line.isName(key), !Self.blocks.contains(key) {
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

  private static let blocks: Set<String> = [
    "limits", "requests", "mounts", "environment", "args", "command", "devices",
  ]

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
    } else if event != nil, !line.isRule {
      event?.ranges.append(line.range)
    }
  }

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

/// A line of `Key:   value`, with the places of both.
struct Line {
  let document: Document
  /// Without blanks at either end and without a quoting `>` in front.
  let range: Range<Int>
  let indent: Int
  let key: String?
  let valueRange: Range<Int>

  init(_ document: Document, _ whole: Range<Int>) {
    let bytes = document.bytes
    var start = whole.lowerBound
    var end = whole.upperBound
    while start < end, Byte.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ">") { start += 1 }
    while end > start, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    self.document = document
    self.range = start..<end
    self.indent = start - whole.lowerBound
    if let colon = bytes[start..<end].firstIndex(of: Byte.colon), colon - start < 40,
      colon + 1 == end || Byte.isBlank(bytes[colon + 1])
    {
      var value = colon + 1
      while value < end, Byte.isBlank(bytes[value]) { value += 1 }
      self.key = document.string(start..<colon)
      self.valueRange = value..<end
    } else {
      self.key = nil
      self.valueRange = end..<end
    }
  }

  var text: String { document.string(range) }
  var value: String? { valueRange.isEmpty ? nil : document.string(valueRange) }
  var located: Located<String>? { value.map { Located($0, document.span(valueRange)) } }

  /// The value up to a byte.
  func located(upTo byte: UInt8) -> Located<String>? {
    let end = document.bytes[valueRange].firstIndex(of: byte) ?? valueRange.upperBound
    let part = valueRange.lowerBound..<end
    return part.isEmpty ? nil : Located(document.string(part), document.span(part))
  }

  /// The key with its place.
  var locatedKey: Located<String> {
    let name = key ?? ""
    return Located(name, document.span(range.lowerBound..<(range.lowerBound + name.utf8.count)))
  }

  /// The dashes under the header of a table.
  var isRule: Bool { text.hasPrefix("----") || text.hasPrefix("Type ") || text.hasPrefix("```") }

  /// Whether the line begins a new part of a description, so that it cannot go on an event.
  var isSectionStart: Bool {
    indent == 0 && ["Namespace", "Containers", "Init Containers", "Conditions", "Volumes"].contains(key)
  }

  /// Whether a word can be the name of a container.
  static func isName(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || Byte.isDigit($0) || $0 == UInt8(ascii: "-") }
  }
}

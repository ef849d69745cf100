extension Line {
  /// Whether a line begins something of its own: an event, a log line, a field of YAML, a row of a table.
  var beginsRecord: Bool {
    if isCutOff { return false }
    let text = self.text
    if Self.starts.contains(where: { text.hasPrefix($0) }) { return true }
    if let key, Self.fields.contains(key) { return true }
    var words = Words(document, range)
    guard let first = words.next() else { return true }
    let head = document.string(first)
    if Words.seconds(head) != nil, head.count > 1 { return true }
    if let second = words.next() {
      if Self.isMonth(head), Byte.isDigit(document.bytes[second.lowerBound]) { return true }
      // "current time T is after …" was broken before the time.
      if document.string(second) == "is" { return false }
    }
    // Times of logs: 2026-11-21T03:20, I1121, time="…", [2026-11-21.
    let time = head.drop { $0 == "[" }
    return time.hasPrefix("20") && time.count >= 10 && (time.contains("-") || time.contains("/"))
      || head.count == 5 && "IWEF".contains(head.prefix(1)) && head.dropFirst().allSatisfy(\.isNumber)
      || head.hasPrefix("time=") || head.hasPrefix("level=") || head.contains("[0") && head.hasSuffix("]")
  }

  /// Whether a terminal cut the line before at its width, so that this one goes on with it.
  private var isCutOff: Bool {
    let line = document.lineIndex(at: range.lowerBound)
    return document.isCut && line > 0 && document.range(ofLine: line - 1).count == document.widest
  }

  private static func isMonth(_ word: String) -> Bool {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].contains(word)
  }

  private static let starts = [
    "Normal ", "Warning ", "Normal\t", "Warning\t", "- ", "```", "Failed to pull", "Back-off", "Error: ", "NAME ",
    "LAST SEEN", "Events:", "$ ", "# ", "----", "+ ", "ctr: ", "Error response", "panic:",
  ]
  private static let fields: Set<String> = [
    "reason", "type", "name", "image", "imageID", "lastState", "state", "ready", "restartCount", "started", "metadata",
    "count", "firstTimestamp", "lastTimestamp", "involvedObject", "source", "kind", "apiVersion", "phase", "hostIP",
    "waiting", "qosClass", "startTime", "containerID", "message", "reportingComponent", "eventTime",
  ]
}

/// Finds messages about a pod in text of any kind: logs, tables of events, YAML, chat, an error alone.
struct LooseReader {
  /// One message with what stands around it.
  struct Notice {
    var passage: Passage
    var error: PullError?
    var failure: Failure?
  }

  /// Messages in the order of the text.
  static func read(_ document: Document) -> [Notice] {
    var lines: [Int] = []
    scanner.scan(document.bytes) { word, end in
      var line = document.lineIndex(at: end - 1)
      // A word that was broken over a line end begins on the line before.
      if line > 0, end - document.lineStarts[line] < words[word].utf8.count { line -= 1 }
      if lines.last.map({ line > $0 }) ?? true { lines.append(line) }
    }
    var notices: [Notice] = []
    var covered = -1
    for line in lines where line > covered {
      let ranges = Self.ranges(document, from: line)
      covered = line + ranges.count - 1
      notices.append(notice(Passage(document, ranges)))
    }
    return notices
  }

  private static func notice(_ passage: Passage) -> Notice {
    let failure = Failure.read(passage)
    // A sandbox without network and a crash name no image; what they say outranks loose words about pulls.
    if let failure, failure.kind != "crash" { return Notice(passage: passage, error: nil, failure: failure) }
    if let error = PullError(loose: passage) { return Notice(passage: passage, error: error, failure: nil) }
    return Notice(passage: passage, error: nil, failure: failure)
  }

  private static let words = MessageReader.marks + Failure.words
  private static let scanner = WordScanner(words)

  /// The line and those that go on with it.
  private static func ranges(_ document: Document, from line: Int) -> [Range<Int>] {
    var ranges = [Line(document, document.range(ofLine: line)).range]
    var index = line + 1
    while index < document.lineCount, ranges.count < 40 {
      let next = Line(document, document.range(ofLine: index))
      if next.range.isEmpty || beginsRecord(next) { break }
      ranges.append(next.range)
      index += 1
    }
    return ranges
  }

  /// Whether a line begins something of its own: an event, a log line, a field of YAML, a row of a table.
  private static func beginsRecord(_ line: Line) -> Bool {
    let text = line.text
    if starts.contains(where: { text.hasPrefix($0) }) { return true }
    if let key = line.key, fields.contains(key) { return true }
    var words = Words(line.document, line.range)
    guard let first = words.next() else { return true }
    let head = line.document.string(first)
    if Words.seconds(head) != nil, head.count > 1 { return true }
    // Times of logs: 2026-11-21T03:20, I1121, time="…".
    return head.hasPrefix("20") && head.count >= 10 && head.contains("-")
      || head.count == 5 && "IWEF".contains(head.prefix(1)) && head.dropFirst().allSatisfy(\.isNumber)
      || head.hasPrefix("time=")
  }

  private static let starts = [
    "Normal ", "Warning ", "- ", "```", "Failed to pull", "Back-off", "Error: ", "NAME ", "LAST SEEN", "Events:", "$ ",
    "----",
  ]
  private static let fields: Set<String> = [
    "reason", "type", "name", "image", "imageID", "lastState", "state", "ready", "restartCount", "started", "metadata",
    "count", "firstTimestamp", "lastTimestamp", "involvedObject", "source", "kind", "apiVersion", "phase", "hostIP",
    "waiting", "qosClass", "startTime", "containerID", "message",
  ]
}

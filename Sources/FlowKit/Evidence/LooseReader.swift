/// Finds messages about a pod in text of any kind: logs, tables of events, chat, an error alone.
struct LooseReader {
  /// One message with what stands around it.
  struct Notice {
    var error: PullError?
    /// Whether the words are those of a pull only.
    var isSure = false
    var failure: Failure?
  }

  let document: Document
  /// Places of the words found, in the order of the text, one per message at most.
  private let hits: [Int]
  private let known = Continuations()

  /// Messages read at most, the newest first; a log repeats itself long before.
  private static let limit = 1500
  /// Bytes of one message at most before and after the word that was found.
  private static let reach = (before: 2000, after: 16000)

  /// Finds the messages; lines that tables of pods take up are left out.
  init(_ document: Document, without taken: Set<Int> = []) {
    self.document = document
    var hits: [Int] = []
    var line = -1
    Self.scanner.scan(document.bytes) { word, end in
      var next = document.lineIndex(at: end - 1)
      // A word that was broken over a line end begins on the line before.
      if next > 0, end - document.lineStarts[next] < Self.words[word].utf8.count { next -= 1 }
      guard !taken.contains(next) else { return }
      let place = max(document.lineStarts[next], end - 200)
      if next > line || place > (hits.last ?? 0) + Self.reach.after { hits.append(place) }
      line = max(line, next)
    }
    self.hits = hits
  }

  /// Messages in reverse order of the text, each text once.
  var newestFirst: some Sequence<Notice> {
    var index = hits.count - 1
    var left = Self.limit
    var seen: Set<[UInt8]> = []
    return AnyIterator {
      while index >= 0, left > 0 {
        let start = message(before: &index)
        left -= 1
        let passage = Passage(document, ranges(start))
        let folded = passage.folded
        guard seen.insert(folded.bytes).inserted else { continue }
        return Self.notice(passage, folded)
      }
      return nil
    }
  }

  /// The last message that tells which pull secret is absent.
  var missingSecret: Located<String>? {
    for hit in hits.reversed().prefix(Self.limit) {
      let folded = Passage(document, ranges(hit)).folded
      let all = 0..<folded.bytes.count
      if folded.find("retrievesomeimagepullsecrets(", in: all) != nil { return CaseReader.missingSecret(folded) }
      if folded.find(Self.secretLog, in: all) != nil { return Self.secretOfLog(folded) }
    }
    return nil
  }

  private static let secretLog = "unabletoretrievepullsecret"

  /// The name in `due to secret "a" not found`.
  ///
  /// Source: log of kubelets before Kubernetes 1.28, which know no event for it.
  private static func secretOfLog(_ folded: Folded) -> Located<String>? {
    guard let open = folded.find("duetosecret\"", in: 0..<folded.bytes.count),
      let close = folded.find("\"notfound", in: open.upperBound..<folded.bytes.count)
    else { return nil }
    let name = open.upperBound..<close.lowerBound
    return Located(folded.original(name), folded.span([name]))
  }

  /// Whether an image came to a node.
  var tellsOfSuccess: Bool {
    var isFound = false
    Self.successes.scan(document.bytes) { _, _ in isFound = true }
    return isFound
  }

  private static let successes = WordScanner(["successfullypulledimage", "alreadypresentonmachine"])

  /// Where the message of a hit begins: a hit on a line that goes on an earlier message belongs to that one.
  private func message(before index: inout Int) -> Int {
    var start = hits[index]
    index -= 1
    while index >= 0 {
      let earlier = ranges(hits[index])
      guard earlier.count > 1, let end = earlier.last?.upperBound, end > start else { break }
      start = hits[index]
      index -= 1
    }
    return start
  }

  private static func notice(_ passage: Passage, _ folded: Folded) -> Notice {
    // What is not found there is a secret.
    if folded.find(Self.secretLog, in: 0..<folded.bytes.count) != nil { return Notice() }
    // A sandbox without network names no image; what it says outranks loose words about pulls.
    if let failure = Failure.read(passage, folded) { return Notice(failure: failure) }
    let certainty = MessageReader.certainty(folded)
    guard certainty != .no else { return Notice(failure: Failure.readLast(passage, folded)) }
    let failure = certainty == .maybe ? Failure.readLast(passage, folded) : nil
    return Notice(error: PullError(passage, folded), isSure: certainty == .sure, failure: failure)
  }

  private static let words = MessageReader.marks + MessageReader.hints + Failure.words
  private static let scanner = WordScanner(words)

  /// The line of a hit and those that go on with it.
  private func ranges(_ hit: Int) -> [Range<Int>] {
    let line = document.lineIndex(at: hit)
    let whole = document.range(ofLine: line)
    let near = max(whole.lowerBound, hit - Self.reach.before)..<min(whole.upperBound, hit + Self.reach.after)
    var ranges = [Line(document, near).range]
    var index = line + 1
    while index < document.lineCount, ranges.count < 40, near.upperBound == whole.upperBound {
      guard let next = continuation(index) else { break }
      ranges.append(next)
      index += 1
    }
    return ranges
  }

  /// What a line adds to a message before it; nil when it begins something of its own.
  private func continuation(_ index: Int) -> Range<Int>? {
    if let known = known.ranges[index] { return known }
    let whole = document.range(ofLine: index)
    var result: Range<Int>?
    if whole.count < Self.reach.after {
      let next = Line(document, whole)
      if !next.range.isEmpty, !next.beginsRecord { result = next.range }
    }
    // Only the lines around the last hit are asked for again.
    if known.ranges.count > 4096 { known.ranges = [:] }
    known.ranges[index] = .some(result)
    return result
  }
}

/// Lines that were looked at: hits stand close together, and each asks for the same lines behind it.
private final class Continuations {
  var ranges: [Int: Range<Int>?] = [:]
}

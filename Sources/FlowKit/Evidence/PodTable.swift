/// Rows of `kubectl get pods`, found by their shape: a name, `ready/total`, a status, a number of restarts.
struct PodTable {
  /// One pod of the table.
  struct Row {
    let podCase: PodCase
    /// Smaller is worse.
    let rank: Int
    /// Whether the status says more than that the pod starts or runs.
    var isTelling: Bool { rank < 3 }
  }

  /// Lines the table takes up.
  private(set) var lines: Set<Int> = []
  private(set) var worst: Row?

  /// Finds the rows of a document.
  init(_ document: Document) {
    for line in 0..<document.lineCount {
      let range = document.range(ofLine: line)
      guard range.count < 600, document.bytes[range].contains(Byte.slash) else { continue }
      guard let row = Self.row(document, Line(document, range).range) else { continue }
      lines.insert(line)
      if worst.map({ row.rank < $0.rank }) ?? true { worst = row }
    }
  }

  private static func row(_ document: Document, _ range: Range<Int>) -> Row? {
    var words = Words(document, range)
    var hasName = false
    while let word = words.next() {
      let ready = document.string(word).split(separator: "/", omittingEmptySubsequences: false)
      guard hasName, ready.count == 2, ready.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
        hasName = true
        continue
      }
      guard let status = words.next(), let restarts = words.next(),
        document.bytes[restarts].allSatisfy(Byte.isDigit)
      else { return nil }
      let located = Located(document.string(status), document.span(status))
      guard located.value.first?.isLetter == true else { return nil }
      return Row(located, isReady: ready[0] == ready[1])
    }
    return nil
  }
}

extension PodTable.Row {
  fileprivate init(_ status: Located<String>, isReady: Bool) {
    let word = status.value.hasPrefix("Init:") ? String(status.value.dropFirst(5)) : status.value
    func failed(_ kind: String) -> PodCase {
      PodCase(pullClass: Located(Fact.notImagePull, status.span), failure: Failure(kind, status))
    }
    if CaseReader.pullReasons.contains(word) {
      podCase = PodCase(pullClass: Located(CaseReader.reasonClasses[word] ?? "cause-lost", status.span))
      rank = 0
    } else if let kind = Failure.states[word] {
      podCase = failed(kind)
      rank = 2
    } else if word == "Completed" || word == "Running" && isReady {
      podCase = PodCase(pullClass: Located(Fact.healthy, status.span))
      rank = 4
    } else {
      podCase = failed("starting")
      rank = 3
    }
  }
}

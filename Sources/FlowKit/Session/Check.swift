/// What became of a remedy that somebody applied.
package struct Check: Codable, Hashable, Sendable {
  /// How far it came.
  package enum Result: String, CaseIterable, Codable, Sendable {
    /// Somebody applied the remedy; from now on it is looked whether it helped.
    case applied
    /// A fresh pull was seen.
    case pulled
    /// Somebody saw elsewhere that it helped.
    case confirmed
    /// The error is still the same after the time that the remedy may take.
    case failed
    /// Another error stands there now.
    case changed
  }

  package var flow: String
  /// Id of the leaf.
  package var node: String
  package var result: Result
  /// When, in UTC, as in the journal.
  package var time: String
  /// The place that says so; nil when a person does.
  package var because: Span?
  /// What was seen, in words.
  package var words: String

  package init(
    flow: String, node: String, result: Result, time: String, because: Span? = nil, words: String = ""
  ) {
    self.flow = flow
    self.node = node
    self.result = result
    self.time = time
    self.because = because
    self.words = words
  }

  /// `yes, a fresh pull was seen at 20:47:10Z: …`, after "verified:".
  package var verdict: String {
    let at = "at " + String(time.dropFirst(11).prefix(8)) + "Z"
    let seen = words.isEmpty ? "" : ": " + words
    return switch result {
    case .applied: "not yet; the remedy was applied \(at)"
    case .pulled: "yes, a fresh pull was seen \(at)\(seen)"
    case .confirmed: "yes, somebody said so \(at)"
    case .failed: "no, it did not help \(at)\(seen)"
    case .changed: "no, another error came \(at)\(seen)"
    }
  }
}

extension Session {
  /// What became last of the remedy of a leaf; nil when nobody applied it.
  package func lastCheck(of leaf: Leaf) -> Check? {
    checks.last { $0.flow == flow.id && $0.node == leaf.id }
  }

  /// Whether the fix was verified, in words, for a summary.
  package var verified: String {
    // What became of another remedy says nothing about this one.
    if case .finish(let leaf)? = step { return lastCheck(of: leaf)?.verdict ?? "not in this session" }
    return checks.last?.verdict ?? "not in this session"
  }

  /// What must be said before a leaf is offered that was tried before; nil when it was not, or is being tried.
  package func warning(before leaf: Leaf) -> String? {
    guard let check = lastCheck(of: leaf) else { return nil }
    let at = String(check.time.dropFirst(11).prefix(5)) + "Z" + (check.words.isEmpty ? "" : ": \(check.words)")
    switch check.result {
    case .failed:
      return
        "This was applied before and did not help (\(at)). Look for another cause, or ask for help."
    case .changed:
      return "This was applied before, and another error came after it (\(at))."
    case .applied, .pulled, .confirmed: return nil
    }
  }
}

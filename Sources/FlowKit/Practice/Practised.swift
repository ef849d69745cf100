/// Something that happens in practice only: a hint was taken, or a fix was applied to the recorded world.
package struct Practised: Codable, Hashable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable { case hint, applied }

  /// What became of a command line.
  package enum Result: String, CaseIterable, Codable, Sendable {
    /// It changed the recorded world.
    case changed
    /// It printed something.
    case read
    /// It cannot be said what it would do.
    case unknown
  }

  package var kind: Kind
  /// Number of the hint, from 1.
  package var hint: Int?
  /// The command line that was applied.
  package var line: String?
  /// What became of it; nil for a hint, and in journals of earlier versions.
  package var result: Result?
  /// Id of the state of the world after it; nil when nothing changed.
  package var state: String?
  /// What was told.
  package var words: String

  /// A hint was taken.
  package init(hint: Int, words: String) {
    kind = .hint
    self.hint = hint
    self.words = words
  }

  /// A command was applied to the recorded world.
  package init(applied line: String, _ result: Result, state: String? = nil, words: String) {
    kind = .applied
    self.line = line
    self.result = result
    self.state = state
    self.words = words
  }

  /// What became of the line, in journals of earlier versions too.
  package var outcome: Result {
    result ?? (state != nil ? .changed : words.hasPrefix(World.readsOnly) ? .read : .unknown)
  }

  /// It in one line.
  package var summary: String {
    switch kind {
    case .hint: "took hint \(hint ?? 0)"
    case .applied: "\(state == nil ? "tried" : "applied") in the recorded world: \(line ?? "")"
    }
  }
}

extension Sequence<Practised> {
  /// Number of hints that were taken.
  package var hints: Int { compactMap(\.hint).max() ?? 0 }
}

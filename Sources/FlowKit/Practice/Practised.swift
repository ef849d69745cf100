/// Something that happens in practice only: a hint was taken, or a fix was applied to the recorded world.
package struct Practised: Codable, Hashable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable { case hint, applied }

  package var kind: Kind
  /// Number of the hint, from 1.
  package var hint: Int?
  /// The command line that was applied.
  package var line: String?
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
  package init(applied line: String, state: String?, words: String) {
    kind = .applied
    self.line = line
    self.state = state
    self.words = words
  }

  /// It in one line.
  package var summary: String {
    switch kind {
    case .hint: "took hint \(hint ?? 0)"
    case .applied: "\(state == nil ? "tried" : "applied") in the recorded world: \(line ?? "")"
    }
  }
}

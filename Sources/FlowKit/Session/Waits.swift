/// Where a walk without anybody stands still, and what would let it go on.
package struct Waits: Sendable, Encodable {
  /// One answer that could be given.
  package struct Way: Hashable, Sendable, Encodable {
    package var id: String
    package var label: String
  }

  /// The node as an answer file names it.
  package var node: String
  package var question: String
  /// Fact that `--set` may tell before the walk; nil where an answer is needed.
  @OrNull package var fact: String?
  /// Ids that an answer file may give; empty where a value is needed.
  package var answers: [Way]

  /// What a session waits for; nil at a leaf, and where nobody is asked.
  package init?(_ session: Session) {
    let node = Autopilot.name(session)
    switch session.step {
    case .ask(let ask):
      self.init(
        node: node, question: session.title, fact: nil, answers: ask.choices.map { Way(id: $0.id, label: $0.label) })
    case .enter(let entry): self.init(node: node, question: session.title, fact: entry.fact, answers: [])
    case .go, .run, .show, .finish, nil: return nil
    }
  }

  private init(node: String, question: String, fact: String?, answers: [Way]) {
    self.node = node
    self.question = question
    self.answers = answers
    self.fact = fact
  }
}

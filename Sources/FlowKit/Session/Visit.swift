extension Session {
  /// One node that was left, with the way that was taken.
  package struct Visit: Sendable {
    package var flow: String
    package var node: Node
    package var edge: Edge
    package var answer: Answer
    /// The command whose end decided; nil when none did.
    package var command: Event.CommandRecord?
    /// What the session knew when the node was left; what to restore when the operator goes back.
    let before: Before

    /// What the node asked, with the values of that time.
    package var title: String { node.title.filled { before.fact($0)?.value } }

    /// What was chosen, in the words of the flow.
    package var label: String { edge.label.isEmpty ? edge.id : edge.label }

    /// The document that decided, as it was then; nil when none did.
    package var document: Document? {
      answer.because.flatMap { span in before.shelf.all.last { $0.id == span.document } }
    }
  }

  /// The state at a node that an answer changes.
  struct Before: Sendable {
    var facts: [String: Fact]
    var returns: [(flow: String, node: String)]
    /// Number of commands that had run when the node was reached.
    var commands: Int
    var shelf: EvidenceShelf

    func fact(_ name: String) -> Fact? { facts[name] ?? shelf.facts[name] }
  }
}

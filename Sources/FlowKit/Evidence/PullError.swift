/// How far a pull got before it failed, in order.
package enum PullStep: String, Comparable, CaseIterable, Codable, Sendable {
  case authorize, resolve, copy, extract

  /// Place in the order of a pull, from 0.
  package var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: PullStep, right: PullStep) -> Bool {
    left.order < right.order
  }
}

/// One attempt of a pull: what failed, where, with which answer.
package struct Attempt: Sendable {
  package var step: PullStep
  /// Host that was asked last, without the port 443; nil when the text names none.
  package var host: String?
  /// Address that did not answer, as `IP:port`; nil when the text names none.
  package var address: String?
  /// HTTP status of the answer; nil when there was none or the text does not tell.
  package var status: Int?
  /// Class id of the catalogue; nil when no rule knows the text.
  package var pullClass: String?
  /// The words that decided the class; the whole attempt when nothing did.
  package var span: Span
  /// Whether this is the anonymous attempt that the kubelet adds at the end.
  package var isAnonymousRefusal: Bool
}

/// A failed pull, read from one message.
package struct PullError: Sendable {
  /// Every attempt in the order of the message; at least one.
  package var attempts: [Attempt]
  /// Index of the attempt that got furthest.
  package var deciding: Int
  /// Image named by the message; nil when it names none.
  package var image: String?
  package var passage: Passage

  package var attempt: Attempt { attempts[deciding] }
  package var pullClass: String? { attempt.pullClass }

  /// Reads a message that is known to be the error of a pull.
  ///
  /// A text that fits no rule is a `PullError` without a class, never a guess.
  package init(_ passage: Passage) { self.init(passage, passage.folded) }

  /// Reads a message whose folded form is at hand.
  init(_ passage: Passage, _ folded: Folded) {
    let reader = MessageReader(folded)
    self.passage = passage
    self.image = reader.image
    let attempts = reader.entries.map { AttemptReader(reader.masked, $0, image: reader.image).attempt }
    self.attempts = attempts
    self.deciding = Self.furthest(attempts)
  }

  /// Reads a text of unknown kind; nil when nothing in it speaks of a pull.
  package init?(loose passage: Passage) {
    let folded = passage.folded
    guard MessageReader.certainty(folded) != .no else { return nil }
    self.init(passage, folded)
  }

  /// The attempt that got furthest; the anonymous refusal ranks last, an absent image outranks a refusal.
  ///
  /// Source: kubelets report every credential tried, the anonymous one of the credential provider last.
  static func furthest(_ attempts: [Attempt]) -> Int {
    func rank(_ attempt: Attempt) -> Int {
      if attempt.isAnonymousRefusal { return -1 }
      let known = attempt.pullClass == nil ? 0 : 1
      return attempt.step.order * 4 + known * 2 + (attempt.pullClass == "not-found" ? 1 : 0)
    }
    var best = 0
    for index in attempts.indices where rank(attempts[index]) > rank(attempts[best]) { best = index }
    return best
  }
}

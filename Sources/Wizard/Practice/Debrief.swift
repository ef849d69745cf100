package import FlowKit

/// What an exercise was about, once it is over: the shortest path, the participant's own, and what each check proves.
package struct Debrief {
  private let exercise: Exercise
  private let review: PracticeReview

  package init(_ exercise: Exercise, _ review: PracticeReview) {
    self.exercise = exercise
    self.review = review
  }

  /// Its parts, each with a heading and lines.
  package var parts: [(title: String, lines: [String])] {
    [
      ("Result", [result]), ("The shortest path", shortest), ("Your path", own), ("What was applied", fixes),
      ("What each check proves", proofs),
      ("Often read wrongly", exercise.misreadings.map { "\($0.seen): \($0.means)" }),
    ].filter { !$0.1.isEmpty }
  }

  private var result: String {
    let healed = review.isHealed ? "Healed" : "Not healed yet"
    let hints = review.hints == 0 ? "no hint" : review.hints == 1 ? "one hint" : "\(review.hints) hints"
    let turns = review.wrongTurns == 1 ? "one wrong turn" : "\(review.wrongTurns) wrong turns"
    let fixes = review.wrongFixes == 1 ? "one fix that did not help" : "\(review.wrongFixes) fixes that did not help"
    return "\(healed), with \(hints), \(turns) and \(fixes)."
  }

  private var shortest: [String] {
    review.shortest.map { "\($0.title) → \($0.label)" }
      + exercise.solution.map { "Fix: \($0)" }
  }

  private var own: [String] {
    review.turns.map { turn in
      "\(turn.title) → \(turn.label)" + (turn.wanted.map { "  (the evidence says: \($0))" } ?? "")
    }
  }

  private var fixes: [String] {
    review.fixes.map { tried in
      let words =
        switch tried.practised.outcome {
        case .changed: words(tried)
        case .read: "it only reads."
        case .unknown: "it changed nothing here."
        }
      return "\(tried.practised.line ?? ""): \(words)"
    }
  }

  private func words(_ tried: PracticeReview.Tried) -> String {
    guard let why = tried.fix?.why else { return "it did not help." }
    return why.isEmpty ? (tried.heals ? "it healed." : "a step of the way.") : why
  }

  private var proofs: [String] {
    var seen: Set<String> = []
    return review.proofs.filter { seen.insert($0.line).inserted }.map { proof in
      let limits = proof.doesNotProve.isEmpty ? "" : " It does not prove: \(proof.doesNotProve)"
      return "\(proof.line): \(proof.proves)\(limits)"
    }
  }
}

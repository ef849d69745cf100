/// What somebody did in an exercise, beside what would have been enough.
package struct PracticeReview: Sendable {
  /// One answer of a person, taken back or not.
  package struct Turn: Sendable {
    package var title: String
    package var label: String
    /// What the evidence, or what the exercise tells, wanted here; nil when neither says.
    package var wanted: String?
    package var isWrong: Bool { wanted != nil }
  }

  /// Something that a command was asked for, and what its answer proves.
  package struct Proof: Sendable {
    package var line: String
    package var proves: String
    package var doesNotProve: String
  }

  /// The shortest walk, question by question.
  package private(set) var shortest: [(title: String, label: String)] = []
  package private(set) var turns: [Turn] = []
  package private(set) var proofs: [Proof] = []
  /// Command lines that were applied to the world, with what came of them.
  package private(set) var fixes: [Practised] = []
  package private(set) var hints = 0
  /// Whether a fresh pull was seen.
  package private(set) var isHealed = false

  package var wrongTurns: Int { turns.count { $0.isWrong } }
  /// Command lines that changed something and were no part of the solution, or that could not be understood.
  package private(set) var wrongFixes = 0

  /// Goes through the events of a session.
  package init(_ exercise: Exercise, events: some Sequence<Event>, library: Library) {
    if let fault = exercise.fault, let run = ScenarioRun(fault, library: library) {
      shortest = run.session.visits.filter { $0.answer.by != .rule }.map { ($0.title, $0.label) }
    }
    var pilot = Autopilot()
    pilot.given = (exercise.fault?.answers ?? [:]).mapValues { [Autopilot.Given($0)] }
    pilot.by = .person
    var fold = SessionFold(library)
    for event in events {
      if let session = fold.session { look(event, session, pilot) }
      fold.take(event)
      if case .practised(let one) = event { take(one, exercise) }
      if case .check(let check) = event, check.result == .pulled { isHealed = true }
    }
  }

  private mutating func look(_ event: Event, _ session: Session, _ pilot: Autopilot) {
    switch event {
    case .answered(let answer) where answer.by == .person && answer.kept != true:
      guard case .ask(let ask)? = session.step, let choice = ask.choices.first(where: { $0.id == answer.edge }) else {
        return
      }
      var turn = Turn(title: session.title, label: choice.label)
      if case .record(.answered(let wanted)) = pilot.next(session), wanted.edge != answer.edge {
        // Where the evidence fits several options, each of them is right.
        if choice.match == nil { turn.wanted = ask.choices.first { $0.id == wanted.edge }?.label }
      }
      turns.append(turn)
    case .command(let record) where record.outcome == .ran && record.kept != true:
      guard case .run(let run)? = session.step, run.line == record.line else { return }
      proofs.append(Proof(line: run.line, proves: run.proves, doesNotProve: run.doesNotProve))
    default: break
    }
  }

  private mutating func take(_ one: Practised, _ exercise: Exercise) {
    switch one.kind {
    case .hint: hints = max(hints, one.hint ?? 0)
    case .applied:
      fixes.append(one)
      if !isUseful(one, exercise) { wrongFixes += 1 }
    }
  }

  /// Whether a line that was applied is a step of the solution, heals, or only reads.
  private func isUseful(_ one: Practised, _ exercise: Exercise) -> Bool {
    guard let meaning = one.line.flatMap({ CommandMeaning($0) }) else { return false }
    if let fix = exercise.fixes.first(where: { $0.fits(meaning) }) {
      return fix.why.isEmpty || one.state.map(exercise.healsByItself) ?? false
    }
    return one.words.hasPrefix(World.readsOnly)
  }
}

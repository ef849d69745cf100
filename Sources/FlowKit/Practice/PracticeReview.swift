/// What somebody did in an exercise, beside what would have been enough.
package struct PracticeReview: Sendable {
  /// One node that was left by an answer or a command, taken back or not.
  package struct Turn: Sendable {
    package var title: String
    package var label: String
    /// What the evidence, or what the exercise tells, wanted where a person answered otherwise.
    package var wanted: String?
    package var isWrong: Bool { wanted != nil }
  }

  /// Something that a command was asked for, and what its answer proves.
  package struct Proof: Sendable {
    package var line: String
    package var proves: String
    package var doesNotProve: String
  }

  /// A command line that was applied, with the fix that it was; nil when it was none.
  package struct Tried: Sendable {
    package var practised: Practised
    package var fix: Exercise.Fix?
    /// Whether nothing was left to do after it.
    package var heals: Bool
    /// Whether it changed something and neither healed nor was a step of the way.
    package var isWrong: Bool
  }

  /// The shortest walk, question by question.
  package private(set) var shortest: [(title: String, label: String)] = []
  package private(set) var turns: [Turn] = []
  package private(set) var proofs: [Proof] = []
  /// Command lines that were applied to the world, with what came of them.
  package private(set) var fixes: [Tried] = []
  package private(set) var hints = 0
  /// Whether a fresh pull was seen.
  package private(set) var isHealed = false

  package var wrongTurns: Int { turns.count { $0.isWrong } }
  /// Command lines that changed something and did not help; one that only reads, or does nothing, is no fix.
  package var wrongFixes: Int { fixes.count { $0.isWrong } }

  private let exercise: Exercise
  private let place: CommandPlace
  /// Id of the state that the last change led to.
  private var state: String

  /// Goes through the events of a session.
  package init(_ exercise: Exercise, events: some Sequence<Event>, library: Library) {
    self.exercise = exercise
    place = CommandPlace(exercise)
    state = exercise.states.first?.id ?? ""
    if let fault = exercise.fault, let run = ScenarioRun(fault, library: library) {
      shortest = run.session.visits.filter { $0.answer.by != .rule }.map { ($0.title, $0.label) }
    }
    var pilot = Autopilot()
    pilot.given = (exercise.fault?.answers ?? [:]).mapValues { [Autopilot.Given($0)] }
    pilot.by = .person
    var fold = SessionFold(library)
    for event in events {
      let wanted = fold.session.flatMap { look(event, $0, pilot) }
      fold.take(event)
      if case .answered(let answer) = event, answer.by != .rule, answer.kept != true,
        let visit = fold.session?.visits.last
      {
        turns.append(Turn(title: visit.title, label: visit.label, wanted: wanted))
      }
      if case .practised(let one) = event { take(one) }
      if case .check(let check) = event, check.result == .pulled { isHealed = true }
    }
  }

  /// Notes what a command proves; answers what was wanted where a person chose something else.
  private mutating func look(_ event: Event, _ session: Session, _ pilot: Autopilot) -> String? {
    switch event {
    case .answered(let answer) where answer.by == .person && answer.kept != true:
      guard case .ask(let ask)? = session.step, let choice = ask.choices.first(where: { $0.id == answer.edge }),
        case .record(.answered(let wanted)) = pilot.next(session), wanted.edge != answer.edge
      else { return nil }
      // Where the evidence fits several options, each of them is right.
      return choice.match == nil ? ask.choices.first { $0.id == wanted.edge }?.label : nil
    case .command(let record) where [.ran, .notFound].contains(record.outcome) && record.kept != true:
      guard case .run(let run)? = session.step, run.line == record.line else { return nil }
      proofs.append(Proof(line: run.line, proves: run.proves, doesNotProve: run.doesNotProve))
    default: break
    }
    return nil
  }

  private mutating func take(_ one: Practised) {
    switch one.kind {
    case .hint: hints = max(hints, one.hint ?? 0)
    case .applied:
      let fix = fix(one)
      let heals = one.outcome == .changed && one.state.map(exercise.healsByItself) ?? false
      let helps = fix.map { $0.why.isEmpty || heals } ?? false
      fixes.append(Tried(practised: one, fix: fix, heals: heals, isWrong: one.outcome == .changed && !helps))
      state = one.state ?? state
    }
  }

  /// The fix that a line was, by where it led: the same line may be another fix in another state.
  private func fix(_ one: Practised) -> Exercise.Fix? {
    guard one.outcome == .changed, let meaning = one.line.flatMap({ CommandMeaning($0) }) else { return nil }
    // Time may have passed since the last change.
    let earlier = exercise.reachedByTime(from: state)
    let changes = (earlier + exercise.states).flatMap(\.changes).filter { $0.fix.fits(meaning, in: place) }
    return (changes.first { $0.to == one.state } ?? changes.first)?.fix
  }
}

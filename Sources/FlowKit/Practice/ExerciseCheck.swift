/// Proves of an exercise that it fails before and is healed after its solution, and that its hints give nothing away.
package enum ExerciseCheck {
  /// Everything that is wrong, in the order of the file; empty when the exercise can be given to people.
  ///
  /// - Parameters:
  ///   - others: ids of all exercises.
  ///   - manifests: names of the files in the folder `manifests`.
  package static func findings(
    _ exercise: Exercise, library: Library, others: [String], manifests: [String]
  ) -> [Finding] {
    let found =
      graph(exercise) + texts(exercise) + HintCheck.findings(exercise, library) + commands(exercise)
      + places(exercise, library, others, manifests)
    // Walks through a world that does not hang together would tell the same again.
    let all = found.isEmpty ? walk(exercise, library) + healing(exercise) : found
    return all.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
  }

  // MARK: - The world

  /// Every state is there, is reached, and leads on.
  private static func graph(_ exercise: Exercise) -> [Finding] {
    var findings: [Finding] = []
    let ids = exercise.states.map(\.id)
    var reached = Set(ids.prefix(1))
    for state in exercise.states {
      for (id, position) in state.changes.map({ ($0.to, $0.position) })
        + (state.then.map { [($0, state.position)] } ?? [])
      {
        reached.insert(id)
        guard !ids.contains(id) else { continue }
        findings.append(
          Finding("unknown-state", position, "there is no state '\(id)'\(NearestName.hint(id, among: ids))"))
      }
      if Set(ids).count < ids.count, ids.count(where: { $0 == state.id }) > 1 {
        findings.append(Finding("duplicate-state", state.position, "the state '\(state.id)' stands there twice"))
      }
      if state.recording.evidence == nil {
        findings.append(Finding("no-evidence", state.position, "the state '\(state.id)' has no evidence"))
      }
    }
    for state in exercise.states where !reached.contains(state.id) {
      findings.append(Finding("unreachable-state", state.position, "nothing leads to the state '\(state.id)'"))
    }
    if exercise.states.first?.then != nil {
      findings.append(
        Finding("then", exercise.position, "the first state waits for somebody, so it leads nowhere by itself"))
    }
    let healed = exercise.states.count { $0.isHealed }
    if healed != 1 {
      findings.append(Finding("healed", exercise.position, "one state must be healed, here are \(healed)"))
    }
    return findings
  }

  /// The evidence shows the failure first and a pull at the end, the solution leads from the one to the other, and some
  /// way leads there from every other state.
  private static func healing(_ exercise: Exercise) -> [Finding] {
    var findings: [Finding] = []
    let before = exercise.fault?.document.map { EvidenceReading([$0]) }
    if let before, let first = exercise.states.first, !PullState.isPullFailure(before) {
      findings.append(
        Finding("no-fault", first.position, "the first state's evidence shows no image that cannot be pulled"))
    }
    guard var world = World(exercise) else { return [] }
    for line in exercise.solution {
      guard case .changed(let change) = world.reply(to: line) else {
        let words = "the solution's '\(line)' does nothing in the state '\(world.state.id)'"
        return findings + [Finding("solution", exercise.position, words)]
      }
      world.go(to: change.to)
    }
    for _ in exercise.states {
      if world.state.isHealed { break }
      _ = world.look()
    }
    if !world.state.isHealed {
      findings.append(
        Finding(
          "solution", exercise.position, "after the solution the world is '\(world.state.id)', which is not healed"))
    }
    for state in exercise.states {
      let isPulled = before.map { Self.isPulled(state, after: $0) } ?? false
      if state.isHealed, !isPulled {
        findings.append(Finding("healed", state.position, "the healed state's evidence shows no fresh pull"))
      }
      if !state.isHealed, isPulled {
        findings.append(Finding("healed", state.position, "'\(state.id)' shows a fresh pull and is not healed"))
      }
      if !state.isHealed, !canHeal(from: state, exercise) {
        findings.append(Finding("dead-end", state.position, "nothing leads from '\(state.id)' to the healed state"))
      }
    }
    return findings
  }

  private static func isPulled(_ state: Exercise.State, after before: EvidenceReading) -> Bool {
    guard let document = state.recording.document else { return false }
    if case .pulled = PullState(EvidenceReading([document]), after: before) { return true }
    return false
  }

  private static func canHeal(from state: Exercise.State, _ exercise: Exercise) -> Bool {
    var seen: Set<String> = []
    var open = [state.id]
    while let id = open.popLast() {
      guard seen.insert(id).inserted, let state = exercise[state: id] else { continue }
      if state.isHealed { return true }
      open += state.changes.map(\.to) + (state.then.map { [$0] } ?? [])
    }
    return false
  }

  /// The shortest walk comes to the end that the exercise names, by the recording alone.
  private static func walk(_ exercise: Exercise, _ library: Library) -> [Finding] {
    guard let fault = exercise.fault, let run = ScenarioRun(fault, library: library) else { return [] }
    // What people on other ways ask for is recorded as well.
    let problems = run.problems.filter { !$0.hasPrefix("nothing asked for") }
    guard !problems.isEmpty else { return [] }
    let path = run.difference.isEmpty ? "" : "\n  " + run.difference.joined(separator: "\n  ")
    return [Finding("walk", exercise.position, "the shortest walk: \(problems.joined(separator: "; "))\(path)")]
  }

  // MARK: - The words

  private static func texts(_ exercise: Exercise) -> [Finding] {
    let texts =
      [("story", exercise.story), ("guide: aim", exercise.guide.aim)]
      + zip(["look", "see", "means"], exercise.hints).map { ("hints: \($0)", $1) }
    var findings = texts.filter { $0.1.allSatisfy(\.isWhitespace) }.map { key, _ in
      Finding("empty", exercise.position, "'\(key)' must say something")
    }
    let all =
      texts.map(\.1) + [exercise.title] + exercise.guide.talk + exercise.guide.ask + exercise.solution
      + exercise.misreadings.flatMap { [$0.seen, $0.means] } + exercise.states.compactMap(\.recording.evidence)
      + exercise.fixes.map(\.says)
    findings += all.filter { $0.hasPrefix(ExerciseExport.unwritten) }.map { text in
      Finding(
        "unwritten", exercise.position,
        "an author must still write: \(text.dropFirst(ExerciseExport.unwritten.count + 1))")
    }
    let lists = [
      ("solution", exercise.solution.count), ("misreadings", exercise.misreadings.count),
      ("guide: talk", exercise.guide.talk.count), ("guide: ask", exercise.guide.ask.count),
    ]
    findings += lists.filter { $0.1 == 0 }.map { key, _ in
      Finding("empty", exercise.position, "'\(key)' must hold something")
    }
    for fix in exercise.fixes where isWrong(fix, exercise) && fix.why.isEmpty {
      findings.append(
        Finding("missing-key", fix.position, "a fix that is not of the solution needs 'why': why it does not heal"))
    }
    return findings
  }

  /// Whether a fix is neither a step of the solution nor leads to the healed state by itself.
  private static func isWrong(_ fix: Exercise.Fix, _ exercise: Exercise) -> Bool {
    let place = CommandPlace(exercise)
    if exercise.solution.compactMap({ CommandMeaning($0) }).contains(where: { fix.fits($0, in: place) }) {
      return false
    }
    let changes = exercise.states.flatMap(\.changes).filter { $0.fix.id == fix.id }
    return !changes.contains { exercise.healsByItself($0.to) }
  }

  private static func commands(_ exercise: Exercise) -> [Finding] {
    let fixes = exercise.fixes.flatMap { fix in fix.lines.map { ($0, fix.position) } }
    let lines = fixes + exercise.solution.map { ($0, exercise.position) }
    return lines.compactMap { line, position in
      CommandMeaning(line) == nil ? Finding("bad-command", position, "'\(line)' is no single command line") : nil
    }
  }

  private static func places(
    _ exercise: Exercise, _ library: Library, _ others: [String], _ manifests: [String]
  ) -> [Finding] {
    var findings = exercise.after.filter { !others.contains($0) || $0 == exercise.id }.map { id in
      let hint = NearestName.hint(id, among: others)
      return Finding("unknown-exercise", exercise.position, "there is no other exercise '\(id)'\(hint)")
    }
    findings += exercise.cluster.manifests.filter { !manifests.contains($0) }.map { name in
      Finding("no-manifest", exercise.position, "there is no file manifests/\(name)")
    }
    if let flow = exercise.fault?.flow, library[flow] == nil {
      let hint = NearestName.hint(flow, among: library.ids)
      findings.append(Finding("unknown-flow", exercise.position, "there is no flow '\(flow)'\(hint)"))
    }
    for row in exercise.fault?.covers ?? [] where !library.catalogue.rows.contains(where: { $0.id == row }) {
      findings.append(Finding("unknown-row", exercise.position, "there is no row '\(row)' to cover"))
    }
    return findings
  }
}

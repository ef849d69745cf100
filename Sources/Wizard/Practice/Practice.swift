package import FlowKit

/// What a session has beside the usual when somebody practises.
package struct Practice: Sendable {
  /// By what waiting for a remedy is shortened: a minute takes a second.
  static let pace = 60.0

  package let world: PracticeWorld
  package var exercise: Exercise { world.exercise }

  package init(_ world: PracticeWorld) { self.world = world }

  /// Seconds between two looks at the recorded world.
  var pause: Double { world.isFast ? 0.05 : 2 }
}

/// What is done in practice only, on a screen and on plain lines alike.
enum Practising {
  /// The next hint as an event; nil when all were taken.
  static func nextHint(_ session: Session, _ practice: Practice) -> Event? {
    let taken = hints(session)
    guard practice.exercise.hints.indices.contains(taken) else { return nil }
    return .practised(Practised(hint: taken + 1, words: practice.exercise.hints[taken]))
  }

  /// Number of hints that were taken.
  static func hints(_ session: Session) -> Int { session.practised.hints }

  /// Whether a fresh pull was seen, so that the debrief gives nothing away.
  static func isHealed(_ session: Session) -> Bool { session.checks.contains { $0.result == .pulled } }

  /// Command lines to choose from: those of the exercise and of the leaf, each meaning once.
  static func fixes(_ leaf: Leaf?, _ practice: Practice) -> [String] {
    // A line with a value that nobody told does nothing.
    let own = (leaf?.fixes ?? []).filter { !$0.contains("<") }
    let place = practice.world.place
    var seen: [CommandMeaning] = []
    return (practice.world.fixes + own).filter { line in
      guard let meaning = CommandMeaning(line) else { return true }
      if seen.contains(where: { $0.fits(meaning, in: place) || meaning.fits($0, in: place) }) { return false }
      seen.append(meaning)
      return true
    }.sorted()
  }

  /// What applying a line comes to, as the event to record.
  static func applying(_ line: String, _ practice: Practice) -> Practised {
    switch practice.world.reply(to: line) {
    case .changed(let change): return Practised(applied: line, .changed, state: change.to, words: change.fix.says)
    case .printed(let result):
      let text = String(decoding: result.output.isEmpty ? result.errors : result.output, as: UTF8.self)
      return Practised(applied: line, .read, words: "\(World.readsOnly), and prints:\n" + text)
    case .unknown(let reason): return Practised(applied: line, .unknown, words: reason)
    }
  }

  /// What the evidence says against answers of the walk, for somebody who decided unaided; empty when nothing does.
  static func contradictions(_ session: Session) -> [String] {
    guard session.isUnaided, session.facts[Fact.pullClass]?.value != Fact.healthy else { return [] }
    var aided = session
    aided.isUnaided = false
    return session.visits.filter { $0.answer.by == .person }.compactMap { visit in
      aided.objection(to: visit).map { "'\(visit.label)': \($0.words)" }
    }
  }
}

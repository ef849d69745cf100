import FlowKit
import TerminalUI

/// What keys do in practice, beside what they do in every session.
extension Practising {
  /// In the box with the keys the key of help takes the next hint; nil for every other key.
  static func key(_ model: inout Model, _ key: Key) -> [Effect]? {
    guard let practice = model.practice, model.overlay == .help,
      model.keys.action(for: key, in: .question) == .help
    else { return nil }
    guard let event = nextHint(model.session, practice) else {
      model.message = "There is no further hint."
      return []
    }
    return [.record(event)]
  }

  /// A command is applied to the recorded world.
  static func apply(_ model: inout Model, _ line: String) -> [Effect] {
    guard let practice = model.practice, line.contains(where: { !$0.isWhitespace }) else { return [] }
    return [.record(.practised(applying(line, practice)))]
  }

  /// It is on disk: the world is as it says now.
  static func recorded(_ model: inout Model, _ one: Practised) -> [Effect] {
    guard let practice = model.practice else { return [] }
    guard one.kind == .applied else {
      model.overlayScroll = Scroll()
      return []
    }
    guard one.state != nil else {
      model.overlay = .answered(one.words)
      model.overlayScroll = Scroll()
      return []
    }
    practice.world.take(one)
    model.verification = nil
    model.overlay = .verification
    model.overlaySelected = 0
    return [.forget] + Verifying.begin(&model)
  }

  /// What the exercise tells: its story, the hints that were taken, and how to take the next.
  static func lines(_ session: Session, _ practice: Practice, hintKey: String) -> [StyledLine] {
    let exercise = practice.exercise
    var lines = [StyledLine("\(exercise.id)  \(Inert.text(exercise.title))", .title)]
    // What was asked for last comes first: a small screen shows no more.
    for (index, hint) in exercise.hints.prefix(hints(session)).enumerated().reversed() {
      lines += [StyledLine(Exercise.hintTitles[index], .title), StyledLine(Inert.text(hint), .good), ""]
    }
    lines += exercise.story.split(separator: "\n").map { StyledLine(Inert.text(String($0))) }
    let next = hints(session)
    if exercise.hints.indices.contains(next) {
      let title = Exercise.hintTitles[next].lowercased()
      lines += ["", StyledLine("\(hintKey) tells hint \(next + 1) of \(exercise.hints.count): \(title).", .dim)]
    }
    return lines
  }

  /// What was applied last and what it said, for the box that looks whether it helped.
  static func lastFix(_ session: Session) -> [StyledLine] {
    guard let fix = session.practised.last(where: { $0.kind == .applied && $0.state != nil }) else { return [] }
    return [StyledLine(Inert.text(fix.line ?? ""), .code), StyledLine(Inert.text(fix.words), .dim)]
  }
}

/// What an exercise was about, once somebody wants to know.
struct DebriefBox: Box {
  let title = "Debrief"

  func blocks(_ model: Model) -> [BoxBlock] {
    guard let practice = model.practice, let debrief = model.debrief else { return [BoxBlock([])] }
    var lines = [StyledLine("\(practice.exercise.id)  \(Inert.text(practice.exercise.title))", .title)]
    for part in debrief.parts {
      lines += ["", StyledLine(part.title, .title)] + part.lines.map { StyledLine("  " + Inert.text($0)) }
    }
    return [BoxBlock(lines)]
  }
}

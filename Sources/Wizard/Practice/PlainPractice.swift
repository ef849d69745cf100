import FlowKit
import FoundationEssentials

/// Practice on plain lines.
extension PlainDriver {
  /// The story of the exercise.
  func tellStory() {
    guard let practice else { return }
    write("Exercise \(practice.exercise.id): \(practice.exercise.title)")
    for line in practice.exercise.story.split(separator: "\n") { write(String(line)) }
    write("'hint' tells a hint, one of three; at a remedy 'verify' lists what can be done.")
  }

  /// The next hint.
  mutating func hint() {
    guard let practice else { return write("This is no exercise; 'fairway practice' lists them.") }
    guard let event = Practising.nextHint(session, practice) else { return write("There is no further hint.") }
    record(event)
    let number = Practising.hints(session)
    write("\(Exercise.hintTitles[number - 1]): \(practice.exercise.hints[number - 1])")
  }

  /// Applies a command to the recorded world, by its number or as it is typed.
  mutating func fix(_ text: String) {
    guard let practice else { return write("This is no exercise: Fairway changes nothing.") }
    guard case .finish(let leaf)? = session.step else {
      return write("There is nothing to fix before the walk comes to an end.")
    }
    let fixes = Practising.fixes(leaf, practice)
    guard !text.isEmpty else { return tellFixes(fixes) }
    let line = Int(text).flatMap { fixes.indices.contains($0 - 1) ? fixes[$0 - 1] : nil } ?? text
    let one = Practising.applying(line, practice)
    record(.practised(one))
    write(one.words)
    guard one.state != nil else { return }
    practice.world.take(one)
    verification = nil
    through { Verifying.begin(&$0) }
    through { Verifying.look(&$0) }
    tell(leaf)
  }

  /// What can be applied.
  func tellFixes(_ fixes: [String]) {
    write("What do you do? It happens in the recorded world only.")
    for (index, line) in fixes.enumerated() { write("  \(index + 1). \(line)") }
    write("'fix' and a number applies one, 'fix' and a command line what you type.")
  }

  /// What the exercise was about.
  func debrief() {
    guard let practice else { return write("This is no exercise; 'fairway practice' lists them.") }
    guard practice.world.isHealed else { return write("Not before the pod is healed: it tells the solution.") }
    let review = PracticeReview(
      practice.exercise, events: journal.entries.map(\.event), library: session.library)
    for part in Debrief(practice.exercise, review).parts {
      write(part.title)
      for line in part.lines { write("  \(line)") }
    }
  }
}

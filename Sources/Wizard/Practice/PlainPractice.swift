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
    guard let practice else { return write("This is no exercise; '\(Program.name) practice' lists them.") }
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
    let number = Int(text)
    if let number, !fixes.indices.contains(number - 1) { return write("There is no fix \(number); 'fix' lists them.") }
    let one = Practising.applying(number.map { fixes[$0 - 1] } ?? text, practice)
    record(.practised(one))
    let words = redactor.redact(one.words)
    tell(words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
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
    guard let practice else { return write("This is no exercise; '\(Program.name) practice' lists them.") }
    guard Practising.isHealed(session) else { return write("Not before the pod is healed: it tells the solution.") }
    let review = PracticeReview(
      practice.exercise, events: journal.entries.map(\.event), library: session.library)
    for part in Debrief(practice.exercise, review).parts {
      write(part.title)
      for line in part.lines { write("  \(line)") }
    }
  }
}

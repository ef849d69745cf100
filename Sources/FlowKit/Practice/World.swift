/// The recorded world of an exercise, as it is after what was done to it.
package struct World: Sendable {
  /// What became of a command line.
  package enum Reply: Sendable {
    /// It changed the world.
    case changed(Exercise.Change)
    /// It printed something and changed nothing.
    case printed(CommandResult)
    /// It cannot be said what it would do.
    case unknown(String)
  }

  /// How the words begin that tell what a command printed which changed nothing.
  package static let readsOnly = "It only reads"

  package let exercise: Exercise
  /// Where its commands act.
  package let place: CommandPlace
  package private(set) var state: Exercise.State
  /// Looks at the pod since the last change.
  private var looks = 0

  /// The world as it is found; nil for an exercise without a state.
  package init?(_ exercise: Exercise) {
    guard let first = exercise.states.first else { return nil }
    self.exercise = exercise
    place = CommandPlace(exercise)
    state = first
  }

  /// Goes to a state; what does not exist is left alone.
  package mutating func go(to id: String) {
    guard let next = exercise[state: id] else { return }
    state = next
    looks = 0
  }

  /// What a look at the pod finds; time passes between two looks.
  package mutating func look() -> Document? {
    if looks > 0, let then = state.then { go(to: then) }
    looks += 1
    return state.recording.document
  }

  /// Follows time to the healed state, where time alone leads there.
  package mutating func heal() {
    if let healed = exercise.reachedByTime(from: state.id).first(where: \.isHealed) { go(to: healed.id) }
  }

  /// What a command prints, the nth time it is asked for, counted from 0; nil when it was not recorded.
  package func result(of arguments: [String], asked count: Int = 0) -> CommandResult? {
    if let result = state.recording.result(of: arguments, asked: count) { return result }
    // A person spells it in another way than the flow does. What the state has itself stands before what it took over.
    guard let meaning = CommandMeaning(arguments: arguments),
      let first = state.recording.commands.first(where: { isRecorded($0, meaning) })
    else { return nil }
    return state.recording.result(of: first.arguments, asked: count)
  }

  private func isRecorded(_ recorded: Scenario.Recorded, _ meaning: CommandMeaning) -> Bool {
    CommandMeaning(arguments: recorded.arguments)?.prints(asMuchAs: meaning, in: place) ?? false
  }

  /// The description of the pod is its evidence; nil for every other command.
  private func description(_ meaning: CommandMeaning) -> CommandResult? {
    guard let evidence = state.recording.evidence else { return nil }
    func value(_ key: String) -> String? {
      let line = evidence.split(whereSeparator: \.isNewline).first { $0.hasPrefix(key) }
      return line.map { String($0.dropFirst(key.count).drop { $0 == " " }) }
    }
    guard let name = value("Name:"), let namespace = value("Namespace:"),
      let asked = CommandMeaning(arguments: ["kubectl", "describe", "pod", name, "-n", namespace]),
      asked.prints(asMuchAs: meaning, in: place)
    else { return nil }
    var result = CommandResult(output: Array(evidence.utf8))
    result.exit = 0
    return result
  }

  /// What a line that somebody typed does.
  package func reply(to line: String) -> Reply {
    guard let meaning = CommandMeaning(line) else {
      return .unknown("This is not one command line that could be understood.")
    }
    if let change = state.changes.first(where: { $0.fix.fits(meaning, in: place) }) { return .changed(change) }
    if let result = result(of: meaning.arguments) ?? description(meaning) { return .printed(result) }
    if place.isElsewhere(meaning) {
      return .unknown("This names another cluster or subscription than the one of the exercise; nothing was changed.")
    }
    if case .allowed(let effect) = Policy.rule(meaning.arguments), effect <= .probe {
      return .unknown("The recording does not hold what this prints.")
    }
    return .unknown("The recording does not hold what this would do; nothing was changed. Look at its names once more.")
  }

  /// Command lines that are offered as fixes of this state, in an order that tells nothing.
  package var fixes: [String] { state.changes.compactMap(\.fix.lines.first).sorted() }
}

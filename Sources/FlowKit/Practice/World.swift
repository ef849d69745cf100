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
  package private(set) var state: Exercise.State
  /// Looks at the pod since the last change.
  private var looks = 0

  /// The world as it is found; nil for an exercise without a state.
  package init?(_ exercise: Exercise) {
    guard let first = exercise.states.first else { return nil }
    self.exercise = exercise
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

  /// What a command prints, the nth time it is asked for, counted from 0; nil when it was not recorded.
  package func result(of arguments: [String], asked count: Int = 0) -> CommandResult? {
    if let result = state.recording.result(of: arguments, asked: count) { return result }
    // A person spells it in another way than the flow does.
    guard let meaning = CommandMeaning(arguments) else { return nil }
    return state.recording.commands.last { CommandMeaning($0.arguments).map { $0.fits(meaning) } ?? false }?.result
  }

  /// What a line that somebody typed does.
  package func reply(to line: String) -> Reply {
    guard let meaning = CommandMeaning(line) else {
      return .unknown("This is not one command line that could be understood.")
    }
    if let change = state.changes.first(where: { $0.fix.fits(meaning) }) { return .changed(change) }
    let arguments = (try? CommandLineWords.split(line)) ?? []
    if let result = result(of: arguments) { return .printed(result) }
    if case .allowed(let effect) = Policy.rule(arguments), effect <= .probe {
      return .unknown("The recording does not hold what this prints.")
    }
    return .unknown("The recording does not hold what this would do; nothing was changed. Look at its names once more.")
  }

  /// Command lines that are offered as fixes of this state, in an order that tells nothing.
  package var fixes: [String] { state.changes.compactMap(\.fix.lines.first).sorted() }
}

extension CommandMeaning {
  init?(_ arguments: [String]) { self.init(arguments.map { Quoting.quote($0, for: .posix) }.joined(separator: " ")) }
}

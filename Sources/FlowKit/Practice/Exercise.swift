/// A recorded fault to practise on: a story, a world that changes with what is done to it, hints and a debrief.
package struct Exercise: Sendable {
  /// One state of the recorded world.
  package struct State: Sendable {
    package var id: String
    package var position: Position
    /// Its evidence and what commands print in it.
    package var recording: Scenario
    /// What commands do to it.
    package var changes: [Change]
    /// State that later looks at the pod find, since time passes; nil when it stays.
    package var then: String?
    /// Whether the fault is gone.
    package var isHealed: Bool
    var base: String?
  }

  /// Something that can be done, whether it helps or not.
  package struct Fix: Sendable {
    package var id: String
    package var position: Position
    /// The command line to offer, then others with the same effect.
    package var lines: [String]
    /// What somebody who watched it would tell.
    package var says: String
    /// Why it does not heal; empty for a step of the solution.
    package var why: String

    /// Whether a command line is one of it, whatever its spelling.
    package func fits(_ line: CommandMeaning, in place: CommandPlace) -> Bool {
      lines.contains { CommandMeaning($0)?.fits(line, in: place) ?? false }
    }
  }

  /// What a fix does to a state.
  package struct Change: Sendable {
    package var position: Position
    package var fix: Fix
    /// Id of the state that it leads to.
    package var to: String
  }

  /// Something that is often read wrongly, and what it means.
  package struct Misreading: Sendable {
    package var seen: String
    package var means: String
  }

  /// What an instructor needs.
  package struct Guide: Sendable {
    package var aim: String
    package var talk: [String]
    package var ask: [String]
  }

  /// The same fault on a real cluster; nothing of it is ever run by Fairway.
  package struct Cluster: Sendable {
    package var needs: String
    /// Names of files beside the exercise, in the folder `manifests`.
    package var manifests: [String]
    package var breaks: [String]
    package var repairs: [String]
  }

  package var id: String
  package var position: Position
  package var title: String
  package var topic: Topic
  /// 1 to 3.
  package var difficulty: Int
  package var minutes: Int
  /// Ids of the exercises to do before.
  package var after: [String]
  package var story: String
  /// Where to look, what to see, what it means.
  package var hints: [String]
  /// The first one is where it begins.
  package var states: [State]
  /// Command lines in their order, from the first state to the healed one.
  package var solution: [String]
  package var misreadings: [Misreading]
  package var guide: Guide
  package var cluster: Cluster

  /// What an exercise is about.
  package enum Topic: String, CaseIterable, Codable, Sendable {
    case image, access, network, secret, platform, recovery
  }

  /// Headings of the hints, in their order.
  package static let hintTitles = ["Where to look", "What to see", "What it means"]

  package subscript(state id: String) -> State? { states.first { $0.id == id } }

  /// Everything that can be done, each fix once.
  package var fixes: [Fix] {
    var seen: Set<String> = []
    return states.flatMap(\.changes).map(\.fix).filter { seen.insert($0.id).inserted }
  }

  /// Whether time alone leads from a state to the healed one.
  package func healsByItself(_ id: String) -> Bool { reachedByTime(from: id).contains(where: \.isHealed) }

  /// A state and those that time alone leads to from there, in their order.
  func reachedByTime(from id: String) -> [State] {
    var found: [State] = []
    var next = self[state: id]
    while let state = next, !found.contains(where: { $0.id == state.id }) {
      found.append(state)
      next = state.then.flatMap { self[state: $0] }
    }
    return found
  }

  /// The fault as it is found, with the walk that is wanted.
  package var fault: Scenario? { states.first?.recording }
}

extension Scenario {
  /// Nothing yet, of an exercise.
  init(exercise id: String, title: String, flow: String, at position: Position) {
    self.init(
      id: id, title: title, flow: flow, position: position, covers: [], facts: [], commands: [], answers: [:],
      expected: Expectation())
  }
}

import TerminalUI

/// The table of keys with those that an operator chose in place of the usual ones.
enum Rebinding {
  /// A key with two meanings in one place.
  struct Conflict: Hashable {
    var key: Key
    var first: Action
    var second: Action
  }

  /// Keys that boxes and typed lines count on: they keep what they do and do nothing else, so that there is always a way
  /// to choose, to close and to end.
  static let kept: [Key] = [.enter, .escape, .control("c")]

  /// The keys that an action has when nobody chose others, each once.
  static func usual(_ action: Action) -> [Key] { keys(of: action, in: Bindings.map) }

  /// The keys of an action wherever it works, each once.
  static func keys(of action: Action, in map: KeyMap<Action, KeyContext>) -> [Key] {
    var seen: Set<Key> = []
    return map.bindings.filter { $0.action == action }.flatMap(\.keys).filter { seen.insert($0).inserted }
  }

  /// The table with other keys for some actions.
  ///
  /// A key that an action has anyway works where it did; a new one works wherever the action does.
  static func map(_ chosen: [Action: [Key]]) -> KeyMap<Action, KeyContext> {
    var bindings = Bindings.map.bindings
    for index in bindings.indices {
      guard let wanted = chosen[bindings[index].action] else { continue }
      let usual = usual(bindings[index].action)
      let before = bindings[index].keys
      let keys = wanted.filter { before.contains($0) || !usual.contains($0) }
      bindings[index].keys = keys + before.filter { kept.contains($0) && !keys.contains($0) }
    }
    for index in bindings.indices {
      bindings[index].label = label(bindings[index], in: bindings)
    }
    return KeyMap(bindings)
  }

  /// The footer names the first key; for moving, one for each direction.
  private static func label(_ binding: Binding<Action, KeyContext>, in bindings: [Binding<Action, KeyContext>])
    -> String
  {
    let down = bindings.first { $0.action == .down && $0.contexts == binding.contexts }
    let both = binding.action == .up ? [binding, down].compactMap { $0?.keys.first?.name } : []
    guard both.count == 2 else { return binding.keys.first?.name ?? "" }
    return both.joined(separator: both.allSatisfy { $0.count == 1 } ? "" : "/")
  }

  /// Every key that would do two things in one place.
  static func conflicts(in map: KeyMap<Action, KeyContext>) -> Set<Conflict> {
    var conflicts: Set<Conflict> = []
    for (index, binding) in map.bindings.enumerated() {
      for other in map.bindings[..<index] where other.action != binding.action && meet(binding, other) {
        for key in binding.keys where other.keys.contains(key) {
          conflicts.insert(Conflict(key: key, first: other.action, second: binding.action))
        }
      }
    }
    return conflicts
  }

  private static func meet(_ one: Binding<Action, KeyContext>, _ other: Binding<Action, KeyContext>) -> Bool {
    KeyContext.allCases.contains { one.works(in: $0) && other.works(in: $0) }
  }
}

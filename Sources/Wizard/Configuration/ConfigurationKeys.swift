import FlowKit
import TerminalUI

/// Reads the keys that an operator chose for actions.
struct ConfigurationKeys {
  /// A key and where it was chosen.
  struct Choice {
    var key: Key
    var position: Position
  }

  private(set) var chosen: [Action: [Choice]] = [:]
  /// Where the name of an action stands.
  private(set) var places: [Action: Position] = [:]
  private let findings: Findings

  init(_ source: SourceNode, _ findings: Findings) {
    self.findings = findings
    if source.map == nil { findings.report("structure", source.position, "'keys' must be a mapping") }
    for (name, value) in source.map ?? [] {
      guard let action = action(name) else { continue }
      places[action] = name.position
      if value.map != nil { findings.report("structure", value.position, "a key or a list of keys must stand here") }
      chosen[action] = (value.list ?? [value]).compactMap { choice($0, action) }
    }
  }

  private func action(_ name: SourceNode) -> Action? {
    guard let text = name.text else {
      findings.report("structure", name.position, "a key must be a plain word")
      return nil
    }
    if let action = Action(rawValue: text) { return action }
    let hint = NearestName.hint(text, among: Action.allCases.map(\.rawValue))
    findings.report("unknown-key", name.position, "there is no action '\(text)'\(hint)")
    return nil
  }

  private func choice(_ source: SourceNode, _ action: Action) -> Choice? {
    guard let name = source.text else {
      if source.list != nil {
        findings.report("structure", source.position, "a list of keys must hold names of keys")
      }
      return nil
    }
    guard let key = Key(name: name) else {
      findings.report("unknown-value", source.position, "'\(name)' is no key\(Self.hint(name))")
      return nil
    }
    if let reason = Self.reasonAgainst(key, action) {
      findings.report("taken-key", source.position, "'\(name)' \(reason)")
      return nil
    }
    return Choice(key: key, position: source.position)
  }

  private static func hint(_ name: String) -> String {
    let known = Key.named + ["ctrl-\(name.last ?? "x")"]
    // Two letters are near to too much.
    let hint = name.count > 2 ? NearestName.hint(name.lowercased(), among: known) : ""
    return hint.isEmpty ? "; known: a character, ctrl-x, f1 and \(Key.named.joined(separator: ", "))" : hint
  }

  /// Why a key cannot be given to an action; nil when it can.
  private static func reasonAgainst(_ key: Key, _ action: Action) -> String? {
    if case .character(let character) = key, ("1"..."9").contains(character) { return "takes an option" }
    guard Rebinding.kept.contains(key), !Rebinding.usual(action).contains(key) else { return nil }
    return "keeps what it does: boxes and typed lines need it"
  }

  // MARK: - Conflicts

  /// Reports keys that would do two things in one place, where the later of the two was chosen.
  func reportConflicts(in map: KeyMap<Action, KeyContext>) {
    for conflict in Rebinding.conflicts(in: map) {
      let choices = [conflict.first, conflict.second].compactMap { action in
        chosen[action]?.first { $0.key == conflict.key }.map { (action: action, position: $0.position) }
      }
      let last = choices.max { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
      guard let last else { continue }
      let other = last.action == conflict.first ? conflict.second : conflict.first
      let usual = choices.count < 2 ? "; choose keys for that as well" : ""
      findings.report(
        "taken-key", last.position, "'\(conflict.key.word)' is the key of '\(other.rawValue)', too\(usual)")
    }
    for choices in chosen.values {
      for (index, choice) in choices.enumerated() where choices[..<index].contains(where: { $0.key == choice.key }) {
        findings.report("taken-key", choice.position, "'\(choice.key.word)' stands twice")
      }
    }
  }
}

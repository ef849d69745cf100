/// Reads the recorded world of an exercise: its states, and what changes them.
extension ExerciseReader {
  static func surroundings(
    _ fields: Fields, _ worlds: [String: [Scenario.Recorded]]
  ) -> [Scenario.Recorded] {
    guard let name = fields.text("world") else { return [] }
    if let world = worlds[name] { return world }
    let hint = NearestName.hint(name, among: worlds.keys)
    fields.findings.report("unknown-world", fields.position("world"), "there is no file worlds/\(name).yaml\(hint)")
    return []
  }

  static func states(
    _ fields: Fields, _ base: Scenario, _ surroundings: [Scenario.Recorded]
  ) -> [Exercise.State] {
    let fixes = fields.list("fixes").map { fix(Fields($0, fields.findings, what: "a fix")) }
    let read = fields.list("states").map { state(Fields($0, fields.findings, what: "a state"), base, fixes) }
    var joined: [Exercise.State] = []
    for state in read {
      var state = state
      if let id = state.base {
        // States come in their order, so that none can take over from itself.
        if let earlier = joined.first(where: { $0.id == id }) {
          state.recording = state.recording.extending(earlier.recording)
        } else {
          let hint = NearestName.hint(id, among: joined.map(\.id))
          fields.findings.report("unknown-state", state.position, "there is no state '\(id)' before this one\(hint)")
        }
      } else {
        var around = base
        around.commands = surroundings
        state.recording = state.recording.extending(around)
      }
      joined.append(state)
    }
    if joined.isEmpty { fields.findings.report("missing-key", fields.node.position, "an exercise needs 'states'") }
    return joined
  }

  private static func state(_ fields: Fields, _ base: Scenario, _ fixes: [Exercise.Fix]) -> Exercise.State {
    fields.allow(stateKeys, in: "a state")
    var recording = base
    recording.evidence = fields.text("evidence").map { $0 + "\n" }
    recording.commands = fields.list("commands").compactMap { ScenarioReader.recorded($0, fields.findings) }
    return Exercise.State(
      id: fields.required("state", in: "a state"), position: fields.node.position, recording: recording,
      changes: changes(fields, fixes),
      then: fields.text("then"), isHealed: fields.bool("healed") ?? false, base: fields.text("extends"))
  }

  private static func changes(_ fields: Fields, _ fixes: [Exercise.Fix]) -> [Exercise.Change] {
    guard let source = fields.value("changes") else { return [] }
    return (source.map ?? []).compactMap { key, value in
      guard let fix = fixes.first(where: { $0.id == key.text }), let to = value.text else {
        let hint = NearestName.hint(key.text ?? "", among: fixes.map(\.id))
        fields.findings.report("unknown-fix", key.position, "there is no fix '\(key.text ?? "")'\(hint)")
        return nil
      }
      return Exercise.Change(position: key.position, fix: fix, to: to)
    }
  }

  private static func fix(_ fields: Fields) -> Exercise.Fix {
    fields.allow(fixKeys, in: "a fix")
    return Exercise.Fix(
      id: fields.required("fix", in: "a fix"), position: fields.node.position,
      lines: [fields.required("run", in: "a fix")] + fields.texts("or"),
      says: prose(fields.required("says", in: "a fix")),
      why: prose(fields.text("why") ?? ""))
  }
}

/// Reads exercise files.
package enum ExerciseReader {
  static let keys = [
    FieldKey.required("exercise", .text, "Id of the exercise, and name of its file."),
    FieldKey.required("title", .text, "What stands in the list; it must not tell the cause."),
    FieldKey.required("topic", .word(Exercise.Topic.allCases.map(\.rawValue)), "What it is about."),
    FieldKey.required("difficulty", .number, "1 to 3."),
    FieldKey.required("minutes", .number, "How long it takes most people."),
    FieldKey("after", .list(.text), "Exercises to do before."),
    FieldKey("covers", .list(.text), "Rows that it shows."),
    FieldKey("flow", .text, "Flow that the walk starts in; image-pull if absent."),
    FieldKey("world", .text, "File of the folder worlds with what commands print in every state that has no own."),
    FieldKey.required("story", .text, "What was changed, and what the user sees."),
    FieldKey.required("hints", .object(hintKeys), "Three hints, each telling more than the one before."),
    FieldKey("facts", .map(.scalar), "Facts that are known from the start."),
    FieldKey("answers", .map(.scalar), "What only a person can tell on the shortest walk, by node."),
    FieldKey.required("fixes", .list(.object(fixKeys)), "What can be done, whether it helps or not."),
    FieldKey.required("states", .list(.object(stateKeys)), "The recorded world; the first state is where it begins."),
    FieldKey.required("solution", .list(.text), "Commands in their order, from the first state to the healed one."),
    FieldKey.required("expect", .object(ScenarioReader.expectKeys), "What the shortest walk comes to."),
    FieldKey.required("misreadings", .list(.object(misreadingKeys)), "What is often read wrongly here."),
    FieldKey.required("guide", .object(guideKeys), "For the instructor."),
    FieldKey("cluster", .object(clusterKeys), "The same fault on a real cluster."),
  ]

  private static let hintKeys = [
    FieldKey.required("look", .text, "Where to look."), FieldKey.required("see", .text, "What to see there."),
    FieldKey.required("means", .text, "What it means."),
  ]

  static let stateKeys = [
    FieldKey.required("state", .text, "Id of the state."),
    FieldKey("extends", .text, "State whose evidence and commands are taken over where this one has none."),
    FieldKey("evidence", .text, "What kubectl describe pod prints."),
    FieldKey("commands", .list(.object(ScenarioReader.commandKeys)), "What each command prints."),
    FieldKey(
      "changes", .map(.text), "State that each fix leads to, by the id of the fix; one that is absent does nothing."),
    FieldKey("then", .text, "State that later looks at the pod find."),
    FieldKey("healed", .truth, "Whether the fault is gone."),
  ]

  static let fixKeys = [
    FieldKey.required("fix", .text, "Id of the fix."),
    FieldKey.required("run", .text, "The command line; a value in angle brackets stands for any value."),
    FieldKey("or", .list(.text), "Other command lines with the same effect."),
    FieldKey.required("says", .text, "What somebody who watched it would tell."),
    FieldKey("why", .text, "Why it does not heal; for every fix that is not of the solution."),
  ]

  private static let misreadingKeys = [
    FieldKey.required("seen", .text, "What people see."), FieldKey.required("means", .text, "What it means."),
  ]

  private static let guideKeys = [
    FieldKey.required("aim", .text, "What participants can do afterwards."),
    FieldKey.required("talk", .list(.text), "Talking points."),
    FieldKey.required("ask", .list(.text), "Questions to ask the group."),
  ]

  private static let clusterKeys = [
    FieldKey.required("needs", .text, "What one needs."),
    FieldKey("manifests", .list(.text), "Files in the folder manifests."),
    FieldKey.required("break", .list(.text), "Commands that make the fault."),
    FieldKey.required("repair", .list(.text), "Commands that take it back."),
  ]

  /// What commands print in the surroundings that several exercises share.
  package static func world(_ text: String, file: String) -> (commands: [Scenario.Recorded], findings: [Finding]) {
    let findings = Findings()
    do throws(Finding) {
      let fields = Fields(try SourceNode.read(text, file: file), findings, what: "a world")
      fields.allow([FieldKey("commands", .list(.object(ScenarioReader.commandKeys)), "")], in: "a world")
      return (fields.list("commands").compactMap { ScenarioReader.recorded($0, findings) }, findings.all)
    } catch {
      return ([], [error])
    }
  }

  /// The exercise of a file, and what is wrong with it; nil for a text that is no mapping at all.
  ///
  /// - Parameter worlds: what commands print in the surroundings that exercises share, by the name of their file.
  package static func read(
    _ text: String, file: String, worlds: [String: [Scenario.Recorded]] = [:]
  ) -> (exercise: Exercise?, findings: [Finding]) {
    let findings = Findings()
    do throws(Finding) {
      let exercise = exercise(try SourceNode.read(text, file: file), findings, worlds)
      return (exercise, findings.all)
    } catch {
      return (nil, [error])
    }
  }

  private static func exercise(
    _ source: SourceNode, _ findings: Findings, _ worlds: [String: [Scenario.Recorded]]
  ) -> Exercise {
    let fields = Fields(source, findings, what: "an exercise")
    fields.allow(keys, in: "an exercise")
    let id = fields.required("exercise", in: "an exercise")
    let title = fields.required("title", in: "an exercise")
    var base = Scenario(exercise: id, title: title, flow: fields.text("flow") ?? "image-pull", at: source.position)
    base.covers = fields.texts("covers")
    base.facts = fields.literals("facts").sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
    base.answers = ScenarioReader.answers(fields)
    base.expected = ScenarioReader.expectation(fields)
    let hints = part("hints", hintKeys, fields)
    let guide = part("guide", guideKeys, fields)
    return Exercise(
      id: id, position: source.position, title: title,
      topic: fields.has("topic") ? fields.choice("topic", Exercise.Topic.self) ?? .image : missing("topic", fields),
      difficulty: number("difficulty", 1...3, fields), minutes: number("minutes", 1...240, fields),
      after: fields.texts("after"), story: paragraphs(fields.required("story", in: "an exercise")),
      hints: hintKeys.map { prose(hints?.required($0.name, in: "'hints'") ?? "") },
      states: states(fields, base, surroundings(fields, worlds)),
      solution: fields.texts("solution"),
      misreadings: fields.list("misreadings").map { misreading(Fields($0, findings, what: "a misreading")) },
      guide: Exercise.Guide(
        aim: prose(guide?.required("aim", in: "'guide'") ?? ""), talk: (guide?.texts("talk") ?? []).map(prose),
        ask: (guide?.texts("ask") ?? []).map(prose)),
      cluster: cluster(part("cluster", clusterKeys, fields, isRequired: false)))
  }

  /// Lines that belong together on one line: a screen breaks them by its own width.
  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
      .joined(separator: "\n")
  }

  /// A text without the line that a folded block of YAML ends with.
  static func prose(_ text: String) -> String {
    text.lastIndex { !$0.isWhitespace }.map { String(text[...$0]) } ?? ""
  }

  /// A mapping inside of the exercise; nil when it is absent.
  private static func part(_ key: String, _ keys: [FieldKey], _ fields: Fields, isRequired: Bool = true) -> Fields? {
    guard let value = fields.value(key) else {
      if isRequired { fields.findings.report("missing-key", fields.node.position, "an exercise needs '\(key)'") }
      return nil
    }
    let part = Fields(value, fields.findings, what: "'\(key)'")
    part.allow(keys, in: "'\(key)'")
    return part
  }

  private static func missing(_ key: String, _ fields: Fields) -> Exercise.Topic {
    _ = fields.required(key, in: "an exercise")
    return .image
  }

  private static func number(_ key: String, _ range: ClosedRange<Int>, _ fields: Fields) -> Int {
    let text = fields.required(key, in: "an exercise")
    if let number = Int(text), range.contains(number) { return number }
    if fields.has(key) {
      let words = "'\(key)' must be a number from \(range.lowerBound) to \(range.upperBound)"
      fields.findings.report("structure", fields.position(key), words)
    }
    return range.lowerBound
  }

  private static func misreading(_ fields: Fields) -> Exercise.Misreading {
    fields.allow(misreadingKeys, in: "a misreading")
    return Exercise.Misreading(
      seen: prose(fields.required("seen", in: "a misreading")),
      means: prose(fields.required("means", in: "a misreading")))
  }

  private static func cluster(_ fields: Fields?) -> Exercise.Cluster {
    Exercise.Cluster(
      needs: prose(fields?.required("needs", in: "'cluster'") ?? ""), manifests: fields?.texts("manifests") ?? [],
      breaks: fields?.texts("break") ?? [], repairs: fields?.texts("repair") ?? [])
  }
}

/// Recorded evidence and command results with the wanted path: a test case, and a fault to practise on.
package struct Scenario: Sendable {
  /// What a command printed when the scenario was recorded.
  package struct Recorded: Sendable {
    package var arguments: [String]
    package var result: CommandResult
    package var position: Position
    /// Taken over from another scenario, and so perhaps never asked for.
    package var isInherited = false
  }

  /// What the walk must come to.
  package struct Expectation: Sendable {
    /// Every edge in order, as `node/edge`, in another flow than the first as `flow.node/edge`.
    package var path: [String] = []
    package var pullClass: String?
    package var causes: [String] = []
    package var leaf = ""
  }

  package var id: String
  package var title: String
  /// Flow that the walk starts in.
  package var flow: String
  package var position: Position
  /// Rows of the coverage table that it shows.
  package var covers: [String]
  /// Its number in the list of demonstrations; nil when it is none.
  package var demo: Int?
  var base: String?
  package var evidence: String?
  package var facts: [Event.FactRecord]
  package var commands: [Recorded]
  /// What a person does at a node: an option, a value, `skip`, or `yes`.
  package var answers: [String: String]
  package var expected: Expectation

  /// The evidence as a document; nil when there is none.
  package var document: Document? {
    evidence.map {
      let isDescription = $0.hasPrefix("Name:")
      return Document(
        id: isDescription ? Document.description : "evidence",
        title: isDescription ? "describe pod" : "recorded evidence",
        provenance: Provenance(.recording, source: title), text: $0)
    }
  }

  /// What a command printed the nth time it was asked for, counted from 0; nil when it was not recorded.
  package func result(of arguments: [String], asked count: Int = 0) -> CommandResult? {
    // The last answer stays.
    let answers = commands.filter { $0.arguments == arguments }
    return (answers.dropFirst(count).first ?? answers.last)?.result
  }

  /// Takes over what a base has and this one does not.
  func extending(_ other: Scenario) -> Scenario {
    var result = self
    result.base = other.base
    result.evidence = evidence ?? other.evidence
    result.facts = other.facts.filter { one in !facts.contains { $0.name == one.name } } + facts
    let own = Set(commands.map(\.arguments))
    result.commands =
      commands
      + other.commands.filter { !own.contains($0.arguments) }.map { recorded in
        var recorded = recorded
        recorded.isInherited = true
        return recorded
      }
    result.answers = other.answers.merging(answers) { _, mine in mine }
    return result
  }
}

extension Scenario {
  /// Nothing but what commands printed.
  init(recording commands: [Recorded]) {
    self.init(
      id: "", title: "recording", flow: "", position: Position(file: "", line: 1, column: 1), covers: [], facts: [],
      commands: commands, answers: [:], expected: Expectation())
  }
}

/// Reads scenario files.
package enum ScenarioReader {
  static let keys = [
    FieldKey.required("scenario", .text, "Id of the scenario, and name of its file."),
    FieldKey.required("title", .text, "What it shows."),
    FieldKey("flow", .text, "Flow that the walk starts in; the folder's if absent."),
    FieldKey("covers", .list(.text), "Rows that it shows."),
    FieldKey("demo", .number, "Number in the list of 'fairway demo'."),
    FieldKey(
      "extends", .text, "Scenario of the same folder whose evidence, facts, commands and answers are taken over."),
    FieldKey("evidence", .text, "Text of the evidence."),
    FieldKey("facts", .map(.scalar), "Facts that are told before the start."),
    FieldKey("commands", .list(.object(commandKeys)), "What each command printed."),
    FieldKey(
      "answers", .map(.either([.scalar, .object(answerKeys)])),
      "What a person does at a node: option, value, skip, yes."),
    FieldKey.required("expect", .object(expectKeys), "What the walk must come to."),
  ]

  static let commandKeys = [
    FieldKey.required("run", .text, "The command line with its values."),
    FieldKey("exit", .number, "Exit status; 0 if absent."), FieldKey("output", .text, "Standard output."),
    FieldKey("errors", .text, "Standard error."),
    FieldKey("outcome", .word(Outcome.allCases.map(\.rawValue)), "What became of it when it did not run to its end."),
  ]

  private static let answerKeys = [FieldKey.required("value", .scalar, "The value to type.")]

  static let expectKeys =
    [
      FieldKey("path", .list(.text), "Every edge in order, as node/edge; in another flow as flow.node/edge."),
      FieldKey.required("leaf", .text, "Node at which the walk ends."),
    ] + Conclusion.keys

  /// The scenarios of one flow, each with what it takes over from its base, and what is wrong with the files.
  package static func read(
    _ files: [(path: String, text: String)], flow: String
  ) -> (scenarios: [Scenario], findings: [Finding]) {
    let findings = Findings()
    var read: [Scenario] = []
    for file in files {
      do throws(Finding) {
        read.append(scenario(try SourceNode.read(file.text, file: file.path), flow, findings))
      } catch {
        findings.report(error.rule, error.position, error.message)
      }
    }
    let byID = Dictionary(read.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return (read.map { joined($0, byID, findings) }, findings.all)
  }

  private static func joined(_ scenario: Scenario, _ all: [String: Scenario], _ findings: Findings) -> Scenario {
    var result = scenario
    var seen: Set<String> = [scenario.id]
    while let id = result.base {
      guard let base = all[id], seen.insert(id).inserted else {
        let hint = NearestName.hint(id, among: all.keys)
        findings.report("unknown-base", scenario.position, "there is no scenario '\(id)' to extend\(hint)")
        break
      }
      result = result.extending(base)
    }
    return result
  }

  private static func scenario(_ source: SourceNode, _ flow: String, _ findings: Findings) -> Scenario {
    let fields = Fields(source, findings, what: "a scenario")
    fields.allow(keys, in: "a scenario")
    return Scenario(
      id: fields.required("scenario", in: "a scenario"), title: fields.required("title", in: "a scenario"),
      flow: fields.text("flow") ?? flow, position: source.position, covers: fields.texts("covers"),
      demo: fields.text("demo").flatMap { Int($0) },
      base: fields.text("extends"), evidence: fields.text("evidence"),
      facts: fields.literals("facts").sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) },
      commands: fields.list("commands").compactMap { recorded($0, findings) }, answers: answers(fields),
      expected: expectation(fields))
  }

  static func answers(_ fields: Fields) -> [String: String] {
    guard let source = fields.value("answers") else { return [:] }
    var answers: [String: String] = [:]
    for (key, value) in source.map ?? [] {
      guard let node = key.text else { continue }
      if let text = value.text {
        answers[node] = text
      } else {
        let entry = Fields(value, fields.findings, what: "an answer")
        entry.allow(answerKeys, in: "an answer")
        answers[node] = entry.required("value", in: "an answer")
      }
    }
    return answers
  }

  static func expectation(_ fields: Fields) -> Scenario.Expectation {
    guard let source = fields.value("expect") else {
      fields.findings.report("missing-key", fields.node.position, "a scenario needs 'expect'")
      return Scenario.Expectation()
    }
    let entry = Fields(source, fields.findings, what: "'expect'")
    entry.allow(expectKeys, in: "'expect'")
    return Scenario.Expectation(
      path: entry.texts("path"), pullClass: entry.text("class"), causes: entry.texts("cause") + entry.texts("causes"),
      leaf: entry.required("leaf", in: "'expect'"))
  }

  static func recorded(_ source: SourceNode, _ findings: Findings) -> Scenario.Recorded? {
    let fields = Fields(source, findings, what: "a command")
    fields.allow(commandKeys, in: "a command of a scenario")
    let line = fields.required("run", in: "a command of a scenario")
    do {
      let arguments = try CommandLineWords.split(line)
      return Scenario.Recorded(arguments: arguments, result: result(fields), position: source.position)
    } catch {
      findings.report("bad-command", source.position, error.words)
      return nil
    }
  }

  private static func result(_ fields: Fields) -> CommandResult {
    let errors = fields.text("errors") ?? ""
    let outcome = fields.choice("outcome", Outcome.self)
    // A command that did not run to its end has no exit status of its own.
    let exit = fields.text("exit").map { Int($0) } ?? (outcome.map { $0 == .ran } ?? true ? 0 : nil)
    if exit == nil, fields.has("exit") {
      fields.findings.report("structure", fields.position("exit"), "'exit' must be a number")
    }
    var result = CommandResult(output: Array((fields.text("output") ?? "").utf8))
    result.exit = exit
    result.errors = Array(errors.utf8)
    result.outcome = outcome ?? ToolMessage.outcome(exit: exit, errors: errors)
    return result
  }
}

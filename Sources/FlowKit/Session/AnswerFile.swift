/// A file that answers the questions of a walk: `fairway run --answers`.
package struct AnswerFile: Sendable {
  /// Flow that the walk starts in; nil for the one that the command line names.
  package var flow: String?
  package var facts: [Event.FactRecord] = []
  package var given: [String: [Autopilot.Given]] = [:]
  /// Evidence to use when nobody names another.
  package var documents: [Document] = []
  /// What commands print while that evidence is used.
  package var commands: [Scenario.Recorded] = []

  /// The recording that answers commands; nil when the file holds none.
  package var recording: Scenario? { commands.isEmpty ? nil : Scenario(recording: commands) }

  static let keys = [
    FieldKey("flow", .text, "Flow that the walk starts in; image-pull if absent."),
    FieldKey("facts", .map(.scalar), "Facts that are told before the start."),
    FieldKey(
      "answers", .map(.either([.scalar, .object(answerKeys), .list(.either([.scalar, .object(answerKeys)]))])),
      "By node, or flow.node: id of an option or an outcome, a value, skip or yes; a list answers several visits."),
    FieldKey("evidence", .list(.object(documentKeys)), "Evidence to use when none is named."),
    FieldKey("commands", .list(.object(ScenarioReader.commandKeys)), "What each command prints, with that evidence."),
  ]

  private static let answerKeys = [
    FieldKey.required("answer", .scalar, "Id of an option or an outcome, a value, skip or yes."),
    FieldKey("facts", .map(.scalar), "Facts that the answer tells."),
  ]

  private static let documentKeys = [
    FieldKey.required("id", .text, "Id of the document, such as describe."),
    FieldKey("title", .text, "What it is."), FieldKey.required("text", .text, "The text."),
  ]

  /// Reads a file; findings name what is wrong with it.
  package static func read(_ text: String, file: String) -> (answers: AnswerFile, findings: [Finding]) {
    let findings = Findings()
    var answers = AnswerFile()
    do throws(Finding) {
      let fields = Fields(try SourceNode.read(text, file: file), findings, what: "an answer file")
      fields.allow(keys, in: "an answer file")
      answers.flow = fields.text("flow")
      answers.facts = fields.literals("facts").sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
      answers.given = given(fields)
      answers.commands = fields.list("commands").compactMap { ScenarioReader.recorded($0, findings) }
      answers.documents = fields.list("evidence").map { document($0, file, findings) }
    } catch {
      findings.report(error.rule, error.position, error.message)
    }
    return (answers, findings.all)
  }

  private static func given(_ fields: Fields) -> [String: [Autopilot.Given]] {
    guard let source = fields.value("answers") else { return [:] }
    if source.map == nil { fields.findings.report("structure", source.position, "'answers' must be a mapping") }
    var given: [String: [Autopilot.Given]] = [:]
    for (key, value) in source.map ?? [] {
      guard let node = key.text else { continue }
      given[node] = (value.list ?? [value]).map { one($0, fields.findings) }
    }
    return given
  }

  private static func one(_ source: SourceNode, _ findings: Findings) -> Autopilot.Given {
    if let text = source.text { return Autopilot.Given(text) }
    let fields = Fields(source, findings, what: "an answer")
    fields.allow(answerKeys, in: "an answer")
    return Autopilot.Given(fields.required("answer", in: "an answer"), facts: fields.literals("facts"))
  }

  private static func document(_ source: SourceNode, _ file: String, _ findings: Findings) -> Document {
    let fields = Fields(source, findings, what: "evidence")
    fields.allow(documentKeys, in: "evidence")
    let id = fields.required("id", in: "evidence")
    return Document(
      id: id, title: fields.text("title") ?? id, provenance: Provenance(.file, source: file),
      text: fields.required("text", in: "evidence"))
  }
}

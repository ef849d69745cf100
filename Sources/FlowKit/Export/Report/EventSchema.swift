/// The schema of one event: its type decides what its data are.
enum EventSchema {
  private typealias Field = SessionSchema.Field
  private static var text: JSONValue { SessionSchema.text }
  private static func orNull(_ value: JSONValue) -> JSONValue { SessionSchema.orNull(value) }

  /// Any event.
  static var event: JSONValue { ["anyOf": .array(EventReport.Kind.allCases.map(event))] }

  private static func event(_ kind: EventReport.Kind) -> JSONValue {
    SessionSchema.object([
      Field("seq", SessionSchema.whole, "Counts from 1."), Field("time", SessionSchema.time, "When it happened."),
      Field("type", ["const": .string(kind.rawValue)], means(kind)), Field("data", data(kind), "What goes with it."),
    ])
  }

  private static func means(_ kind: EventReport.Kind) -> String {
    switch kind {
    case .began: "The walk begins, or begins anew in another text of its flow."
    case .evidence: "A document came in."
    case .fact: "Somebody typed or passed a value."
    case .answered: "A way was taken."
    case .command: "A command ran, or was skipped."
    case .consent: "Somebody agreed to a command, or did not."
    case .back: "Answers were taken back."
    case .note: "Somebody made a remark."
    case .check: "A remedy was applied, or it was seen what became of it."
    case .practised: "Somebody who practises took a hint, or applied a command to the recorded world."
    case .resumed: "The session goes on after it was left."
    case .ended: "The session was left."
    }
  }

  private static func data(_ kind: EventReport.Kind) -> JSONValue {
    switch kind {
    case .began: SessionSchema.object(began)
    case .evidence: SessionSchema.object(evidence)
    case .fact: SessionSchema.object(fact)
    case .answered: SessionSchema.object(answered)
    case .command: SessionSchema.object(command)
    case .consent: SessionSchema.object(consent)
    case .back: SessionSchema.object(back)
    case .note: text
    case .check: SessionSchema.object(SessionSchema.check)
    case .practised: SessionSchema.object(practised)
    case .resumed: ["type": "null"]
    case .ended: SessionSchema.words(Event.End.self)
    }
  }

  // MARK: - Data

  private static var began: [Field] {
    [
      Field("flow", text, "Id of the flow."), Field("version", text, "Its version."),
      Field("hash", text, "Digest of its text."), Field("program", text, "Version of Fairway."),
      Field("source", orNull(SessionSchema.source), "Where the evidence comes from."),
    ]
  }

  private static var practised: [Field] {
    [
      Field("kind", SessionSchema.words(Practised.Kind.self), "What happened."),
      Field("hint", orNull(["type": "integer"]), "Number of the hint, from 1."),
      Field("line", orNull(text), "The command line."),
      Field("result", orNull(SessionSchema.words(Practised.Result.self)), "What became of the line."),
      Field("state", orNull(text), "State of the recorded world after it; null when nothing changed."),
      Field("words", text, "What was told."),
    ]
  }

  private static var evidence: [Field] {
    let told = SessionSchema.object([
      Field("value", text, "The value."), Field("because", SessionSchema.span, "Where it stands."),
    ])
    let facts: JSONValue = ["type": "object", "additionalProperties": orNull(told)]
    return [
      Field("id", text, "Id of the document."), Field("title", text, "What it is."),
      Field("provenance", SessionSchema.object(SessionSchema.provenance), "Where it came from."),
      Field(
        "facts", orNull(facts),
        "Facts that all evidence tells otherwise than before, null for one that it tells no more; null when unread."),
    ]
  }

  private static var fact: [Field] {
    [
      Field("name", text, "Name of the fact."), Field("value", orNull(text), "Its value; null takes it back."),
      Field("was", orNull(text), "What it was before."),
      Field("read", SessionSchema.truth, "Whether Fairway read it from kubectl's configuration, and nobody typed it."),
    ]
  }

  private static var answered: [Field] {
    [
      Field("node", text, "Id of the node."), Field("edge", text, "Id of the option."),
      Field("by", SessionSchema.words(Answer.Decider.self), "Who or what decided."),
      Field("because", orNull(SessionSchema.span), "The place that decided."),
      Field("facts", SessionSchema.texts, "Values that came with the answer."),
      Field("kept", SessionSchema.truth, "Whether it is an earlier answer that still held."),
      Field("enters", orNull(SessionSchema.object(SessionSchema.flow)), "The flow that was entered."),
    ]
  }

  private static var command: [Field] {
    [
      Field("node", text, "Id of the node."),
      Field("run", SessionSchema.object(SessionSchema.run), "What ran, and how it ended."),
      Field("kept", SessionSchema.truth, "Whether it is an earlier result; the command did not run again."),
    ]
  }

  private static var consent: [Field] {
    [
      Field("node", text, "Id of the node."), Field("line", text, "The command line."),
      Field("effect", SessionSchema.words(EffectClass.self), "What it does to the world."),
      Field("isGiven", SessionSchema.truth, "Whether somebody agreed."),
    ]
  }

  private static var back: [Field] {
    [
      Field("to", orNull(SessionSchema.whole), "Number of steps that remain; null takes back the last answer."),
      Field("keeps", SessionSchema.truth, "Whether later answers are taken again where they still hold."),
    ]
  }
}

extension SessionSchema {
  static var diagnosisFields: [Field] {
    [
      Field("verdict", words(Diagnosis.Verdict.self), "What came of it."),
      Field(
        "class", orNull(text),
        "Class of the pull error; null when the text fits none, and while nothing has failed yet."),
      Field("cause", orNull(text), "The cause, when exactly one remains."),
      Field("candidates", list(text), "The causes that remain, when there are several."),
      Field("subject", object(subject), "What failed."),
      Field("path", list(object(path)), "The answers of the walk as it stands."),
      Field("remediation", orNull(object(remedy)), "The leaf that was reached; null when none was."),
      Field("waitsAt", orNull(text), "Node at which the walk stands, by its id alone; null when a leaf was reached."),
      Field(
        "waits", orNull(object(waits)),
        "What would let the walk go on there; null when a leaf was reached, and where nobody is asked."),
      Field("others", list(object(other)), "Other containers or pods that fail."),
      Field("commands", list(object(ran)), "Commands of the walk, with what became of them."),
      Field("picked", orNull(text), "How the pod was found among several; null when it was named."),
      Field("notRead", orNull(text), "Evidence that could not be read, and why; null when all of it was."),
    ]
  }

  private static let waits = [
    Field("node", text, "The node as an answer file names it."), Field("question", text, "What it asks."),
    Field("fact", orNull(text), "Fact that --set may tell; null where an answer is needed."),
    Field(
      "answers", list(object([Field("id", text, "Id for an answer file."), Field("label", text, "What it means.")])),
      "What can be answered; empty where a value is needed."),
  ]

  private static let ran = [
    Field("node", text, "Id of the node."), Field("line", text, "The command line."),
    Field("effect", words(EffectClass.self), "What it does to the world."),
    Field("outcome", words(Outcome.self), "What became of it; skipped when it did not run."),
    Field("exit", orNull(whole), "Exit status; null when it has none."),
  ]

  /// What failed, as far as a diagnosis names it.
  static let subject = [
    Field("namespace", orNull(text), "Namespace of the pod."), Field("pod", orNull(text), "Name of the pod."),
    Field("container", orNull(text), "The container that fails."),
    Field("image", orNull(text), "The image as the pod names it."),
  ]

  private static let path = [
    Field("flow", text, "Id of the flow that the node belongs to."), Field("node", text, "Id of the node."),
    Field("question", text, "What it asked, as it read then."),
    Field("answer", text, "Id of the option that was taken."),
    Field("by", words(Answer.Decider.self), "Who or what decided."),
    Field(
      "because",
      orNull(
        object([
          Field("document", text, "Id of the document."), Field("line", whole, "Line of the first piece, from 1."),
          Field("column", whole, "Column of the first piece, in characters from 1."),
          Field("length", whole, "Characters of the first piece."), Field("text", text, "The characters themselves."),
        ])), "The place that decided; null when a person did, or a fact without a place."),
  ]

  private static let remedy = [
    Field("id", text, "Id of the leaf's node."), Field("title", text, "What to do, in one line."),
    Field("verdict", words(Leaf.Verdict.self), "What the leaf amounts to."), Field("why", text, "Why it works."),
    Field("changes", text, "What exactly changes."), Field("rights", text, "The right that is needed."),
    Field("takes", text, "How long until it takes effect."), Field("avoid", text, "What not to do."),
    Field("portal", orNull(text), "The way through the Azure portal."),
    Field("escalateTo", orNull(text), "Whom to ask."), Field("attach", list(text), "What to hand over."),
    Field("commands", list(command), "What to do, in order."),
    Field("verify", list(command), "How to see that it helped."),
    Field("undo", list(command), "How to take it back."),
    Field("missing", list(text), "Facts that the commands need and nobody has told; they stand as <name>."),
    Field(
      "sources",
      list(
        object([
          Field("url", text, "Address of the page."), Field("seen", text, "Date on which it was read, as 2026-11-21."),
        ])), "Where this comes from."),
  ]

  private static var command: JSONValue {
    object([
      Field("label", orNull(text), "What it is for."), Field("text", text, "A command line, or a text without effect."),
      Field("effect", orNull(words(EffectClass.self)), "What it does to the world; null for a text."),
      Field("shell", words(Shell.self), "Which shell it is written for."),
    ])
  }

  private static let other = [
    Field("pod", orNull(text), "Name of the pod."), Field("container", orNull(text), "Name of the container."),
    Field("image", orNull(text), "Its image."), Field("class", orNull(text), "Class of its pull error."),
  ]
}

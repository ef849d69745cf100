extension SessionSchema {
  static var sessionFields: [Field] { head + standing + body }

  private static var head: [Field] {
    let entered = flow + [Field("edited", truth, "Whether the flow has another text by now.")]
    return [
      Field("id", text, "Id of the session: when it began."), Field("program", text, "Version of Fairway."),
      Field("flow", object(flow), "The flow that the session began with, or was moved to last."),
      Field("flows", list(object(entered)), "Every text of a flow that was entered, in order."),
      Field("source", orNull(source), "Where the evidence comes from; null when nobody said."),
      Field("began", time, "Time of the first event."), Field("ended", time, "Time of the last event."),
      Field("seconds", number, "Time in which somebody had the session open."),
      Field("state", words(SessionReport.State.self), "Whether a leaf was reached."),
      Field("end", orNull(words(Event.End.self)), "How it was left; null while it is open, or after it was cut off."),
      Field("complete", truth, "false when later events do not fit the flows that are left."),
    ]
  }

  private static var standing: [Field] {
    let more = [
      Field("node", orNull(text), "Node of the cluster that the pod is bound to."),
      Field("cluster", orNull(text), "Name of the cluster."),
      Field("context", orNull(text), "Context of the kubeconfig."),
    ]
    let place = [
      Field("flow", text, "Id of the flow."), Field("node", text, "Id of the node."),
      Field("question", text, "What it asks."),
    ]
    return [
      Field("subject", object(subject + more), "What failed, and where."),
      Field("waitsAt", orNull(object(place)), "Where somebody must decide; null when a leaf was reached."),
      Field("diagnosis", result, "The result as it stands."),
    ]
  }

  private static var body: [Field] {
    [
      Field("steps", list(object(step)), "Every answer in the order of time, those that were taken back included."),
      Field("facts", list(object(fact)), "Every value that the session knows, by name."),
      Field("notes", list(object(note)), "Remarks."),
      Field("checks", list(object(check)), "What became of remedies that were applied; the last one counts."),
      Field("commands", list(object(command)), "Commands that ran or were skipped, in the order of time."),
      Field("evidence", list(object(evidence)), "Every document that came in, redacted."),
      Field("redactions", object(redactions), "What stands in the place of secrets, as ‹secret-N›."),
      Field("events", list(EventSchema.event), "Everything that changed the session; evidence is without its text."),
    ]
  }

  // MARK: - Parts

  static var check: [Field] {
    [
      Field("flow", text, "Id of the flow."), Field("node", text, "Id of the leaf."),
      Field("result", words(Check.Result.self), "How far it came."), Field("time", time, "When."),
      Field("because", orNull(span), "The place that says so; null when a person does."),
      Field("words", text, "What was seen."),
    ]
  }

  private static var step: [Field] {
    let answer = [Field("id", text, "Id of the option."), Field("label", text, "The option in the flow's words.")]
    return [
      Field("flow", text, "Id of the flow."), Field("node", text, "Id of the node."),
      Field("question", text, "What it asked, as it read then."), Field("answer", object(answer), "What was taken."),
      Field("by", words(Answer.Decider.self), "Who or what decided."),
      Field("kept", truth, "Whether it is an earlier answer that still held."),
      Field("time", time, "When it was given."), Field("seconds", number, "Time that it took."),
      Field("because", orNull(span), "The place that decided; null when a person did, or a fact without a place."),
      Field("facts", texts, "Values that came with the answer."),
      Field("command", orNull(object(run)), "The command whose end decided; null when none did."),
      Field("abandoned", orNull(time), "When it was taken back; null for a step of the walk as it stands."),
    ]
  }

  private static var fact: [Field] {
    [
      Field("name", text, "Name of the fact."), Field("value", text, "Its value."),
      Field("from", words(SessionReport.Fact.Origin.self), "Who said it."),
      Field("because", orNull(span), "Where the evidence says it; null when somebody said it."),
      Field("node", orNull(text), "Node whose answer gave it; null when none did."),
      Field("evidence", orNull(text), "What the evidence says instead; null when it says the same or nothing."),
    ]
  }

  private static var note: [Field] {
    [
      Field("time", time, "When it was made."), Field("text", text, "The remark."),
      Field("flow", text, "Flow at which the session stood."), Field("node", text, "Node at which it stood."),
      Field("step", whole, "Number of steps that had been taken."),
    ]
  }

  private static var command: [Field] {
    [
      Field("time", time, "When it ended."), Field("node", text, "Id of the node."),
      Field("run", object(run), "What ran, and how it ended."),
    ]
  }

  private static var evidence: [Field] {
    [
      Field("event", whole, "Number of the event that brought it."), Field("id", text, "Id of the document."),
      Field("title", text, "What it is."), Field("provenance", object(provenance), "Where it came from."),
      Field("lines", whole, "Number of lines."),
      Field("stands", truth, "Whether it counts; false when it was replaced or taken back."),
      Field("text", text, "The document without secrets."),
    ]
  }

  private static var redactions: [Field] {
    let place = [Field("document", text, "Id of the document."), Field("line", whole, "Counts from 1.")]
    return [
      Field("distinct", whole, "Number of secrets that differ."),
      Field("places", list(object(place)), "Each line with a secret once."),
    ]
  }

  // MARK: - Shared with events

  static var run: [Field] {
    [
      Field("line", text, "The command line."), Field("effect", words(EffectClass.self), "What it does to the world."),
      Field("outcome", words(Outcome.self), "How it ended."), Field("exit", orNull(whole), "Exit status."),
      Field("milliseconds", orNull(whole), "How long it ran."),
      Field("document", orNull(text), "Id of the document with its output; null when there is none."),
    ]
  }

  static var provenance: [Field] {
    [
      Field("origin", words(Provenance.Origin.self), "How it came in."),
      Field("source", text, "Command line, file name or title of the recording."),
      Field("exit", orNull(whole), "Exit status of the command."),
      Field("isCut", truth, "Whether the middle was left out."),
      Field("time", orNull(time), "When a command printed it; null for a text of unknown age."),
    ]
  }

  static var source: JSONValue {
    object([
      Field("kind", words(Event.Source.Kind.self), "What it is."), Field("pod", orNull(text), "Name of the pod."),
      Field("namespace", orNull(text), "Its namespace."), Field("context", orNull(text), "Context of the kubeconfig."),
      Field("kubeconfig", orNull(text), "Path of the kubeconfig."),
      Field("subscription", orNull(text), "Azure subscription."),
      Field("recording", orNull(text), "Id of the recording that answers the commands."),
      Field("exercise", orNull(text), "Id of the exercise that is practised."),
    ])
  }
}

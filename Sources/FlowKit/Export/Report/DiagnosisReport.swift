/// A diagnosis as JSON; fields never change their meaning within a version of the schema.
package struct DiagnosisReport: Encodable, Sendable {
  package let schema = "fairway.diagnosis/1"
  package let verdict: Diagnosis.Verdict
  package let pullClass: String?
  package let cause: String?
  package let candidates: [String]
  package let subject: Subject
  package let path: [Step]
  package let remediation: Remedy?
  /// Node at which somebody must decide; nil when a leaf was reached.
  package let waitsAt: String?
  /// What would let the walk go on from there.
  package let waits: Waits?
  package let others: [Other]
  /// Commands that ran, or were left out.
  package let commands: [Ran]
  /// How the pod was found among several; nil when it was named.
  package let picked: String?
  /// Evidence that could not be read, and why; nil when all of it was.
  package let notRead: String?

  package struct Subject: Encodable, Sendable {
    @OrNull var namespace: String?
    @OrNull var pod: String?
    @OrNull var container: String?
    @OrNull var image: String?
  }

  package struct Step: Encodable, Sendable {
    let flow, node: String
    let question: String
    let answer: String
    let by: Answer.Decider
    @OrNull var because: Because?
  }

  package struct Because: Encodable, Sendable {
    let document: String
    let line, column, length: Int
    let text: String
  }

  package struct Remedy: Encodable, Sendable {
    let id, title, verdict, why, changes, rights, takes, avoid: String
    @OrNull var portal: String?
    @OrNull var escalateTo: String?
    let attach: [String]
    let commands, verify, undo: [Command]
    let missing: [String]
    let sources: [Source]
  }

  package struct Command: Encodable, Sendable {
    @OrNull var label: String?
    let text: String
    @OrNull var effect: EffectClass?
    let shell: Shell
  }

  package struct Source: Encodable, Sendable { let url, seen: String }

  /// A command of the walk.
  package struct Ran: Encodable, Sendable {
    let node, line: String
    let effect: EffectClass
    let outcome: Outcome
    @OrNull var exit: Int?
  }

  /// Another container or pod that fails.
  package struct Other: Encodable, Sendable {
    @OrNull var pod: String?
    @OrNull var container: String?
    @OrNull var image: String?
    @OrNull var pullClass: String?

    enum CodingKeys: String, CodingKey {
      case pod, container, image
      case pullClass = "class"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, verdict, cause, candidates, subject, path, remediation, waitsAt, waits, others, commands, picked,
      notRead
    case pullClass = "class"
  }

  package init(_ diagnosis: Diagnosis, picked: String? = nil) {
    self.picked = picked
    let session = diagnosis.session
    func fact(_ name: String) -> String? { session.facts[name]?.value }
    verdict = diagnosis.verdict
    notRead = fact(Fact.notRead)
    pullClass = diagnosis.pullClass
    cause = diagnosis.cause
    candidates = diagnosis.candidates
    subject = Subject(
      namespace: fact("namespace"), pod: fact("pod"), container: fact("container"), image: fact("image"))
    path = session.visits.map { visit in
      Step(
        flow: visit.flow, node: visit.node.id, question: visit.title, answer: visit.edge.id, by: visit.answer.by,
        because: visit.answer.because.map {
          Because(document: $0.document, line: $0.line, column: $0.column, length: $0.length, text: $0.text)
        })
    }
    remediation = diagnosis.leaf.map { Self.remedy($0) }
    waitsAt = diagnosis.leaf == nil ? session.nodeID : nil
    waits = Waits(session)
    commands = session.commands.map {
      Ran(node: $0.node, line: $0.line, effect: $0.effect, outcome: $0.outcome, exit: $0.exit)
    }
    others = session.reading.others.map { pod, podCase in
      Other(
        pod: pod.name?.value, container: podCase.container?.name.value, image: podCase.image,
        pullClass: podCase.pullClass?.value)
    }
  }

  private static func remedy(_ leaf: Leaf) -> Remedy {
    func commands(_ items: [Leaf.Item]) -> [Command] {
      items.map { Command(label: $0.label.isEmpty ? nil : $0.label, text: $0.text, effect: $0.effect, shell: $0.shell) }
    }
    return Remedy(
      id: leaf.id, title: leaf.title, verdict: leaf.verdict.rawValue, why: leaf.why, changes: leaf.changes,
      rights: leaf.rights, takes: leaf.takes, avoid: leaf.avoid, portal: leaf.portal.isEmpty ? nil : leaf.portal,
      escalateTo: leaf.escalateTo.isEmpty ? nil : leaf.escalateTo, attach: leaf.attach,
      commands: commands(leaf.commands),
      verify: commands(leaf.verify), undo: commands(leaf.undo), missing: leaf.missing,
      sources: leaf.sources.map { Source(url: $0.url, seen: $0.seen) })
  }

  /// Null values are written, so that a reader finds every field.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(schema, forKey: .schema)
    try values.encode(verdict, forKey: .verdict)
    try values.encode(pullClass, forKey: .pullClass)
    try values.encode(cause, forKey: .cause)
    try values.encode(candidates, forKey: .candidates)
    try values.encode(subject, forKey: .subject)
    try values.encode(path, forKey: .path)
    try values.encode(remediation, forKey: .remediation)
    try values.encode(waitsAt, forKey: .waitsAt)
    try values.encode(waits, forKey: .waits)
    try values.encode(others, forKey: .others)
    try values.encode(commands, forKey: .commands)
    try values.encode(picked, forKey: .picked)
    try values.encode(notRead, forKey: .notRead)
  }
}

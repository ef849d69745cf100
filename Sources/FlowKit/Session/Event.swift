/// Something that changed a session; the journal is the list of these, and the state is their fold.
package enum Event: Codable, Hashable, Sendable {
  /// The walk begins, or begins anew in another version of its flow and keeps the answers that still hold.
  case began(Began)
  case evidence(EvidenceRecord)
  case fact(FactRecord)
  case answered(Answer)
  case command(CommandRecord)
  case consent(Consent)
  case back(Back)
  case note(String)
  /// A remedy was applied, or it was seen what became of it.
  case check(Check)
  /// Something that happens in practice only.
  case practised(Practised)
  /// The session goes on after it was left.
  case resumed
  case ended(End)

  /// The last answer is taken back.
  package static let back = Event.back(Back())

  /// How a session ended for now.
  package enum End: String, CaseIterable, Codable, Sendable { case quit, finished, hungUp = "hung-up" }

  /// The start of a session.
  package struct Began: Codable, Hashable, Sendable {
    package var flow: String
    package var version: String
    /// Digest of the flow's text.
    package var hash: String
    /// Version of the program.
    package var program: String
    /// Where commands run, so that they run there again when the session goes on; nil when nobody said.
    package var source: Source?

    package init(flow: String, version: String, hash: String, program: String, source: Source? = nil) {
      self.flow = flow
      self.version = version
      self.hash = hash
      self.program = program
      self.source = source
    }

    package init(_ reference: FlowReference, program: String, source: Source? = nil) {
      self.init(
        flow: reference.id, version: reference.version, hash: reference.hash, program: program, source: source)
    }

    package var reference: FlowReference { FlowReference(id: flow, version: version, hash: hash) }
  }

  /// Where the evidence of a session comes from.
  package struct Source: Codable, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable { case live, file, recording, nothing = "none" }

    package var kind: Kind
    package var pod: String?
    package var namespace: String?
    package var context: String?
    package var kubeconfig: String?
    package var subscription: String?
    /// Id of the recording that answers the commands.
    package var recording: String?
    /// Id of the exercise whose recorded world answers; nil outside of practice.
    package var exercise: String?
    /// Whether the evidence makes no suggestions, since somebody practises.
    package var isUnaided: Bool?

    package init(_ kind: Kind) { self.kind = kind }
  }

  /// One text of a flow, so that a session can be read again after the flow was edited.
  package struct FlowReference: Codable, Hashable, Sendable {
    package var id: String
    package var version: String
    /// Digest of the flow's text.
    package var hash: String

    package init(id: String, version: String, hash: String) {
      self.id = id
      self.version = version
      self.hash = hash
    }
  }

  /// A way back to an earlier place of the walk.
  package struct Back: Codable, Hashable, Sendable {
    /// Number of steps of the walk that remain; nil takes back the last answer and every rule after it.
    package var to: Int?
    /// Whether later answers are taken again where they still hold.
    package var keeps: Bool?

    package init(to: Int? = nil, keeps: Bool? = nil) {
      self.to = to
      self.keeps = keeps
    }
  }

  /// A value that somebody typed or passed.
  package struct FactRecord: Codable, Hashable, Sendable {
    package var name: String
    /// nil takes back what was typed, so that the evidence speaks again.
    package var value: String?
    /// What the value was before, when somebody corrects it.
    package var was: String?
    /// true when nobody typed it and Fairway read it from kubectl's configuration.
    package var read: Bool?

    package init(name: String, value: String?, was: String? = nil, read: Bool? = nil) {
      self.name = name
      self.value = value
      self.was = was
      self.read = read
    }
  }

  /// The answer to whether a command may run that does more than read.
  package struct Consent: Codable, Hashable, Sendable {
    package var node: String
    package var line: String
    package var effect: EffectClass
    package var isGiven: Bool

    package init(node: String, line: String, effect: EffectClass, isGiven: Bool) {
      self.node = node
      self.line = line
      self.effect = effect
      self.isGiven = isGiven
    }
  }

  /// A command that ran, or was not run.
  package struct CommandRecord: Codable, Hashable, Sendable {
    package var node: String
    package var line: String
    package var effect: EffectClass
    package var outcome: Outcome
    package var exit: Int?
    /// Id of the document with its output; nil when there is none.
    package var document: String?
    package var milliseconds: Int?
    /// true when this is an earlier result that still holds; the command did not run again.
    package var kept: Bool?

    package init(
      node: String, line: String, effect: EffectClass, outcome: Outcome, exit: Int? = nil, document: String? = nil,
      milliseconds: Int? = nil
    ) {
      self.node = node
      self.line = line
      self.effect = effect
      self.outcome = outcome
      self.exit = exit
      self.document = document
      self.milliseconds = milliseconds
    }
  }
}

/// A step of the walk: which way was taken, by whom, and why.
package struct Answer: Codable, Hashable, Sendable {
  /// Who or what decided.
  package enum Decider: String, CaseIterable, Codable, Sendable {
    case person = "operator"
    case evidence, rule, command, file
  }

  package var node: String
  package var edge: String
  package var by: Decider
  /// The place that decided; nil when a person did, or a fact without a place.
  package var because: Span?
  /// Facts from captures.
  package var facts: [String: String]
  /// true when this is an earlier answer that still holds.
  package var kept: Bool?
  /// The flow that a jump enters.
  package var enters: Event.FlowReference?

  package init(node: String, edge: String, by: Decider, because: Span? = nil, facts: [String: String] = [:]) {
    self.node = node
    self.edge = edge
    self.by = by
    self.because = because
    self.facts = facts
  }
}

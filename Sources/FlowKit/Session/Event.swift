/// Something that changed a session; the journal is the list of these, and the state is their fold.
package enum Event: Codable, Hashable, Sendable {
  case began(Began)
  case evidence(EvidenceRecord)
  case fact(FactRecord)
  case answered(Answer)
  case command(CommandRecord)
  case consent(Consent)
  case back
  case note(String)
  case ended(End)

  /// How a session ended for now.
  package enum End: String, Codable, Sendable { case quit, finished, hungUp = "hung-up" }

  /// The start of a session.
  package struct Began: Codable, Hashable, Sendable {
    package var flow: String
    package var version: String
    /// Digest of the flow's text.
    package var hash: String
    /// Version of the program.
    package var program: String

    package init(flow: String, version: String, hash: String, program: String) {
      self.flow = flow
      self.version = version
      self.hash = hash
      self.program = program
    }
  }

  /// A document, redacted.
  package struct EvidenceRecord: Codable, Hashable, Sendable {
    package var id: String
    package var title: String
    package var provenance: Provenance
    package var text: String

    package init(_ document: Document) {
      id = document.id
      title = document.title
      provenance = document.provenance
      text = document.text
    }

    package var document: Document { Document(id: id, title: title, provenance: provenance, text: text) }
  }

  /// A value that somebody typed or passed.
  package struct FactRecord: Codable, Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
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
  package enum Decider: String, Codable, Sendable {
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

  package init(node: String, edge: String, by: Decider, because: Span? = nil, facts: [String: String] = [:]) {
    self.node = node
    self.edge = edge
    self.by = by
    self.because = because
    self.facts = facts
  }
}

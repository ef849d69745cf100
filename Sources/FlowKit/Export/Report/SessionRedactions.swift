/// Where secrets stood in the evidence of a session, by what stands in their place.
package struct SessionRedactions: Encodable, Sendable {
  /// A line with at least one secret.
  package struct Place: Encodable, Hashable, Sendable {
    /// Id of the document.
    package let document: String
    /// Counts from 1.
    package let line: Int
  }

  /// Number of secrets that differ.
  package let distinct: Int
  /// In the order of the session, each line once.
  package let places: [Place]

  package init(_ documents: some Sequence<Document>) {
    var numbers: Set<Int> = []
    var seen: Set<Place> = []
    var places: [Place] = []
    for document in documents {
      for token in Placeholder.tokens(in: document.bytes) {
        numbers.insert(token.number)
        let place = Place(document: document.id, line: document.lineIndex(at: token.range.lowerBound) + 1)
        if seen.insert(place).inserted { places.append(place) }
      }
    }
    distinct = numbers.count
    self.places = places
  }
}

extension Transcript {
  /// Every document that came in, with the number of its event, those of abandoned branches and older looks included.
  var evidence: [(sequence: Int, document: Document)] {
    entries.compactMap { entry in
      if case .evidence(let record) = entry.event { (entry.sequence, record.document) } else { nil }
    }
  }

  /// The command that a step took its way by; nil when it was no command, or none ran.
  func command(of step: Step) -> Event.CommandRecord? {
    if let command = step.visit.command { return command }
    // A command that reads a secret is written after its answer, because its output is not kept.
    guard step.visit.answer.by == .command else { return nil }
    return commands.first {
      $0.record.effect == .readsSecret && $0.record.node == step.visit.node.id && $0.time >= step.time
    }?.record
  }

  /// Every text of a flow that the session entered, each once, in the order of the session.
  var flows: [Event.FlowReference] {
    var result: [Event.FlowReference] = []
    func add(_ flow: Event.FlowReference) { if !result.contains(flow) { result.append(flow) } }
    for entry in entries {
      switch entry.event {
      case .began(let began): add(began.reference)
      case .answered(let answer): if let flow = answer.enters { add(flow) }
      default: break
      }
    }
    return result
  }
}

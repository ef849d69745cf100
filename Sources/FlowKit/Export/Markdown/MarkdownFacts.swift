extension MarkdownNote {
  /// Values that somebody typed or passed, and what the evidence says instead.
  var facts: MarkdownSection {
    var names: [String] = []
    var told: [String: (entry: JournalEntry, record: Event.FactRecord, was: String?)] = [:]
    for entry in transcript.entries {
      guard case .fact(let record) = entry.event, record.read != true else { continue }
      if told[record.name] == nil { names.append(record.name) }
      told[record.name] = (entry, record, told[record.name]?.was ?? record.was)
    }
    let blocks = names.compactMap { told[$0] }.map {
      ["- " + self.told($0.record, $0.was) + " (\(clock($0.entry.time)))"]
    }
    return MarkdownSection(rank: .facts, title: "Told by hand", blocks: blocks)
  }

  private func told(_ record: Event.FactRecord, _ was: String?) -> String {
    let name = MarkdownText.code(record.name, limit: 80)
    let evidence = session.evidenceFact(record.name)?.value
    guard let value = record.value else {
      let says = evidence.map { "the evidence says \(MarkdownText.code($0))" } ?? "nothing else tells it"
      return "\(name): what was typed was taken back; \(says)"
    }
    let words = "\(name) = \(MarkdownText.code(value, limit: 400))"
    if let evidence, evidence != value {
      return "\(words), corrected by hand; the evidence says \(MarkdownText.code(evidence))"
    }
    if let was, was != value { return "\(words), was \(MarkdownText.code(was)) before" }
    return words
  }

  /// Remarks with the step at which they were made.
  var notes: MarkdownSection {
    let blocks = transcript.notes.map { note in
      [
        "- **\(clock(note.time))**, at step \(note.step + 1) (\(MarkdownText.code(note.node, limit: 80))): "
          + MarkdownText.text(note.text, limit: 2000)
      ]
    }
    return MarkdownSection(rank: .notes, title: "Notes", blocks: blocks, share: 3000)
  }

  /// The documents that came in; those that do not count any more are named as such.
  var evidence: MarkdownSection {
    let blocks = transcript.evidence.map { _, document in
      let provenance = document.provenance
      var words = [named(document)]
      words.append(ExportWords.origin(provenance.origin))
      if !document.title.hasSuffix(provenance.source) {
        words[1] += " " + MarkdownText.code(provenance.source, limit: 300)
      }
      words.append(lines(document))
      if let exit = provenance.exit { words.append("exit \(exit)") }
      if provenance.isCut { words.append("the middle was cut out") }
      if document.isCut { words.append("its lines seem to be cut") }
      if !session.documents.contains(document) { words.append("replaced or taken back since") }
      return ["- \(MarkdownText.code(document.id, limit: 80)): \(words.joined(separator: "; "))"]
    }
    return MarkdownSection(rank: .evidence, title: "Evidence", blocks: blocks)
  }

  /// Its size in words.
  func lines(_ document: Document) -> String {
    if document.bytes.isEmpty { return "empty" }
    return document.lineCount == 1 ? "1 line" : "\(document.lineCount) lines"
  }

  /// The title of a document; the command in it as code.
  func named(_ document: Document) -> String {
    let source = document.provenance.source
    guard !source.isEmpty, document.title.hasSuffix(source) else {
      return MarkdownText.text(document.title, limit: 300)
    }
    let head = MarkdownText.text(String(document.title.dropLast(source.count)), limit: 100)
    return (head.isEmpty ? "" : head + " ") + MarkdownText.code(source, limit: 300)
  }

  /// Where secrets stood; empty when there were none.
  var redacted: MarkdownSection {
    let redactions = SessionRedactions(transcript.evidence.map(\.document))
    var section = MarkdownSection(rank: .redacted, title: "What was redacted", blocks: [], share: 800)
    guard redactions.distinct > 0 else { return section }
    let count = redactions.distinct == 1 ? "One secret" : "\(redactions.distinct) different secrets"
    section.blocks = [
      ["\(count) in the evidence; in the place of each stands `‹secret-N›`, the same for the same secret."]
    ]
    section.blocks += redactions.places.prefix(10).map { ["- line \($0.line) of \(MarkdownText.code($0.document))"] }
    let more = redactions.places.count - 10
    if more > 0 { section.blocks.append(["- and \(more) more lines"]) }
    return section
  }
}

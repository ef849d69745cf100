/// What ran, what people said and when everything happened.
extension HTMLSession {
  /// Commands that ran or were skipped.
  var commands: [HTML] {
    guard !transcript.commands.isEmpty else { return [] }
    let rows = transcript.commands.map { ran -> [HTML] in
      let record = ran.record
      return [
        HTMLWords.clock(ran.time, since: transcript.began), .tag("code", [:], [HTML(record.line)]),
        HTMLWords.effect(record.effect), HTML(ExportWords.outcome(record.outcome)),
        HTML(record.exit.map { "\($0)" } ?? "–"),
        HTML(record.milliseconds.map { ExportTime.duration(Double($0) / 1000) } ?? "–"), output(record),
      ]
    }
    return [table("Commands", ["UTC", "Command", "Effect", "Outcome", "Exit", "Took", "Output"], rows)]
  }

  /// A link to what a command printed.
  private func output(_ record: Event.CommandRecord) -> HTML {
    let links = record.documents.compactMap { id in
      places.documents.lastIndex { $0.id == id }.map {
        (HTMLPlaces.id($0), id == record.document ? "output" : "errors")
      }
    }
    return links.isEmpty ? "–" : HTML(links.map { HTML([.jump($0.0, HTML($0.1)), " "]) })
  }

  /// Facts that somebody told or corrected.
  var told: [HTML] {
    let rows = transcript.entries.flatMap { entry -> [[HTML]] in
      let time = HTMLWords.clock(entry.time, since: transcript.began)
      switch entry.event {
      case .fact(let record) where record.read != true:
        return [[time] + cells(record.name, record.value, was: record.was)]
      case .answered(let answer) where answer.by == .person && answer.because == nil && answer.kept != true:
        return answer.facts.sorted { $0.key < $1.key }.map { [time] + cells($0.key, $0.value, was: nil) }
      default: return []
      }
    }
    return rows.isEmpty ? [] : [table("Told by hand", ["UTC", "Fact", "Value", "Before", "The evidence says"], rows)]
  }

  private func cells(_ name: String, _ value: String?, was: String?) -> [HTML] {
    func code(_ text: String?, _ otherwise: HTML) -> HTML { text.map { .tag("code", [:], [HTML($0)]) } ?? otherwise }
    return [
      HTML(name), code(value, "taken back"), code(was, "–"), code(session.evidenceFact(name)?.value, "nothing"),
    ]
  }

  /// Remarks with their times.
  var notes: [HTML] {
    guard !transcript.notes.isEmpty else { return [] }
    return [
      .group(
        "ul", ["class": "notes"],
        transcript.notes.map { note in
          let title = session.library[note.flow]?[note.node]?.title.filled { fact($0) } ?? note.node
          return .block(
            "li", [:],
            [
              .paragraphs(note.text),
              .tag(
                "p", ["class": "by"],
                [
                  HTMLWords.clock(note.time, since: transcript.began), HTML(" UTC · at “\(title)”"),
                ]),
            ])
        })
    ]
  }

  /// Every event.
  var timeline: [HTML] {
    [
      table(
        "Timeline", ["UTC", "Event"],
        transcript.entries.map { entry in
          let (kind, text) = Self.words(entry.event)
          return [HTMLWords.time(entry.time), HTML([.tag("span", ["class": "kind"], [HTML(kind)]), HTML(" " + text)])]
        })
    ]
  }

  private static func words(_ event: Event) -> (kind: String, text: String) {
    switch event {
    case .began(let began): ("began", "flow \(began.flow) \(began.version), Fairway \(began.program)")
    case .evidence(let record):
      ("evidence", record.title + (record.title == record.provenance.source ? "" : " from " + record.provenance.source))
    case .fact(let record): ("fact", "\(record.name) = \(record.value ?? "as the evidence says")")
    case .answered(let answer): ("answer", "\(answer.node): \(answer.edge)" + (answer.kept == true ? ", kept" : ""))
    case .command(let record):
      ("command", "\(ExportWords.outcome(record.outcome))\(record.kept == true ? ", kept" : ""): \(record.line)")
    case .consent(let consent): ("consent", "\(consent.isGiven ? "given" : "refused"): \(consent.line)")
    case .back(let back): ("back", back.to.map { "to step \($0 + 1)" } ?? "the last answer is taken back")
    case .note(let note): ("note", note)
    case .check(let check): ("verified", check.verdict)
    case .practised(let one): ("practice", one.summary)
    case .resumed: ("resumed", "")
    case .ended(let end): ("ended", end.rawValue)
    }
  }
}

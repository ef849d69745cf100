import FoundationEssentials

extension MarkdownNote {
  /// Every event with its time; rules that decided one after the other share a line.
  var timeline: MarkdownSection {
    var blocks: [[String]] = []
    var before = transcript.began
    var index = 0
    let entries = transcript.entries
    while index < entries.count {
      let entry = entries[index]
      let rules = entries[index...].prefix { $0.event.isRule }.count
      let gap = entry.time.timeIntervalSince(before)
      let pause = gap >= 0.05 ? " (+\(ExportTime.duration(gap)))" : ""
      let what = rules > 1 ? "\(rules) rules decided" : words(entry.event)
      blocks.append(["- \(clock(entry.time))\(pause) \(what)"])
      index += max(1, rules)
      before = entries[index - 1].time
    }
    return MarkdownSection(rank: .timeline, title: "Timeline (UTC)", blocks: blocks, share: 2500)
  }

  private func words(_ event: Event) -> String {
    func code(_ text: String) -> String { MarkdownText.code(text, limit: 160) }
    switch event {
    case .began(let began): return "began: flow \(code(began.flow)) \(code(began.version))"
    case .evidence(let record):
      return "evidence \(code(record.id)): "
        + (record.provenance.origin == .command ? lines(record.document) : named(record.document))
    case .fact(let record): return "told: \(code(record.name)) = \(record.value.map(code) ?? "as the evidence says")"
    case .answered(let answer): return "\(code(answer.node)): \(code(answer.edge)), \(ExportWords.by(answer))"
    case .command(let record):
      let kept = record.kept == true ? ", kept from before" : ""
      return "command \(code(record.line)): \(ExportWords.result(record))\(kept)"
    case .consent(let consent): return "\(consent.isGiven ? "agreed to" : "declined") \(code(consent.line))"
    case .back(let back): return "went back" + (back.to.map { " to step \($0 + 1)" } ?? "")
    case .check(let check): return "verified: \(MarkdownText.text(check.verdict, limit: 200))"
    case .practised(let one): return MarkdownText.text(one.summary, limit: 200)
    case .note(let note): return "note: \(MarkdownText.text(note, limit: 160))"
    case .resumed: return "resumed"
    case .ended(let end): return ExportWords.end(end)
    }
  }
}

extension Event {
  /// Whether a rule decided, with nobody asked.
  fileprivate var isRule: Bool { if case .answered(let answer) = self { answer.by == .rule } else { false } }
}

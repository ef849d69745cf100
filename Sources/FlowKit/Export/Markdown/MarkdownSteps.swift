extension MarkdownNote {
  /// The walk as it stands.
  var steps: MarkdownSection {
    var blocks: [[String]] = []
    // Steps are often decided by the same line; it is quoted once.
    var quoted: [[String]: Int] = [:]
    var flow = transcript.start?.flow
    for (index, step) in transcript.walk.enumerated() {
      let mark = "\(index + 1). "
      var lines = [[head(step, in: flow)]]
      flow = step.visit.flow
      if let command = transcript.command(of: step) { lines.append([ran(command)]) }
      if let quote = MarkdownQuote(step.visit) {
        let known = quoted[quote.lines]
        let cut = quote.isCut ? ", cut to the words around it:" : ":"
        lines.append([quote.words + (known.map { ", as quoted at step \($0)" } ?? cut)])
        if known == nil { lines.append(MarkdownText.fence(quote.lines)) }
        quoted[quote.lines] = known ?? index + 1
      }
      let body = Array(lines.joined(separator: [""]))
      blocks.append([mark + body[0]] + MarkdownText.indented(Array(body.dropFirst()), by: mark.count))
    }
    return MarkdownSection(rank: .steps, title: "Steps", blocks: blocks, share: 4000)
  }

  /// Steps that were gone back over, in the order of time.
  var takenBack: MarkdownSection {
    let blocks = transcript.steps.compactMap { step in
      step.abandoned.map { time in
        ["- \(clock(step.time)) \(answer(step)) (\(ExportWords.by(step.visit.answer)); taken back at \(clock(time)))"]
      }
    }
    return MarkdownSection(rank: .abandoned, title: "Taken back", blocks: blocks)
  }

  private func head(_ step: Transcript.Step, in flow: String?) -> String {
    let visit = step.visit
    var words = [ExportWords.by(visit.answer) + " at " + clock(step.time)]
    if step.seconds >= 0.05 { words.append("after " + ExportTime.duration(step.seconds)) }
    if visit.flow != flow { words.append("in the flow \(MarkdownText.code(visit.flow))") }
    let found = visit.answer.facts.sorted { $0.key < $1.key }.prefix(6).map { name, value in
      "\(MarkdownText.code(name, limit: 60)) = \(MarkdownText.code(value, limit: 120))"
    }
    return "\(answer(step)) (\(words.joined(separator: ", ")))"
      + (found.isEmpty ? "" : "; " + found.joined(separator: ", "))
  }

  private func answer(_ step: Transcript.Step) -> String {
    let title = MarkdownText.text(step.visit.title)
    let question = title.isEmpty ? MarkdownText.code(step.visit.node.id) : "**\(title)**"
    return "\(question) \(MarkdownText.text(step.visit.label))"
  }

  private func ran(_ command: Event.CommandRecord) -> String {
    "\(MarkdownText.code(command.line, limit: 500)): \(ExportWords.result(command))"
  }
}

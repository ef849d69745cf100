extension MarkdownNote {
  /// What the session waits for; empty when a leaf was reached.
  var place: MarkdownSection {
    var section = MarkdownSection(rank: .place, title: "Where it stands", blocks: [])
    guard transcript.leaf == nil else { return section }
    section.blocks = [["\(waiting): **\(question)** (\(MarkdownText.code(session.nodeID)))"]]
    switch session.step {
    case .ask(let ask): section.blocks += ask.choices.prefix(12).map { [choice($0)] }
    case .enter(let entry) where !entry.hint.isEmpty:
      section.blocks.append(["What shows it:"])
      section.blocks.append(MarkdownText.fence([MarkdownText.cut(entry.hint, 500)], "sh"))
    case .run(let run): section.blocks.append(MarkdownText.fence([MarkdownText.cut(run.line, 1000)], "sh"))
    case .show(_, let text): section.blocks.append(["> " + MarkdownText.text(text, limit: 600)])
    default: break
    }
    return section
  }

  private var waiting: String {
    switch session.step {
    case .ask: "This question waits for an answer"
    case .enter(let entry): "A value for \(MarkdownText.code(entry.fact)) is to be typed"
    case .run: "This command waits to be run"
    case .show: "This note waits to be read"
    default: "The session stands here"
    }
  }

  private var question: String {
    let title = MarkdownText.text(session.title)
    return title.isEmpty ? MarkdownText.text(session.nodeID) : title
  }

  private func choice(_ choice: Step.Ask.Choice) -> String {
    let label = MarkdownText.text(choice.label.isEmpty ? choice.id : choice.label)
    guard let span = choice.match?.span else { return "- \(label)" }
    return "- \(label) (the evidence has \(MarkdownText.code(span.text, limit: 120)))"
  }
}

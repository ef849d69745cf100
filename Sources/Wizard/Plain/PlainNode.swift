import FlowKit

extension PlainText {
  /// The node at hand with what can be answered; a leaf is not one of them.
  static func node(_ session: Session) -> [String] {
    var lines = ["", Inert.text(session.title)]
    if let help = session.node?.help.filled({ session.facts[$0]?.value }), !help.isEmpty {
      lines += wrap(Inert.text(help), hang: 0)
    }
    if let absent = session.absentFlow {
      lines.append("The flow '\(absent)' comes next and is not here. Name its folder with --flows.")
    }
    switch session.step {
    case .ask(let ask):
      let before = session.earlierAnswer
      lines += ask.choices.enumerated().map { index, choice in
        option(index, choice, isSuggested: ask.suggested == index, isEarlier: choice.id == before)
      }
    case .show(_, let text): lines += [Inert.text(text), "Press Enter to go on."]
    case .run(let run):
      lines += ["Command: \(Inert.text(run.line))", "It \(run.effect.words)."]
      for (index, choice) in Model.CommandChoice.allCases.enumerated() {
        lines.append("  \(index + 1). \(choice.label)")
      }
    case .enter(let entry):
      if !entry.hint.isEmpty { lines.append("Find it with: \(Inert.text(entry.hint))") }
      lines.append("Type the value\(entry.skip == nil ? "." : ", or a single dot when you do not know it.")")
    case .go, .finish, nil: break
    }
    return lines
  }

  private static func option(_ index: Int, _ choice: Step.Ask.Choice, isSuggested: Bool, isEarlier: Bool) -> String {
    var line = "  \(index + 1). \(Inert.text(choice.label))"
    if let span = choice.match?.span {
      line += " [\(isSuggested ? "the evidence says so" : "fits too"): line \(span.line), \(Inert.text(span.text))]"
    }
    return line + (isEarlier ? " [answered before]" : "")
  }
}

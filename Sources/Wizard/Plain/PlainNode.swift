import FlowKit
import TerminalUI

extension PlainText {
  /// The place at hand: a question with its options, or a remedy.
  static func place(_ session: Session) -> [String] {
    let step = session.step
    return if case .finish(let leaf)? = step { [""] + remedy(leaf, session) } else { node(step, session) }
  }

  private static func remedy(_ leaf: Leaf, _ session: Session) -> [String] {
    let (conclusion, catalogue) = (session.conclusion, session.library.vocabulary)
    var lines = session.warning(before: leaf).map { ["\($0)"] } ?? []
    if let doubtful = session.doubtful {
      lines.append("An answer does not fit the newer evidence: \(doubtful.visit.label), since \(doubtful.reason).")
    }
    lines += Practising.contradictions(session).map { "The evidence speaks against \($0)" }
    if lines.isEmpty, let check = session.lastCheck(of: leaf) { lines.append("Verified: \(check.verdict)") }
    lines += conclusion.pullClass.map { ["Class: \($0), \(catalogue.title(ofClass: $0))"] } ?? []
    if conclusion.causes.count == 1 { lines.append("Cause: \(catalogue.title(ofCause: conclusion.causes[0]))") }
    if conclusion.causes.count > 1 {
      lines.append("Cause: not decided; the evidence fits each of these:")
      lines += conclusion.causes.map { "  \(catalogue.title(ofCause: $0))" }
    }
    return lines + LeafText(leaf).lines + (leaf.missing.isEmpty ? [] : ["'fill' asks for what is to be filled in."])
  }

  /// The node at hand with what can be answered; a leaf is not one of them.
  private static func node(_ step: Step?, _ session: Session) -> [String] {
    var lines = ["", session.title]
    lines += help(session)
    if let absent = session.absentFlow {
      lines.append("The flow '\(absent)' comes next and is not here. Name its folder with --flows.")
    }
    switch step {
    case .ask(let ask):
      let before = session.earlierAnswer
      lines += ask.choices.enumerated().map { index, choice in
        option(index, choice, isSuggested: ask.suggested == index, isEarlier: choice.id == before)
          + (session.contradiction(of: choice).map { " (ruled out\($0.place))" } ?? "")
      }
    case .show(_, let text): lines += [text, "Press Enter to go on."]
    case .run(let run):
      lines += ["Command: \(run.line)", "It \(run.effect.words)."]
      if !run.proves.isEmpty { lines += wrap("Proves: \(run.proves)", hang: 2) }
      if !run.doesNotProve.isEmpty { lines += wrap("Does not prove: \(run.doesNotProve)", hang: 2) }
      for (index, choice) in Model.CommandChoice.allCases.enumerated() {
        lines.append("  \(index + 1). \(choice.label)")
      }
    case .enter(let entry):
      if !entry.hint.isEmpty { lines.append("Find it with: \(entry.hint)") }
      lines.append("Type the value\(entry.skip == nil ? "." : ", or 'skip' when you do not know it.")")
    case .go, .finish, nil: break
    }
    return lines
  }

  private static func help(_ session: Session) -> [String] {
    let facts = session.facts
    let help = session.node?.help.filled { facts[$0]?.value } ?? ""
    return help.isEmpty ? [] : wrap(Inert.text(help), hang: 0)
  }

  private static func option(_ index: Int, _ choice: Step.Ask.Choice, isSuggested: Bool, isEarlier: Bool) -> String {
    var line = "  \(index + 1). \(choice.label)"
    if let match = choice.match {
      let place = match.span.map { ": line \($0.line), \(short($0.text))" } ?? ""
      line += " (\(isSuggested ? "the evidence says so" : "fits too")\(place))"
    }
    return line + (isEarlier ? " (answered before)" : "")
  }

  /// Why this is asked and where each answer leads.
  static func why(_ session: Session) -> [String] {
    let model = Model(session, size: Size(width: 80, height: 24))
    if let leaf = model.leaf { return help(session) + wrap(Inert.text(leaf.why)) }
    return help(session)
      + model.choices.enumerated().map { index, choice in
        let next = session.flow[choice.target].map { ", leads to: \($0.title.filled { session.facts[$0]?.value })" }
        let says = choice.match?.span.map { " (the evidence says, line \($0.line): \($0.text))" }
        let against = session.contradiction(of: choice).map { " (ruled out: \($0.words))" }
        return "  \(index + 1). \(choice.label)\(next ?? "")\(says ?? "")\(against ?? "")"
      }
  }
}

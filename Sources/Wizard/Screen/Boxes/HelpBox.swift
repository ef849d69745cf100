import FlowKit
import TerminalUI

/// The keys.
struct HelpBox: Box {
  let title = "Help"

  func blocks(_ model: Model) -> [BoxBlock] {
    let keys = model.keys.help(in: model.paneContext)
    guard let practice = model.practice else { return [BoxBlock(keys)] }
    let told = Practising.lines(model.session, practice, hintKey: model.keyName(.help) ?? "?")
    return [BoxBlock(told + [""] + keys)]
  }
}

/// What just happened.
struct SaidBox: Box {
  let title: String
  let text: String

  func blocks(_ model: Model) -> [BoxBlock] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return [BoxBlock(lines.map { StyledLine(Inert.text(String($0))) })]
  }
}

/// Why this is asked and where each answer leads.
struct WhyBox: Box {
  let title = "Why this is asked"

  func blocks(_ model: Model) -> [BoxBlock] {
    let session = model.session
    var lines: [StyledLine] = []
    if let help = session.node?.help.filled({ session.facts[$0]?.value }), !help.isEmpty {
      lines += [StyledLine(help), ""]
    }
    if let leaf = model.leaf { return [BoxBlock(lines + [StyledLine(leaf.why)])] }
    for choice in model.choices {
      lines.append(StyledLine(Inert.text(choice.label), .title))
      let next = session.flow[choice.target].map { $0.title.filled { session.facts[$0]?.value } }
      if let next { lines.append(StyledLine("  leads to: \(Inert.text(next))")) }
      if let span = choice.match?.span {
        lines.append(StyledLine("  the evidence says, line \(span.line): \(Inert.text(span.text))", .dim))
      }
      if let reason = session.contradiction(of: choice) {
        lines.append(StyledLine("  ruled out: \(Inert.text(reason.words))", .dim))
      }
    }
    return [BoxBlock(lines)]
  }
}

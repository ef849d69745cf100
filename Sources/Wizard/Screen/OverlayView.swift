import FlowKit
import TerminalUI

/// The box over the screen: keys, why this is asked, how we got here.
struct OverlayView {
  let model: Model

  init(_ model: Model) { self.model = model }

  func render(into buffer: inout Buffer) {
    let area = frame
    buffer.fill(area)
    buffer.draw(
      MessageBox(
        StyledLine(title, .title), Array(repeating: "", count: area.height - 2), hint: StyledLine("esc close", .dim),
        width: area.width), in: area)
    buffer.draw(TextViewer(lines, scroll: model.overlayScroll), in: area.inset(horizontal: 2, vertical: 1))
  }

  private var frame: Rect {
    let body = Rect(x: 0, y: 1, width: model.size.width, height: model.size.height - 2)
    let width = min(body.width, 84)
    let rows = Paragraph(lines).height(width: max(1, width - 5))
    return body.centered(Size(width: width, height: min(body.height, rows + 2)))
  }

  /// Text area of the box.
  var textSize: Size { TextViewer<[StyledLine]>.textSize(in: frame.inset(horizontal: 2, vertical: 1)) }

  private var title: String {
    switch model.overlay {
    case .help, nil: "Keys"
    case .why: "Why this is asked"
    case .history: "How we got here"
    }
  }

  var lines: [StyledLine] {
    switch model.overlay {
    case .help, nil: Bindings.map.help(in: model.focus == .evidence ? .evidence : model.leaf == nil ? .question : .leaf)
    case .why: why
    case .history: history
    }
  }

  private var why: [StyledLine] {
    let session = model.session
    var lines: [StyledLine] = []
    if let help = session.node?.help.filled({ session.facts[$0]?.value }), !help.isEmpty {
      lines += [StyledLine(help), ""]
    }
    if let leaf = model.leaf { return lines + [StyledLine(leaf.why)] }
    for choice in model.choices {
      lines.append(StyledLine(Inert.text(choice.label), .title))
      let next = session.flow[choice.target].map { $0.title.filled { session.facts[$0]?.value } }
      if let next { lines.append(StyledLine("  leads to: \(Inert.text(next))")) }
      if let span = choice.match?.span {
        lines.append(StyledLine("  the evidence says, line \(span.line): \(Inert.text(span.text))", .dim))
      }
    }
    return lines
  }

  private var history: [StyledLine] {
    let visits = model.session.visits
    let steps = visits.isEmpty ? ["This is the first question."] : visits.flatMap(visitLines)
    guard !model.log.isEmpty else { return steps }
    return steps + ["", StyledLine("Commands that were run", .title)]
      + model.log.map { note in
        let took = note.milliseconds.map { ", \($0) ms" } ?? ""
        return StyledLine("  \(note.time)\(note.isAhead ? " ahead" : "")\(took): \(Inert.text(note.line))")
      }
  }

  private func visitLines(_ visit: Session.Visit) -> [StyledLine] {
    let session = model.session
    let by: String =
      switch visit.answer.by {
      case .person: "you"
      case .evidence: "the evidence"
      case .rule: "a rule"
      case .command: "a command"
      case .file: "a file"
      }
    var lines = [
      StyledLine(visit.node.title.filled { session.facts[$0]?.value }, .title),
      StyledLine("  \(visit.edge.label.isEmpty ? visit.edge.id : Inert.text(visit.edge.label)) (\(by))"),
    ]
    if let span = visit.answer.because {
      lines.append(StyledLine("  \(span.document), line \(span.line): \(Inert.text(span.text))", .dim))
    }
    return lines
  }
}

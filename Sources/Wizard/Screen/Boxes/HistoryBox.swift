import FlowKit
import TerminalUI

/// How we got here: every step of the walk; an answer can be given anew.
struct HistoryBox: Box {
  let title = "How we got here"

  func blocks(_ model: Model) -> [BoxBlock] {
    let visits = model.session.visits
    guard !visits.isEmpty else { return [BoxBlock(["This is the first question."])] + log(model) }
    let steps = visits.enumerated().map { index, visit in
      BoxBlock(
        lines(visit) + ruledOut(visit, model.session), choice: visit.answer.by == .rule ? nil : index)
    }
    return steps + abandoned(model.session) + log(model)
  }

  private func lines(_ visit: Session.Visit) -> [StyledLine] {
    let kept = visit.answer.kept == true ? ", kept" : ""
    var lines = [
      StyledLine(Inert.text(visit.title), .title),
      StyledLine("  \(Inert.text(visit.label)) (\(visit.answer.by.words)\(kept))"),
    ]
    if let span = visit.answer.because {
      lines.append(StyledLine("  \(span.document), line \(span.line): \(Inert.text(span.text))", .dim))
    }
    return lines
  }

  private func ruledOut(_ visit: Session.Visit, _ session: Session) -> [StyledLine] {
    session.wordsRuledOut(at: visit).map { [StyledLine("  × ruled out: \(Inert.text($0))", .dim)] } ?? []
  }

  private func abandoned(_ session: Session) -> [BoxBlock] {
    let left = session.abandoned.filter { visit in
      visit.answer.by != .rule
        && !session.visits.contains { $0.node.id == visit.node.id && $0.edge.id == visit.edge.id }
    }
    guard !left.isEmpty else { return [] }
    let lines = left.map { StyledLine("  \(Inert.text($0.title)) \(Inert.text($0.label))", .dim) }
    return [BoxBlock(["", StyledLine("Taken back", .title)] + lines)]
  }

  private func log(_ model: Model) -> [BoxBlock] {
    guard !model.log.isEmpty else { return [] }
    let lines = model.log.map { note in
      let took = note.milliseconds.map { ", \($0) ms" } ?? ""
      return StyledLine("  \(note.time)\(note.isAhead ? " ahead" : "")\(took): \(Inert.text(note.line))")
    }
    return [BoxBlock(["", StyledLine("Commands that were run", .title)] + lines)]
  }

  /// Goes back to the question; the answers after it are taken again where they hold.
  func choose(_ choice: Int, _ model: inout Model) -> [Effect] {
    guard model.session.visits.indices.contains(choice) else { return [] }
    guard model.replay == nil else {
      model.message = Replaying.refusal(model)
      return []
    }
    return [.record(.back(Event.Back(to: choice, keeps: true)))]
  }
}

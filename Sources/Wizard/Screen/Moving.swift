import FlowKit
import TerminalUI

/// Moves selection and scroll positions.
enum Moving {
  /// Columns of one step to the side.
  private static let sideStep = 16

  static func move(_ model: inout Model, _ action: Action) {
    switch model.keyContext {
    case .overlay:
      model.overlayScroll = moved(model.overlayScroll, action, OverlayView(model).lines, OverlayView(model).textSize)
    case .list: select(&model, action)
    case .evidence: moveEvidence(&model, action)
    case .replay where model.leaf == nil || model.focus == .evidence: moveEvidence(&model, action)
    case .leaf, .replay:
      model.cardScroll = moved(model.cardScroll, action, NodeView(model).cardLines, Layout(model).nodeText)
    case .question:
      switch action {
      case .up: select(&model, model.selected - 1)
      case .down: select(&model, model.selected + 1)
      case .top: select(&model, 0)
      case .bottom: select(&model, model.choices.count - 1)
      default: moveEvidence(&model, action)
      }
    case .start, .reading: break
    }
  }

  private static func moveEvidence(_ model: inout Model, _ action: Action) {
    model.evidenceScroll = moved(model.evidenceScroll, action, model.evidenceLines, Layout(model).evidenceText)
  }

  /// Moves through the things of a box that can be chosen.
  private static func select(_ model: inout Model, _ action: Action) {
    let last = OverlayView(model).choices.count - 1
    let page = 8
    let target: Int =
      switch action {
      case .up: model.overlaySelected - 1
      case .down: model.overlaySelected + 1
      case .pageUp: model.overlaySelected - page
      case .pageDown: model.overlaySelected + page
      case .top: 0
      default: last
      }
    let selected = min(max(0, target), max(0, last))
    // What stands before the first and behind the last choice is only read.
    if selected == model.overlaySelected || action == .bottom {
      let view = OverlayView(model)
      model.overlayScroll = moved(model.overlayScroll, action, view.lines, view.textSize)
    }
    let isNew = selected != model.overlaySelected
    model.overlaySelected = selected
    if isNew, action != .bottom { showSelected(&model) }
  }

  /// Scrolls a box so that the selected thing is seen.
  static func showSelected(_ model: inout Model) {
    let view = OverlayView(model)
    model.overlayScroll = model.overlayScroll.showing(
      line: view.selectedLine, in: view.lines, view.textSize, hanging: 2)
  }

  /// Selects an option; one that there is not changes nothing.
  static func select(_ model: inout Model, _ index: Int) {
    guard model.choices.indices.contains(index) else { return }
    model.selected = index
    if model.choices[index].match?.span != nil { model.reveal() }
  }

  static func moved(_ scroll: Scroll, _ action: Action, _ lines: some LineSource, _ size: Size) -> Scroll {
    switch action {
    case .up: scroll.moved(by: -1, in: lines, size, hanging: 2)
    case .down: scroll.moved(by: 1, in: lines, size, hanging: 2)
    case .pageUp: scroll.moved(by: -max(1, size.height - 1), in: lines, size, hanging: 2)
    case .pageDown: scroll.moved(by: max(1, size.height - 1), in: lines, size, hanging: 2)
    case .top: Scroll()
    default: Scroll.end(of: lines, size, hanging: 2)
    }
  }

  /// After the screen grew, no pane stands past the end of its text.
  static func clamp(_ model: inout Model) {
    let layout = Layout(model)
    model.evidenceScroll = model.evidenceScroll.moved(
      by: 0, in: model.evidenceLines, layout.evidenceText, hanging: 2)
    model.cardScroll = model.cardScroll.moved(by: 0, in: NodeView(model).cardLines, layout.nodeText, hanging: 2)
  }

  /// Goes to the next line that decided something, around the end.
  static func mark(_ model: inout Model, forward: Bool) {
    let lines = model.markedLines
    // The last place is kept while it is on the screen, else the top of the screen counts.
    let here = model.markedLine ?? model.topLine
    let next = forward ? lines.first { $0 > here } ?? lines.first : lines.last { $0 < here } ?? lines.last
    guard let line = next else { return }
    model.show(line: line)
    model.markedLine = line
    let place = (lines.firstIndex(of: line) ?? 0) + 1
    model.message = "line \(line + 1) decided; place \(place) of \(lines.count)"
  }

  /// Moves the evidence to the side; nothing stands left of the first column or right of the longest line.
  static func sideways(_ model: inout Model, _ action: Action) {
    guard let document = model.shownDocument else { return }
    let last = max(0, min(document.widest, Strips.size) - Layout(model).evidenceColumns / 2)
    let step = action == .right ? sideStep : -sideStep
    model.sideways = min(max(0, model.sideways + step), last)
  }

  /// Goes on in the next row with long lines, or cuts them; the line at the top stays.
  static func wrap(_ model: inout Model) {
    let line = model.evidenceScroll.line
    model.isWrapped.toggle()
    model.sideways = 0
    model.evidenceScroll = Scroll(line: line).moved(
      by: 0, in: model.evidenceLines, Layout(model).evidenceText, hanging: 2)
    model.message = model.isWrapped ? "Long lines go on in the next row." : "Long lines are cut; ← and → move them."
  }

  /// Shows another document, at the place that decided if there is one.
  static func show(_ model: inout Model, document index: Int) {
    guard model.session.documents.indices.contains(index) else { return }
    model.document = index
    model.evidenceScroll = Scroll()
    model.sideways = 0
    model.markedLine = nil
    model.hitLine = nil
    if model.decidingSpan?.document == model.session.documents[index].id { model.reveal() }
  }
}

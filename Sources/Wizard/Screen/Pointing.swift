import FlowKit
import TerminalUI

/// What the mouse does: a click and the wheel, at a cell of the picture that is on the screen.
enum Pointing {
  /// Rows that the wheel moves a text.
  private static let step = 3

  /// The effects of a key of the mouse; nil for any other key.
  static func key(_ model: inout Model, _ key: Key) -> [Effect]? {
    switch key {
    case .click(let point): return pointed(&model) { click(&$0, point, $1) }
    case .wheelUp(let point): return pointed(&model) { wheel(&$0, point, -1, $1) }
    case .wheelDown(let point): return pointed(&model) { wheel(&$0, point, 1, $1) }
    default: return nil
    }
  }

  /// What a cell of the screen stands for is known where there is a picture.
  private static func pointed(_ model: inout Model, _ act: (inout Model, Layout) -> [Effect]) -> [Effect] {
    let layout = Layout(model)
    return layout.isDrawn ? act(&model, layout) : []
  }

  private static func click(_ model: inout Model, _ point: Point, _ layout: Layout) -> [Effect] {
    // A message stands in the place of the keys until something happens.
    let isSaying = !model.message.isEmpty
    model.message = ""
    if layout.footer.contains(point) { return isSaying ? [] : clickKey(&model, point, layout) }
    if model.overlay != nil { return clickBox(&model, point) }
    if layout.evidence?.contains(point) == true {
      model.focus = .evidence
    } else if let node = layout.node, node.contains(point) {
      model.focus = .node
      guard model.replay == nil, let index = layout.nodeView.option(at: point, in: node) else { return [] }
      if model.selected == index { return Updating.choose(&model) }
      Moving.select(&model, index)
    }
    return []
  }

  private static func clickKey(_ model: inout Model, _ point: Point, _ layout: Layout) -> [Effect] {
    let column = point.x - FooterRow.indent
    let width = FooterRow.width(of: layout.footer)
    guard let action = Bindings.map.action(atColumn: column, ofFooterIn: model.keyContext, width: width) else {
      return []
    }
    return Updating.act(&model, action)
  }

  /// Takes what is marked already, else marks it; a click beside the box closes it.
  private static func clickBox(_ model: inout Model, _ point: Point) -> [Effect] {
    let view = OverlayView(model)
    guard view.frame.contains(point) else { return Updating.act(&model, .cancel) }
    guard let place = view.place(at: point) else { return [] }
    if model.overlaySelected == place { return Updating.act(&model, .choose) }
    model.overlaySelected = place
    return []
  }

  private static func wheel(_ model: inout Model, _ point: Point, _ direction: Int, _ layout: Layout) -> [Effect] {
    if model.overlay != nil {
      let view = OverlayView(model)
      model.overlayScroll = model.overlayScroll.moved(
        by: direction * step, in: view.lines, view.textSize, hanging: 2)
    } else if layout.evidence?.contains(point) == true {
      model.evidenceScroll = model.evidenceScroll.moved(
        by: direction * step, in: model.evidenceLines, layout.evidenceText, hanging: 2)
    } else if layout.node?.contains(point) == true {
      if model.leaf != nil {
        model.cardScroll = model.cardScroll.moved(
          by: direction * step, in: NodeView(model).cardLines, layout.nodeText, hanging: 2)
      } else if model.replay == nil {
        // Options have no place of their own: those around the selected one are seen.
        Moving.select(&model, model.selected + direction)
      }
    }
    return []
  }
}

import FlowKit
import TerminalUI

/// Where the panes stand on a screen of a given size.
struct Layout {
  /// Smallest screen that anything is drawn on.
  static let smallest = Size(width: 40, height: 10)

  let header: Rect
  let footer: Rect
  /// nil when the other pane takes the whole screen.
  let node: Rect?
  let evidence: Rect?
  let isSideBySide: Bool
  private let isWrapped: Bool
  /// The node, whose height decided how much of the screen it has.
  let nodeView: NodeView
  /// Whether the screen is large enough for anything.
  let isDrawn: Bool

  init(_ model: Model) {
    let area = Rect(model.size)
    isDrawn = area.width >= Self.smallest.width && area.height >= Self.smallest.height
    header = area.row(0)
    footer = area.row(area.height - 1)
    let body = Rect(x: 0, y: 1, width: area.width, height: max(0, area.height - 2))
    let hasEvidence = !model.session.documents.isEmpty
    isSideBySide = area.width >= 120
    isWrapped = model.isWrapped
    nodeView = NodeView(model)
    if !hasEvidence {
      node = body
      evidence = nil
    } else if isSideBySide {
      let parts = body.columns(.share(1), .exact(1), .share(1))
      node = parts[0]
      evidence = parts[2]
    } else if area.width >= 60, body.height >= 16 {
      // At a leaf the card is what is read; the evidence only has to be seen.
      let most = model.leaf == nil ? body.height * 3 / 5 : body.height * 3 / 4
      let wanted = min(model.leaf == nil ? nodeView.wantedRows(width: area.width) : area.height, most)
      let parts = body.rows(.exact(wanted), .share(1))
      node = parts[0]
      evidence = parts[1]
    } else {
      node = model.focus == .node ? body : nil
      evidence = model.focus == .evidence ? body : nil
    }
  }

  /// Text area of the evidence; as wide as any line where lines are not wrapped.
  var evidenceText: Size {
    guard let evidence else { return Size(width: 1, height: 1) }
    let size = TextViewer<EvidenceLines>.textSize(in: Self.inside(evidence))
    return isWrapped ? size : Size(width: TextViewer<EvidenceLines>.endless, height: size.height)
  }

  /// Columns of the evidence that are seen.
  var evidenceColumns: Int {
    evidence.map { TextViewer<EvidenceLines>.textSize(in: Self.inside($0)).width } ?? 1
  }

  /// Text area of a leaf's card.
  var nodeText: Size {
    guard let node else { return Size(width: 1, height: 1) }
    return TextViewer<[StyledLine]>.textSize(in: Self.inside(node))
  }

  /// A pane without its title row and with a column of air at its left.
  static func inside(_ pane: Rect) -> Rect {
    Rect(x: pane.x + 1, y: pane.y + 1, width: max(0, pane.width - 2), height: max(0, pane.height - 1))
  }
}

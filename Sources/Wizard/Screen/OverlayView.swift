import FlowKit
import TerminalUI

/// The box over the screen.
struct OverlayView {
  let model: Model
  private let box: any Box
  private let blocks: [BoxBlock]

  init(_ model: Model) {
    self.model = model
    box = (model.overlay ?? .help).box
    blocks = box.blocks(model)
  }

  /// Whether something can be chosen in it.
  var isList: Bool {
    if case .palette? = model.overlay { return true }
    return blocks.contains { $0.choice != nil }
  }

  /// What Enter chooses; nil when there is nothing.
  var choice: Int? { choices.indices.contains(model.overlaySelected) ? choices[model.overlaySelected] : nil }

  /// Everything that can be chosen, from the top.
  var choices: [Int] { blocks.compactMap(\.choice) }

  func render(into buffer: inout Buffer) {
    let area = frame
    buffer.fill(area)
    let hint = isList ? "\(Charset.current.key(Key.enter.name)) take  esc close" : "esc close"
    buffer.draw(
      MessageBox(
        StyledLine(box.title, .title), Array(repeating: "", count: area.height - 2), hint: StyledLine(hint, .dim),
        width: area.width), in: area)
    let (text, viewer) = (area.inset(horizontal: 2, vertical: 1), TextViewer(lines, scroll: model.overlayScroll))
    buffer.draw(viewer, in: text)
    guard choice != nil else { return }
    for row in 0..<text.height where viewer.line(atRow: row, in: text) == selectedLine {
      buffer.paint(Rect(x: text.x, y: text.y + row, width: text.width - 1, height: 1), .selected)
    }
  }

  /// Where the box stands.
  var frame: Rect {
    let body = Rect(x: 0, y: 1, width: model.size.width, height: model.size.height - 2)
    let width = min(body.width, 84)
    let rows = Paragraph(lines, hanging: 2).height(width: max(1, width - 5))
    return body.centered(Size(width: width, height: min(body.height, rows + 2)))
  }

  /// Text area of the box.
  var textSize: Size { TextViewer<[StyledLine]>.textSize(in: frame.inset(horizontal: 2, vertical: 1)) }

  /// The lines of all blocks; the selected block has an arrow.
  var lines: [StyledLine] {
    guard isList else { return blocks.flatMap(\.lines) }
    let selected = choice
    return blocks.flatMap { block in
      block.lines.enumerated().map { index, line in
        let isSelected = block.choice != nil && block.choice == selected && index == 0
        return line.after(isSelected ? "▸ " : "  ", .plain)
      }
    }
  }

  /// Number of the thing to choose at a cell; nil for a text that is only read.
  func place(at point: Point) -> Int? {
    let text = frame.inset(horizontal: 2, vertical: 1)
    let lines = lines
    guard text.contains(point),
      let line = TextViewer(lines, scroll: model.overlayScroll).line(atRow: point.y - text.y, in: text)
    else { return nil }
    var end = 0
    let block = blocks.first { block in
      end += block.lines.count
      return line < end
    }
    return block?.choice.flatMap { choices.firstIndex(of: $0) }
  }

  /// Line of the selected block, from 0.
  var selectedLine: Int {
    var line = 0
    for block in blocks {
      if block.choice != nil, block.choice == choice { return line }
      line += block.lines.count
    }
    return 0
  }
}

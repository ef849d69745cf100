import FlowKit
package import TerminalUI

/// Draws the start screen; the same model gives the same picture.
package func view(_ model: StartModel) -> Buffer {
  var buffer = Buffer(model.size)
  guard model.size.width >= Layout.smallest.width, model.size.height >= Layout.smallest.height else {
    buffer.put("fairway needs 40x10", x: 0, y: 0, in: buffer.area)
    return buffer
  }
  let layout = StartLayout(model)
  let screen = StartView(model)
  screen.header(into: &buffer, in: layout.header)
  screen.rule(into: &buffer, in: layout.rule)
  if model.list.pods.isEmpty {
    StartMenu(model).render(into: &buffer, in: layout.list)
  } else {
    screen.list(into: &buffer, layout)
    screen.detail(into: &buffer, in: layout.detail)
  }
  StartBoxView(model).render(into: &buffer)
  screen.footer(into: &buffer, in: layout.footer)
  return buffer
}

/// The parts of the start screen around and inside the list.
struct StartView {
  let model: StartModel

  init(_ model: StartModel) { self.model = model }

  func header(into buffer: inout Buffer, in area: Rect) {
    let isNarrow = HeaderRow.isNarrow(area)
    let right = (model.isProduction ? "PRODUCTION " : "") + (isNarrow ? "" : " read-only ")
    let context = model.context.isEmpty ? "" : "  ctx \(Inert.text(model.context))"
    let namespace = model.isAll ? "all" : Inert.text(model.namespace)
    let left =
      (isNarrow && !context.isEmpty ? "" : " fairway") + context + (namespace.isEmpty ? "" : "  ns \(namespace)")
    HeaderRow(isProduction: model.isProduction, right: right).render(into: &buffer, in: area) { _ in left }
  }

  func rule(into buffer: inout Buffer, in area: Rect) {
    var remarks: [String] = []
    if !model.filter.isEmpty, model.prompt == nil { remarks.append("filter: \(Inert.text(model.filter))") }
    if let answer = model.answer, answer.fleet != nil, !answer.remark.isEmpty { remarks.append(answer.remark) }
    if model.isListing, !model.list.pods.isEmpty { remarks.append("\(model.spinner) listing") }
    buffer.draw(Rule(StyledLine(heading, .title), remark: StyledLine(remarks.joined(separator: ", "), .dim)), in: area)
  }

  private var heading: String {
    guard let fleet = model.answer?.fleet, !fleet.failing.isEmpty else { return "Failing pods" }
    let failing = fleet.failing.count
    let all = "\(failing) of \(fleet.count) pods \(failing == 1 ? "fails" : "fail")"
    return model.filter.isEmpty ? all : all + ", \(model.list.pods.count) shown"
  }

  // MARK: - List

  func list(into buffer: inout Buffer, _ layout: StartLayout) {
    let columns = StartColumns(model.list, width: layout.list.width - 3, isAll: model.isAll, now: model.now)
    buffer.put(columns.titles, x: layout.titles.x + 2, y: layout.titles.y, .dim, in: layout.titles)
    let rows = model.list.rows
    let shown = rows[min(model.top, rows.count)..<min(rows.count, model.top + layout.list.height)]
    for (index, row) in shown.enumerated() {
      draw(row, columns, into: &buffer, in: layout.list.row(index))
    }
    let edge = layout.list.right - 1
    if model.top > 0 { buffer.put("↑", x: edge, y: layout.list.y, .dim, in: layout.list) }
    if model.top + layout.list.height < rows.count {
      buffer.put("↓", x: edge, y: layout.list.bottom - 1, .dim, in: layout.list)
    }
  }

  private func draw(_ row: StartList.Row, _ columns: StartColumns, into buffer: inout Buffer, in area: Rect) {
    switch row {
    case .gap: break
    case .group(let number):
      buffer.put(title(model.list.groups[number], width: area.width - 1), x: area.x, y: area.y, in: area)
    case .pod(let number):
      let isSelected = number == model.selected
      buffer.put(isSelected ? "▸ " : "  ", x: area.x, y: area.y, .option, in: area)
      buffer.put(columns.row(model.list.pods[number]), x: area.x + 2, y: area.y, .option, in: area)
      if isSelected { buffer.paint(Rect(x: area.x, y: area.y, width: area.width - 1, height: 1), .selected) }
    }
  }

  /// What is wrong, with which image, with how many pods; on a narrow screen the end of the image counts most.
  private func title(_ group: FleetGroup, width: Int) -> StyledLine {
    var line = StyledLine(Width.truncate(Inert.text(group.title(model.catalogue)), to: width), .title)
    let count = group.pods.count == 1 ? "" : "  \(group.pods.count) pods"
    if let image = group.place.map({ Inert.text($0) }) {
      let room = width - line.width - 2 - Width.of(count)
      if room >= 12 { line.append("  " + Self.end(of: image, to: room), .code) }
    }
    if line.width + Width.of(count) <= width { line.append(count, .dim) }
    return line
  }

  private static func end(of image: String, to width: Int) -> String {
    guard Width.of(image) > width, Width.isPlain(image) else { return Width.truncate(image, to: width) }
    return "…" + image.suffix(width - 1)
  }

  func detail(into buffer: inout Buffer, in area: Rect) {
    guard !area.isEmpty, let pod = model.selectedPod else { return }
    buffer.draw(Rule(StyledLine(Inert.text("\(pod.namespace)/\(pod.name)"), .title)), in: area.row(0))
    let place = [pod.node.map { "node \($0)" }, pod.owner].compactMap { $0 }.joined(separator: ", ")
    let facts = [
      ("image", pod.image), ("container", pod.container), ("says", pod.words.isEmpty ? pod.reason : pod.words),
      ("where", place),
    ]
    var row = 1
    for (label, value) in facts {
      guard let value, !value.isEmpty else { continue }
      var line = StyledLine("")
      line.append(Width.pad(label, to: 11), .dim)
      line.append(Inert.text(value), label == "image" ? .code : .plain)
      buffer.put(line.truncated(to: area.width - 4), x: area.x + 3, y: area.y + row, in: area)
      row += 1
    }
  }

  // MARK: - Footer

  func footer(into buffer: inout Buffer, in area: Rect) {
    if let prompt = model.prompt {
      return FooterRow.render(prompt.field, remark: prompt.remark, .warning, into: &buffer, in: area)
    }
    // What is typed now is text; the box says how it ends.
    if model.pasted != nil { return }
    let width = FooterRow.width(of: area)
    let keys = model.keys.footer(in: model.keyContext, width: width) { model.reasonAgainst($0) == nil }
    FooterRow(message: model.message, keys: keys).render(into: &buffer, in: area)
  }
}

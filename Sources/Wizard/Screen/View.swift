import FlowKit
import FoundationEssentials
package import TerminalUI

/// Draws the model; the same model gives the same picture.
package func view(_ model: Model) -> Buffer {
  var buffer = Buffer(model.size)
  let layout = Layout(model)
  guard layout.isDrawn else {
    buffer.put("fairway needs 40x10", x: 0, y: 0, in: buffer.area)
    return buffer
  }
  HeaderView(model).render(into: &buffer, in: layout.header)
  if let node = layout.node { NodeView(model).render(into: &buffer, in: node) }
  if let evidence = layout.evidence { EvidenceView(model).render(into: &buffer, in: evidence) }
  if layout.isSideBySide, let node = layout.node, layout.evidence != nil {
    buffer.draw(Divider(), in: Rect(x: node.right, y: node.y + 1, width: 1, height: node.height - 1))
    buffer.put("┬", x: node.right, y: node.y, .border, in: buffer.area)
  }
  if model.overlay != nil { OverlayView(model).render(into: &buffer) }
  FooterView(model).render(into: &buffer, in: layout.footer)
  return buffer
}

/// The first row: what is looked at, and that nothing is changed.
struct HeaderView {
  let model: Model

  init(_ model: Model) { self.model = model }

  func render(into buffer: inout Buffer, in area: Rect) {
    let style: Style = model.isProduction ? .danger : .header
    buffer.fill(area, style)
    let session = model.session
    let warnings =
      verifying(in: area.width) + (model.isProduction ? "PRODUCTION  " : "") + (model.isSaved ? "" : "NOT SAVED  ")
    let step = "step \(session.visits.count { $0.answer.by != .rule } + 1) "
    // Where there is little room, what is looked at counts more than what is true of every screen.
    let isNarrow = area.width < 60
    let replay = model.replay.map { area.width < 80 ? "replay \($0.position)/\($0.entries.count)  " : $0.words + "  " }
    let right = warnings + (replay ?? (isNarrow ? "" : "read-only  ")) + step
    let room = max(0, area.width - Width.of(right) - 1)
    let left = isNarrow ? " " + (named("pod") ?? session.flow.id) : subject(in: room)
    buffer.put(Width.truncate(left, to: room), x: area.x, y: area.y, style, in: area)
    buffer.put(right, x: area.right - Width.of(right), y: area.y, style, in: area)
  }
}

extension HeaderView {
  private func named(_ fact: String) -> String? {
    model.session.facts[fact].flatMap { $0.value.isEmpty ? nil : Inert.text($0.value) }
  }

  /// Flow, context, namespace and pod; where they do not fit, the version goes first, then the middle of the pod.
  private func subject(in room: Int) -> String {
    let session = model.session
    let origin = session.library.isShipped(session.flow.id) ? "" : " (not shipped)"
    let context = model.context.isEmpty ? "" : "  ctx \(Inert.text(model.context))"
    let place = context + (named("namespace").map { "  ns \($0)" } ?? "")
    let pod = named("pod").map { "  pod \($0)" } ?? ""
    let long = " fairway  \(session.flow.id) \(session.flow.version)\(origin)\(place)"
    if Width.of(long + pod) <= room { return long + pod }
    let short = " fairway  \(session.flow.id)\(origin)\(place)"
    return short + Width.shortened(pod, to: max(0, room - Width.of(short)))
  }

  /// How long it is too early to say that a remedy did not help.
  private func verifying(in width: Int) -> String {
    guard let verification = model.verification, let now = model.now, verification.next != nil else { return "" }
    let left = verification.end.timeIntervalSince(now)
    return (width < 80 ? "" : "verifying ") + (left > 0 ? Countdown.text(left) : "time over") + "  "
  }
}

/// The last row: the prompt, what just happened, or the keys.
struct FooterView {
  /// Columns before the keys.
  static let indent = 1
  let model: Model

  init(_ model: Model) { self.model = model }

  /// Columns that the keys can take.
  static func width(of area: Rect) -> Int { area.width - 2 * indent }

  func render(into buffer: inout Buffer, in area: Rect) {
    if let prompt = model.prompt {
      if !prompt.remark.isEmpty {
        let above = Rect(x: area.x, y: area.y - 1, width: area.width, height: 1)
        buffer.fill(above)
        buffer.put(Width.truncate(" " + Inert.text(prompt.remark), to: area.width), x: 0, y: above.y, .dim, in: above)
      }
      buffer.fill(area)
      return prompt.field.render(into: &buffer, in: area)
    }
    if let pasted = model.pasted {
      let what = model.pastesEvidence ? "newer evidence" : "the output"
      let count = pasted.isEmpty ? "" : pasted.last == "\n" ? pasted.dropLast() : pasted[...]
      let lines = pasted.isEmpty ? 0 : count.split(separator: "\n", omittingEmptySubsequences: false).count
      let text = "Pasting, ^d ends, esc drops: \(what), \(lines == 1 ? "1 line" : "\(lines) lines")"
      buffer.put(Width.truncate(text, to: area.width - 1), x: area.x + 1, y: area.y, .warning, in: area)
      return
    }
    let keys = model.keys.footer(in: model.keyContext, width: Self.width(of: area)) { model.reasonAgainst($0) == nil }
    if model.message.isEmpty {
      buffer.put(keys, x: area.x + Self.indent, y: area.y, in: area)
    } else {
      buffer.put(
        Width.truncate(Inert.text(model.message), to: area.width - 1), x: area.x + 1, y: area.y, .warning, in: area)
    }
  }
}

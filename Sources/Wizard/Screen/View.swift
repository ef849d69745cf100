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
  if let node = layout.node { layout.nodeView.render(into: &buffer, in: node) }
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
    let session = model.session
    let warnings =
      verifying(in: area.width) + (model.isProduction ? "PRODUCTION  " : "") + (model.isSaved ? "" : "NOT SAVED  ")
    let step = "step \(session.visits.count { $0.answer.by != .rule } + 1) "
    let isNarrow = HeaderRow.isNarrow(area)
    let replay = model.replay.map { area.width < 80 ? "replay \($0.position)/\($0.entries.count)  " : $0.words + "  " }
    let row = HeaderRow(
      isProduction: model.isProduction, right: warnings + (replay ?? (isNarrow ? "" : "read-only  ")) + step)
    row.render(into: &buffer, in: area) { room in
      isNarrow ? " " + (named("pod") ?? session.flow.id) : subject(in: room)
    }
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
    let left = verification.left(at: now)
    return (width < 80 ? "" : "verifying ") + (left > 0 ? Countdown.text(left) : "time over") + "  "
  }
}

/// The last row: the prompt, what just happened, or the keys.
struct FooterView {
  let model: Model

  init(_ model: Model) { self.model = model }

  func render(into buffer: inout Buffer, in area: Rect) {
    if let prompt = model.prompt {
      return FooterRow.render(prompt.field, remark: prompt.remark, .dim, into: &buffer, in: area)
    }
    let width = FooterRow.width(of: area)
    let keys = model.keys.footer(in: model.keyContext, width: width) { model.reasonAgainst($0) == nil }
    FooterRow(message: pasting ?? model.message, keys: keys).render(into: &buffer, in: area)
  }

  private var pasting: String? {
    model.pasted.map {
      "Pasting, ^d ends, esc drops: \(model.pastesEvidence ? "newer evidence" : "the output"), \($0.count)"
    }
  }
}

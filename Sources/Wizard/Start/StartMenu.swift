import FlowKit
import TerminalUI

/// What the start screen shows while there is no pod to choose: why, and what else can be done.
struct StartMenu {
  let model: StartModel

  init(_ model: StartModel) { self.model = model }

  func render(into buffer: inout Buffer, in area: Rect) {
    let inside = Rect(x: area.x + 2, y: area.y, width: max(0, area.width - 3), height: area.height)
    let entries = isFiltered ? [] : self.entries
    // Where there is little room, what can be done comes before why.
    let room = inside.height - entries.count
    let gap = room >= Paragraph(state).height(width: inside.width) + 3 ? 1 : 0
    let text = Paragraph(state)
    let rows = min(text.height(width: inside.width), max(1, room - gap))
    buffer.draw(text, in: Rect(x: inside.x, y: inside.y + gap, width: inside.width, height: rows))
    let top = inside.y + gap + rows + (room > rows + gap ? 1 : 0)
    for (index, entry) in entries.enumerated() where top + index < inside.bottom {
      buffer.put(entry.truncated(to: inside.width), x: inside.x, y: top + index, in: inside)
    }
  }

  private var isFiltered: Bool { model.answer?.fleet?.failing.isEmpty == false }

  /// Why there is no pod.
  var state: [StyledLine] {
    guard let answer = model.answer, !model.isListing || isFiltered else {
      let seconds = model.seconds.isEmpty ? "" : ", \(model.seconds)"
      return [StyledLine("\(model.spinner) Listing the pods of \(Inert.text(model.place))\(seconds)")]
    }
    switch answer.result {
    case .success(let fleet) where !fleet.failing.isEmpty:
      return [StyledLine("No failing pod matches '\(Inert.text(model.filter))'. Esc shows all.")]
    case .success(let fleet):
      let looked = fleet.count == 1 ? "1 pod" : "\(fleet.count) pods"
      let line =
        fleet.count == 0
        ? StyledLine("There is no pod in \(Inert.text(model.place)).")
        : StyledLine("No pod fails in \(Inert.text(model.place)) (\(looked) looked at).")
      return [line] + (model.isAll ? [] : [StyledLine("A looks at all namespaces.", .dim)])
    case .failure(let fault):
      var lines = [StyledLine(Inert.text(fault.what(model.place)), .warning)]
      if !fault.detail.isEmpty, fault.outcome != .absent { lines.append(StyledLine(Inert.text(fault.detail), .dim)) }
      return lines + [StyledLine(Inert.text(fault.wayOn(isAll: model.isAll)))]
    }
  }

  /// What can be done without a pod of the list.
  private var entries: [StyledLine] {
    let count = model.unfinished?.count ?? 0
    let sessions =
      count == 0 ? "go on with a session" : "go on with \(count) unfinished session\(count == 1 ? "" : "s")"
    return [
      entry("p", model.size.width < 60 ? "paste a description or an error" : StartMenu.paste, .paste),
      entry("o", "open a file with such a text", .open), entry("s", sessions, .resume),
      entry("d", "exercises and recorded faults", .practise),
    ]
  }

  private static let paste = "paste what kubectl describe pod prints, or an error"

  private func entry(_ key: String, _ text: String, _ action: Action) -> StyledLine {
    let isEnabled = model.reasonAgainst(action) == nil
    var line = StyledLine("")
    line.append(key, isEnabled ? .key : .dim)
    line.append("  " + text, isEnabled ? .plain : .dim)
    return line
  }
}

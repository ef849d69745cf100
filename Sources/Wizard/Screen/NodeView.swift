import FlowKit
import FoundationEssentials
import TerminalUI

/// The node at hand: a question with its options, a command, or the card of a leaf.
struct NodeView {
  let model: Model
  private let parts: Parts

  init(_ model: Model) {
    self.model = model
    parts = Parts(model)
  }

  func render(into buffer: inout Buffer, in area: Rect) {
    let style: Style = model.focus == .node ? .title : .dim
    buffer.draw(Rule(StyledLine(heading, style)), in: area.row(0))
    let inside = Layout.inside(area)
    if model.leaf != nil {
      return buffer.draw(TextViewer(cardLines, scroll: model.cardScroll), in: inside)
    }
    let places = places(in: inside)
    buffer.draw(parts.text, in: places.text)
    buffer.draw(parts.options, in: places.list)
  }

  /// Where the text stands in the pane, and where the options.
  private func places(in inside: Rect) -> (text: Rect, list: Rect) {
    let listRows = min(parts.height(width: inside.width), inside.height)
    let textRows = min(parts.text.height(width: inside.width - 1), max(0, inside.height - listRows - 1))
    // Options come first when there is little room; the text is under `w` too.
    let top = inside.y + (textRows > 0 ? textRows + 1 : 0)
    return (
      Rect(x: inside.x + 1, y: inside.y, width: inside.width - 1, height: textRows),
      Rect(x: inside.x, y: top, width: inside.width, height: inside.bottom - top)
    )
  }

  /// The option at a cell of the pane.
  func option(at point: Point, in area: Rect) -> Int? {
    guard model.leaf == nil else { return nil }
    let place = places(in: Layout.inside(area)).list
    return place.contains(point) ? parts.options.item(atRow: point.y - place.y, in: place) : nil
  }

  /// A leaf's title may need several rows, so that it stands in the card.
  private var heading: String {
    switch model.leaf?.verdict {
    case .remediation: "What to do"
    case .escalate: "Whom to ask"
    case .notImagePull, .unknown: "What is known"
    case .healthy: "Nothing to do"
    case nil: Inert.text(model.session.title)
    }
  }

  /// Rows that show everything: title, text, a blank, options, a blank.
  func wantedRows(width: Int) -> Int {
    let inside = max(1, width - 2)
    let text = parts.text.height(width: inside - 1)
    return 1 + (text > 0 ? text + 1 : 0) + parts.height(width: inside) + 1
  }

  /// What stands above the options.
  fileprivate static func textLines(_ model: Model) -> [StyledLine] {
    let session = model.session
    var lines: [StyledLine] = []
    if let help = session.node?.help.filled({ session.facts[$0]?.value }), !help.isEmpty {
      lines.append(StyledLine(help, .dim))
    }
    if let absent = session.absentFlow {
      lines.append(
        StyledLine("The flow '\(absent)' comes next and is not here. Name its folder with --flows.", .warning))
    }
    switch session.step {
    case .show(_, let text): lines.append(StyledLine(text))
    case .run(let run):
      lines.append(StyledLine(run.line, .code))
      lines.append(StyledLine("This command \(run.effect.words).", .dim))
      if !run.proves.isEmpty { lines.append(StyledLine("Proves: \(run.proves)", .dim)) }
      if !run.doesNotProve.isEmpty { lines.append(StyledLine("Does not prove: \(run.doesNotProve)", .dim)) }
      if let pasted = model.pasted {
        lines.append(
          StyledLine(
            "Paste the output now: \(pasted.count). A lone dot and Enter, or Ctrl-D, ends it; Esc drops it.", .warning)
        )
      }
      if model.running != nil { lines += progress(model) }
    case .enter(let entry) where !entry.hint.isEmpty: lines.append(StyledLine("Find it with: \(entry.hint)", .dim))
    case .ask, .enter, .go, .finish, nil: break
    }
    return lines
  }

  /// How long a command runs of the time that it may take, and how much it printed.
  private static func progress(_ model: Model) -> [StyledLine] {
    guard let since = model.runningSince, let now = model.now else {
      return [StyledLine("Running (Esc stops it)", .warning)]
    }
    let seconds = max(0, now.timeIntervalSince(since.time))
    let printed = model.liveOutput.map { $0.lineCount == 1 ? "one line so far" : "\($0.lineCount) lines so far" }
    let bar = Countdown.bar(seconds / Double(max(1, since.limit)))
    return [
      StyledLine("Running \(bar) \(Int(seconds)) s of \(since.limit) s, Esc stops it", .warning),
      StyledLine(printed ?? "nothing printed yet", .dim),
    ]
  }

  fileprivate static func options(_ model: Model) -> OptionList {
    let suggested: Int? = if case .ask(let ask)? = model.session.step { ask.suggested } else { nil }
    let earlier = model.session.earlierAnswer
    let reasons = model.choices.map { model.session.contradiction(of: $0) }
    let places = Set(reasons.compactMap { $0?.place })
    // One reason for several options is said once.
    let isShared = places.count == 1 && reasons.count { $0 != nil } > 1
    let items = zip(model.choices, reasons).enumerated().map { index, pair in
      let (choice, against) = pair
      let line = choice.match?.span.map { ", line \($0.line)" } ?? ""
      var mark = choice.match == nil ? "" : index == suggested ? "← evidence\(line)" : "← fits too\(line)"
      if let against { mark = isShared ? "" : "ruled out\(against.place)" }
      let note = choice.id != earlier ? mark : mark.isEmpty ? "← answered before" : mark + ", answered before"
      return OptionList.Item(
        Inert.text(choice.label), label: index < 9 ? "\(index + 1)" : " ", note: note, isOut: against != nil)
    }
    return OptionList(items, selected: model.selected, footnote: isShared ? "× ruled out\(places.first ?? "")" : "")
  }

  /// Lines of a leaf.
  var cardLines: [StyledLine] {
    guard let leaf = model.leaf else { return [] }
    var card = LeafCard(leaf, catalogue: model.session.library.vocabulary, conclusion: model.session.conclusion)
    card.fillKey = model.keyName(.fill, in: .leaf)
    var lines = [StyledLine(Inert.text(leaf.title), .title)]
    if let doubtful = model.session.doubtful {
      lines.append(
        StyledLine(
          "An answer does not fit the newer evidence: \(Inert.text(doubtful.visit.label)), since "
            + "\(Inert.text(doubtful.reason)).", .warning))
    }
    lines += Practising.contradictions(model.session).map {
      StyledLine("The evidence speaks against \(Inert.text($0))", .warning)
    }
    if let warning = model.session.warning(before: leaf) {
      lines.append(StyledLine(Inert.text(warning), .warning))
    } else if let check = model.session.lastCheck(of: leaf) {
      lines.append(labelled(check))
    }
    return lines + [""] + card.lines
  }

  private func labelled(_ check: Check) -> StyledLine {
    var line = StyledLine("")
    line.append("Verified: ", .title)
    line.append(Inert.text(check.verdict), check.result == .pulled || check.result == .confirmed ? .good : .plain)
    return line
  }
}

/// What a node shows above its options, and these; the layout asks for their height before they are drawn.
private final class Parts {
  private let model: Model
  private(set) lazy var text = Paragraph(NodeView.textLines(model))
  private(set) lazy var options = NodeView.options(model)
  private var heights: [Int: Int] = [:]

  init(_ model: Model) { self.model = model }

  /// Rows that the options take at a width.
  func height(width: Int) -> Int {
    if let known = heights[width] { return known }
    let height = options.height(width: width)
    heights[width] = height
    return height
  }
}

/// A leaf as styled lines, with a number at every command.
struct LeafCard {
  private let leaf: Leaf
  private let catalogue: Catalogue
  private let conclusion: Conclusion
  /// Name of the key that asks for missing values; nil when there is none.
  var fillKey: String?

  init(_ leaf: Leaf, catalogue: Catalogue, conclusion: Conclusion? = nil) {
    self.leaf = leaf
    self.catalogue = catalogue
    self.conclusion = conclusion ?? leaf.conclusion
  }

  /// Command lines in the order of their numbers.
  var commands: [String] { (leaf.commands + leaf.verify + leaf.undo).filter { $0.effect != nil }.map(\.text) }

  var lines: [StyledLine] {
    var lines: [StyledLine] = []
    if let value = conclusion.pullClass {
      lines.append(labelled("Class", "\(value) (\(catalogue.title(ofClass: value)))"))
    }
    if conclusion.causes.count == 1 { lines.append(labelled("Cause", catalogue.title(ofCause: conclusion.causes[0]))) }
    if conclusion.causes.count > 1 {
      lines.append(labelled("Cause", "not decided; the evidence fits each of these:"))
      lines += conclusion.causes.map { StyledLine("  · \(catalogue.title(ofCause: $0))") }
    }
    var number = 0
    add("Why", leaf.why, &lines)
    list("Do", leaf.commands, &number, &lines)
    add("Portal", leaf.portal, &lines)
    add("Changes", leaf.changes, &lines)
    add("Rights", leaf.rights, &lines, isClose: true)
    add("Takes", leaf.takes, &lines, isClose: true)
    list("Verify by a fresh pull", leaf.verify, &number, &lines)
    list("Undo", leaf.undo, &number, &lines)
    add("Avoid", leaf.avoid, &lines, .warning)
    add("Ask", leaf.escalateTo, &lines)
    if !leaf.attach.isEmpty {
      lines += ["", StyledLine("Attach", .title)] + leaf.attach.map { StyledLine("  · \(Inert.text($0))") }
    }
    if !leaf.missing.isEmpty {
      lines += [
        "",
        StyledLine(
          "Still to fill in\(fillKey.map { " (press \($0))" } ?? ""): "
            + leaf.missing.map { "<\($0)>" }.joined(separator: " "), .warning),
      ]
    }
    if !leaf.sources.isEmpty { lines.append("") }
    return lines + leaf.sources.map { StyledLine("Source: \($0.url) (seen \($0.seen))", .dim) }
  }

  private func labelled(_ title: String, _ text: String, _ style: Style = .plain) -> StyledLine {
    var line = StyledLine("")
    line.append(title + ": ", .title)
    line.append(Inert.text(text), style)
    return line
  }

  private func add(
    _ title: String, _ text: String, _ lines: inout [StyledLine], _ style: Style = .plain, isClose: Bool = false
  ) {
    guard !text.isEmpty else { return }
    lines += (isClose ? [] : [""]) + [labelled(title, text, style)]
  }

  private func list(_ title: String, _ items: [Leaf.Item], _ number: inout Int, _ lines: inout [StyledLine]) {
    guard !items.isEmpty else { return }
    var heading = StyledLine(title, .title)
    if number == 0, items.contains(where: { $0.effect != nil }) {
      heading.append("   a number copies its command", .dim)
    }
    lines += ["", heading]
    for item in items {
      guard let effect = item.effect else {
        lines.append(StyledLine("  · \(Inert.text(item.text))"))
        continue
      }
      number += 1
      let shell = item.shell == .powershell ? ", PowerShell" : ""
      var head = StyledLine("  ")
      head.append("\(number) ", .key)
      head.append(item.label.isEmpty ? "Run" : Inert.text(item.label), .plain)
      head.append(" (\(effect.words)\(shell))", effect >= .localWrite ? .warning : .dim)
      lines.append(head)
      lines.append(StyledLine("    " + Inert.text(item.text), .code))
    }
  }
}

import FlowKit
import FoundationEssentials
import TerminalUI

/// One document of the evidence with the deciding words marked, and the others as tabs.
struct EvidenceView {
  let model: Model

  init(_ model: Model) { self.model = model }

  func render(into buffer: inout Buffer, in area: Rect) {
    let lines = model.evidenceLines
    let viewer = TextViewer(
      lines, scroll: model.evidenceScroll, sideways: model.isWrapped ? nil : model.sideways)
    let inside = Layout.inside(area)
    let remark = StyledLine(remark(lines, viewer.visibleLines(in: inside)), .dim)
    let room = area.width - remark.width - 8
    buffer.draw(Rule(title(room: room), remark: remark), in: area.row(0))
    buffer.draw(viewer, in: inside)
  }

  private func remark(_ lines: EvidenceLines, _ seen: Range<Int>) -> String {
    if model.liveOutput != nil { return "running" }
    guard let document = lines.document else { return "" }
    let place = "line \(lines.line(at: seen.lowerBound) + 1) of \(document.lineCount)"
    if !model.filter.isEmpty {
      return
        "\(model.sought(.filter)?.lines.count ?? 0) lines with '\(Width.truncate(Inert.text(model.filter), to: 20))'"
    }
    if let found = model.sought(.search), let line = model.hitLine, found.holds(line) {
      let index = found.lines.partition { $0 >= line }
      return "hit \(index + 1) of \(found.lines.count)\(found.isDone ? "" : "+")"
    }
    return model.decidingSpan.flatMap { $0.document == document.id ? "line \($0.line) decides" : nil } ?? place
  }

  // MARK: - Title

  /// The documents as tabs where they fit, else the one that is shown and which it is.
  private func title(room: Int) -> StyledLine {
    let documents = model.session.documents
    let style: Style = model.focus == .evidence ? .title : .plain
    guard let shown = model.shownDocument else { return StyledLine("no evidence", .dim) }
    let name = Self.name(shown) + (model.liveOutput == nil ? about(shown) : "")
    guard documents.count > 1, model.liveOutput == nil else { return StyledLine(name, style) }
    let names = documents.map { Width.truncate(Self.name($0), to: 16) }
    var tabs = StyledLine("")
    for (index, document) in documents.enumerated() {
      if index > 0 { tabs.append(" │ ", .border) }
      let isShown = document.id == shown.id
      tabs.append(isShown ? "▸ " + name : names[index], isShown ? style : .dim)
    }
    if tabs.width <= room { return tabs }
    let place = (documents.firstIndex { $0.id == shown.id } ?? 0) + 1
    // The name counts most.
    let label = Width.of(name) <= room - 10 ? name : Self.name(shown)
    var short = StyledLine(Width.truncate(label, to: max(12, room - 10)), style)
    short.append("  \(place) of \(documents.count)", .dim)
    return short
  }

  /// What a tab says.
  static func name(_ document: Document) -> String { Inert.text(document.title) }

  /// Where it came from, how old it is and what is wrong with it, behind the name.
  private func about(_ document: Document) -> String {
    let parts = [model.age(of: document), document.provenance.words].compactMap { $0 }
    return parts.map { " · " + $0 }.joined()
  }
}

extension Model {
  /// How long ago a document was read; nil when nobody knows.
  func age(of document: Document) -> String? {
    guard let now, let time = document.provenance.time.flatMap({ try? Timestamp.date($0) }) else { return nil }
    let seconds = Age.rounded(now.timeIntervalSince(time))
    return seconds == 0 ? "just now" : "\(Age.words(seconds)) ago"
  }
}

extension Provenance {
  /// What the title does not tell: where a text came from, and how it ended; nil for a command that went well.
  var words: String? {
    var parts: [String] = []
    switch origin {
    case .recording: parts.append("recording")
    case .paste: parts.append("pasted")
    case .file, .standardInput, .command: break
    }
    if let exit, exit != 0 { parts.append("exit \(exit)") }
    if isCut { parts.append("cut") }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}

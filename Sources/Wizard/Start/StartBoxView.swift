import FlowKit
import FoundationEssentials
import TerminalUI

/// A box over the start screen: help, a list to choose from, a text, or what is being read or pasted.
struct StartBoxView {
  let model: StartModel

  init(_ model: StartModel) { self.model = model }

  /// What can be chosen in it, from the top.
  var choices: [StartChoice] {
    switch model.box {
    case .sessions: (model.unfinished ?? []).map { .session($0.id) }
    case .practice: (model.practice ?? []).map(\.choice)
    case .help, .said, nil: []
    }
  }

  func render(into buffer: inout Buffer) {
    guard !title.isEmpty else { return }
    let area = frame
    buffer.fill(area)
    let blank = Array(repeating: StyledLine(""), count: max(0, area.height - 2))
    buffer.draw(
      MessageBox(StyledLine(title, .title), blank, hint: StyledLine(hint, .dim), width: area.width), in: area)
    let inside = area.inset(horizontal: 2, vertical: 1)
    if isList {
      buffer.draw(options, in: inside)
    } else {
      buffer.draw(TextViewer(lines, scroll: model.boxScroll), in: inside)
    }
  }

  private var isList: Bool { model.keyContext == .list }

  private var title: String {
    if model.begun != nil { return "One moment" }
    if model.pasted != nil { return "Paste" }
    return switch model.box {
    case .help: "Keys"
    case .sessions: "Go on with"
    case .practice: model.practice == nil ? "Practise: the exercises are being read" : "Practise"
    case .said: "Before you go on"
    case nil: ""
    }
  }

  private var hint: String {
    if model.begun != nil { return "esc cancel" }
    if model.pasted != nil { return "^d take  esc drop" }
    return isList ? "⏎ take  esc close" : "esc close"
  }

  private var frame: Rect {
    let body = Rect(x: 0, y: 1, width: model.size.width, height: model.size.height - 2)
    let width = min(body.width, 84)
    let rows = isList ? options.height(width: width - 4) : Paragraph(lines).height(width: max(1, width - 5))
    return body.centered(Size(width: width, height: min(body.height, rows + 2)))
  }

  /// Text area of a box that is no list.
  var textSize: Size { TextViewer<[StyledLine]>.textSize(in: frame.inset(horizontal: 2, vertical: 1)) }

  /// What stands in a box that is no list.
  var lines: [StyledLine] {
    if let begun = model.begun { return [StyledLine("\(model.spinner) \(Inert.text(begun.words)) \(model.seconds)")] }
    if let pasted = model.pasted { return Self.lines(pasted) }
    return switch model.box {
    case .help: model.keys.help(in: .start)
    case .said(let text): text.split(separator: "\n").map { StyledLine(Inert.text(String($0))) }
    case .sessions, .practice, nil: []
    }
  }

  private static func lines(_ pasted: Pasted) -> [StyledLine] {
    let words = "What kubectl describe pod prints, or an error: \(pasted.count) so far."
    let last = pasted.last(4).map { StyledLine(Width.truncate(Inert.text(String($0)), to: 76), .code) }
    return [StyledLine(words), StyledLine("A lone dot and Enter, or Ctrl-D, ends it.", .dim), ""] + last
  }

  private var options: OptionList {
    let items: [OptionList.Item] =
      switch model.box {
      case .sessions: (model.unfinished ?? []).enumerated().map { item($1, $0) }
      case .practice:
        (model.practice ?? []).enumerated().map { OptionList.Item(Inert.text($1.title), label: Self.label($0)) }
      case .help, .said, nil: []
      }
    return OptionList(items, selected: model.boxSelected)
  }

  private func item(_ session: SessionSummary, _ index: Int) -> OptionList.Item {
    let age = session.changed.map { ", \(Age.words(model.now.timeIntervalSince($0))) ago" } ?? ""
    let subject = session.subject.isEmpty ? session.id : session.subject
    return OptionList.Item(
      Inert.text("\(subject)\(age)"), label: Self.label(index),
      note: Inert.text("step \(session.step): \(session.title)"))
  }

  private static func label(_ index: Int) -> String { index < 9 ? "\(index + 1)" : " " }
}

extension StartModel {
  /// The part of a turn that shows that something goes on.
  var spinner: String {
    let turns = ["|", "/", "-", "\\"]
    return turns[Int(waited / .milliseconds(150)) % turns.count]
  }

  /// How long it has taken so far, once that is long.
  var seconds: String { waited >= .seconds(2) ? "\(waited.components.seconds) s" : "" }
}

import FlowKit
import TerminalUI

/// A box over the screen: a text to read, or a list to choose from.
protocol Box: Sendable {
  var title: String { get }
  /// What stands in it, from the top.
  func blocks(_ model: Model) -> [BoxBlock]
  /// What Enter does at a block that can be chosen.
  func choose(_ choice: Int, _ model: inout Model) -> [Effect]
}

extension Box {
  func choose(_ choice: Int, _ model: inout Model) -> [Effect] { [] }
}

/// Lines of a box that belong together.
struct BoxBlock {
  var lines: [StyledLine]
  /// What is chosen with Enter; nil for a text that is only read.
  var choice: Int?

  init(_ lines: [StyledLine], choice: Int? = nil) {
    self.lines = lines
    self.choice = choice
  }
}

extension Model {
  /// Columns for the widest of some names, so that what follows them stands in line; 0 where there is no room for that.
  func columns(of names: [String], cap: Int) -> Int {
    size.width < 60 ? 0 : min(cap, names.map { Width.of($0) }.max() ?? 0)
  }
}

extension Model.Overlay {
  var box: any Box {
    switch self {
    case .help: HelpBox()
    case .why: WhyBox()
    case .history: HistoryBox()
    case .map: MapBox()
    case .facts: FactsBox()
    case .exports: ExportBox()
    case .documents: DocumentsBox()
    case .verification: VerificationBox()
    case .debrief: DebriefBox()
    case .said(let text): SaidBox(title: "Before you go on", text: text)
    case .answered(let text): SaidBox(title: "What came of it", text: text)
    case .palette(let filter): PaletteBox(filter: filter)
    }
  }
}

extension Answer.Decider {
  /// Who that is, in words for the operator.
  var words: String {
    switch self {
    case .person: "you"
    case .evidence: "the evidence"
    case .rule: "a rule"
    case .command: "a command"
    case .file: "a file"
    }
  }
}

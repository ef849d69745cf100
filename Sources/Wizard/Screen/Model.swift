package import FlowKit
package import FoundationEssentials
package import TerminalUI

/// Everything that the screen shows; changed only by ``update(_:_:)``.
package struct Model: Sendable {
  /// Which pane has the keys.
  package enum Focus: Sendable { case node, evidence }
  /// A box over the screen.
  package enum Overlay: Hashable, Sendable {
    case help, why, history, map, facts, exports, documents, verification, debrief
    /// Actions by name, narrowed by what was typed.
    case palette(String)
    /// A text that is too long for the footer.
    case said(String)
    /// What came of a command in the recorded world.
    case answered(String)
  }
  /// A line that is being typed.
  package struct Prompt: Sendable {
    package enum Purpose: Sendable {
      case search, filter, note
      /// The value of an input node.
      case entry
      /// A fact that commands of a leaf need.
      case fill(String)
      /// A fact that is told anew.
      case correct(String)
      /// The file of an export in a format.
      case export(String)
      /// Whether a command may run that does more than read.
      case consent(Step.Run)
      /// Path of a file with a command's output.
      case file
      /// A command that is to be applied to the recorded world.
      case fix
    }
    package var purpose: Purpose
    package var field: Field
    package var remark: String
  }

  package var session: Session
  package var size: Size
  /// What keys do; footer, help and palette come from it.
  package var keys = Bindings.map
  package var focus = Focus.node
  package var overlay: Overlay?
  package var overlayScroll = Scroll()
  /// Number of the selected thing in a box that is a list.
  package var overlaySelected = 0
  package var prompt: Prompt?
  /// Selected option of a question.
  package var selected = 0
  /// Place in the card of a leaf.
  package var cardScroll = Scroll()
  /// Index of the document that is shown.
  package var document = 0
  package var evidenceScroll = Scroll()
  package var search = ""
  /// Only lines with this word are shown; empty shows all.
  package var filter = ""
  /// Lines that hold the words of search and filter.
  var soughts: [Sought.Purpose: Sought] = [:]
  /// Whether the first hit of a search is to be shown when it is found.
  var isSeeking = false
  /// Line of the document with the hit that the view is at, from 0.
  var hitLine: Int?
  /// Whether long lines of the evidence go on in the next row.
  package var isWrapped = true
  /// Columns by which the evidence is moved to the left where lines are not wrapped.
  package var sideways = 0
  /// Lines that the last look at a document changed, from 0, by the id of the document.
  package var changed: [String: Set<Int>] = [:]
  /// Line of the document that was jumped to last, from 0; nil when nobody jumped since the node was reached.
  var markedLine: Int?
  /// What just happened, in the footer.
  package var message = ""
  /// Title of the current context for the header; empty without a cluster.
  package var context: String
  /// Whether events reach the disk.
  package var isSaved: Bool
  /// Command that runs at the moment; nil when none does.
  package var running: String?
  /// When it began, and how many seconds it may take.
  var runningSince: (time: Date, limit: Int)?
  /// The end of its output so far, redacted.
  package var liveOutput: Document?
  /// Output that is being pasted; nil when none is.
  package var pasted: Pasted?
  /// Whether it is newer evidence, and not the output of the command at hand.
  var pastesEvidence = false
  /// Commands that ran, with the time of day and whether they ran ahead.
  package var log: [CommandNote] = []
  /// Whether the context looks like production.
  package var isProduction = false
  /// Id of the session.
  package var id = ""
  /// Whether an export replaces names by tokens.
  package var isAnonymous = false
  /// Whether values for the commands of a leaf are asked for, one after the other.
  var isFilling = false
  /// Number of earlier answers that were taken again since somebody answered last.
  var keptCount = 0
  /// The time; nil where nobody tells it.
  package var now: Date?
  /// How the evidence can be read again.
  package var look = Look.none("There is nothing to read again.")
  /// Whether it is read again at the moment.
  var isLooking = false
  /// Whether somebody waits for what that brings.
  var wantsRefresh = false
  /// The remedy that was applied and is being watched; nil when none is.
  package var verification: Verification?
  /// The session that is looked at again; nil for one that can be answered.
  package var replay: Replay?
  /// What there is for somebody who practises; nil for everybody else.
  package var practice: Practice?
  /// What the exercise was about; nil before it is over.
  package var debrief: Debrief?

  /// What ran and when.
  package struct CommandNote: Sendable, Equatable {
    package var line: String
    package var time: String
    package var isAhead: Bool
    package var milliseconds: Int?
  }

  package init(_ session: Session, size: Size, context: String = "", isSaved: Bool = true) {
    self.session = session
    self.size = size
    self.context = context
    self.isSaved = isSaved
    enter()
  }

  /// Where keys go.
  package var keyContext: KeyContext {
    if overlay != nil { return OverlayView(self).isList ? .list : .overlay }
    return paneContext
  }

  /// Where keys go when no box is open.
  var paneContext: KeyContext {
    if replay != nil { return .replay }
    if focus == .evidence { return .evidence }
    if case .finish? = session.step { return .leaf }
    return .question
  }

  /// Name of the key to press for an action, a character if there is one; nil when it has no key there.
  func keyName(_ action: Action, in context: KeyContext? = nil) -> String? {
    let context = context ?? paneContext
    let bound = keys.bindings.first { $0.action == action && $0.works(in: context) }?.keys ?? []
    return (bound.first { if case .character = $0 { true } else { false } } ?? bound.first)?.name
  }

  /// Choices of the node at hand; empty at a leaf.
  package var choices: [Step.Ask.Choice] {
    switch session.step {
    case .ask(let ask): ask.choices
    case .show(let choice, _): [choice]
    case .run: CommandChoice.allCases.map { Step.Ask.Choice(id: $0.rawValue, label: $0.label, match: nil, target: "") }
    case .enter(let entry):
      [Step.Ask.Choice(id: "go", label: "Type the value", match: nil, target: entry.target)]
        + (entry.skip.map { [Step.Ask.Choice(id: "skip", label: "I do not know", match: nil, target: $0)] } ?? [])
    case .go, .finish, nil: []
    }
  }

  /// What an operator can do at a command.
  package enum CommandChoice: String, CaseIterable, Sendable {
    case run, paste, file, skip

    package var label: String {
      switch self {
      case .run: "Run it here"
      case .paste: "Paste its output: somebody runs it elsewhere"
      case .file: "Read its output from a file"
      case .skip: "Skip: could not find out"
      }
    }
  }

  /// The leaf at hand.
  package var leaf: Leaf? { if case .finish(let leaf)? = session.step { leaf } else { nil } }

  /// The place that decided: of the selected option, else of the last answer.
  package var decidingSpan: FlowKit.Span? {
    let choices = choices
    if choices.indices.contains(selected), let span = choices[selected].match?.span { return span }
    return session.decidingSpan
  }

  /// Says what just happened: in the footer, or in a box when it is too long.
  package mutating func say(_ text: String) {
    if Width.of(Inert.text(text)) < size.width - 1 {
      message = text
    } else {
      overlay = .said(text)
      overlayScroll = Scroll()
    }
  }

  /// Prepares the view of a node that was just reached.
  package mutating func enter() {
    if case .ask(let ask)? = session.step { selected = ask.suggested ?? 0 } else { selected = 0 }
    cardScroll = Scroll()
    focus = .node
    overlay = nil
    markedLine = nil
    reveal()
  }

  /// Shows the deciding place in the evidence.
  package mutating func reveal() {
    guard let span = decidingSpan, let index = session.documents.firstIndex(where: { $0.id == span.document }) else {
      return
    }
    document = index
    let shown = session.documents[index]
    guard span.line > 0, span.line <= shown.lineCount else { return show(line: span.line - 1) }
    let characters = (span.column - 1)..<(span.column - 1 + span.length)
    show(line: span.line - 1, offset: shown.offsets(ofLine: span.line - 1, characters: characters).lowerBound)
  }

  /// Lines of the document that is shown which decided something so far, or back an option at hand; from 0.
  var markedLines: [Int] {
    guard let document = evidenceLines.document else { return [] }
    let spans =
      session.visits.compactMap(\.answer.because) + choices.compactMap { $0.match?.span }
      + [decidingSpan].compactMap { $0 }
    let lines = spans.filter { $0.document == document.id }.flatMap { $0.pieces.map { $0.line - 1 } }
    return Set(lines).sorted()
  }
}

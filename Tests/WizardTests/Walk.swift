import FlowKit
import TerminalUI
import TestSupport
import Wizard

/// The whole screen without a terminal: keys go in, effects happen in memory, a picture comes out.
struct Walk {
  var model: Model
  /// Events that would be in the journal.
  private(set) var events: [Event] = []
  private(set) var copied: [String] = []
  private(set) var effects: [String] = []
  private(set) var hasQuit = false
  /// What the next commands answer, by their line; a command that is not listed stays running.
  var answers: [String: CommandResult] = [:]
  /// The recording that answers every command at once; nil when commands wait for somebody.
  var recorded: Scenario?
  /// What the next looks at the evidence bring, in this order.
  var looks: [Looked] = []
  /// Whether searches in large documents wait for ``finishSearches(pieces:)``.
  var holdsSearches = false
  private var searches: [(word: String, document: Document, purpose: Sought.Purpose)] = []
  /// What runs commands, one after the other; nil when ``answers`` do.
  var runner: CommandRunner?
  var redactor = Redactor()
  /// Whether the journal can be written.
  var isDiskFull = false

  init(_ session: Session, _ width: Int = 120, _ height: Int = 40) {
    model = Model(session, size: Size(width: width, height: height))
    if let event = session.automatic { handle([.record(event)]) }
  }

  /// The screen of a demonstration, whose commands are answered by its recording.
  static func recording(_ id: String, _ width: Int = 120, _ height: Int = 40) throws -> Walk {
    var session = try ShippedFlow.session(id)
    let scenario = try ShippedFlow.demo(id)
    for fact in scenario.facts { session.apply(.fact(fact)) }
    var walk = Walk(session, width, height)
    walk.recorded = scenario
    return walk
  }

  /// Presses keys, one after the other.
  mutating func press(_ keys: Key...) {
    for key in keys {
      send(.key(key))
      answerFromRecording()
    }
  }

  /// Takes what is offered first, and what the recording answers where nothing is; skips other commands and values.
  mutating func reachLeaf() {
    for _ in 0..<40 where model.leaf == nil {
      switch model.session.step {
      case .run: press(.character("4"))
      case .enter: press(.character("2"))
      case .ask(let ask) where ask.suggested == nil:
        let place = "\(model.session.flow.id).\(model.session.nodeID)"
        let told = recorded?.answers[place] ?? recorded?.answers[model.session.nodeID]
        let number = ask.choices.firstIndex { $0.id == told } ?? ask.choices.count - 1
        press(.character(Character(String(number + 1))))
      default: press(.enter)
      }
    }
  }

  /// Types a text, then Enter.
  mutating func enter(_ text: String) {
    for character in text { send(.key(.character(character))) }
    press(.enter)
  }

  /// Sends a message and does what comes of it.
  mutating func send(_ message: Message) { handle(update(&model, message)) }

  var text: String { view(model).text }
  var lastRow: String { view(model).text(ofRow: model.size.height - 1) }
  var marked: [String] { view(model).text(in: .mark) }

  private mutating func handle(_ list: [Effect]) {
    for effect in list {
      switch effect {
      case .record(let event):
        let event = model.session.complete(event)
        if isDiskFull {
          send(.saved(false, reason: "No space left on device"))
          isDiskFull = false
        } else {
          events.append(event)
        }
        send(.recorded(event))
      case .run(let node, let run): start(node, run)
      case .stopCommand: effects.append("stop")
      case .take(let node, let run, let text):
        let result = CommandResult(output: Array(text.utf8))
        send(.ran(node: node, line: run.line, result, Provenance(.paste, source: run.line)))
      case .readFile(_, _, let path): effects.append("read \(path)")
      case .look:
        effects.append("look")
        if !looks.isEmpty { send(.looked(looks.removeFirst())) }
      case .takeEvidence(let text):
        let id = model.session.documents.first?.id ?? "evidence"
        let document = Document(id: id, title: "pasted text", provenance: Provenance(.paste, source: "x"), text: text)
        send(.looked(Looked(documents: [document], redactor: Redactor())))
      case .forget: effects.append("forget")
      case .debrief:
        effects.append("debrief")
        if let exercise = model.practice?.exercise {
          let began = Event.began(Event.Began(model.session.library.reference(to: model.session.flow), program: "t"))
          let review = PracticeReview(exercise, events: [began] + events, library: model.session.library)
          model.debrief = Debrief(exercise, review)
        }
      case .find(let word, let document, let purpose):
        searches.append((word, document, purpose))
        if !holdsSearches { finishSearches() }
      case .copy(let text): copied.append(text)
      case .export(let format, let path, let isAnonymous):
        effects.append("export \(format) \(path)\(isAnonymous ? " anonymous" : "")")
      case .redraw: effects.append("redraw")
      case .quit: hasQuit = true
      }
    }
  }

  /// Brings what the searches find, in pieces.
  mutating func finishSearches(pieces: Int = 1) {
    let open = searches
    searches = []
    for search in open {
      let lines = LineSearch(search.word)?.lines(of: search.document).lines ?? []
      for piece in 0..<pieces {
        let part = lines[(lines.count * piece / pieces)..<(lines.count * (piece + 1) / pieces)]
        let isDone = piece == pieces - 1
        send(.found(search.purpose, word: search.word, search.document, lines: Array(part), isDone: isDone))
      }
    }
  }

  private mutating func answerFromRecording() {
    while let recorded, case .run(let run)? = model.session.step, let arguments = run.arguments,
      let result = recorded.result(of: arguments)
    {
      ended(model.session.nodeID, run.line, result)
    }
  }

  private mutating func start(_ node: String, _ run: Step.Run) {
    guard let arguments = run.arguments else {
      effects.append("nothing to run")
      return
    }
    effects.append("run " + arguments.joined(separator: " "))
    model.running = run.line
    if let result = runner?.runAndWait(arguments, seconds: run.timeout).redacted(by: &redactor) ?? answers[run.line] {
      ended(node, run.line, result)
    }
  }

  /// A command ended, some time after it began.
  mutating func ended(_ node: String, _ line: String, _ result: CommandResult) {
    send(.ran(node: node, line: line, result, Provenance(.command, source: line, exit: result.exit)))
  }
}

extension CommandResult {
  /// A result with some output.
  init(_ outcome: Outcome, exit: Int?, _ output: String, reason: String = "") {
    self.init(outcome: outcome, reason: reason)
    self.exit = exit
    self.output = Array(output.utf8)
  }
}

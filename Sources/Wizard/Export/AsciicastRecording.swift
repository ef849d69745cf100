import FlowKit
import FoundationEssentials
import TerminalUI

/// Plays a session on a screen and writes down what changes.
struct AsciicastRecording {
  private let transcript: Transcript
  private let options: ExportOptions
  private let sequence = BufferSequence()
  private var fold: SessionFold
  /// nil until a node stands at hand.
  private var model: Model?
  private var shown: Buffer?
  private var result: [AsciicastFrame] = []
  /// Milliseconds since the beginning.
  private var clock = 0
  private var context = ""
  /// The node that the last marker named.
  private var marked = ""
  /// Whether evidence is still read that the first screen shows.
  private var isOpening = false
  /// Time before an answer at which the highlight has reached it.
  private static let look = 400
  /// Longest pause between two sittings.
  private static let longestGap = 2.0

  init(_ transcript: Transcript, _ options: ExportOptions) {
    self.transcript = transcript
    self.options = options
    fold = transcript.fold.again
  }

  /// The lines of the recording.
  mutating func frames() -> [AsciicastFrame] {
    var last = transcript.began
    let opening = transcript.entries.firstIndex { !$0.event.comesBeforeTheScreen } ?? transcript.entries.count
    for (index, entry) in transcript.entries.enumerated() {
      isOpening = index < opening - 1
      let start = clock
      clock += Self.pause(entry.time.timeIntervalSince(last), before: entry.event, options.maxIdle)
      last = max(last, entry.time)
      prepare(entry.event, since: start)
      take(entry.event)
    }
    // Whoever plays it gets the cursor back, below the picture.
    result.append(AsciicastFrame(time: clock, code: .output, data: BufferSequence.farewell(options.height)))
    return result
  }

  /// Milliseconds that pass before an event; time in which nobody had the session open is short.
  private static func pause(_ seconds: Double, before event: Event, _ limit: Double?) -> Int {
    var pause = max(0, seconds)
    switch event {
    case .resumed, .began: pause = min(pause, longestGap)
    default: pause = min(pause, limit ?? pause)
    }
    return Int((pause * 1000).rounded())
  }

  // MARK: - Before an event

  /// Shows what the operator did just before the event.
  private mutating func prepare(_ event: Event, since start: Int) {
    guard var model, let session = fold.session else { return }
    switch event {
    case .answered(let answer) where answer.kept != true:
      if case .enter(let entry) = session.step, let value = answer.facts[entry.fact] {
        model.prompt = Model.Prompt(purpose: .entry, field: Field("\(entry.fact): ", text: value), remark: entry.hint)
        draw(model, at: before(start))
      } else if let index = model.choices.firstIndex(where: { $0.id == answer.edge }) {
        choose(index, since: start)
      }
    case .command(let record) where record.kept != true: run(record, since: start)
    case .consent(let consent):
      guard case .run(let run) = session.step else { return }
      let field = Field("Run it? Type yes: ", text: consent.isGiven ? "yes" : "no")
      model.prompt = Model.Prompt(purpose: .consent(run), field: field, remark: run.touches)
      draw(model, at: before(start))
    case .note(let text):
      model.prompt = Model.Prompt(purpose: .note, field: Field("note: ", text: text), remark: "")
      draw(model, at: before(start))
    default: break
    }
  }

  private mutating func run(_ record: Event.CommandRecord, since start: Int) {
    guard case .run? = fold.session?.step else { return }
    let choice: Model.CommandChoice = record.outcome == .skipped ? .skip : .run
    choose(Model.CommandChoice.allCases.firstIndex(of: choice) ?? 0, since: start)
  }

  /// A moment before the event, but not before the one that came last.
  private func before(_ start: Int) -> Int { max(start, result.last?.time ?? 0, clock - Self.look) }

  /// Moves the highlight, one option after the other.
  private mutating func choose(_ index: Int, since start: Int) {
    guard var model, model.selected != index else { return }
    let steps =
      Array(
        stride(from: model.selected, to: index, by: index > model.selected ? 1 : -1).dropFirst()) + [index]
    let first = before(start)
    for (number, step) in steps.enumerated() {
      model.selected = step
      if model.choices.indices.contains(step), model.choices[step].match?.span != nil { model.reveal() }
      draw(model, at: first + (clock - first) / 2 * number / steps.count)
    }
    self.model = model
  }

  // MARK: - Events

  private mutating func take(_ event: Event) {
    if case .began(let began) = event { context = began.source?.context ?? context }
    let isTaken = fold.take(event)
    guard isTaken, let session = fold.session else { return }
    switch event {
    case .note:
      model?.session = session
      model?.message = "The note was added."
      if let model { draw(model, at: clock) }
    case .check(let check):
      model?.session = session
      model?.message = "Verified: \(check.verdict)"
      if let model { draw(model, at: clock) }
    case .practised(let one):
      model?.session = session
      model?.message = one.summary
      if let model { draw(model, at: clock) }
    case .consent(let consent):
      model?.message = consent.isGiven ? "" : "It was not run."
      if let model { draw(model, at: clock) }
    case .ended: break
    default: arrive(session)
    }
  }

  /// Shows a node that waits for somebody; what decides by itself is passed.
  private mutating func arrive(_ session: Session) {
    guard session.automatic == nil, !isOpening else {
      // While the next answer is taken, nothing of the old node may be chosen any more.
      model = model.map { old in
        var model = old
        model.session = session
        return model
      }
      return
    }
    let model = Model(
      session, size: Size(width: options.width, height: options.height), context: Inert.text(context))
    self.model = model
    draw(model, at: clock)
    let place = "\(session.visits.count) \(session.flow.id).\(session.nodeID)"
    guard place != marked else { return }
    marked = place
    result.append(AsciicastFrame(time: clock, code: .marker, data: Inert.text(title(of: session))))
  }

  private func title(of session: Session) -> String {
    if case .finish(let leaf) = session.step { return leaf.title }
    return session.title
  }

  private mutating func draw(_ model: Model, at time: Int) {
    let picture = view(model)
    let data = sequence.text(from: shown, to: picture)
    shown = picture
    if !data.isEmpty {
      result.append(AsciicastFrame(time: max(time, result.last?.time ?? 0), code: .output, data: data))
    }
  }
}

extension Event {
  /// Whether it happens before a screen stands.
  fileprivate var comesBeforeTheScreen: Bool {
    switch self {
    case .began, .evidence, .fact: true
    default: false
    }
  }
}

import FlowKit

/// A replay on plain lines: each place of the walk, with what was answered there.
struct PlainReplay {
  private let start: Replay
  private let read: PlainDriver.Read
  private let write: PlainDriver.Write

  init(_ replay: Replay, read: @escaping PlainDriver.Read, write: @escaping PlainDriver.Write) {
    start = replay
    self.read = read
    self.write = write
  }

  /// Goes through the session; Enter goes on, `b` goes back, `q` or the end of the input ends it.
  func run(_ message: String) {
    if !message.isEmpty { write(message) }
    var replay = start
    while true {
      show(replay)
      if replay.isAtEnd { write("This is the end of the recording.") }
      write("> Enter next, b previous, q quit")
      guard let line = read() else { return }
      switch line.filter({ !$0.isWhitespace }) {
      case "": if replay.isAtEnd { return } else { replay.step(1) }
      case "b": replay.step(-1)
      case "q": return
      default: write("Type Enter, b or q.")
      }
    }
  }

  private func show(_ replay: Replay) {
    guard let session = replay.session else { return }
    write("")
    write(replay.words)
    if case .finish(let leaf)? = session.step {
      for line in LeafText(leaf).lines { write(line) }
    } else {
      for line in PlainText.node(session) { write(line) }
    }
    if let next = replay.next { for line in PlainText.event(next, session) { write(line) } }
  }
}

extension PlainText {
  /// What happened next, in one line or two.
  static func event(_ event: Event, _ session: Session) -> [String] {
    switch event {
    case .answered(let answer):
      let edge = session.node?.edges.first { $0.id == answer.edge }
      let label = edge.map { $0.label.isEmpty ? $0.id : $0.label } ?? answer.edge
      let because = answer.because.map { ", because of line \($0.line): \($0.text)" } ?? ""
      return ["Answer (\(answer.by.words)): \(label)\(because)"]
    case .note(let text): return ["Note: \(text)"]
    case .check(let check): return ["Verified: \(check.verdict)"]
    case .fact(let fact): return ["Told by hand: \(fact.name) = \(fact.value ?? "as the evidence says")"]
    case .evidence(let record): return ["Evidence: \(record.title), \(record.document.lineCount) lines"]
    case .command(let record): return ["Command \(record.outcome.rawValue): \(record.line)"]
    case .consent(let consent): return ["\(consent.isGiven ? "Agreed to" : "Declined"): \(consent.line)"]
    case .back: return ["Taken back."]
    case .ended(let end): return ["The session ended: \(end.rawValue)"]
    case .began, .resumed: return []
    }
  }
}

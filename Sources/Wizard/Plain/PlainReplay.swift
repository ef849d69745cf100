import FlowKit

/// A replay on plain lines: each place of the walk, with what was answered there.
extension PlainDriver {
  /// The place at hand and what happened next.
  func replayLines(_ replay: Replay) -> [String] {
    guard let session = replay.session else { return [] }
    let time = String(Timestamp.text(replay.entries[max(0, replay.position - 1)].time).dropFirst(11).prefix(8))
    var lines = ["", "Event \(replay.position) of \(replay.entries.count), \(time) UTC"]
    lines += PlainText.place(session).drop { $0.isEmpty }
    if let next = replay.next { lines += PlainText.event(next, session) }
    return lines + (replay.isAtEnd ? ["This is the end of the recording."] : [])
  }

  /// Enter goes on, and out at the end.
  mutating func goOn(_ text: String) {
    guard text.isEmpty else { return refuse(text, "Type Enter, b or q") }
    if replay?.isAtEnd == true { hasQuit = true } else { step(1) }
  }

  /// Goes to the next or the previous place.
  mutating func step(_ direction: Int) {
    replay?.step(direction)
    if let then = replay?.session { session = then }
    reading.document = nil
    isSaid = false
  }

  /// Says every place up to the end.
  mutating func play() {
    while let replay, !replay.isAtEnd {
      step(1)
      say()
    }
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
    case .practised(let one): return [one.summary]
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

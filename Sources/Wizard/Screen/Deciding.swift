import FlowKit

extension Session {
  /// The place that decided, on a screen and on plain lines alike: what the evidence says to the question at hand, else
  /// what it said to the last answer.
  var decidingSpan: Span? {
    switch step {
    // A leaf follows from what the error says, whatever was decided after it.
    case .finish: if let span = facts["pull.class"]?.span { return span }
    case .ask(let ask): if let suggested = ask.suggested, let span = ask.choices[suggested].match?.span { return span }
    case .enter, .run, .show, .go, nil: break
    }
    return visits.last { $0.answer.because != nil }?.answer.because
  }
}

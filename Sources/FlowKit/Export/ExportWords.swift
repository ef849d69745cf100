/// What the enums of a session are called in a note.
enum ExportWords {
  static func by(_ answer: Answer) -> String {
    let words =
      switch answer.by {
      case .person: "answered by the operator"
      case .evidence: "answered by the evidence"
      case .rule: "decided by a rule"
      case .command: "decided by the command's output"
      case .file: "answered by a file"
      }
    return answer.kept == true ? words + ", kept from before" : words
  }

  static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .ran: "ran"
    case .denied: "denied"
    case .notLoggedIn: "not logged in"
    case .notFound: "not found"
    case .absent: "no such program"
    case .timedOut: "timed out"
    case .unreachable: "not reachable"
    case .throttled: "too many requests"
    case .unreadable: "output not readable"
    case .skipped: "skipped"
    case .refused: "refused by Fairway"
    }
  }

  static func origin(_ origin: Provenance.Origin) -> String {
    switch origin {
    case .command: "command"
    case .file: "file"
    case .standardInput: "standard input"
    case .paste: "pasted"
    case .recording: "recording"
    }
  }

  static func end(_ end: Event.End) -> String {
    switch end {
    case .quit: "left"
    case .finished: "finished"
    case .hungUp: "ended by a lost connection"
    }
  }

  /// How a command ended: outcome, exit status and time.
  static func result(_ record: Event.CommandRecord) -> String {
    var parts = [outcome(record.outcome)]
    if let exit = record.exit { parts.append("exit \(exit)") }
    if let milliseconds = record.milliseconds, milliseconds > 0 {
      parts.append(ExportTime.duration(Double(milliseconds) / 1000))
    }
    return parts.joined(separator: ", ")
  }
}

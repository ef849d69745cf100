import FoundationEssentials

/// Times and durations in the words of a note; always UTC.
enum ExportTime {
  /// `2026-11-21`.
  static func day(_ time: Date) -> String { String(Timestamp.text(time).prefix(10)) }

  /// `03:30:00`.
  static func clock(_ time: Date) -> String { String(Timestamp.text(time).dropFirst(11).prefix(8)) }

  /// The clock, with the day in front where it is another one than before.
  static func clock(_ time: Date, after before: Date) -> String {
    day(time) == day(before) ? clock(time) : "\(day(time)) \(clock(time))"
  }

  /// `320 ms`, `4.2 s`, `5 min 3 s`, `2 h 10 min`, `1 d 4 h`.
  static func duration(_ seconds: Double) -> String {
    let thousandths = Int((max(0, min(seconds, 1e9)) * 1000).rounded())
    let whole = thousandths / 1000
    func both(_ large: Int, _ name: String, _ small: Int, _ smallName: String) -> String {
      small == 0 ? "\(large) \(name)" : "\(large) \(name) \(small) \(smallName)"
    }
    switch whole {
    case 0: return thousandths == 0 ? "0 s" : "\(thousandths) ms"
    case ..<10: return thousandths % 1000 < 100 ? "\(whole) s" : "\(whole).\(thousandths % 1000 / 100) s"
    case ..<60: return "\(whole) s"
    case ..<3600: return both(whole / 60, "min", whole % 60, "s")
    case ..<86400: return both(whole / 3600, "h", whole % 3600 / 60, "min")
    default: return both(whole / 86400, "d", whole % 86400 / 3600, "h")
    }
  }
}

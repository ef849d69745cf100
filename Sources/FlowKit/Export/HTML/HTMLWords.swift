import FoundationEssentials

/// Times, lengths of time and other small things in words.
enum HTMLWords {
  /// A time to the second, as `2026-11-21 03:30:00`.
  static func stamp(_ date: Date) -> String {
    let text = Timestamp.text(date)
    return String(text.prefix(10)) + " " + text.dropFirst(11).prefix(8)
  }

  /// A time in full.
  static func time(_ date: Date) -> HTML {
    .tag("time", ["datetime": Timestamp.text(date)], [HTML(stamp(date))])
  }

  /// A time without its day when that is the day on which the session began.
  static func clock(_ date: Date, since began: Date) -> HTML {
    let text = stamp(date)
    let isSameDay = text.prefix(10) == stamp(began).prefix(10)
    return .tag("time", ["datetime": Timestamp.text(date)], [HTML(isSameDay ? String(text.dropFirst(11)) : text)])
  }

  /// What a command does to the world, with a sign for those who see no colours.
  static func effect(_ effect: EffectClass) -> HTML {
    let sign =
      switch effect {
      case .read: "○"
      case .readsSecret, .probe: "◐"
      case .localWrite, .change: "▲"
      }
    return .tag("span", ["class": "chip \(effect.rawValue)"], ["\(sign) \(effect.words)"])
  }

  /// Which shell a line is written for.
  static func shell(_ shell: Shell) -> String {
    switch shell {
    case .posix: "POSIX shell"
    case .powershell: "PowerShell"
    }
  }

  /// What a leaf amounts to.
  static func verdict(_ verdict: Leaf.Verdict) -> String {
    switch verdict {
    case .remediation: "Remedy"
    case .escalate: "Ask for help"
    case .notImagePull: "Something else"
    case .healthy: "Nothing to repair"
    case .unknown: "Not known"
    }
  }

  /// A number with its noun, as `1 line` and `2 lines`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

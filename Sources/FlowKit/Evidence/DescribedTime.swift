/// Times as `kubectl describe` prints them.
enum DescribedTime {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `2026-11-21T03:20:04+0000` for `Sat, 21 Nov 2026 03:20:04 +0000`; nil for anything else.
  static func sortable(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count == 6, let month = months.firstIndex(of: String(words[2])), words[4].count == 8 else { return nil }
    func two(_ text: some StringProtocol) -> String { text.count < 2 ? "0\(text)" : "\(text)" }
    return "\(words[3])-\(two(String(month + 1)))-\(two(words[1]))T\(words[4])\(words[5])"
  }

  /// Whether one time is later; nil when the zones differ, so that the texts do not tell.
  static func isLater(_ time: String, than other: String) -> Bool? {
    time.suffix(5) == other.suffix(5) ? time > other : nil
  }
}

import FlowKit

/// What plain mode tells of its words, and why one does nothing.
extension PlainDriver {
  /// Why a word does nothing at the moment; nil when it does something.
  func reasonAgainst(_ word: PlainWord) -> String? {
    guard word.works(inReplay: replay != nil) else {
      return replay == nil ? "There is no recording here to go through." : Replaying.refusal(journal.id)
    }
    guard let action = word.action else { return nil }
    switch action {
    case .nextMark, .previousMark:
      return markedLines.isEmpty ? "Nothing in this document decided anything." : nil
    case .nextHit, .previousHit: return reading.search.isEmpty ? "Search first: type 'search' and a word." : nil
    case .refresh: if case .none(let reason) = settings.look { return reason } else { return nil }
    default: return session.reasonAgainst(action) ?? replay?.reasonAgainst(action)
    }
  }

  /// Every word with what it does, or those that a text begins or speaks of.
  func help(_ wanted: String) {
    let words = PlainWord.all.filter { $0.works(inReplay: replay != nil) }
    let text = wanted.lowercased()
    let exact = words.filter { $0.names(inReplay: replay != nil).contains(wanted) }
    let shown = !exact.isEmpty ? exact : words.filter { "\($0.name) \($0.help)".lowercased().contains(text) }
    guard !shown.isEmpty else { return write("There is no word '\(PlainText.short(wanted))'\(hint(wanted)).") }
    for word in shown { write(line(of: word)) }
    if wanted.isEmpty {
      write("A letter counts as it is written. At a value an equals sign before it makes a word a value, as =q.")
    }
  }

  private func line(of word: PlainWord) -> String {
    let letters = word.letters(inReplay: replay != nil).map { ", or \($0)" }.joined()
    let takes = word.takes.isEmpty ? "" : ", with \(word.takes)"
    let reason = reasonAgainst(word).map { " Not now: \($0)" } ?? ""
    return "\(word.name)\(letters)\(takes): \(word.help).\(reason)"
  }

  /// The word that may have been meant.
  func hint(_ text: String) -> String {
    let first = String(text.prefix { $0 != " " }).lowercased()
    return NearestName.hint(first, among: PlainWord.all.filter { $0.works(inReplay: replay != nil) }.map(\.name))
  }
}

extension PlainText {
  /// What can be typed now, in one short line.
  static func prompt(_ driver: PlainDriver) -> String {
    if driver.replay != nil { return "> Enter next, b previous, q quit, ? for every word" }
    switch driver.session.step {
    case .ask(let ask):
      return "> number\(ask.suggested.map { ", Enter for \($0 + 1)" } ?? ""), or ? for every word"
    case .run: return "> number, or ? for every word"
    case .enter: return "> value (with = before it when it is a word here, as =q), or ? for every word"
    case .show: return "> Enter to go on, or ? for every word"
    case .finish, .go, nil: return "> a word, or ? for every word"
    }
  }

  /// A text that is repeated, short enough to be listened to.
  static func short(_ text: String) -> String { text.count > 80 ? text.prefix(80) + " and so on" : text }
}

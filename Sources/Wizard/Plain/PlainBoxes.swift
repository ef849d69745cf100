import FlowKit

/// What plain mode shows beside the question: how we got here, values, exports.
extension PlainDriver {
  /// Every step with its number, what was taken back, and the commands that were run.
  mutating func history() {
    guard !session.visits.isEmpty || !log.isEmpty else { return write("This is the first question.") }
    var lines = session.visits.enumerated().flatMap { index, visit in
      let because = visit.answer.because.map { ", because of line \($0.line): \($0.text)" } ?? ""
      let kept = visit.answer.kept == true ? ", kept" : ""
      let step = "  \(index + 1). \(visit.title) \(visit.label) (\(visit.answer.by.words)\(kept))\(because)"
      return [step] + (session.wordsRuledOut(at: visit).map { ["Ruled out: \($0)"] } ?? [])
    }
    if session.canGoBack {
      lines.append("'change' and a number answers that step anew; later answers stay where they still hold.")
    }
    let left = session.abandoned.filter { visit in
      visit.answer.by != .rule
        && !session.visits.contains { $0.node.id == visit.node.id && $0.edge.id == visit.edge.id }
    }
    lines += left.map { "Taken back: \($0.title) \($0.label)" }
    lines += log.map { "Run at \($0.time)\($0.milliseconds.map { ", \($0) ms" } ?? ""): \($0.line)" }
    tell(lines)
  }

  /// What is known; a name and a value correct it.
  mutating func facts(_ text: String) {
    if !text.isEmpty { return correct(text) }
    let names = FactsBox.names(session)
    for fact in names.compactMap({ session.facts[$0] }) {
      write("  \(fact.name) = \(PlainText.short(fact.value)) (\(FactsBox.origin(fact, session)))")
    }
    let unknown = names.filter { session.facts[$0] == nil }.joined(separator: ", ")
    if !unknown.isEmpty { for line in PlainText.wrap("Not known: \(unknown).", hang: 2) { write(line) } }
    guard replay == nil else { return }
    let line = ask("name=value corrects one, name= takes back what was typed, Enter leaves all as it is:")
    if !line.isEmpty { correct(line) }
  }

  private mutating func correct(_ line: String) {
    guard replay == nil else { return write(Replaying.refusal(journal.id)) }
    guard let sign = line.firstIndex(of: "=") else { return write("Type a name, an equals sign and a value.") }
    let name = String(line[..<sign].filter { $0 != " " })
    let value = String(line[line.index(after: sign)...].drop { $0 == " " })
    guard FactsBox.names(session).contains(name) else {
      return write(
        "There is no value '\(PlainText.short(name))'\(NearestName.hint(name, among: FactsBox.names(session))).")
    }
    let fact = session.facts[name]
    guard value.isEmpty ? fact?.origin == .operatorEntry : value != fact?.value else {
      return write("It stays as it was.")
    }
    let pattern = session.flow.inputs.first { $0.fact == name }?.pattern
    if !value.isEmpty, let fault = EntryCheck.fault(value, pattern: pattern) { return write(fault) }
    let told = Event.FactRecord(name: name, value: value.isEmpty ? nil : value)
    record(.fact(told))
    write(Updating.said(told, session))
  }

  /// Writes the session to a file.
  func export(_ text: String) {
    var text = text
    if text.isEmpty {
      for exporter in Exporters.all { write("  \(exporter.name): \(exporter.means)") }
      text = ask("Format, a blank and a file name; 'anonymous' before them replaces names by tokens. Enter for none:")
    }
    var words = text.split(separator: " ", maxSplits: 2).map(String.init)
    let isAnonymous = words.first == "anonymous"
    if isAnonymous { words.removeFirst() }
    if words.count > 2 { words[1...] = [words[1...].joined(separator: " ")] }
    guard words.count == 2 else { return write("Nothing was written. Type a format, a blank and a file name.") }
    do {
      try SessionExport(words[0], isAnonymous: isAnonymous).write(journal, session.library, to: words[1])
      write("Written to \(words[1])")
    } catch {
      write("\(error)")
    }
  }
}

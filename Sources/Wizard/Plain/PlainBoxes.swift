import FlowKit
import TerminalUI

/// What plain mode shows beside the question: why, how, evidence, values, exports.
extension PlainDriver {
  private var choices: [Step.Ask.Choice] {
    switch session.step {
    case .ask(let ask): ask.choices
    case .show(let choice, _): [choice]
    case .run, .enter, .go, .finish, nil: []
    }
  }

  func why() {
    for (index, choice) in choices.enumerated() {
      let next = session.flow[choice.target].map { $0.title.filled { session.facts[$0]?.value } } ?? "nothing further"
      write("  \(index + 1). \(Inert.text(choice.label)) leads to: \(Inert.text(next))")
    }
  }

  /// Every step with its number; `c 3` answers the third anew.
  func history() {
    if session.visits.isEmpty { write("This is the first question.") }
    for (index, visit) in session.visits.enumerated() {
      let because = visit.answer.because.map { ", because of line \($0.line): \(Inert.text($0.text))" } ?? ""
      let kept = visit.answer.kept == true ? ", kept" : ""
      write("  \(index + 1). \(visit.title) \(visit.label) (\(visit.answer.by.words)\(kept))\(because)")
    }
    if session.canGoBack { write("c and a number answers that step anew; later answers stay where they still hold.") }
  }

  /// The walk in its flow, and what is left.
  func map() {
    let model = Model(session, size: Size(width: 80, height: 24))
    for line in MapBox().blocks(model).flatMap(\.lines) { write(line.text) }
  }

  /// `c 3`: back to the third step; false for any other text.
  mutating func change(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == "c", let number = Int(words[1]) else { return false }
    if !session.visits.indices.contains(number - 1) {
      write("There is no step \(number).")
    } else if session.visits[number - 1].answer.by == .rule {
      write("A rule decided this by what is known; v corrects what is known.")
    } else {
      record(.back(Event.Back(to: number - 1, keeps: true)))
    }
    return true
  }

  func evidence() {
    if session.documents.isEmpty { write("There is no evidence.") }
    for document in session.documents {
      write("\(Inert.text(document.title)), \(document.lineCount) lines:")
      for index in 0..<document.lineCount { write("\(index + 1): \(Inert.text(document.line(index)))") }
    }
  }

  /// What is known; a name and a value correct it.
  mutating func facts() {
    for name in FactsBox.names(session) {
      let fact = session.facts[name]
      write("  \(name) = \(fact.map { "\(Inert.text($0.value)) (\(FactsBox.origin($0, session)))" } ?? "not known")")
    }
    write("name=value corrects one, name= takes back what was typed, Enter leaves all as it is:")
    guard let line = read(), let sign = line.firstIndex(of: "=") else { return }
    let name = String(line[..<sign])
    let value = String(line[line.index(after: sign)...])
    guard FactsBox.names(session).contains(name) else { return write("There is no value '\(name)'.") }
    if value.isEmpty { return record(.fact(Event.FactRecord(name: name, value: nil))) }
    let pattern = session.flow.inputs.first { $0.fact == name }?.pattern
    if let fault = EntryCheck.fault(value, pattern: pattern) { return write(fault) }
    record(.fact(Event.FactRecord(name: name, value: value)))
  }

  /// Writes the session to a file.
  func export() {
    for exporter in Exporters.all { write("  \(exporter.name): \(exporter.means)") }
    write("Format, then a blank and a file name; 'anonymous' before them replaces names by tokens:")
    var words = (read() ?? "").split(separator: " ", maxSplits: 2).map(String.init)
    let isAnonymous = words.first == "anonymous"
    if isAnonymous { words.removeFirst() }
    if words.count > 2 { words[1...] = [words[1...].joined(separator: " ")] }
    guard words.count == 2 else { return write("Nothing was written.") }
    do {
      try SessionExport(words[0], isAnonymous: isAnonymous).write(journal, session.library, to: words[1])
      write("Written to \(words[1])")
    } catch {
      write("\(error)")
    }
  }
}

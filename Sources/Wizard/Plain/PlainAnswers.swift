import FlowKit

/// What plain mode records: answers, values, notes.
extension PlainDriver {
  /// Takes what was typed as the answer to what is asked.
  mutating func answer(_ text: String) {
    guard replay == nil else { return goOn(text) }
    switch session.step {
    case .ask(let ask): choose(ask, text)
    case .show(let choice, _):
      guard text.isEmpty || text == "1" else { return refuse(text, "Press Enter to go on") }
      take(session.answer(choice, by: .person))
    case .enter(let entry): enter(entry, text)
    case .run(let run): command(run, text)
    case .finish:
      if Int(text) != nil { return copy(text) }
      refuse(text, "This is the end of the walk. 'back' goes back, 'quit' ends")
    case .go, nil: refuse(text, "There is no way on from here. 'back' goes back, 'quit' ends")
    }
  }

  private mutating func choose(_ ask: Step.Ask, _ text: String) {
    guard let index = text.isEmpty ? ask.suggested : Int(text).map({ $0 - 1 }), ask.choices.indices.contains(index)
    else { return refuse(text, "Type a number from 1 to \(ask.choices.count)") }
    take(session.answer(ask.choices[index], by: .person))
  }

  private mutating func enter(_ entry: Step.Entry, _ text: String) {
    let isSkipped = entry.skip != nil && (text == "." || text == "skip")
    if !isSkipped {
      if text.isEmpty { return write("Type the value\(entry.skip == nil ? "" : ", or 'skip'").") }
      if let fault = EntryCheck.fault(text, pattern: entry.pattern) { return write(fault) }
    }
    take(
      .answered(
        Answer(
          node: session.nodeID, edge: isSkipped ? "skip" : "go", by: .person,
          facts: isSkipped ? [:] : [entry.fact: text])))
  }

  /// An answer leads elsewhere, and so does the evidence that is looked at.
  private mutating func take(_ event: Event) {
    reading.document = nil
    record(event)
  }

  /// Says what can be typed here; of a word that is none, too, which may have been meant.
  func refuse(_ text: String, _ way: String) {
    guard !text.isEmpty, Int(text) == nil else { return write("\(way).") }
    write("There is no word '\(PlainText.short(text))'\(hint(text)). \(way), or ? for every word.")
  }

  mutating func back() { take(.back) }

  /// Back to a step by its number in the history; the answers after it are taken again where they hold.
  mutating func change(_ text: String) {
    guard let number = Int(text), session.visits.indices.contains(number - 1) else {
      return write(
        text.isEmpty
          ? "Type 'change' and the number of a step; 'history' tells it." : "There is no step \(PlainText.short(text))."
      )
    }
    guard session.visits[number - 1].answer.by != .rule else {
      return write("A rule decided this by what is known; 'facts' corrects what is known.")
    }
    take(.back(Event.Back(to: number - 1, keeps: true)))
  }

  mutating func note(_ text: String) {
    let text = text.isEmpty ? ask("The note, or Enter for none:") : text
    guard !text.isEmpty else { return write("No note was added.") }
    record(.note(text))
    write("The note was added.")
  }

  /// Asks for the values that the commands of a remedy need, one after the other.
  mutating func fill() {
    guard case .finish(let leaf)? = session.step else { return }
    let inputs = session.flow.inputs.filter { leaf.missing.contains($0.fact) }
    for input in inputs {
      let hint = input.hint.isEmpty ? "" : " (find it with: \(input.hint))"
      let text = ask("\(input.title)\(hint), Enter to leave it open:")
      guard !text.isEmpty else { continue }
      if let fault = EntryCheck.fault(text, pattern: input.pattern) {
        write(fault)
      } else {
        record(.fact(Event.FactRecord(name: input.fact, value: text)))
      }
    }
    if inputs.isEmpty { write("The evidence does not tell: \(leaf.missing.joined(separator: ", "))") }
  }

  /// Prints a command of the remedy alone on its line.
  func copy(_ text: String) {
    guard case .finish(let leaf)? = session.step else { return }
    let commands = LeafCard(leaf, catalogue: session.library.vocabulary).commands
    let number = text.isEmpty ? 1 : Int(text) ?? 0
    guard commands.indices.contains(number - 1) else {
      return write(
        commands.isEmpty
          ? "There is no command here." : "There is no command \(PlainText.short(text)); there are \(commands.count).")
    }
    write("Command \(number) of \(commands.count), alone on the next line:")
    write(commands[number - 1])
  }
}

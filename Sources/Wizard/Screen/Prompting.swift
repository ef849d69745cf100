import FlowKit
import TerminalUI

/// Lines that are being typed.
enum Prompting {
  static func key(_ model: inout Model, _ key: Key) -> [Effect] {
    guard var prompt = model.prompt else { return [] }
    // The line must be held once only, or every key of a long one would copy it.
    model.prompt = nil
    switch key {
    case .escape, .control("c"):
      model.isFilling = false
      return []
    case .enter:
      return finish(&model, prompt)
    default:
      _ = prompt.field.edit(key)
      if prompt.field.isFull { prompt.remark = "A line takes \(Field.longest) characters; the rest was left out." }
      model.prompt = prompt
      return []
    }
  }

  private static func finish(_ model: inout Model, _ prompt: Model.Prompt) -> [Effect] {
    let text = prompt.field.text
    switch prompt.purpose {
    case .search:
      model.search = text
      model.hitLine = nil
      model.isSeeking = !text.isEmpty
      return []
    case .filter:
      model.filter = text
      return []
    case .consent(let run):
      let consent = Event.Consent(
        node: model.session.nodeID, line: run.line, effect: run.effect, isGiven: text.lowercased() == "yes")
      return [.record(.consent(consent))]
    case .file:
      guard case .run(let run)? = model.session.step, !text.isEmpty else { return [] }
      return [.readFile(node: model.session.nodeID, run, path: text)]
    case .correct(let name): return correct(&model, prompt, name, text)
    case .export(let format):
      return text.isEmpty ? [] : [.export(format: format, path: text, isAnonymous: model.isAnonymous)]
    case .fix: return Practising.apply(&model, text)
    case .note: return text.isEmpty ? [] : [.record(.note(text))]
    case .fill(let name):
      guard !text.isEmpty else { return [] }
      let pattern = model.session.flow.inputs.first { $0.fact == name }?.pattern
      return taken(&model, prompt, name, text, pattern)
        ? [.record(.fact(Event.FactRecord(name: name, value: text)))] : []
    case .entry:
      guard case .enter(let entry)? = model.session.step, taken(&model, prompt, entry.fact, text, entry.pattern) else {
        return []
      }
      let answer = Answer(node: model.session.nodeID, edge: "go", by: .person, facts: [entry.fact: text])
      return [.record(.answered(answer))]
    }
  }

  /// An empty line takes back what was typed.
  private static func correct(
    _ model: inout Model, _ prompt: Model.Prompt, _ name: String, _ text: String
  ) -> [Effect] {
    let fact = model.session.facts[name]
    if text.isEmpty {
      guard fact?.origin == .operatorEntry else { return [] }
      return [.record(.fact(Event.FactRecord(name: name, value: nil)))]
    }
    guard text != fact?.value else {
      model.message = "It stays as it was."
      return []
    }
    let pattern = model.session.flow.inputs.first { $0.fact == name }?.pattern
    return taken(&model, prompt, name, text, pattern) ? [.record(.fact(Event.FactRecord(name: name, value: text)))] : []
  }

  /// Says that a file was written, or asks for another name.
  static func exported(_ model: inout Model, _ path: String, _ format: String, _ fault: String?) {
    guard let fault else {
      model.message = "Written to \(path)"
      return
    }
    model.prompt = Model.Prompt(purpose: .export(format), field: Field("file: ", text: path), remark: fault)
  }

  /// Whether a value may stand for a fact; the prompt stays open with the reason when not.
  private static func taken(
    _ model: inout Model, _ prompt: Model.Prompt, _ name: String, _ text: String, _ pattern: String?
  ) -> Bool {
    guard let reason = EntryCheck.fault(text, pattern: pattern) else { return true }
    var again = prompt
    again.remark = reason
    model.prompt = again
    return false
  }

  /// Opens the prompt for the next fact that the leaf's commands need; closes with a word when none is left.
  static func fillNext(_ model: inout Model) {
    guard let leaf = model.leaf else { return }
    let inputs = model.session.flow.inputs
    model.isFilling = leaf.missing.contains { name in inputs.contains { $0.fact == name } }
    guard let name = leaf.missing.first(where: { name in inputs.contains { $0.fact == name } }) else {
      model.message =
        leaf.missing.isEmpty
        ? "Every value is filled in." : "The evidence does not tell: \(leaf.missing.joined(separator: ", "))"
      return
    }
    let input = inputs.first { $0.fact == name }
    model.prompt = Model.Prompt(
      purpose: .fill(name), field: Field("\(input?.title ?? name): "),
      remark: input.map { $0.hint.isEmpty ? "" : "find it with: \($0.hint)" } ?? "")
  }
}

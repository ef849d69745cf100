import FlowKit
import TerminalUI

/// What an operator chooses at a command.
enum CommandChoosing {
  /// The effects of a choice; nil for skipping, which is an answer like any other.
  static func choose(_ model: inout Model, _ id: String, _ run: Step.Run) -> [Effect]? {
    switch Model.CommandChoice(rawValue: id) {
    case .run:
      if run.effect == .read { return [.run(node: model.session.nodeID, run)] }
      let what = run.touches.isEmpty ? "It \(run.effect.words)." : run.touches
      model.prompt = Model.Prompt(
        purpose: .consent(run), field: Field("Run it? Type yes: "), remark: what)
      return []
    case .paste:
      model.pasted = ""
      return []
    case .file:
      model.prompt = Model.Prompt(
        purpose: .file, field: Field("file: "), remark: "a file with the output of the command")
      return []
    case .skip, nil: return nil
    }
  }

  /// Only a yes that is in the journal runs a command.
  static func consented(_ model: inout Model, _ consent: Event.Consent) -> [Effect] {
    guard consent.isGiven, case .run(let run)? = model.session.step, consent.node == model.session.nodeID else {
      model.message = "It was not run."
      return []
    }
    return [.run(node: consent.node, run)]
  }
}

/// Output that is pasted or typed, until a lone dot or Ctrl-D.
enum Pasting {
  /// How it ended.
  enum Ending { case taken, dropped }

  static func key(_ model: inout Model, _ key: Key) -> [Effect] {
    guard var text = model.pasted else { return [] }
    // The text must be held once only, or every key of a long one would copy it.
    model.pasted = ""
    switch edit(&text, key) {
    case .dropped:
      model.pasted = nil
      model.pastesEvidence = false
      model.wantsRefresh = false
      model.message = "Nothing was pasted."
    case .taken: return finish(&model, text)
    case nil: model.pasted = text
    }
    return []
  }

  /// Takes a key into the text; nil while it goes on.
  static func edit(_ text: inout String, _ key: Key) -> Ending? {
    switch key {
    case .escape, .control("c"): return .dropped
    case .control("d"): return .taken
    case .enter:
      if text == "." || text.utf8.reversed().starts(with: ".\n".utf8) {
        text = String(text.dropLast())
        return .taken
      }
      text += "\n"
    case .paste(let part): text += part
    case .character(let character): text.append(character)
    case .backspace: _ = text.popLast()
    default: break
    }
    return nil
  }

  private static func finish(_ model: inout Model, _ text: String) -> [Effect] {
    model.pasted = nil
    let isEvidence = model.pastesEvidence
    model.pastesEvidence = false
    guard text.contains(where: { !$0.isWhitespace }) else {
      model.wantsRefresh = false
      model.message = "Nothing was pasted."
      return []
    }
    if isEvidence {
      model.isLooking = true
      return [.takeEvidence(text)]
    }
    guard case .run(let run)? = model.session.step else { return [] }
    return [.take(node: model.session.nodeID, run, text: text)]
  }
}

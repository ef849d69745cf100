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
      model.pasted = Pasted()
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

/// What keys do to a text that is being pasted.
enum Pasting {
  static func key(_ model: inout Model, _ key: Key) -> [Effect] {
    switch model.pasted?.take(key) {
    case .dropped:
      model.pasted = nil
      model.pastesEvidence = false
      model.wantsRefresh = false
      model.message = "Nothing was pasted."
    case .taken: return finish(&model)
    case nil: break
    }
    return []
  }

  private static func finish(_ model: inout Model) -> [Effect] {
    guard let pasted = model.pasted else { return [] }
    model.pasted = nil
    let isEvidence = model.pastesEvidence
    model.pastesEvidence = false
    guard !pasted.isBlank else {
      model.wantsRefresh = false
      model.message = "Nothing was pasted."
      return []
    }
    if isEvidence {
      model.isLooking = true
      return [.takeEvidence(pasted.text)]
    }
    guard case .run(let run)? = model.session.step else { return [] }
    return [.take(node: model.session.nodeID, run, text: pasted.text)]
  }
}

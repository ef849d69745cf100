import FlowKit
import TerminalUI

/// Lines that are typed, and text that is pasted, on the start screen.
enum StartPrompting {
  static func key(_ model: inout StartModel, _ key: Key) -> [StartEffect] {
    guard let prompt = model.prompt else { return [] }
    return switch prompt.purpose {
    case .filter: filter(&model, prompt, key)
    case .file: file(&model, prompt, key)
    }
  }

  /// The list narrows while one types; the arrows move in it.
  private static func filter(_ model: inout StartModel, _ prompt: StartModel.Prompt, _ key: Key) -> [StartEffect] {
    var prompt = prompt
    switch key {
    case .enter:
      model.prompt = nil
      return []
    case .escape, .control("c"):
      model.prompt = nil
      model.filter = ""
    case .up, .down, .pageUp, .pageDown:
      if let action = model.keys.action(for: key, in: .start) { StartMoving.move(&model, action) }
      return []
    default:
      guard prompt.field.edit(key) else { return [] }
      model.prompt = prompt
      model.filter = prompt.field.text
    }
    model.arrange()
    return []
  }

  private static func file(_ model: inout StartModel, _ prompt: StartModel.Prompt, _ key: Key) -> [StartEffect] {
    var prompt = prompt
    switch key {
    case .escape, .control("c"): model.prompt = nil
    case .enter:
      model.prompt = nil
      let path = prompt.field.text
      // Standard input is the keyboard here, and a name of one dash is a file like any other.
      if !path.isEmpty { return StartUpdating.begin(&model, .file(path == "-" ? "./-" : path)) }
    default:
      _ = prompt.field.edit(key)
      model.prompt = prompt
    }
    return []
  }

  static func paste(_ model: inout StartModel, _ key: Key) -> [StartEffect] {
    guard let ending = model.pasted?.take(key), let pasted = model.pasted else { return [] }
    model.pasted = nil
    if ending == .taken, !pasted.isBlank { return StartUpdating.begin(&model, .text(pasted.text)) }
    model.message = "Nothing was pasted."
    return []
  }
}

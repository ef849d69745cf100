import FlowKit
import TerminalUI

/// Every action by its name; what is typed narrows the list.
struct PaletteBox: Box {
  let title = "Actions"
  /// What was typed so far.
  let filter: String

  func blocks(_ model: Model) -> [BoxBlock] {
    var line = StyledLine(": ", .key)
    line.append(filter.isEmpty ? "type a part of a name" : filter, filter.isEmpty ? .dim : .plain)
    let found = Self.bindings(model, filter)
    if found.isEmpty { return [BoxBlock([line, "", StyledLine("No action is called so.", .warning)])] }
    let titles = model.columns(of: found.map(\.title), cap: 18)
    let keys = model.columns(of: found.map(Self.keys), cap: 5)
    return [BoxBlock([line, ""])]
      + found.enumerated().map { BoxBlock([row($1, model, titles, keys)], choice: $0) }
  }

  private static func keys(_ binding: Binding<Action, KeyContext>) -> String {
    binding.keys.map { Charset.current.key($0.name) }.joined(separator: " ")
  }

  private func row(_ binding: Binding<Action, KeyContext>, _ model: Model, _ titles: Int, _ keys: Int) -> StyledLine {
    let reason = model.reasonAgainst(binding.action)
    var row = StyledLine("")
    row.append(Width.filled(binding.title, to: titles), reason == nil ? .title : .dim)
    if keys > 0 || !binding.keys.isEmpty { row.append("  " + Width.filled(Self.keys(binding), to: keys), .key) }
    row.append("  " + (reason ?? binding.help), .dim)
    // The name that config.yaml knows it by.
    row.append(" [\(binding.action.rawValue)]", .dim)
    return row
  }

  /// Actions that a name can call: moving the highlight is not one of them.
  private static func bindings(_ model: Model, _ filter: String) -> [Binding<Action, KeyContext>] {
    let keysOnly: Set<Action> = [.up, .down, .pageUp, .pageDown, .top, .bottom, .choose, .cancel, .palette]
    let wanted = filter.lowercased()
    let ranked = model.keys.bindings.compactMap { binding -> (rank: Int, binding: Binding<Action, KeyContext>)? in
      guard binding.works(in: model.paneContext), !keysOnly.contains(binding.action) else { return nil }
      let names = [binding.title, binding.action.rawValue].map { $0.lowercased() }
      let help = binding.help.lowercased()
      if names.contains(where: { $0.hasPrefix(wanted) }) { return (0, binding) }
      if names.contains(where: { $0.contains(wanted) }) { return (1, binding) }
      return help.contains(wanted) ? (2, binding) : nil
    }
    // A name that begins so comes before one that only speaks of it.
    return (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.binding) }
  }

  func choose(_ choice: Int, _ model: inout Model) -> [Effect] {
    let found = Self.bindings(model, filter)
    guard found.indices.contains(choice) else { return [] }
    model.overlay = nil
    return Updating.act(&model, found[choice].action)
  }

  /// A key that is typed into the filter; false for one that moves, takes or closes.
  static func edit(_ model: inout Model, _ key: Key) -> Bool {
    guard case .palette(let filter)? = model.overlay else { return false }
    switch key {
    case .character(let character): model.overlay = .palette(filter + String(character))
    case .backspace: model.overlay = .palette(String(filter.dropLast()))
    default: return false
    }
    model.overlaySelected = 0
    model.overlayScroll = Scroll()
    return true
  }
}

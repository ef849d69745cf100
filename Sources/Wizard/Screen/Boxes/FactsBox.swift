import FlowKit
import TerminalUI

/// What is known, and from where; a value can be corrected by hand.
struct FactsBox: Box {
  let title = "What is known"

  func blocks(_ model: Model) -> [BoxBlock] {
    let names = Self.names(model.session)
    guard !names.isEmpty else { return [BoxBlock(["Nothing is known yet."])] }
    let column = model.columns(of: names, cap: 18)
    return names.enumerated().map { BoxBlock([line($1, model.session, column)], choice: $0) }
  }

  /// Names in the order of the list: known ones first, then those that the flow may ask for.
  static func names(_ session: Session) -> [String] {
    // Whoever decides unaided is not told what the error was read as.
    let known = Set(session.facts.keys.filter { !session.isUnaided || !$0.hasPrefix("pull.") })
    let order = FactCatalogue.all.map(\.name).filter(known.contains)
    let others = known.subtracting(order).sorted()
    return order + others + session.flow.inputs.map(\.fact).filter { !known.contains($0) }.sorted()
  }

  private func line(_ name: String, _ session: Session, _ column: Int) -> StyledLine {
    var line = StyledLine("")
    line.append(Width.filled(name, to: column) + "  ", .title)
    guard let fact = session.facts[name] else {
      line.append("not known", .dim)
      return line
    }
    line.append(Inert.text(Width.truncate(fact.value, to: 120)), .code)
    line.append("  " + Self.origin(fact, session), .dim)
    return line
  }

  /// Where a value came from, in words.
  static func origin(_ fact: Fact, _ session: Session) -> String {
    switch fact.origin {
    case .evidence(let span): return "\(span.document), line \(span.line)"
    case .answer(let node): return "an answer (\(node))"
    case .cluster: return "kubectl"
    case .operatorEntry:
      guard let told = session.evidenceFact(fact.name), told.value != fact.value else { return "by hand" }
      return "by hand; the evidence says \(Inert.text(told.value))"
    }
  }

  func choose(_ choice: Int, _ model: inout Model) -> [Effect] {
    let names = Self.names(model.session)
    guard names.indices.contains(choice) else { return [] }
    guard model.replay == nil else {
      model.message = Replaying.refusal(model)
      return []
    }
    let name = names[choice]
    let fact = model.session.facts[name]
    let isByHand = fact?.origin == .operatorEntry
    model.overlay = nil
    model.prompt = Model.Prompt(
      purpose: .correct(name), field: Field("\(name): ", text: Inert.text(fact?.value ?? "")),
      remark: isByHand ? "an empty line takes back what was typed" : "what you type outranks the evidence")
    return []
  }
}

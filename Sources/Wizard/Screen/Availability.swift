import FlowKit
import TerminalUI

extension Model {
  private var reasonAgainstLooking: String? {
    if replay != nil { return Replaying.refusal(self) }
    if isLooking { return "It is being read already." }
    if case .none(let reason) = look { return reason }
    return nil
  }

  /// Why an action does nothing at the moment; nil when it does something.
  ///
  /// Footer, palette and the action itself go by it, so that a key that is dimmed says why when it is pressed.
  func reasonAgainst(_ action: Action) -> String? {
    switch action {
    case .back:
      if replay != nil { return Replaying.refusal(self) }
      return session.canGoBack ? nil : "This is the first question."
    case .note: return replay == nil ? nil : Replaying.refusal(self)
    case .fill:
      guard let leaf else { return "Nothing is to be filled in here." }
      return leaf.missing.isEmpty ? "Every value is filled in." : nil
    case .copy: return leaf == nil ? "There is no command to copy here." : nil
    case .focus: return focus == .node && session.documents.isEmpty ? "There is no evidence." : nil
    case .documents: return session.documents.isEmpty ? "There is no evidence." : nil
    case .nextDocument, .previousDocument:
      let count = session.documents.count
      return count == 0 ? "There is no evidence." : count == 1 ? "There is one document only." : nil
    case .filter, .wrap: return shownDocument == nil ? "There is no evidence." : nil
    case .left, .right:
      if isWrapped { return "Long lines go on in the next row; \(keyName(.wrap) ?? "wrap") cuts them instead." }
      return nil
    case .refresh: return reasonAgainstLooking
    case .verify:
      if replay != nil { return Replaying.refusal(self) }
      guard let leaf else { return "There is nothing to verify before a remedy is reached." }
      return leaf.verdict == .remediation ? nil : "This is no remedy that could be verified."
    case .nextMark, .previousMark:
      return markedLines.isEmpty ? "Nothing in this document decided anything." : nil
    case .search: return shownDocument == nil ? "There is no evidence." : nil
    case .nextHit, .previousHit:
      return search.isEmpty ? "Search first" + (keyName(.search).map { ": press \($0)." } ?? ".") : nil
    case .next, .play: return replay?.isAtEnd == true ? "This is the end of the recording." : nil
    case .previous: return replay?.isAtStart == true ? "This is the beginning." : nil
    case .slower: return replay?.speed == 1 ? "It plays at the speed of the session." : nil
    case .faster: return replay?.speed == 4 ? "It does not play faster." : nil
    case .up, .down, .pageUp, .pageDown, .top, .bottom, .choose, .why, .history, .map, .facts, .export, .palette, .help,
      .redraw, .cancel, .quit, .allNamespaces, .paste, .open, .resume, .practise:
      return nil
    }
  }
}

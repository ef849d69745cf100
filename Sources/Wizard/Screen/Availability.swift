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
    case .back: return replay == nil ? session.reasonAgainst(action) : Replaying.refusal(self)
    case .note: return replay == nil ? nil : Replaying.refusal(self)
    case .fill, .copy, .documents: return session.reasonAgainst(action)
    case .focus: return focus == .node ? session.reasonAgainst(action) : nil
    case .nextDocument, .previousDocument:
      return session.reasonAgainst(.documents) ?? (session.documents.count == 1 ? "There is one document only." : nil)
    case .filter, .wrap, .search: return shownDocument == nil ? "There is no evidence." : nil
    case .left, .right:
      if isWrapped { return "Long lines go on in the next row; \(keyName(.wrap) ?? "wrap") cuts them instead." }
      return nil
    case .refresh: return reasonAgainstLooking
    case .verify:
      if replay != nil { return Replaying.refusal(self) }
      // Somebody who took a wrong turn may try a fix as well.
      if practice != nil, leaf != nil { return nil }
      return session.reasonAgainst(action)
    case .nextMark, .previousMark:
      return markedLines.isEmpty ? "Nothing in this document decided anything." : nil
    case .nextHit, .previousHit:
      return search.isEmpty ? "Search first" + (keyName(.search).map { ": press \($0)." } ?? ".") : nil
    case .next, .previous, .play, .slower, .faster: return replay?.reasonAgainst(action)
    case .up, .down, .pageUp, .pageDown, .top, .bottom, .choose, .why, .history, .map, .facts, .export, .palette, .help,
      .redraw, .cancel, .quit, .allNamespaces, .paste, .open, .resume, .practise:
      return nil
    }
  }
}

extension Session {
  /// Why an action does nothing at this place, on a screen and on plain lines alike; nil when the place is no reason.
  func reasonAgainst(_ action: Action) -> String? {
    switch action {
    case .back: return canGoBack ? nil : "This is the first question."
    case .fill:
      guard case .finish(let leaf)? = step else { return "Nothing is to be filled in here." }
      return leaf.missing.isEmpty ? "Every value is filled in." : nil
    case .copy:
      if case .finish? = step { return nil }
      return "There is no command to copy here."
    case .verify:
      guard case .finish(let leaf)? = step else { return "There is nothing to verify before a remedy is reached." }
      return leaf.verdict == .remediation ? nil : "This is no remedy that could be verified."
    case .focus, .documents, .search, .filter: return documents.isEmpty ? "There is no evidence." : nil
    default: return nil
    }
  }
}

extension Replay {
  /// Why an action does nothing at this position; nil when it does something.
  func reasonAgainst(_ action: Action) -> String? {
    switch action {
    case .next, .play: isAtEnd ? "This is the end of the recording." : nil
    case .previous: isAtStart ? "This is the beginning." : nil
    case .slower: speed == 1 ? "It plays at the speed of the session." : nil
    case .faster: speed == 4 ? "It does not play faster." : nil
    default: nil
    }
  }
}

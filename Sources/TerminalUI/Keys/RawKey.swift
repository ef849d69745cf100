import CNcurses

/// What the terminal delivers, one at a time.
package enum RawKey: Equatable, Sendable {
  /// A code point of the text stream; some are controls.
  case scalar(Unicode.Scalar)
  /// A key that curses recognised.
  case key(Key)
  /// A mark around pasted text.
  case pasteBegin, pasteEnd

  /// The key of a code of curses; nil for one without a meaning here.
  init?(code: Int) {
    switch code {
    case CN_KEY_PASTE_BEGIN: self = .pasteBegin
    case CN_KEY_PASTE_END: self = .pasteEnd
    case CN_KEY_F0 + 1...CN_KEY_F0 + 24: self = .key(.f(code - CN_KEY_F0))
    default:
      guard let key = Self.keys[code] else { return nil }
      self = .key(key)
    }
  }

  private static let keys: [Int: Key] = [
    CN_KEY_UP: .up, CN_KEY_DOWN: .down, CN_KEY_LEFT: .left, CN_KEY_RIGHT: .right,
    CN_KEY_HOME: .home, CN_KEY_END: .end, CN_KEY_FIND: .home, CN_KEY_SELECT: .end,
    CN_KEY_PAGE_UP: .pageUp, CN_KEY_PAGE_DOWN: .pageDown,
    CN_KEY_BACKSPACE: .backspace, CN_KEY_DELETE: .delete,
    CN_KEY_ENTER: .enter, CN_KEY_BACKTAB: .backTab,
  ]
}

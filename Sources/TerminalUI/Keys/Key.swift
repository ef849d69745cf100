/// Something the operator pressed or pasted.
package enum Key: Hashable, Sendable {
  /// A character, typed.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// A function key, from 1.
  case f(Int)
  /// Control and a letter.
  case control(Character)
  /// Text pasted in one go; it is text, not keys. Lines end in "\n".
  case paste(String)
  /// The left button, at a cell.
  case click(Point)
  /// The wheel, over a cell.
  case wheelUp(Point), wheelDown(Point)
}

extension Key {
  /// The name on the screen: "⏎", "tab", "^r", "x".
  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .enter: "⏎"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "⇧tab"
    case .backspace: "bksp"
    case .delete: "del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "home"
    case .end: "end"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .f(let number): "F\(number)"
    case .control(let character): "^\(character)"
    case .paste: "paste"
    case .click: "click"
    case .wheelUp: "wheel↑"
    case .wheelDown: "wheel↓"
    }
  }
}

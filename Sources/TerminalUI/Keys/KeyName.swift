extension Key {
  /// Keys that have a name instead of a character, as it is typed in a file.
  private static let words: [(key: Key, word: String)] = [
    (.character(" "), "space"), (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backTab, "shift-tab"),
    (.backspace, "backspace"), (.delete, "delete"), (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"),
    (.home, "home"), (.end, "end"), (.pageUp, "pageup"), (.pageDown, "pagedown"),
  ]

  /// Every key that has a name, for hints.
  package static let named = words.map(\.word)

  /// The name to type in a file: "enter", "ctrl-r", "x".
  package var word: String {
    switch self {
    case .control(let letter): "ctrl-\(letter)"
    case .f(let number): "f\(number)"
    default: Self.words.first { $0.key == self }?.word ?? name
    }
  }

  /// The key of a name as typed in a file or shown on the screen: "enter" or "⏎", "ctrl-r" or "^r", "x".
  ///
  /// nil for what no keyboard sends; only for a single character it matters whether it is a capital letter.
  package init?(name: String) {
    let lower = name.lowercased()
    if let named = Self.words.first(where: { $0.word == lower || $0.key.name.lowercased() == lower }) {
      self = named.key
    } else if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first {
      guard scalar == " " || Self.isTyped(scalar) else { return nil }
      self = .character(Character(scalar))
    } else if let number = (1...24).first(where: { lower == "f\($0)" }) {
      self = .f(number)
    } else {
      guard let key = Self.control(lower) else { return nil }
      self = key
    }
  }

  private static func control(_ name: String) -> Key? {
    guard let prefix = ["ctrl-", "^"].first(where: { name.hasPrefix($0) }) else { return nil }
    let rest = name.dropFirst(prefix.count)
    guard rest.count == 1, let letter = rest.first, ("a"..."z").contains(letter) else { return nil }
    switch letter {
    // A terminal sends the same byte for both.
    case "h": return .backspace
    case "i": return .tab
    case "j", "m": return .enter
    // It stops the program.
    case "z": return nil
    default: return .control(letter)
    }
  }

  /// Whether a code point stands for itself: no control, no blank, nothing that is drawn onto another one.
  private static func isTyped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }
}

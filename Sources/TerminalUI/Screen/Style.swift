/// What a piece of text is; a `Palette` says what that looks like.
package enum Style: UInt8, CaseIterable, Hashable, Sendable {
  /// Running text.
  case plain
  /// Heading of a pane or a node.
  case title
  /// Of little weight: a time, a source, a hint.
  case dim
  /// The line at the top of the screen.
  case header
  /// The option the cursor is on.
  case selected
  /// Another option.
  case option
  /// The words of the evidence that decided.
  case mark
  /// Found by the search.
  case hit
  /// Found by the search, and the one the view is at.
  case currentHit
  /// Needs care.
  case warning
  /// Failed, or would do harm.
  case danger
  /// Worked.
  case good
  /// A command, a value, a name to be taken literally.
  case code
  /// The name of a key.
  case key
  /// A line between panes.
  case border
}

/// Ways to set text apart without colour.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits; the same as in shim.h.
  package let rawValue: UInt8

  /// From bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter.
  package static let dim = Attributes(rawValue: 2)
  /// Underlined.
  package static let underline = Attributes(rawValue: 4)
  /// Foreground and background exchanged.
  package static let reverse = Attributes(rawValue: 8)
  /// Slanted; some terminals cannot, so it never stands alone for something urgent.
  package static let italic = Attributes(rawValue: 16)
}

import CNcurses

/// What the terminal can show.
package enum Charset: Sendable {
  /// Any character.
  case utf8
  /// Letters, digits and punctuation of ASCII only.
  case ascii

  /// The character set of this process; asking for it sets the locale, once.
  package static let current: Charset = cn_set_charset() == 1 ? .utf8 : .ascii
}

/// Why a code point must not reach a terminal as it is.
package enum Risk: CaseIterable, Sendable {
  /// C0 controls and delete; ESC among them.
  case control
  /// C1 controls, which some terminals obey like escape sequences.
  case control1
  /// Changes the direction of the text around it.
  case bidi
  /// Takes no column and cannot be seen: zero-width space, byte order mark, tag, soft hyphen.
  case invisible
  /// Glues or selects a form: joiner, variation selector, skin tone.
  case joiner
  /// A space that is not the space: no-break, thin, and the line separators.
  case space

  /// The risk of a code point; nil for one that may be shown.
  package static func of(_ scalar: Unicode.Scalar) -> Risk? {
    switch scalar.value {
    case 0x20..<0x7f: nil
    case 0..<0x20, 0x7f: .control
    case 0x80..<0xa0: .control1
    case 0xa0, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f: .space
    case 0x61c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: .bidi
    case 0x200c, 0x200d, 0xfe00...0xfe0f, 0xe0100...0xe01ef, 0x1f3fb...0x1f3ff: .joiner
    case 0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b...0x180f, 0x200b: .invisible
    case 0x2060...0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff0...0xfffb, 0xe0000...0xe007f: .invisible
    default: nil
    }
  }

  /// The visible character that stands for it, one column wide.
  package func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch self {
    case .control: scalar.value == 0x7f ? "\u{2421}" : Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case .control1: "\u{FFFD}"
    case .bidi, .invisible, .joiner: "\u{B7}"
    case .space: "\u{2423}"
    }
  }
}

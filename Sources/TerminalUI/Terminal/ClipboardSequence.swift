import FoundationEssentials

/// The bytes that put a text into the clipboard of the operator's terminal (OSC 52).
package enum ClipboardSequence {
  /// The longest text, in bytes; many terminals drop longer ones.
  package static let longest = 74_000

  /// Bytes that GNU screen passes on in one go.
  private static let piece = 240

  /// The sequence; nil for a text that is too long.
  package static func of(_ text: String, environment: [String: String]) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let sequence = "\u{1b}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}"
    return isInScreen(environment) ? wrapped(sequence) : sequence
  }

  /// tmux inside of screen is the nearer one.
  private static func isInScreen(_ environment: [String: String]) -> Bool {
    environment["STY"]?.isEmpty == false && environment["TMUX"]?.isEmpty != false
  }

  /// GNU screen acts on no such sequence itself; what stands in a device control string it hands on.
  private static func wrapped(_ sequence: String) -> String {
    let bytes = Array(sequence.utf8)
    return stride(from: 0, to: bytes.count, by: piece).map { start in
      "\u{1b}P" + String(decoding: bytes[start..<min(start + piece, bytes.count)], as: UTF8.self) + "\u{1b}\\"
    }.joined()
  }
}

/// What is known about the colour behind the text of the terminal.
package enum Background {
  /// Asks the terminal for its background, and then for its kind, which every terminal answers: after the second
  /// answer the first one does not come any more.
  static let question = "\u{1b}]11;?\u{1b}\\\u{1b}[c"

  /// What `COLORFGBG` says: "foreground;background", sometimes with a word between; nil when it says nothing.
  package static func isLight(setting: String?) -> Bool? {
    guard let last = setting?.split(separator: ";").last, let background = Int(last) else { return nil }
    return background == 7 || (9...15).contains(background)
  }

  /// What an answer says, such as "]11;rgb:ffff/ffff/ffff"; nil for another text.
  package static func isLight(answer: String) -> Bool? {
    guard let start = answer.firstRange(of: "]11;rgb") else { return nil }
    let parts = answer[start.upperBound...].drop { $0 != ":" }.dropFirst().split(separator: "/").prefix(3)
    let shares = parts.compactMap { part in
      Int(part, radix: 16).map { Double($0) / Double((1 << (4 * part.utf8.count)) - 1) }
    }
    guard shares.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { return nil }
    // The eye sees green best; half of the light is about the middle between the two palettes.
    return 0.3 * shares[0] + 0.59 * shares[1] + 0.11 * shares[2] > 0.5
  }
}

/// A word of outside text, looked at for what trackers make links, mentions, references, images and formulas of.
struct MarkdownWord {
  private let scalars: [Unicode.Scalar]

  init(_ scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars) }

  /// Whether something would become of it.
  var acts: Bool {
    guard scalars.count > 1 else { return false }
    return scalars.contains("@") || isAddress || isReference || isDigest || isEmoji
  }

  /// `https://…`, `www.…`, `example.org`: some make links of bare names of hosts, too.
  private var isAddress: Bool {
    for index in scalars.indices.dropLast(2) {
      if scalars[index] == ":", scalars[index + 1] == "/", scalars[index + 2] == "/" { return true }
      let isDot = scalars[index] == "." && index > 0 && Self.isName(scalars[index - 1])
      if isDot, Self.isLetter(scalars[index + 1]), Self.isLetter(scalars[index + 2]) { return true }
    }
    return false
  }

  /// `#12`, `group/project#12`, `!12`, `$12`, `~label`, `%"next"`, `&12`, `GH-12`.
  private var isReference: Bool {
    for index in scalars.indices.dropLast() where "#!$~%&".unicodeScalars.contains(scalars[index]) {
      let next = scalars[index + 1]
      if Self.isName(next) || next == "\"" || next == "{" { return true }
    }
    return scalars.indices.dropLast(3).contains { index in
      "Gg".unicodeScalars.contains(scalars[index]) && "HLhl".unicodeScalars.contains(scalars[index + 1])
        && scalars[index + 2] == "-" && Self.isDigit(scalars[index + 3])
    }
  }

  /// What may name a commit.
  private var isDigest: Bool {
    scalars.count >= 7 && scalars.contains(where: Self.isDigit)
      && scalars.allSatisfy { Self.isDigit($0) || ("a"..."f").contains($0) || ("A"..."F").contains($0) }
  }

  /// `:name:`.
  private var isEmoji: Bool { scalars.count { $0 == ":" } > 1 }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
  private static func isName(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || isLetter(scalar) }
}

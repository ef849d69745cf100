/// The private names of a session and the tokens that stand for them.
struct AnonymNames {
  private struct Known {
    var kinds: Set<AnonymKind>
    var spellings: Set<String>
  }

  /// By the name in lower case.
  private var known: [String: Known] = [:]
  private var tokens: [String: String] = [:]
  /// Number of the last token of each kind.
  private var counts: [AnonymKind: Int] = [:]
  /// Words that were looked at, with the places to replace in them.
  private var seen: [String: [(range: Range<Int>, name: String)]] = [:]
  /// Names that are no single word, the longest first.
  private(set) var phrases: [[UInt8]] = []
  /// Names that are replaced only where the text says that they are names.
  private(set) var ordinary: [String: Set<AnonymKind>] = [:]

  /// Most names of several words that are searched for.
  private static let mostPhrases = 200

  /// Takes note of a name.
  mutating func learn(_ name: String, _ kind: AnonymKind) {
    let key = name.lowercased()
    let isNew = known[key] == nil
    known[key, default: Known(kinds: [], spellings: [])].kinds.insert(kind)
    known[key]?.spellings.insert(name)
    if AnonymWords.isOrdinary(name) { ordinary[key, default: []].insert(kind) }
    let bytes = Array(name.utf8)
    guard isNew, !bytes.allSatisfy(AnonymPatterns.isNameByte), kind != .longAddress, kind != .hardware, bytes.count > 3,
      phrases.count < Self.mostPhrases
    else { return }
    phrases.insert(bytes, at: phrases.firstIndex { $0.count < bytes.count } ?? phrases.count)
  }

  /// What stands for a name.
  mutating func token(for name: String) -> String {
    let key = name.lowercased()
    if let token = tokens[key] { return token }
    let kind = AnonymKind.joined(known[key]?.kinds ?? [])
    counts[kind, default: 0] += 1
    let token = kind.token(counts[kind] ?? 1, for: name)
    tokens[key] = token
    return token
  }

  /// The kinds of a name; empty when nobody knows it.
  func kinds(of name: String) -> Set<AnonymKind> { known[name.lowercased()]?.kinds ?? [] }

  /// Whether a word is a private name as it stands, and no word of the language.
  func holds(_ word: String) -> Bool {
    guard let found = known[word.lowercased()], !AnonymWords.isOrdinary(word) else { return false }
    return found.spellings.contains(word) || AnonymKind.joined(found.kinds).ignoresCase || word == word.uppercased()
  }

  // MARK: - Words

  /// The private parts of a word, as offsets in it.
  mutating func parts(of word: String) -> [(range: Range<Int>, name: String)] {
    if let parts = seen[word] { return parts }
    let parts = find(word)
    seen[word] = parts
    return parts
  }

  private mutating func find(_ word: String) -> [(range: Range<Int>, name: String)] {
    if holds(word) { return [(0..<word.utf8.count, word)] }
    for mark in ["_", "."] as [Character] where word.contains(mark) {
      var parts: [(range: Range<Int>, name: String)] = []
      for piece in word.split(separator: mark) {
        let offset = piece.startIndex.utf16Offset(in: word)
        parts += find(String(piece)).map { ($0.range.lowerBound + offset..<$0.range.upperBound + offset, $0.name) }
      }
      return parts
    }
    guard word.contains("-"), isDerived(word) else { return [] }
    // What is made of a private name is a name of its own.
    learn(word, .name)
    return [(0..<word.utf8.count, word)]
  }

  /// Whether a longer name tells a private one: `orders-0`, `fabrikamshop-agents`.
  private func isDerived(_ word: String) -> Bool {
    let parts = word.split(separator: "-")
    guard parts.count < 12 else { return false }
    for start in parts.indices {
      for end in parts[start...].indices.reversed() {
        let name = parts[start...end].joined(separator: "-")
        guard name.utf8.count > 2, name != word, holds(name) else { continue }
        if name.utf8.count > 4 || start == 0 && Self.isEnding(parts[(end + 1)...]) { return true }
      }
    }
    return false
  }

  /// Whether all that follows a name is a number or a hash.
  private static func isEnding(_ parts: ArraySlice<Substring>) -> Bool {
    parts.allSatisfy { part in
      part.utf8.allSatisfy { Byte.isDigit($0) } || part.utf8.count == 5 && part.contains(where: \.isNumber)
    }
  }
}

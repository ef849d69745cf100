/// What stands before the value of a key.
private struct KeyName {
  /// The whole name, of which the word is the end.
  let range: Range<Int>
  /// Capitals, as environment variables have.
  let isUpper: Bool
  /// An option of a command line.
  let isFlag: Bool
  /// Whether only indentation, list marks and quotes stand before it on its line.
  let isFirst: Bool
  /// The quote before the name.
  let quote: ByteText.Quote?
}

extension SecretReader {
  /// The value of a key whose name ends at an offset.
  mutating func key(_ rule: SecretRule, _ kind: SecretRule.Key, _ end: Int) -> Range<Int>? {
    guard let name = name(rule, kind, end) else { return nil }
    let text = text
    if name.isFlag, bytes[end - 1] < 0x3A || bytes[name.range].elementsEqual("--expose-token".utf8) { return nil }
    if name.isFlag, text[end] != Byte.colon { return text.argument(after: end, attached: false) }
    guard let separator = text.separator(after: end) else {
      add(rule, sibling(name, end) ?? siblingBefore(name), isApart: true)
      return nil
    }
    var start = text.skip(separator.end) { $0 == Byte.space || $0 == Byte.tab }
    if separator.isQuoted { start = text.skip(start, Byte.isBlank) }
    guard let first = text[start], first != Byte.newline, first != Byte.carriageReturn, !text.isDescribed(at: start)
    else { return nil }
    if let quote = text.quote(at: start), quote.depth == 0 || name.quote != nil || separator.mark != Byte.colon {
      let range = quote.end..<text.end(of: quote, from: quote.end)
      return isSecret(bytes[range], kind, name) ? range : nil
    }
    let range: Range<Int>?
    if separator.isQuoted {
      // Running text quotes an address that ends with the word.
      guard name.quote != nil else { return nil }
      range = start..<text.skip(start) { !Byte.isBlank($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return nil }
    } else if separator.mark == Byte.colon {
      range = named(kind, name, start, isAdjacent: start == separator.end)
    } else {
      range = assigned(kind, name, start, isEncoded: separator.mark == UInt8(ascii: "%"))
    }
    guard let range, isSecret(bytes[range], kind, name) else { return nil }
    return range
  }

  private mutating func name(_ rule: SecretRule, _ kind: SecretRule.Key, _ end: Int) -> KeyName? {
    let start = end - rule.word.utf8.count
    guard start >= 0, !bytes[start..<end].contains(where: { Byte.isBlank($0) || $0 == Byte.backslash }) else {
      return nil
    }
    var left = start
    while left > 0, start - left < 64, Self.isName(bytes[left - 1]) { left -= 1 }
    // An escaped line break before a name leaves its letter.
    if left > 0, bytes[left - 1] == Byte.backslash, left < start { left += 1 }
    let quote = text.quote(before: left)
    switch kind {
    case .whole where left != start: return nil
    case .plain where rule.name == "dockerconfig" && text.last("from-file=", in: max(0, left - 10)..<left) != nil:
      return nil
    case .query where left != start && rule.word != ";pwd" && !text.isEncodedMark(before: start): return nil
    default: break
    }
    var before = quote.map { left - 1 - $0.depth } ?? left
    while before > 0, left - before < 200, Self.isIndent(bytes[before - 1]) { before -= 1 }
    let letters = bytes[start..<end]
    return KeyName(
      range: left..<end, isUpper: letters.allSatisfy { $0 < 0x61 || $0 > 0x7A },
      isFlag: bytes[left] == UInt8(ascii: "-"),
      isFirst: before == 0 || bytes[before - 1] == Byte.newline, quote: quote)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || Byte.isDigit(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isIndent(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.tab || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "#")
  }

  /// Behind a colon: YAML, `kubectl describe`, headers, and running text, which must stay.
  private mutating func named(_ kind: SecretRule.Key, _ name: KeyName, _ start: Int, isAdjacent: Bool) -> Range<Int>? {
    let word = start..<text.skip(start) { !Byte.isBlank($0) && $0 != Byte.quote }
    if name.isFirst, name.quote == nil {
      let rest = text.trimmed(start..<line(at: start).upperBound)
      if let block = block(name, rest) { return block }
      if name.isUpper || kind == .plain { return rest }
      let isProse = rest != word || bytes[text.trimmed(word)].last == Byte.colon
      let pair = text.find(": ", in: rest.prefix(400)) != nil
      if kind == .password { return pair || bytes[word].last == Byte.colon ? nil : rest }
      return isProse ? nil : rest
    }
    if let quote = name.quote, text.end(of: quote, from: name.range.lowerBound) > start {
      // A string that holds the pair, such as a header on a command line.
      let rest = start..<text.end(of: quote, from: start)
      return name.isUpper || kind == .plain ? rest : nil
    }
    if name.isUpper || kind == .plain { return word }
    let value = bytes[word]
    let isMixed = value.contains(where: Byte.isDigit) && value.last != Byte.colon
    let opens = text[name.range.lowerBound - 1].map { [0x7B, 0x5B, 0x28, 0x2C, 0x20].contains($0) } ?? true
    if isAdjacent, opens, name.range.count < 40, value.last != Byte.colon {
      return start..<text.skip(start) { !Byte.isBlank($0) && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "]") }
    }
    switch kind {
    case .password: return isMixed && opens ? word : nil
    case .token:
      let run = start..<text.skip(start, ByteText.isTokenByte)
      return run.count >= 20 && text[run.upperBound] != Byte.colon ? run : nil
    default: return isMixed && word.count >= 16 && !value.prefix(200).contains(Byte.colon) ? word : nil
    }
  }

  /// The lines of a YAML block, if a value is the mark of one.
  private func block(_ name: KeyName, _ mark: Range<Int>) -> Range<Int>? {
    guard mark.count <= 3, let first = text[mark.lowerBound], first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
    else { return nil }
    return YAMLSecret(text).block(under: name.range.lowerBound, after: mark.upperBound)
  }

  /// Behind an equals sign: variables, options, queries, connection strings.
  private mutating func assigned(_ kind: SecretRule.Key, _ name: KeyName, _ start: Int, isEncoded: Bool) -> Range<Int>?
  {
    if let quote = name.quote {
      let end = text.end(of: quote, from: start)
      if name.isUpper || kind == .password { return start..<end }
    }
    if name.isUpper, name.isFirst { return text.trimmed(start..<line(at: start).upperBound) }
    let bytes = bytes
    let text = text
    var end = start
    loop: while end < bytes.count, !Byte.isBlank(bytes[end]) {
      switch bytes[end] {
      case Byte.quote, Byte.apostrophe: break loop
      case Byte.backslash:
        if kind == .query || [0x6E, 0x72, 0x74, 0x22, 0x75].contains(text[end + 1]) { break loop }
      case UInt8(ascii: "&"): if !name.isUpper { break loop }
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if kind == .query { break loop }
      case UInt8(ascii: ";"), UInt8(ascii: ","):
        if kind == .query || text.isPair(at: end + 1) { break loop }
      case UInt8(ascii: "%") where isEncoded:
        if text[end + 1] == UInt8(ascii: "2"), text[end + 2] == UInt8(ascii: "6") { break loop }
      default: break
      }
      end += 1
    }
    return start..<end
  }

  /// The `value` that goes with a `name`: variables of containers, passwords of a registry.
  private func sibling(_ name: KeyName, _ end: Int) -> Range<Int>? {
    let limit = min(bytes.count, end + 600)
    let quote = text.quote(at: end)
    var index = quote?.end ?? end
    let mark = text[text.skip(index) { $0 == Byte.space || $0 == Byte.carriageReturn }]
    guard mark == Byte.newline || quote != nil && mark == UInt8(ascii: ",") else { return nil }
    for _ in 0..<6 {
      index = text.skip(index) { Byte.isBlank($0) || $0 == UInt8(ascii: ",") }
      while let byte = text[index + 1], text[index] == Byte.backslash, byte == 0x6E || Byte.isBlank(byte) {
        index = text.skip(index + 2, Byte.isBlank)
      }
      guard index < limit else { return nil }
      let quote = text.quote(at: index)
      let start = quote?.end ?? index
      let key = start..<text.skip(start, Self.isName)
      guard !key.isEmpty, let separator = text.separator(after: key.upperBound), separator.mark == Byte.colon else {
        return nil
      }
      let value = text.skip(separator.end) { $0 == Byte.space || $0 == Byte.tab }
      let range: Range<Int>
      if let quote = text.quote(at: value) {
        range = quote.end..<text.end(of: quote, from: quote.end)
        index = min(bytes.count, text.quote(at: range.upperBound)?.end ?? range.upperBound)
      } else {
        range = text.trimmed(
          value..<text.skip(value) {
            $0 != Byte.newline && (quote == nil || $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}"))
          })
        index = range.upperBound
      }
      if bytes[key].elementsEqual("value".utf8) { return range }
      guard index < limit else { return nil }
    }
    return nil
  }

  /// The same, when `value` stands first.
  private func siblingBefore(_ name: KeyName) -> Range<Int>? {
    let left = name.range.lowerBound
    guard text.last("name", in: max(0, left - 12)..<left) != nil,
      let key = text.last("value", in: max(0, left - 400)..<left),
      let separator = text.separator(after: key + "value".utf8.count), separator.mark == Byte.colon
    else { return nil }
    let start = text.skip(separator.end) { $0 == Byte.space }
    let quote = text.quote(at: start)
    let end = quote.map { text.end(of: $0, from: $0.end) } ?? text.next(Byte.newline, from: start)
    let range = text.trimmed((quote?.end ?? start)..<max(end, quote?.end ?? start))
    // What stands between must be nothing but the key, not the next object.
    guard range.upperBound < left, !bytes[range.upperBound..<left].contains(where: { [0x2D, 0x7B, 0x7D].contains($0) })
    else { return nil }
    return range
  }

  /// Whether a value may be a secret, given its key.
  private func isSecret(_ value: ArraySlice<UInt8>, _ kind: SecretRule.Key, _ name: KeyName) -> Bool {
    guard let first = value.first else { return false }
    let key = String(decoding: bytes[name.range], as: UTF8.self).lowercased()
    switch kind {
    case .secret:
      if key.hasSuffix("pullsecret") || key.hasSuffix("existingsecret") || key.hasSuffix("pull-secret") { return false }
      if !name.isUpper, !key.contains("client"), Placeholder.isObjectName(value) { return false }
    case .whole: if value.count < 4 || value.contains(Byte.space) && key == "auth" { return false }
    case .plain where key.hasSuffix(".dockerconfigjson") || key.hasSuffix(".dockercfg"):
      return first != UInt8(ascii: "{")
    default: break
    }
    return first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
      || !value.contains { Byte.isBlank($0) }
        && value.count > 2
      || name.isUpper
  }
}

extension ByteText {
  /// Whether `kubectl describe` says here where a secret is, or how long.
  func isDescribed(at start: Int) -> Bool {
    let digits = skip(start, Byte.isDigit)
    return bytes[start...].starts(with: "<set to ".utf8)
      || digits > start && digits - start < 10
        && bytes[digits...].starts(with: " bytes".utf8)
  }

  /// Whether `?`, `&` or `;` stands before an index, percent-encoded.
  func isEncodedMark(before index: Int) -> Bool {
    guard index >= 3, self[index - 3] == UInt8(ascii: "%") else { return false }
    return [[0x33, 0x46], [0x32, 0x36], [0x33, 0x42]].contains { bytes[(index - 2)..<index].elementsEqual($0) }
  }

  /// The place of a text in a range.
  func find(_ word: StaticString, in range: Range<Int>) -> Int? { last(word, in: range) }

  /// Whether `key=`, a blank or the end follows, as behind a mark between pairs.
  func isPair(at start: Int) -> Bool {
    guard let first = self[start], !Byte.isBlank(first), first != Byte.quote else { return true }
    var index = start
    while index - start < 40, let byte = self[index],
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == Byte.space
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    {
      index += 1
    }
    return index > start && self[index] == UInt8(ascii: "=")
  }
}

extension Range<Int> {
  /// At most so many from the start.
  fileprivate func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}

/// Finds the values of Kubernetes Secrets in JSON, also in JSON within a string, in one pass.
struct JSONSecrets {
  private struct Frame {
    var isSecret = false
    /// Whether this is the `data` or `stringData` of the object around it.
    let isData: Bool
    var key: Range<Int>?
    var values: [Range<Int>] = []
    /// The quote of the string that holds this object.
    let wrapper: ByteText.Quote?
  }

  private let text: ByteText
  private var stack: [Frame] = []
  private var found: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    text = ByteText(bytes: bytes)
  }

  /// The values of all Secrets.
  mutating func values() -> [Range<Int>] {
    let bytes = text.bytes
    var index = 0
    var wrapper: ByteText.Quote?
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        push(wrapper)
        wrapper = nil
        index += 1
      case UInt8(ascii: "}"): index = pop(index + 1)
      case Byte.quote:
        guard let quote = text.quote(before: index + 1) else { fallthrough }
        if let object = embedded(quote) {
          wrapper = quote
          index = object
        } else {
          index = string(quote)
        }
      case Byte.newline:
        index += 1
        // A letter begins a line of something else: what was open is cut off.
        if let next = text[index], next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next == UInt8(ascii: "-") { flush() }
      default: index += 1
      }
    }
    flush()
    return found
  }

  private mutating func flush() {
    while !stack.isEmpty { _ = pop(text.bytes.count) }
  }

  /// The brace of an object that a string holds, with its own quotes escaped.
  private func embedded(_ quote: ByteText.Quote) -> Int? {
    let brace = skipEscapes(quote.end)
    guard text[brace] == UInt8(ascii: "{"), let inner = text.quote(at: skipEscapes(brace + 1)),
      inner.mark == Byte.quote, inner.depth > quote.depth
    else { return nil }
    // A value under `data` is a secret as a whole.
    if let frame = stack.last, frame.isData, !isConfig(frame.key) { return nil }
    return brace
  }

  private func isConfig(_ key: Range<Int>?) -> Bool { key.map { text.bytes[$0].starts(with: ".docker".utf8) } ?? false }

  /// The first place behind blanks and escaped line breaks.
  private func skipEscapes(_ start: Int) -> Int {
    var index = start
    while let byte = text[index] {
      if Byte.isBlank(byte) {
        index += 1
        continue
      }
      let letter = text.skip(index) { $0 == Byte.backslash }
      guard letter > index, let next = text[letter], [0x6E, 0x72, 0x74].contains(next) else { break }
      index = letter + 1
    }
    return index
  }

  private mutating func push(_ wrapper: ByteText.Quote?) {
    var isData = false
    if let parent = stack.last, !parent.isData, let key = parent.key {
      isData = text.bytes[key].elementsEqual("data".utf8) || text.bytes[key].elementsEqual("stringData".utf8)
    }
    stack.append(Frame(isData: isData, wrapper: wrapper))
  }

  /// Ends an object; where to go on.
  private mutating func pop(_ index: Int) -> Int {
    guard let frame = stack.popLast() else { return index }
    if frame.isData, !stack.isEmpty {
      stack[stack.count - 1].values += frame.values
    } else if frame.isSecret {
      found += frame.values
    }
    guard let wrapper = frame.wrapper else { return index }
    let close = skipEscapes(index)
    guard let quote = text.quote(at: close), quote.depth == wrapper.depth else { return index }
    return quote.end
  }

  /// Reads a string that is a key or a value; where to go on.
  private mutating func string(_ quote: ByteText.Quote) -> Int {
    let range = quote.end..<text.end(of: quote, from: quote.end)
    let end = min(text.bytes.count, range.upperBound + quote.depth + 1)
    guard !stack.isEmpty else { return end }
    if text[range.upperBound] == Byte.newline {
      if stack[stack.count - 1].isData, !range.isEmpty { stack[stack.count - 1].values.append(range) }
      return range.upperBound
    }
    let next = text.skip(end, Byte.isBlank)
    let top = stack.count - 1
    if text[next] == Byte.colon {
      stack[top].key = range
      return next + 1
    }
    if stack[top].isData, !range.isEmpty {
      if !(isConfig(stack[top].key) && text[range.lowerBound] == UInt8(ascii: "{")) { stack[top].values.append(range) }
    } else if let key = stack[top].key, text.bytes[key].elementsEqual("kind".utf8) {
      stack[top].isSecret = text.bytes[range].elementsEqual("Secret".utf8)
    }
    return end
  }
}

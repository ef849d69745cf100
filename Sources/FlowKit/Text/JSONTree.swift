/// A JSON value that knows where it stands.
///
/// Own code because spans need byte offsets, which no available decoder gives, and because strings are decoded
/// only when somebody asks.
package struct JSONTree: Sendable {
  package indirect enum Kind: Sendable {
    case object([(key: String, value: JSONTree)])
    case array([JSONTree])
    case string, number, bool(Bool), null
  }

  package let kind: Kind
  /// Bytes of the value; of a string the part between the quotes.
  package let range: Range<Int>

  /// Reads a document's text; throws ``JSONFault`` with the offset of the first byte that does not fit.
  package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONTree {
    try read(bytes, in: 0..<bytes.count)
  }

  /// Reads a part of a text.
  package static func read(_ bytes: [UInt8], in range: Range<Int>) throws(JSONFault) -> JSONTree {
    var reader = JSONReader(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    return try reader.document()
  }

  /// Member of an object; nil for anything else, for an absent key and for null.
  package subscript(key: String) -> JSONTree? {
    guard case .object(let members) = kind, let value = members.first(where: { $0.key == key })?.value else {
      return nil
    }
    if case .null = value.kind { return nil }
    return value
  }

  /// Elements of an array; empty for anything else.
  package var elements: [JSONTree] {
    if case .array(let elements) = kind { return elements }
    return []
  }

  /// Members of an object; empty for anything else.
  package var members: [(key: String, value: JSONTree)] {
    if case .object(let members) = kind { return members }
    return []
  }

  /// Text of a string, number or truth value; nil for containers and null.
  package func scalar(in bytes: [UInt8]) -> String? {
    switch kind {
    case .string: JSONReader.decode(bytes[range])
    case .number, .bool: String(decoding: bytes[range], as: UTF8.self)
    case .object, .array, .null: nil
    }
  }
}

/// Why a text is not JSON.
package struct JSONFault: Error, Equatable {
  /// Offset of the byte that does not fit.
  package let offset: Int
}

/// The recursive reader; nesting is limited so that hostile text cannot exhaust the stack.
private struct JSONReader {
  let bytes: [UInt8]
  var index: Int
  let end: Int
  var depth = 0

  mutating func document() throws(JSONFault) -> JSONTree {
    skipBlanks()
    let value = try value()
    skipBlanks()
    guard index == end else { throw JSONFault(offset: index) }
    return value
  }

  private mutating func value() throws(JSONFault) -> JSONTree {
    guard index < end, depth < 200 else { throw JSONFault(offset: index) }
    depth += 1
    defer { depth -= 1 }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"): return JSONTree(kind: .object(try members()), range: start..<index)
    case UInt8(ascii: "["): return JSONTree(kind: .array(try elements()), range: start..<index)
    case Byte.quote: return JSONTree(kind: .string, range: try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func members() throws(JSONFault) -> [(key: String, value: JSONTree)] {
    var members: [(key: String, value: JSONTree)] = []
    try list(close: UInt8(ascii: "}")) { (reader) throws(JSONFault) in
      guard reader.index < reader.end, reader.bytes[reader.index] == Byte.quote else {
        throw JSONFault(offset: reader.index)
      }
      let key = Self.decode(reader.bytes[try reader.string()])
      reader.skipBlanks()
      try reader.expect(Byte.colon)
      reader.skipBlanks()
      members.append((key, try reader.value()))
    }
    return members
  }

  private mutating func elements() throws(JSONFault) -> [JSONTree] {
    var elements: [JSONTree] = []
    try list(close: UInt8(ascii: "]")) { (reader) throws(JSONFault) in elements.append(try reader.value()) }
    return elements
  }

  private mutating func list(
    close: UInt8, _ element: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    index += 1
    skipBlanks()
    if index < end, bytes[index] == close {
      index += 1
      return
    }
    while true {
      try element(&self)
      skipBlanks()
      guard index < end else { throw JSONFault(offset: index) }
      if bytes[index] == close {
        index += 1
        return
      }
      try expect(UInt8(ascii: ","))
      skipBlanks()
    }
  }

  /// Leaves the index behind the closing quote and answers what stands between the quotes.
  private mutating func string() throws(JSONFault) -> Range<Int> {
    let start = index + 1
    var close = start
    while close < end, bytes[close] != Byte.quote { close += bytes[close] == Byte.backslash ? 2 : 1 }
    guard close < end else { throw JSONFault(offset: end) }
    index = close + 1
    return start..<close
  }

  private mutating func number() throws(JSONFault) -> JSONTree {
    let start = index
    while index < end, Byte.isDigit(bytes[index]) || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    guard index > start else { throw JSONFault(offset: index) }
    return JSONTree(kind: .number, range: start..<index)
  }

  private mutating func word(_ word: String, _ kind: JSONTree.Kind) throws(JSONFault) -> JSONTree {
    let stop = index + word.utf8.count
    guard stop <= end, bytes[index..<stop].elementsEqual(word.utf8) else { throw JSONFault(offset: index) }
    defer { index = stop }
    return JSONTree(kind: kind, range: index..<stop)
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard index < end, bytes[index] == byte else { throw JSONFault(offset: index) }
    index += 1
  }

  private mutating func skipBlanks() {
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
  }

  /// Text of a JSON string; an escape that is none stays as it stands.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(Byte.backslash) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var result = ""
    var index = bytes.startIndex
    func flush() {
      result += String(decoding: plain, as: UTF8.self) + String(decoding: units, as: UTF16.self)
      plain = []
      units = []
    }
    while index < bytes.endIndex {
      guard bytes[index] == Byte.backslash, index + 1 < bytes.endIndex else {
        if !units.isEmpty { flush() }
        plain.append(bytes[index])
        index += 1
        continue
      }
      let letter = bytes[index + 1]
      if letter == UInt8(ascii: "u"), index + 6 <= bytes.endIndex,
        let unit = UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
      {
        if !plain.isEmpty { flush() }
        units.append(unit)
        index += 6
      } else {
        if !units.isEmpty { flush() }
        plain.append(escapes[letter] ?? letter)
        index += 2
      }
    }
    flush()
    return result
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
  ]
}

/// The parts of a JSON value that are worth keeping.
indirect enum JSONShape: Sendable {
  case whole
  case object([Field])
  case list(JSONShape)

  /// A key whose value is worth keeping.
  struct Field: Sendable {
    let key: StaticString
    let shape: JSONShape

    init(_ key: StaticString, _ shape: JSONShape = .whole) {
      self.key = key
      self.shape = shape
    }
  }

  /// Keys whose values are kept whole.
  static func keys(_ keys: StaticString...) -> JSONShape { .object(keys.map { Field($0) }) }

  /// Copies the next value without what is not worth keeping; one of another kind is copied whole.
  func copy(_ cursor: inout JSONCursor, into result: inout [UInt8]) {
    switch self {
    case .whole: Self.append(cursor.raw(), cursor, &result)
    case .list(let shape):
      guard cursor.peek() == Byte.openBracket, cursor.enter(Byte.openBracket) else {
        return Self.append(cursor.raw(), cursor, &result)
      }
      result.append(Byte.openBracket)
      while cursor.element() {
        if result.last != Byte.openBracket { result.append(Byte.comma) }
        shape.copy(&cursor, into: &result)
      }
      result.append(Byte.closeBracket)
    case .object(let fields):
      guard cursor.peek() == Byte.openBrace, cursor.enter(Byte.openBrace) else {
        return Self.append(cursor.raw(), cursor, &result)
      }
      result.append(Byte.openBrace)
      while let key = cursor.key() {
        guard let field = fields.first(where: { cursor.holds($0.key, key) }) else {
          cursor.skip()
          continue
        }
        if result.last != Byte.openBrace { result.append(Byte.comma) }
        // With its quotes and its colon.
        Self.append((key.lowerBound - 1)..<(key.upperBound + 1), cursor, &result)
        result.append(Byte.colon)
        field.shape.copy(&cursor, into: &result)
      }
      result.append(Byte.closeBrace)
    }
  }

  private static func append(_ range: Range<Int>, _ cursor: JSONCursor, _ result: inout [UInt8]) {
    result.append(contentsOf: UnsafeRawBufferPointer(rebasing: cursor.bytes[range]))
  }
}

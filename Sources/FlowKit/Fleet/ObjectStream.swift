/// Cuts JSON that comes piece by piece into the objects of its lists: never more than one of them is held.
///
/// A list is an object with `items`, or an array; lists may stand in lists, and several texts one after the other.
struct ObjectStream {
  /// Most bytes of one object; a cluster takes 1.5 MB.
  static let limit = 8 << 20
  /// Most values inside of each other.
  private static let depthLimit = 200
  /// Most lists inside of each other.
  private static let listLimit = 6

  private enum List { case items, array }

  /// What came and is not done, from the first byte of the object that is being read.
  private var buffer: [UInt8] = []
  /// Next byte of the buffer to look at.
  private var index = 0
  /// Bytes that were done before the buffer.
  private var done = 0
  /// Values that are open within the object; 0 between objects.
  private var depth = 0
  /// Whether the object turned out to be a list; its other values are passed.
  private var isList = false
  private var lists: [List] = []
  private var isEmpty = true
  /// Whether a list came, if only an empty one.
  private(set) var hasList = false

  /// Takes the next bytes and hands over each object that is complete.
  mutating func feed(_ bytes: UnsafeRawBufferPointer, _ intake: inout FleetIntake) throws(StreamFault) {
    buffer.append(contentsOf: bytes)
    // Taken out, so that reading it and changing the rest do not meet; it has one owner all the time and is not copied.
    var held: [UInt8] = []
    swap(&held, &buffer)
    var start = 0
    let result: Result<Void, StreamFault> = held.withUnsafeBytes { held in
      do throws(StreamFault) { return .success(try scan(held, &start, &intake)) } catch { return .failure(error) }
    }
    try result.get()
    if held.count - start > Self.limit { throw .tooLarge(offset: done + start) }
    held.removeFirst(start)
    index -= start
    done += start
    swap(&held, &buffer)
  }

  /// Says that nothing more comes.
  func finish() throws(StreamFault) {
    if depth > 0 || !lists.isEmpty { throw .truncated(offset: done + buffer.count) }
    if isEmpty { throw .empty }
  }

  /// Looks at every byte that is new; the first that is still needed is `start`.
  private mutating func scan(
    _ bytes: UnsafeRawBufferPointer, _ start: inout Int, _ intake: inout FleetIntake
  ) throws(StreamFault) {
    while index < bytes.count {
      if depth == 0 {
        start = index
        try between(bytes[index])
      } else {
        guard try inside(bytes) else { break }
        if !isList { try intake.take(UnsafeRawBufferPointer(rebasing: bytes[start..<index]), at: done + start) }
      }
    }
    if depth == 0 || isList { start = index }
  }

  /// What stands before an object or behind it.
  private mutating func between(_ byte: UInt8) throws(StreamFault) {
    index += 1
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09: return
    case Byte.openBrace:
      depth = 1
      isList = false
    case Byte.openBracket:
      guard lists.count < Self.listLimit else { throw .tooDeep(offset: done + index - 1) }
      lists.append(.array)
      hasList = true
    case Byte.comma where !lists.isEmpty: return
    case Byte.closeBracket where !lists.isEmpty:
      // Behind the items the rest of their list follows.
      if lists.removeLast() == .items {
        depth = 1
        isList = true
      }
    case 0xEF, 0xBB, 0xBF: if done + index > 3 { throw .notJSON(offset: done + index - 1) }
    default: throw .notJSON(offset: done + index - 1)
    }
    if byte & 0x80 == 0 { isEmpty = false }
  }

  /// Goes on to the end of the object or to the first of its items; false when more bytes are needed for that.
  private mutating func inside(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) -> Bool {
    // Locals, because a property of a value that is passed on is read and written each time.
    var (index, depth) = (index, depth)
    defer { (self.index, self.depth) = (index, depth) }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote {
        guard let close = bytes.endOfString(from: index + 1)?.close else { return false }
        if depth == 1, close - index == 6, isItems(bytes, index) {
          guard let open = Self.list(behind: close + 1, bytes) else { return false }
          if open > 0 {
            guard lists.count < Self.listLimit else { throw .tooDeep(offset: done + index) }
            lists.append(.items)
            hasList = true
            isList = true
            (index, depth) = (open, 0)
            return true
          }
        }
        index = close
      } else if Byte.opens(byte) {
        depth += 1
        if depth > Self.depthLimit { throw .tooDeep(offset: done + index) }
      } else if Byte.closes(byte) {
        depth -= 1
      }
      index += 1
      if depth == 0 { return true }
    }
    return false
  }

  private func isItems(_ bytes: UnsafeRawBufferPointer, _ quote: Int) -> Bool {
    bytes[(quote + 1)..<(quote + 6)].elementsEqual("items".utf8)
  }

  /// The first byte of a list that follows a key; 0 when something else follows, nil when that is still to come.
  private static func list(behind key: Int, _ bytes: UnsafeRawBufferPointer) -> Int? {
    var awaited = Byte.colon
    for index in key..<bytes.count where !Byte.isBlank(bytes[index]) {
      if bytes[index] != awaited { return 0 }
      if awaited == Byte.openBracket { return index + 1 }
      awaited = Byte.openBracket
    }
    return nil
  }
}

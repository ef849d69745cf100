/// A line of the table of events: type, reason, age, source, message.
struct EventLine {
  let isWarning: Bool
  let reason: Located<String>
  /// Seconds since the event was last seen; nil when the line does not tell.
  let age: Int?
  let message: Range<Int>

  /// Reads a line; nil when it does not begin an event.
  init?(_ document: Document, _ range: Range<Int>) {
    var words = Words(document, range)
    guard let type = words.next() else { return nil }
    let first = document.string(type)
    guard first == "Warning" || first == "Normal" else { return nil }
    guard let reason = words.next() else { return nil }
    self.isWarning = first == "Warning"
    self.reason = Located(document.string(reason), in: document, reason)
    self.age = words.age()
    words.source()
    self.message = words.rest
  }

  /// The `spec.containers{name}: ` in front of a message, and what follows it.
  ///
  /// Source: printed by kubectl from 1.35 on.
  static func fieldPath(_ document: Document, _ message: Range<Int>) -> (container: String?, rest: Range<Int>) {
    guard document.bytes[message].starts(with: "spec.".utf8) else { return (nil, message) }
    let head = document.string(message.lowerBound..<min(message.lowerBound + 300, message.upperBound))
    guard let open = head.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = head.utf8.firstIndex(of: UInt8(ascii: "}")), open < close
    else { return (nil, message) }
    let name = String(head[head.utf8.index(after: open)..<close])
    var start = message.lowerBound + head.utf8.distance(from: head.utf8.startIndex, to: close) + 1
    while start < message.upperBound, document.bytes[start] == Byte.colon || Byte.isBlank(document.bytes[start]) {
      start += 1
    }
    return (name, start..<message.upperBound)
  }
}

/// The words of a line, taken from the left.
package struct Words {
  private let document: Document
  private(set) var rest: Range<Int>

  init(_ document: Document, _ range: Range<Int>) {
    self.document = document
    self.rest = range
  }

  /// The next word; nil at the end.
  mutating func next() -> Range<Int>? {
    let bytes = document.bytes
    var start = rest.lowerBound
    while start < rest.upperBound, Byte.isBlank(bytes[start]) { start += 1 }
    var end = start
    while end < rest.upperBound, !Byte.isBlank(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    var after = end
    while after < rest.upperBound, Byte.isBlank(bytes[after]) { after += 1 }
    rest = after..<rest.upperBound
    return start..<end
  }

  /// `6m11s`, `6m11s (x6 over 12m)`, `<unknown>` or `<invalid>`.
  mutating func age() -> Int? {
    let before = rest
    guard let word = next() else { return nil }
    let text = document.string(word)
    let age = Self.seconds(text)
    guard age != nil || text == "<unknown>" || text == "<invalid>" else {
      rest = before
      return nil
    }
    if !rest.isEmpty, document.bytes[rest.lowerBound] == UInt8(ascii: "("),
      let close = document.bytes[rest].firstIndex(of: UInt8(ascii: ")"))
    {
      rest = (close + 1)..<rest.upperBound
    }
    return age
  }

  /// `kubelet`, `kubelet, node-1` or another component.
  mutating func source() {
    guard let word = next() else { return }
    if document.bytes[word.upperBound - 1] == UInt8(ascii: ",") { _ = next() }
  }

  /// Seconds of a duration as kubectl prints it; nil for anything else.
  package static func seconds(_ text: String) -> Int? {
    var total = 0
    var number: Int?
    // Byte by byte: every line of a table of events has such a text.
    for byte in text.utf8 {
      if Byte.isDigit(byte) {
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard (number ?? 0) < 1_000_000_000 else { return nil }
      } else if let unit = unit(byte), let value = number {
        total += value * unit
        // No cluster is thirty thousand years old, and longer sums would not fit a number.
        guard total < 1_000_000_000_000 else { return nil }
        number = nil
      } else {
        return nil
      }
    }
    return number == nil && !text.isEmpty ? total : nil
  }

  /// Seconds of a unit; nil for a letter that is none.
  private static func unit(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86400
    case UInt8(ascii: "y"): 31_536_000
    default: nil
    }
  }
}

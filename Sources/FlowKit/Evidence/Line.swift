/// A line of `Key:   value`, with the places of both.
struct Line {
  let document: Document
  /// Without blanks at either end and without a quoting `>` in front.
  let range: Range<Int>
  let indent: Int
  let key: String?
  let valueRange: Range<Int>

  init(_ document: Document, _ whole: Range<Int>) {
    let bytes = document.bytes
    var start = whole.lowerBound
    var end = whole.upperBound
    while start < end, Byte.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ">") { start += 1 }
    while end > start, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    self.document = document
    self.range = start..<end
    self.indent = start - whole.lowerBound
    if let colon = bytes[start..<end].firstIndex(of: Byte.colon), colon - start < 40,
      colon + 1 == end || Byte.isBlank(bytes[colon + 1])
    {
      var value = colon + 1
      while value < end, Byte.isBlank(bytes[value]) { value += 1 }
      self.key = document.string(start..<colon)
      self.valueRange = value..<end
    } else {
      self.key = nil
      self.valueRange = end..<end
    }
  }

  var text: String { document.string(range) }
  var value: String? { valueRange.isEmpty ? nil : document.string(valueRange) }
  var located: Located<String>? { value.map { Located($0, in: document, valueRange) } }

  /// The value up to a byte.
  func located(upTo byte: UInt8) -> Located<String>? {
    let end = document.bytes[valueRange].firstIndex(of: byte) ?? valueRange.upperBound
    let part = valueRange.lowerBound..<end
    return part.isEmpty ? nil : Located(document.string(part), in: document, part)
  }

  /// The key with its place.
  var locatedKey: Located<String> {
    let name = key ?? ""
    return Located(name, in: document, range.lowerBound..<(range.lowerBound + name.utf8.count))
  }

  /// The dashes under the header of a table.
  var isRule: Bool {
    guard let first = range.first.map({ document.bytes[$0] }), "-T`$".utf8.contains(first) else { return false }
    return ["----", "Type ", "```", "$ "].contains { text.hasPrefix($0) }
  }

  /// Whether the line begins a new part of a description, so that it cannot go on an event.
  var isSectionStart: Bool {
    indent == 0 && ["Namespace", "Containers", "Init Containers", "Conditions", "Volumes"].contains(key)
  }

  /// Whether a word can be the name of a container.
  static func isName(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || Byte.isDigit($0) || $0 == UInt8(ascii: "-") }
  }
}

/// A line of text that the operator edits.
package struct Field: Widget, Equatable {
  /// What stands before it.
  package var prompt: String
  /// The text as typed, not cleaned.
  package private(set) var text: String
  /// Where the next character goes, in characters from 0.
  package private(set) var position: Int

  /// A field with a text, the cursor at its end.
  package init(_ prompt: String = "", text: String = "") {
    self.prompt = prompt
    self.text = text
    position = text.count
  }

  /// Applies a key that edits; false for any other key.
  package mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(Self.joined(pasted))
    case .backspace: remove(from: position - 1, to: position)
    case .delete: remove(from: position, to: position + 1)
    case .control("u"): remove(from: 0, to: position)
    case .control("k"): remove(from: position, to: text.count)
    case .control("w"): remove(from: wordStart, to: position)
    case .left: position = max(0, position - 1)
    case .right: position = min(text.count, position + 1)
    case .home, .control("a"): position = 0
    case .end, .control("e"): position = text.count
    default: return false
    }
    return true
  }

  /// Draws prompt and text in the first row, the part around the cursor, and sets the cursor.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let row = area.row(0)
    guard !row.isEmpty else { return }
    let start = min(buffer.put(StyledLine(prompt, .key), x: row.x, y: row.y, in: row), row.right - 1)
    let room = Rect(x: start, y: row.y, width: row.right - start, height: 1)
    var shown = StyledLine(String(text.prefix(position))).text
    // What is left of the cursor moves out until the cursor has a column.
    while Width.of(shown) > room.width - 1 { shown.removeFirst() }
    let cursor = buffer.put(shown, x: room.x, y: room.y, in: room)
    buffer.put(StyledLine(String(text.dropFirst(position))), x: cursor, y: room.y, in: room)
    buffer.cursor = Point(x: cursor, y: room.y)
  }

  /// A pasted text becomes one line; a trailing line end is no character.
  private static func joined(_ pasted: String) -> String {
    pasted.split(separator: "\n").joined(separator: " ")
  }

  private mutating func insert(_ new: String) {
    let before = text.prefix(position) + new
    text = String(before + text.dropFirst(position))
    // A combining mark joins the character before it: the count of characters decides.
    position = before.count
  }

  private mutating func remove(from start: Int, to end: Int) {
    let (start, end) = (max(0, start), min(text.count, end))
    guard start < end else { return }
    text = String(text.prefix(start) + text.dropFirst(end))
    position = start
  }

  private var wordStart: Int {
    let before = Array(text.prefix(position))
    let end = before.lastIndex { $0 != " " } ?? 0
    return before[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }
}

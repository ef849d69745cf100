/// A line of text that the operator edits.
package struct Field: Widget, Equatable {
  /// What stands before it.
  package var prompt: String
  /// Where the next character goes, in characters from 0.
  package private(set) var position: Int
  /// Whether the last key brought more than fits; the rest of it was left out.
  package private(set) var isFull = false
  private var characters: [Character]

  /// The most characters of a line.
  package static let longest = 4096

  /// A field with a text, the cursor at its end.
  package init(_ prompt: String = "", text: String = "") {
    self.prompt = prompt
    characters = Array(text.prefix(Self.longest))
    position = characters.count
  }

  /// The text as typed, not cleaned.
  package var text: String { String(characters) }

  /// Applies a key that edits; false for any other key.
  package mutating func edit(_ key: Key) -> Bool {
    isFull = false
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(Self.joined(pasted))
    case .backspace: remove(from: position - 1, to: position)
    case .delete: remove(from: position, to: position + 1)
    case .control("u"): remove(from: 0, to: position)
    case .control("k"): remove(from: position, to: characters.count)
    case .control("w"): remove(from: wordStart, to: position)
    case .left: position = max(0, position - 1)
    case .right: position = min(characters.count, position + 1)
    case .home, .control("a"): position = 0
    case .end, .control("e"): position = characters.count
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
    let before = StyledLine(String(characters[..<position])).text
    let cursor = buffer.put(Self.end(of: before, width: room.width - 1), x: room.x, y: room.y, in: room)
    // More than a row of what follows cannot be seen.
    let after = StyledLine(String(characters[position...].prefix(room.width))).text
    buffer.put(after, x: cursor, y: room.y, in: room)
    buffer.cursor = Point(x: cursor, y: room.y)
  }

  /// The end of a text that fits a width: what is left of the cursor moves out until the cursor has a column.
  private static func end(of text: String, width: Int) -> String {
    var room = width
    let glyphs = Array(Glyphs(text)).reversed().prefix { glyph in
      room -= glyph.width
      return room >= 0
    }
    return text.slice((glyphs.last?.range.lowerBound ?? text.utf8.count)..<text.utf8.count)
  }

  /// A pasted text becomes one line; a trailing line end is no character.
  private static func joined(_ pasted: String) -> String {
    // A line end in the paste is at most one character of the line, so that a few more than fit are enough.
    pasted.prefix(2 * longest).split(separator: "\n").joined(separator: " ")
  }

  private mutating func insert(_ new: String) {
    // A combining mark joins the character before it: the count of characters decides.
    let start = max(0, position - 1)
    let room = Self.longest - (characters.count - (position - start))
    let piece = Array(String(characters[start..<position]) + new)
    isFull = piece.count > room
    characters.replaceSubrange(start..<position, with: piece.prefix(room))
    position = start + min(piece.count, room)
  }

  private mutating func remove(from start: Int, to end: Int) {
    let (start, end) = (max(0, start), min(characters.count, end))
    guard start < end else { return }
    characters.removeSubrange(start..<end)
    position = start
  }

  private var wordStart: Int {
    let before = characters[..<position]
    let end = before.lastIndex { $0 != " " } ?? 0
    return before[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }
}

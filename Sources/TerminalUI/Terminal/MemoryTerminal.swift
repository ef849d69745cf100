/// A terminal for tests: keys are fed to it and pictures can be looked at.
package final class MemoryTerminal: Terminal {
  /// Rows and columns; a test changes them and then sends the resize.
  package var size: Size
  /// Keys need no waiting here.
  package let input: CInt? = nil
  /// What was drawn, from the first picture to the last.
  package private(set) var frames: [Buffer] = []
  /// What was copied.
  package private(set) var copied: [String] = []
  /// How often it was suspended.
  package private(set) var suspensions = 0
  /// Whether it was closed.
  package private(set) var isClosed = false

  private var waiting: [Key] = []

  /// A terminal of this size.
  package init(_ size: Size = Size(width: 80, height: 24)) { self.size = size }

  /// Keys that the next `readKeys` delivers.
  package func feed(_ keys: [Key]) { waiting += keys }

  /// Types a text, a key per character; "\n" is Enter.
  package func type(_ text: String) { feed(text.map { $0 == "\n" ? .enter : .character($0) }) }

  /// The last picture as text; empty before the first.
  package var text: String { frames.last?.text ?? "" }

  /// The keys that were fed.
  package func readKeys() -> [Key] {
    defer { waiting = [] }
    return waiting
  }

  /// Keeps a picture.
  package func draw(_ buffer: Buffer) { frames.append(buffer) }

  /// Nothing to do.
  package func resize() {}

  /// Counts it.
  package func suspend() { suspensions += 1 }

  /// Nothing to do.
  package func refresh() {}

  /// Keeps the text.
  package func copy(_ text: String) -> Bool {
    copied.append(text)
    return true
  }

  /// Remembers it.
  package func close() { isClosed = true }
}

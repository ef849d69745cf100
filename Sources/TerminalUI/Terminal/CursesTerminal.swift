import CNcurses
import FoundationEssentials

/// The terminal of the process, by ncurses; there can be one at a time, and on the main thread only.
package final class CursesTerminal: Terminal {
  /// Rows and columns of the screen.
  package private(set) var size: Size
  /// The keyboard's descriptor.
  package let input: CInt?
  /// How many colours the terminal has.
  package let colours: Int
  /// What styles look like.
  package private(set) var palette: Palette

  private let curses: Curses
  private let pairs: Int
  private let charset: Charset
  private var inks: Inks
  private let environment = ProcessInfo.processInfo.environment
  private var decoder = KeyDecoder()
  private var shown: Buffer?
  private var isOpen = true

  /// Takes the terminal.
  ///
  /// Characters that it cannot show are replaced where `charset` says so.
  package init(_ looks: Looks = Looks(), charset: Charset? = nil) throws(TerminalError) {
    curses = try Curses()
    (colours, pairs) = curses.startColours()
    palette = looks.palette(colours: colours, environment: environment)
    self.charset = charset ?? .current
    inks = Inks(palette, colours: colours, pairs: pairs, in: curses)
    input = curses.input
    curses.resize()
    if looks.mouse { curses.setMouse(true) }
    size = curses.size
    if looks.needsBackground(colours: colours, environment: environment) { ask() }
  }

  deinit {
    if isOpen { curses.end() }
  }

  /// The longest burst; the rest waits for the next call, so that output is not starved.
  private static let burst = 16_384

  /// The keys that are there, without waiting.
  package func readKeys() -> [Key] {
    var raw: [RawKey] = []
    while isOpen, raw.count < Self.burst, let next = curses.next() {
      if let key = next { raw.append(key) }
    }
    let keys = decoder.decode(raw)
    for answer in decoder.takeAnswers() where Background.isLight(answer: answer) == true { use(.light) }
    return keys
  }

  /// Asks for the colour of the background; nobody waits for the answer.
  private func ask() {
    decoder.isAsking = true
    curses.raw(Background.question)
  }

  /// Draws everything anew in another palette.
  private func use(_ palette: Palette) {
    self.palette = palette
    inks = Inks(palette, colours: colours, pairs: pairs, in: curses)
    shown = nil
    curses.erase()
  }

  /// An answer that is still on its way must not become keys of whoever reads the terminal next.
  private func takeAnswer() {
    let deadline = ContinuousClock.now + .milliseconds(300)
    while decoder.isAsking, .now < deadline, let input {
      let ready = Poll.wait(for: [input], timeout: deadline - .now)
      if ready.contains(where: \.isClosed) { break }
      _ = readKeys()
    }
    decoder.isAsking = false
  }

  /// Shows a picture.
  package func draw(_ buffer: Buffer) {
    guard isOpen else { return }
    let next = buffer.shown(in: charset)
    guard next != shown else { return }
    if next.size != shown?.size { curses.erase() }
    let old = shown ?? Buffer(next.size)
    for y in 0..<min(next.size.height, size.height) {
      guard let changed = next.changes(inRow: y, since: old) else { continue }
      put(Array(next.row(y)), changed.clamped(to: 0..<size.width), y: y)
    }
    curses.show(cursor: next.cursor)
    shown = next
  }

  /// Puts a part of a row, one call for each stretch of one style.
  private func put(_ row: [Cell], _ columns: Range<Int>, y: Int) {
    var start = columns.lowerBound
    while start < columns.upperBound {
      let style = row[start].style
      let end = row[start..<columns.upperBound].firstIndex { $0.style != style } ?? columns.upperBound
      let text = row[start..<end].flatMap { $0.text.unicodeScalars.map(\.value) }
      let look = inks[style]
      curses.put(text, x: start, y: y, attributes: look.attributes, pair: look.pair)
      start = end
    }
  }

  /// Takes over a new size of the terminal.
  package func resize() {
    guard isOpen else { return }
    curses.resize()
    size = curses.size
    shown = nil
  }

  /// Gives the terminal back, stops the process, and takes the screen again when it goes on.
  package func suspend() {
    guard isOpen else { return }
    takeAnswer()
    curses.leave()
    cn_stop()
    takeAgain()
  }

  /// Takes the screen again and forgets what was drawn.
  package func refresh() {
    guard isOpen else { return }
    curses.leave()
    takeAgain()
  }

  private func takeAgain() {
    curses.enter()
    resize()
    curses.erase()
  }

  /// Puts text into the clipboard of the operator's terminal.
  package func copy(_ text: String) -> Bool {
    guard isOpen, let sequence = ClipboardSequence.of(text, environment: environment) else { return false }
    curses.raw(sequence)
    return true
  }

  /// Gives the terminal back.
  package func close() {
    guard isOpen else { return }
    takeAnswer()
    isOpen = false
    curses.end()
  }
}

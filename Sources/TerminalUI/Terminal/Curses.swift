import CNcurses

/// The calls of curses.
///
/// All of them belong to the main thread; there can be one of it at a time.
struct Curses {
  private let screen: UnsafeMutablePointer<cn_screen>

  /// Takes the terminal.
  init() throws(TerminalError) {
    // Curses reads the character set when it starts.
    _ = Charset.current
    screen = .allocate(capacity: 1)
    screen.initialize(to: cn_screen())
    let terminal = String(cString: cn_terminal_name())
    let fallback = Terminfo.description(of: terminal)
    let result = Int(cn_start(screen, fallback?.name, fallback?.text))
    guard result != CN_OK else { return }
    screen.deallocate()
    throw result == CN_NO_TERMINAL ? .noTerminal : .unknownTerminal(terminal)
  }

  /// Gives it back for good; nothing may be called after that.
  func end() {
    cn_end(screen)
    screen.deallocate()
  }

  /// Gives it back for a while.
  func leave() { cn_leave(screen) }

  /// Takes it again.
  func enter() { cn_enter(screen) }

  /// The descriptor of the keyboard.
  var input: CInt { screen.pointee.input }

  /// The size that curses works with.
  var size: Size { Size(width: Int(cn_columns()), height: Int(cn_rows())) }

  /// Asks the terminal for its size; the next picture is drawn in full.
  func resize() { cn_resize(screen) }

  /// Whether clicks and the wheel are keys; then the terminal cannot select text by itself.
  func setMouse(_ on: Bool) { cn_mouse_on(on ? 1 : 0) }

  /// What the keyboard has next; nil if nothing is waiting.
  func next() -> RawKey?? {
    var value: UInt32 = 0
    switch Int(cn_input(screen, &value)) {
    case CN_INPUT_TEXT: return .some(Unicode.Scalar(value).map { .scalar($0) })
    case CN_INPUT_KEY where Int(value) == Int(CN_KEY_MOUSE): return .some(mouse())
    case CN_INPUT_KEY: return .some(RawKey(code: Int(value)))
    default: return nil
    }
  }

  private func mouse() -> RawKey? {
    var row: Int32 = 0
    var column: Int32 = 0
    switch Int(cn_mouse(&row, &column)) {
    case CN_MOUSE_CLICK: return .key(.click(Point(x: Int(column), y: Int(row))))
    case CN_MOUSE_UP: return .key(.wheelUp(Point(x: Int(column), y: Int(row))))
    case CN_MOUSE_DOWN: return .key(.wheelDown(Point(x: Int(column), y: Int(row))))
    default: return nil
    }
  }

  /// Starts colours: how many there are, and how many pairs of them.
  func startColours() -> (colours: Int, pairs: Int) { (Int(cn_start_colours()), Int(cn_pair_limit())) }

  /// Defines a pair of colours.
  func define(pair: Int32, foreground: Int32, background: Int32) { cn_pair(pair, foreground, background) }

  /// Puts code points of one look; nothing is sent yet.
  func put(_ text: [UInt32], x: Int, y: Int, attributes: Attributes, pair: Int32) {
    cn_put(Int32(y), Int32(x), text, Int32(text.count), UInt32(attributes.rawValue), pair)
  }

  /// Empties the screen; nothing is sent yet.
  func erase() { cn_erase() }

  /// Sends all that was put.
  func show(cursor: Point?) {
    cn_show(cursor == nil ? 0 : 1, Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0))
  }

  /// Sends bytes past curses.
  func raw(_ bytes: String) {
    bytes.utf8CString.withUnsafeBufferPointer { cn_raw(screen, $0.baseAddress, $0.count - 1) }
  }
}

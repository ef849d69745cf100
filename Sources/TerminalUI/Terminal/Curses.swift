import CNcurses

/// The calls of curses; no other file may make them, for their state exists once per file.
///
/// All of them belong to the main thread.
enum Curses {
  /// Takes the terminal.
  static func start() throws(TerminalError) {
    // Curses reads the character set when it starts.
    _ = Charset.current
    switch Int(cn_start()) {
    case CN_OK: return
    case CN_NO_TERMINAL: throw .noTerminal
    default: throw .unknownTerminal(terminalName)
    }
  }

  /// The value of `TERM`.
  static var terminalName: String { String(cString: cn_terminal_name()) }

  /// Gives it back for good.
  static func end() { cn_end() }

  /// Gives it back for a while.
  static func leave() { cn_leave() }

  /// Takes it again.
  static func enter() { cn_enter() }

  /// The descriptor of the keyboard.
  static var input: CInt { cn_input_descriptor() }

  /// The size that curses works with.
  static var size: Size { Size(width: Int(cn_columns()), height: Int(cn_rows())) }

  /// Asks the terminal for its size.
  static func resize() { _ = cn_resize() }

  /// Whether clicks and the wheel are keys; then the terminal cannot select text by itself.
  static func setMouse(_ on: Bool) { cn_mouse_on(on ? 1 : 0) }

  /// What the keyboard has next; nil if nothing is waiting.
  static func next() -> RawKey?? {
    var value: UInt32 = 0
    switch Int(cn_input(&value)) {
    case CN_INPUT_TEXT: return .some(Unicode.Scalar(value).map { .scalar($0) })
    case CN_INPUT_KEY where Int(value) == Int(CN_KEY_MOUSE): return .some(mouse())
    case CN_INPUT_KEY: return .some(RawKey(code: Int(value)))
    default: return nil
    }
  }

  private static func mouse() -> RawKey? {
    var row: Int32 = 0
    var column: Int32 = 0
    switch Int(cn_mouse(&row, &column)) {
    case CN_MOUSE_CLICK: return .key(.click(Point(x: Int(column), y: Int(row))))
    case CN_MOUSE_UP: return .key(.wheelUp)
    case CN_MOUSE_DOWN: return .key(.wheelDown)
    default: return nil
    }
  }

  /// Starts colours: how many there are, and how many pairs of them.
  static func startColours() -> (colours: Int, pairs: Int) { (Int(cn_start_colours()), Int(cn_pair_limit())) }

  /// Defines a pair of colours.
  static func define(pair: Int32, foreground: Int32, background: Int32) { cn_pair(pair, foreground, background) }

  /// Puts code points of one look; nothing is sent yet.
  static func put(_ text: [UInt32], x: Int, y: Int, attributes: Attributes, pair: Int32) {
    cn_put(Int32(y), Int32(x), text, Int32(text.count), UInt32(attributes.rawValue), pair)
  }

  /// Empties the screen; nothing is sent yet.
  static func erase() { cn_erase() }

  /// Sends all that was put.
  static func show(cursor: Point?) {
    cn_show(cursor == nil ? 0 : 1, Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0))
  }

  /// Sends bytes past curses.
  static func raw(_ bytes: String) {
    bytes.utf8CString.withUnsafeBufferPointer { cn_raw($0.baseAddress, $0.count - 1) }
  }
}

/// A screen to draw on and a keyboard to read from.
package protocol Terminal: AnyObject {
  /// Rows and columns of the screen.
  var size: Size { get }

  /// The descriptor to wait on for keys; nil if keys need no waiting.
  var input: CInt? { get }

  /// The keys that are there, without waiting; a bounded number of them per call.
  func readKeys() -> [Key]

  /// Shows a picture; only what differs from the last one is sent.
  func draw(_ buffer: Buffer)

  /// Takes over a new size of the terminal; to be called on `Signal.resize`.
  func resize()

  /// Gives the terminal back, stops the process, and takes the screen again when it goes on.
  ///
  /// After it the size may differ and everything must be drawn.
  func suspend()

  /// Takes the screen again and forgets what was drawn: after `Signal.resume`, and to repair it.
  func refresh()

  /// Puts text into the clipboard of the operator's terminal (OSC 52); false if it is too long.
  ///
  /// That the terminal obeys cannot be known.
  func copy(_ text: String) -> Bool

  /// Gives the terminal back; doing it twice is no error.
  func close()
}

/// Why there is no full screen.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Neither stdin and stdout nor /dev/tty is a terminal.
  case noTerminal
  /// Nothing describes the terminal of `TERM`, or it cannot place its cursor.
  case unknownTerminal(String)
  /// No pipe could be made.
  case noPipe

  /// The wording for the operator.
  package var description: String {
    switch self {
    case .noTerminal: "there is no terminal to draw on"
    case .unknownTerminal(""): "TERM is not set, so the terminal is unknown"
    case .unknownTerminal(let name): "the terminal type \"\(name)\" (TERM) is unknown or cannot place its cursor"
    case .noPipe: "no pipe could be made: too many open files"
    }
  }
}

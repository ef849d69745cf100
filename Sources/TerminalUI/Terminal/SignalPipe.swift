import CNcurses
import Glibc

/// What another process or the terminal wants of us.
package enum Signal: CaseIterable, Sendable {
  /// The terminal has a new size.
  case resize
  /// Ctrl-C.
  case interrupt
  /// Asked to end.
  case terminate
  /// The terminal is gone.
  case hangup
  /// Ctrl-Z.
  case suspend
  /// Going on after a stop.
  case resume

  /// Its number.
  package var number: CInt {
    switch self {
    case .resize: SIGWINCH
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangup: SIGHUP
    case .suspend: SIGTSTP
    case .resume: SIGCONT
    }
  }
}

/// Signals as bytes of a pipe, so that one `poll` waits for them and for everything else.
///
/// Other code must not touch the signals it catches. There is one per process; a second one takes
/// over from the first.
package struct SignalPipe: Sendable {
  /// The end to wait on.
  package let descriptor: CInt

  /// Catches all of `Signal` (one that was ignored, as by nohup, stays ignored) and survives SIGPIPE.
  package init() throws(TerminalError) {
    var ends: [CInt] = [-1, -1]
    if cn_pipe(&ends) != 0 { throw .noPipe }
    descriptor = ends[0]
    let numbers = Signal.allCases.map(\.number)
    cn_signals_catch(numbers, CInt(numbers.count), ends[1])
    cn_signals_spare_pipe()
  }

  /// The signals that came since the last call, each once.
  package func drain() -> Set<Signal> {
    let numbers = Set(Wakeup.drain(descriptor))
    return Set(Signal.allCases.filter { numbers.contains(UInt8(truncatingIfNeeded: $0.number)) })
  }
}

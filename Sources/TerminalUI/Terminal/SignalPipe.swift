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
/// Other code must not touch the signals it catches. There is one per process; no other file may
/// use signals.h, for its state exists once per file.
package struct SignalPipe: Sendable {
  /// The end to wait on.
  package let descriptor: CInt

  /// Catches all of `Signal` (one that was ignored, as by nohup, stays ignored) and survives SIGPIPE.
  package init() throws(TerminalError) {
    descriptor = cn_signals_open()
    if descriptor < 0 { throw .noPipe }
    for signal in Signal.allCases { cn_signals_catch(signal.number) }
    cn_signals_spare_pipe()
  }

  /// The signals that came since the last call, each once.
  package func drain() -> Set<Signal> {
    let numbers = Set(Wakeup.drain(descriptor))
    return Set(Signal.allCases.filter { numbers.contains(UInt8(truncatingIfNeeded: $0.number)) })
  }

  /// Stops the process as Ctrl-Z does by default; returns when it goes on.
  static func stop() {
    // Whoever stopped itself knows that it goes on: no `resume` for that.
    for signal in [SIGTSTP, SIGCONT] { cn_signals_default(signal) }
    raise(SIGTSTP)
    for signal in [SIGTSTP, SIGCONT] { cn_signals_catch(signal) }
  }
}

import Glibc
package import TerminalUI

/// Why the rest between two looks ended.
package enum ScanRest: Equatable, Sendable {
  /// It is time for the next look.
  case time
  /// A signal asks to end.
  case signal(Signal)
  /// Nobody reads standard output any more.
  case closed

  /// Waits some seconds.
  ///
  /// - Parameter signals: nil where a signal ends the process by itself.
  init(_ seconds: Int, _ signals: ScanSignals?) {
    let end = ContinuousClock.now + .seconds(seconds)
    self = .time
    while ContinuousClock.now < end {
      // Without events the end of a pipe still tells that its other end is gone; a terminal does not wake at every key.
      var entries = [pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)]
      if let pipe = signals?.descriptor { entries.append(pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)) }
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      let count = poll(&entries, nfds_t(entries.count), CInt(max(0, left.rounded(.up))))
      if let signal = signals?.ended {
        self = .signal(signal)
        return
      }
      if count > 0, entries[0].revents != 0 {
        self = .closed
        return
      }
    }
  }
}

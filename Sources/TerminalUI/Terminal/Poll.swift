import Glibc

/// Waiting for several descriptors at once.
package enum Poll {
  /// A descriptor that needs attention.
  package struct Ready: Equatable, Sendable {
    /// Which.
    package let descriptor: CInt
    /// Its other side is gone; waiting for it again would return at once, for ever.
    package let isClosed: Bool
  }

  /// Waits until one of the descriptors can be read or is closed, or a signal or the time-out comes.
  ///
  /// Without a time-out it waits as long as it takes. Nothing ready is not an error.
  package static func wait(for descriptors: [CInt], timeout: Duration? = nil) -> [Ready] {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&entries, nfds_t(entries.count), milliseconds(timeout))
    guard count > 0 else { return [] }
    return entries.filter { $0.revents != 0 }.map {
      Ready(descriptor: $0.fd, isClosed: $0.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0)
    }
  }

  /// Rounded up, so that a wait for a deadline does not spin through its last millisecond.
  private static func milliseconds(_ timeout: Duration?) -> CInt {
    guard let timeout else { return -1 }
    let (seconds, attoseconds) = timeout.components
    let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
    guard !milliseconds.overflow, seconds < 1_000_000 else { return CInt.max }
    return CInt(max(0, milliseconds.partialValue + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}

import ArgumentParser
import Glibc
import Wizard

/// Standard output for a result that somebody waits for: where it cannot be written the program ends and says so.
///
/// `print` passes over such faults, so that a full disk looks like success and a watch goes on without a reader.
enum StandardOutput {
  /// The code to end with when nobody reads any more, as shells report it of a program that such a pipe has ended.
  static let closed = ExitCode(128 + SIGPIPE)

  /// Writes a text at once; throws the code to end with when it cannot be written.
  static func write(_ text: String) throws {
    // What was printed before comes before.
    fflush(nil)
    var text = text
    try text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
        if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        if count < 0 { try overcome(errno) }
      }
    }
  }

  /// Waits where another program has made the descriptor one that does not wait.
  private static func overcome(_ fault: CInt) throws {
    switch fault {
    case EINTR: return
    case EAGAIN:
      var entry = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
      poll(&entry, 1, -1)
    case EPIPE: throw closed
    default: throw fail(.cannotWrite, "standard output: \(String(cString: strerror(fault)))")
    }
  }
}

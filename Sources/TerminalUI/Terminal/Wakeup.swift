import CNcurses
import Glibc

/// Wakes the loop from any thread.
package struct Wakeup: Sendable {
  /// The end to wait on.
  package let descriptor: CInt
  private let sender: CInt

  /// Makes the pipe; it lives until `close`.
  package init() throws(TerminalError) {
    var ends: [CInt] = [-1, -1]
    if cn_pipe(&ends) != 0 { throw .noPipe }
    descriptor = ends[0]
    sender = ends[1]
  }

  /// Makes the next or the present wait return; to be called after the message is in the queue.
  package func wake() {
    var byte: UInt8 = 1
    // A full pipe is no error: then the loop is about to wake anyway.
    _ = write(sender, &byte, 1)
  }

  /// Forgets the wakes so far; to be called before the queue is emptied.
  package func drain() { _ = Self.drain(descriptor) }

  /// Closes both ends.
  package func close() {
    _ = Glibc.close(descriptor)
    _ = Glibc.close(sender)
  }

  /// All bytes that a non-blocking descriptor has.
  static func drain(_ descriptor: CInt) -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return result }
      result += chunk[0..<count]
    }
  }
}

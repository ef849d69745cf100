import Glibc
import Synchronization

/// A value that one task brings and one thread awaits.
final class Waiting<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let pipe: (read: Int32, write: Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    pipe = (ends[0], ends[1])
  }

  deinit {
    close(pipe.read)
    close(pipe.write)
  }

  /// Waits for what a task brings; for the main thread, never for one of the pool that tasks need.
  static func result(_ work: @escaping @Sendable () async -> Value) -> Value {
    let waiting = Waiting()
    Task.detached { waiting.finish(await work()) }
    return waiting.wait()
  }

  /// Can be read as soon as the value is there.
  var descriptor: Int32 { pipe.read }

  func finish(_ result: Value) {
    value.withLock { $0 = result }
    var byte: UInt8 = 1
    _ = write(pipe.write, &byte, 1)
  }

  /// Waits for the value; for a thread that no task needs.
  func wait() -> Value {
    while true {
      var byte: UInt8 = 0
      while read(pipe.read, &byte, 1) < 0 && errno == EINTR {}
      if let value = value.withLock({ $0 }) { return value }
    }
  }
}

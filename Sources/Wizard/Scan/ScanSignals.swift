import Glibc
import TerminalUI

/// Ctrl-C and its like while a scan asks a cluster or rests: the commands that it started end with it.
package struct ScanSignals: Sendable {
  private let pipe: SignalPipe?

  /// Catches the signals of this process from now on.
  package init() { pipe = try? SignalPipe() }

  /// Waits for work, or answers the signal that ended it; for the main thread.
  func result<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> (value: Value?, signal: Signal?) {
    let waiting = Waiting<Value>()
    let task = Task.detached { waiting.finish(await work()) }
    guard let pipe else { return (waiting.wait(), nil) }
    while true {
      let ready = Poll.wait(for: [pipe.descriptor, waiting.descriptor])
      if let signal = ended {
        task.cancel()
        _ = waiting.wait()
        return (nil, signal)
      }
      if ready.contains(where: { $0.descriptor == waiting.descriptor }) { return (waiting.wait(), nil) }
    }
  }

  /// The end to wait on; nil when signals cannot be caught.
  var descriptor: CInt? { pipe?.descriptor }

  /// The signal that asks to end, if one came; Ctrl-Z stops the process on the way.
  var ended: Signal? {
    let came = pipe?.drain() ?? []
    if came.contains(.suspend) { raise(SIGSTOP) }
    return [Signal.interrupt, .terminate, .hangup].first(where: came.contains)
  }
}

import FlowKit
import Synchronization
import TerminalUI

/// Shows the end of a running command's output, redacted, a few times a second.
final class OutputSink: Sendable {
  private struct State {
    var redactor: Redactor
    var bytes: [UInt8] = []
    var shown = ContinuousClock.now - .seconds(1)
  }

  /// Most bytes that are shown while a command runs.
  private static let limit = 1 << 16
  private let state: Mutex<State>
  private let inbox: Inbox<News>
  private let wakeup: Wakeup
  private let title: String

  init(_ redactor: Redactor, _ inbox: Inbox<News>, _ wakeup: Wakeup, title: String) {
    state = Mutex(State(redactor: redactor))
    self.inbox = inbox
    self.wakeup = wakeup
    self.title = title
  }

  func take(_ chunk: [UInt8]) {
    let document = state.withLock { state -> Document? in
      state.bytes += chunk.suffix(Self.limit)
      if state.bytes.count > 2 * Self.limit { state.bytes.removeFirst(state.bytes.count - Self.limit) }
      guard ContinuousClock.now - state.shown > .milliseconds(100) else { return nil }
      state.shown = .now
      // A secret may go on in the next chunk: only whole lines are shown.
      guard let end = state.bytes.lastIndex(of: Byte.newline) else { return nil }
      let start = state.bytes.count > Self.limit ? (state.bytes.firstIndex(of: Byte.newline) ?? -1) + 1 : 0
      guard start <= end else { return nil }
      let bytes = state.redactor.redact(Array(state.bytes[start...end]))
      return Document(id: "running", title: title, provenance: Provenance(.command, source: title), bytes: bytes)
    }
    guard let document else { return }
    inbox.put(.message(.output(document)))
    wakeup.wake()
  }
}

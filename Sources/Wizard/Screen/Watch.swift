import TerminalUI

/// Waits for keys, signals and news from other threads: the part that every screen's loop shares.
struct Watch {
  /// What came while the screen waited, in the order in which it is to be taken.
  enum Happening {
    case key(Key)
    case resized
    /// Words of a demonstration.
    case said(String)
    /// The session ends: the terminal is gone, or somebody asked for the end.
    case ended(Signal)
  }

  let terminal: any Terminal
  /// To be woken when news are there.
  let wakeup: Wakeup
  /// A demonstration that presses keys; nil nearly always.
  var player: ScriptPlayer?
  private let signals: SignalPipe

  init(_ terminal: any Terminal) throws(TerminalError) {
    self.terminal = terminal
    signals = try SignalPipe()
    wakeup = try Wakeup()
  }

  /// Waits until something happens or the time is over; without a time-out as long as it takes.
  ///
  /// Nothing in the answer means that the time is over or that news are there.
  func next(timeout: Duration?) -> [Happening] {
    let descriptors = [terminal.input, signals.descriptor, wakeup.descriptor].compactMap { $0 }
    let ready = Poll.wait(for: descriptors, timeout: [timeout, player?.untilNext()].compactMap { $0 }.min())
    var happenings = takeSignals()
    wakeup.drain()
    if ready.contains(where: { $0.descriptor == terminal.input && $0.isClosed }) { happenings.append(.ended(.hangup)) }
    var keys = terminal.readKeys()
    if !keys.isEmpty, player?.goOn() == true { keys.removeFirst() }
    return happenings + keys.map { .key($0) } + (player?.take() ?? [])
  }

  private func takeSignals() -> [Happening] {
    signals.drain().compactMap { signal in
      switch signal {
      case .resize: terminal.resize()
      case .suspend: terminal.suspend()
      case .resume: terminal.refresh()
      case .interrupt: return .key(.control("c"))
      case .terminate, .hangup: return .ended(signal)
      }
      return .resized
    }
  }
}

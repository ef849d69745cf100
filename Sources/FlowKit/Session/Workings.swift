import Synchronization

/// What a session worked out of its evidence as it stands, once however often it is asked.
///
/// Matchers read whole documents; every event leaves another one behind.
final class Workings: Sendable {
  private struct State {
    var step: Step??
    var automatic: Event??
    var ahead: [Int: [Step.Run]] = [:]
  }

  private let state = Mutex(State())

  func step(_ find: () -> Step?) -> Step? {
    if let known = state.withLock({ $0.step }) { return known }
    let found = find()
    state.withLock { $0.step = .some(found) }
    return found
  }

  func automatic(_ find: () -> Event?) -> Event? {
    if let known = state.withLock({ $0.automatic }) { return known }
    let found = find()
    state.withLock { $0.automatic = .some(found) }
    return found
  }

  func ahead(_ answers: Int, _ find: () -> [Step.Run]) -> [Step.Run] {
    if let known = state.withLock({ $0.ahead[answers] }) { return known }
    let found = find()
    state.withLock { $0.ahead[answers] = found }
    return found
  }
}

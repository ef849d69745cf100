/// What a command does to the world, from harmless to grave.
package enum EffectClass: String, CaseIterable, Codable, Comparable, Sendable {
  case read
  case readsSecret = "reads-secret"
  case probe
  case localWrite = "local-write"
  case change

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: EffectClass, right: EffectClass) -> Bool { left.order < right.order }

  /// The class in the words of the screen.
  package var words: String {
    switch self {
    case .read: "only reads"
    case .readsSecret: "reads a secret"
    case .probe: "starts something for a short time"
    case .localWrite: "writes on this machine"
    case .change: "changes the cluster or Azure"
    }
  }
}

/// How a command node ended.
package enum Outcome: String, CaseIterable, Codable, Sendable {
  /// The command ran and an outcome of the node matched, or none did.
  case ran
  case denied
  case notLoggedIn = "not-logged-in"
  case notFound = "not-found"
  /// No such program on PATH.
  case absent
  case timedOut = "timed-out"
  /// The cluster or the cloud cannot be reached.
  case unreachable
  /// The service wants fewer requests.
  case throttled
  case unreadable
  /// The operator did not run it, or running is switched off.
  case skipped
  /// The policy does not allow it.
  case refused
}

/// Which shell a shown command is written for.
package enum Shell: String, CaseIterable, Codable, Sendable {
  case posix, powershell
}

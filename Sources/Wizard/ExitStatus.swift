package import FlowKit

/// Exit codes of every subcommand.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case findings = 1
  case remediation = 10
  case needsInput = 11
  case notImagePull = 12
  case unknown = 13
  case noAccess = 20
  case notFound = 21
  case toolMissing = 22
  case timedOut = 23
  case refused = 24
  case usage = 64
  case noInput = 66
  case software = 70
  case cannotWrite = 73

  /// What the code says, in one line.
  package var meaning: String {
    switch self {
    case .success: "the session ended normally; diagnose: nothing is wrong with the pull; scan: nothing fails"
    case .findings: "flow lint or practice --check found something, or a scenario of flow test fails or is missing"
    case .remediation: "diagnose reached a remediation or an escalation; scan: a pod cannot pull its image"
    case .needsInput:
      "a class is known, but diagnose or run --answers stopped at a question that only a person can answer"
    case .notImagePull: "the pod fails for another reason than the pull of its image; scan: every failing pod does"
    case .unknown: "nothing can be said yet: no class that Fairway knows, or the pod is still starting"
    case .noAccess: "the cluster cannot be reached or refuses to show the pod, or kubectl is not logged in"
    case .notFound: "there is no such pod"
    case .toolMissing: "a program is not on PATH: kubectl, or dot for a drawing"
    case .timedOut: "the cluster did not answer in time"
    case .refused: "a command is not on the list of what Fairway may run"
    case .usage: "the command line is wrong"
    case .noInput: "a file cannot be read"
    case .software: "a flow is broken, or the terminal cannot be used"
    case .cannotWrite: "the journal or an output file cannot be written"
    }
  }

  /// The table of codes for the README.
  package static var markdown: String {
    (["| code | meaning |", "| --- | --- |"] + allCases.map { "| \($0.rawValue) | \($0.meaning) |" }).joined(
      separator: "\n")
  }

  /// The code of a diagnosis.
  package init(_ verdict: Diagnosis.Verdict) {
    self =
      switch verdict {
      case .remediation: .remediation
      case .needsInput: .needsInput
      case .notImagePull: .notImagePull
      case .healthy: .success
      case .unknown: .unknown
      }
  }

  /// The code of a command that brought no evidence.
  package init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .denied, .notLoggedIn: .noAccess
      case .notFound: .notFound
      case .absent: .toolMissing
      case .timedOut: .timedOut
      case .refused: .refused
      case .ran, .unreachable, .throttled, .unreadable, .skipped: .noAccess
      }
  }
}

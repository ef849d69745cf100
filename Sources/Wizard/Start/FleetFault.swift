package import FlowKit

/// Why the pods of a cluster cannot be listed, and what helps.
package struct FleetFault: Error, Sendable {
  /// What became of the command.
  package let outcome: Outcome
  /// What the tool said of it, on one line; empty when it said nothing.
  package let detail: String
  /// Whether kubectl knows a cluster at all.
  package let hasContext: Bool
  /// The context that was named and that kubectl does not know; nil when it is not about that.
  package let unknownContext: String?

  package init(_ outcome: Outcome, detail: String = "", hasContext: Bool = true, unknownContext: String? = nil) {
    self.unknownContext = unknownContext
    self.outcome = outcome
    self.detail = detail
    self.hasContext = hasContext
  }

  /// What is wrong, in one sentence; the place is `namespace shop` or `all namespaces`.
  package func what(_ place: String) -> String {
    if let unknownContext { return ToolMessage.sentence(unknownContext: unknownContext) }
    if outcome != .absent, outcome != .skipped, !hasContext {
      return "kubectl knows no cluster: no context is current."
    }
    return switch outcome {
    case .absent: "kubectl is not on PATH, so pods cannot be listed."
    case .denied: "You may not list the pods of \(place)."
    case .notLoggedIn: "kubectl is not logged in to the cluster."
    case .timedOut: "The cluster did not answer in time."
    case .unreachable: "The cluster cannot be reached."
    case .throttled: "The cluster wants fewer requests."
    // A namespace that is not there has no pods, which is no error; some servers say so all the same.
    case .notFound where detail.contains("namespaces \""): "The cluster knows no \(place)."
    case .skipped: "The list was stopped."
    case .ran, .refused, .unreadable, .notFound: "The pods of \(place) could not be listed."
    }
  }

  /// What helps, in one sentence.
  package func wayOn(isAll: Bool) -> String {
    if unknownContext != nil { return "'kubectl config get-contexts' lists those that it knows." }
    if outcome == .absent { return "Put it on PATH and start again." }
    if !hasContext { return "Name one: \(Program.name) --context NAME, or --kubeconfig FILE." }
    return switch outcome {
    case .denied:
      isAll
        ? "A goes back to one namespace."
        : "Name another: \(Program.name) -n NAMESPACE; or a pod: \(Program.name) run --pod POD."
    case .notLoggedIn: "Log in from another terminal, then r lists again."
    default: "r lists again."
    }
  }
}

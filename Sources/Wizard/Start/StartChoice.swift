package import FlowKit

/// What a session can be begun on from the start screen.
package enum StartChoice: Sendable {
  case pod(FailingPod)
  /// Text that was pasted.
  case text(String)
  case file(String)
  /// A session that is gone on with, by its id.
  case session(String)
  case recording(Scenario)

  /// What is being read, for the one who waits.
  package var words: String {
    switch self {
    case .pod(let pod): "Reading pod \(pod.namespace)/\(pod.name)"
    case .text: "Reading the pasted text"
    case .file(let path): "Reading \(path)"
    case .session(let id): "Opening session \(id)"
    case .recording(let scenario): "Opening \(scenario.title)"
    }
  }

  /// Where the evidence of a new session comes from; nil for one that goes on.
  func source(_ context: String?, _ kubeconfig: String?) -> EvidenceSource? {
    switch self {
    // What was listed and what is read is the same cluster, whatever is current by then.
    case .pod(let pod):
      return .live(LivePod(pod: pod.name, namespace: pod.namespace, context: context, kubeconfig: kubeconfig))
    case .text(let text):
      let provenance = Provenance(.paste, source: "pasted text")
      return .documents([Document(id: "evidence", title: "pasted text", provenance: provenance, text: text)], nil)
    case .file(let path): return .file(path)
    case .session: return nil
    case .recording(let scenario): return .recording(scenario)
    }
  }

  /// Id of the flow of a new session.
  var flow: String { if case .recording(let scenario) = self { scenario.flow } else { "image-pull" } }
}

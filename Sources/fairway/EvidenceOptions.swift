import ArgumentParser
import Wizard

/// Where the evidence comes from; names are kubectl's.
struct EvidenceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read this pod from the cluster.", valueName: "name"), completion: Candidates.pods)
  var pod: String?

  @Option(
    name: .namespace,
    help: ArgumentHelp("Namespace of the pod.", valueName: "namespace"), completion: Candidates.namespaces)
  var namespace: String?

  @Option(help: ArgumentHelp("Context of the kubeconfig.", valueName: "name"), completion: Candidates.contexts)
  var context: String?

  @Option(help: ArgumentHelp("Path of the kubeconfig.", valueName: "file"), completion: .file())
  var kubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "Read a file instead: 'kubectl describe pod' text, or the JSON of 'kubectl get pod -o json'. '-' is standard input.",
      valueName: "file"), completion: .file())
  var evidence: String?

  func validate() throws {
    if pod != nil, evidence != nil { throw ValidationError("--pod and --evidence exclude each other.") }
    for value in [pod, namespace, context, kubeconfig].compactMap({ $0 }) where value.hasPrefix("-") || value.isEmpty {
      throw ValidationError("'\(value)' is no name.")
    }
  }

  /// Whether none is named.
  var isAbsent: Bool { pod == nil && evidence == nil }

  /// The source; what the command line leaves out is as configured.
  func source(_ configuration: Configuration) -> EvidenceSource {
    if let evidence { return .file(evidence) }
    guard let pod else { return .none }
    return .live(
      LivePod(
        pod: pod, namespace: namespace ?? configuration.namespace, context: context, kubeconfig: kubeconfig,
        timeFactor: configuration.timeouts))
  }
}

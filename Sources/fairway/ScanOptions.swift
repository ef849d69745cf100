import ArgumentParser
import Wizard

/// Which pods are looked at; names are kubectl's.
struct ScanOptions: ParsableArguments {
  @Option(
    name: .namespace,
    help: ArgumentHelp("Namespace to look at.", valueName: "namespace"), completion: Candidates.namespaces)
  var namespace: String?

  @Flag(name: [.customShort("A"), .long], help: "Look at all namespaces.")
  var allNamespaces = false

  @Option(
    name: .selector,
    help: ArgumentHelp("Labels that the pods must have.", valueName: "labels"))
  var selector: String?

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Context of the kubeconfig; may be given again.", valueName: "name"),
    completion: Candidates.contexts)
  var context: [String] = []

  @Option(help: ArgumentHelp("Path of the kubeconfig.", valueName: "file"), completion: .file())
  var kubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "Read what 'kubectl get pods,events -A -o json' printed instead, of any size. '-' is standard input.",
      valueName: "file"), completion: .file())
  var from: String?

  func validate() throws {
    for value in [namespace, selector, kubeconfig].compactMap({ $0 }) + context
    where value.hasPrefix("-") || value.isEmpty {
      throw ValidationError("'\(value)' is no name.")
    }
    if from?.isEmpty == true { throw ValidationError("--from needs a file.") }
    if from != nil, namespace != nil || allNamespaces || selector != nil || kubeconfig != nil || !context.isEmpty {
      throw ValidationError("--from takes the pods as they are; choose them with kubectl.")
    }
    if namespace != nil, allNamespaces { throw ValidationError("-n and -A exclude each other.") }
    if Set(context).count < context.count { throw ValidationError("A context is named twice.") }
  }

  /// The scan; what the command line leaves out is as configured.
  func run(_ configuration: Configuration) throws -> ScanRun {
    var settings = CommandSettings(runner: .live, kubeconfig: kubeconfig)
    settings.timeFactor = configuration.timeouts
    let source: ScanRun.Source = from.map { .file($0) } ?? .live(context.isEmpty ? [nil] : context)
    return ScanRun(
      source, settings, namespace: namespace ?? configuration.namespace, isAll: allNamespaces, selector: selector)
  }
}

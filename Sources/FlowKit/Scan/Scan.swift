package import FoundationEssentials

/// One look at the pods of one or several clusters.
package struct Scan: Sendable {
  /// What came of one cluster.
  package struct Cluster: Sendable {
    /// Context of the kubeconfig; nil for a file, and when kubectl does not tell.
    package var context: String?
    /// Namespace that was looked at; nil for all of the list.
    package var namespace: String?
    /// Whether all namespaces were asked; otherwise it was one, if only that of the context, which may not be known.
    package let isAll: Bool
    /// Path of the kubeconfig, when the command line names one.
    package let kubeconfig: String?
    /// What the operator types to call the program.
    package let program: String
    /// The pods; nil when they could not be listed.
    package let fleet: Fleet?
    /// Why they could not be listed; nil when they could.
    package let fault: String?
    /// What the list does not show, in a few words; empty when it is whole.
    package let remark: String
    /// Why no events came; nil when they did.
    package let eventsFault: String?
    /// Time that it took.
    package let seconds: Double
    /// Failing pods by cause, the most pressing first.
    package let groups: [FleetGroup]

    package init(
      context: String? = nil, namespace: String? = nil, isAll: Bool = true, kubeconfig: String? = nil,
      program: String = "fairway", _ result: Result<Fleet, ScanFault>, remark: String = "", eventsFault: String? = nil,
      seconds: Double
    ) {
      self.isAll = isAll
      self.program = program
      self.eventsFault = eventsFault
      self.context = context
      self.namespace = namespace
      self.kubeconfig = kubeconfig
      fleet = try? result.get()
      if case .failure(let fault) = result { self.fault = fault.words } else { fault = nil }
      self.remark = remark
      self.seconds = seconds
      groups = fleet.map { FleetGroup.groups($0.failing, by: .host) } ?? []
    }
  }

  /// When it ended.
  package let time: Date
  /// In the order in which they were asked for.
  package let clusters: [Cluster]

  package init(time: Date, clusters: [Cluster]) {
    self.time = time
    self.clusters = clusters
  }

  /// Every failing pod.
  package var failing: [FailingPod] { clusters.flatMap { $0.fleet?.failing ?? [] } }
}

/// Why the pods of a cluster or a file are not known, in words.
package struct ScanFault: Error, Sendable {
  package let words: String

  package init(_ words: String) { self.words = words }
}

extension Scan.Cluster {
  /// The command that goes on with the newest pod of the first group; nil when nothing fails, or its name is no name.
  package var next: String? {
    guard let pod = groups.first?.pods.first else { return nil }
    let words =
      ["run", "--pod", pod.name] + (pod.namespace.isEmpty ? [] : ["-n", pod.namespace])
      + (context.map { ["--context", $0] } ?? []) + (kubeconfig.map { ["--kubeconfig", $0] } ?? [])
    let names = [pod.name, pod.namespace, context ?? "", kubeconfig ?? ""]
    guard !names.contains(where: { $0.hasPrefix("-") || Policy.holdsHidden($0) }) else { return nil }
    return ([program] + words.map { Quoting.quote($0, for: .posix) }).joined(separator: " ")
  }
}

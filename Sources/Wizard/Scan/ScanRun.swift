package import FlowKit
package import TerminalUI

/// Looks at the pods of a file, or of every context that was named, all at once.
package struct ScanRun: Sendable {
  /// Where the pods come from.
  package enum Source: Sendable {
    /// A path, or `-` for standard input.
    case file(String)
    /// Contexts of the kubeconfig; nil stands for the current one.
    case live([String?])
  }

  /// What came of it.
  package enum Result: Sendable {
    /// The pods, and the code for what went wrong; nil when nothing did.
    case seen(Scan, fault: ExitStatus?)
    /// A signal came before.
    case ended(Signal)
  }

  private let source: Source
  private let settings: CommandSettings
  private let namespace: String?
  private let isAll: Bool
  private let selector: String?
  /// Nil for a file, whose reading a signal ends by itself.
  private let signals: ScanSignals?

  /// Clusters that are asked at once.
  private static let width = 4
  /// Seconds that a list may take: kubectl reads it in pages of 500 and prints it at the end.
  private static let seconds = 120

  package init(
    _ source: Source, _ settings: CommandSettings, namespace: String? = nil, isAll: Bool = false,
    selector: String? = nil
  ) {
    self.source = source
    self.settings = settings
    self.namespace = namespace
    self.isAll = isAll
    self.selector = selector
    if case .live = source { signals = ScanSignals() } else { signals = nil }
  }

  /// Looks; for the main thread, which waits for it.
  package func look() -> Result {
    switch source {
    case .file(let path):
      let start = ContinuousClock.now
      let result = ScanFile.read(path)
      let hasEvents = (try? result.get().hasEvents) ?? true
      let cluster = Scan.Cluster(
        program: Program.name, result, remark: hasEvents ? "" : "without events",
        eventsFault: hasEvents ? nil : "none came with the pods",
        seconds: Self.seconds(since: start))
      return .seen(
        Scan(time: settings.clock(), clusters: [cluster]), fault: cluster.fleet == nil ? .noInput : nil)
    case .live(let contexts):
      let (found, signal) = (signals ?? ScanSignals()).result { await all(contexts) }
      if let signal { return .ended(signal) }
      let scan = Scan(time: settings.clock(), clusters: (found ?? []).map(\.cluster))
      return .seen(scan, fault: (found ?? []).compactMap(\.fault).first)
    }
  }

  /// Waits until the next look, and answers why the wait ended.
  package func rest(_ seconds: Int) -> ScanRest { ScanRest(seconds, signals) }

  /// Asks every context and answers in their order.
  func all(_ contexts: [String?]) async -> [(cluster: Scan.Cluster, fault: ExitStatus?)] {
    await withTaskGroup(of: (Int, Scan.Cluster, ExitStatus?).self) { group in
      var found: [Int: (cluster: Scan.Cluster, fault: ExitStatus?)] = [:]
      for (number, context) in contexts.enumerated() {
        if number >= Self.width, let (done, cluster, fault) = await group.next() { found[done] = (cluster, fault) }
        group.addTask {
          let (cluster, fault) = await one(context)
          return (number, cluster, fault)
        }
      }
      for await (done, cluster, fault) in group { found[done] = (cluster, fault) }
      return contexts.indices.compactMap { found[$0] }
    }
  }

  private func one(_ context: String?) async -> (Scan.Cluster, ExitStatus?) {
    var settings = settings
    settings.context = context
    let start = ContinuousClock.now
    let answer = await LiveFleet(
      settings, namespace: namespace, isAll: isAll, selector: selector, seconds: Self.seconds
    ).read()
    let place =
      isAll ? "all namespaces" : answer.namespace.isEmpty ? "the current namespace" : "namespace \(answer.namespace)"
    let result = answer.result.mapError { fault in
      ScanFault(fault.what(place) + (fault.detail.isEmpty ? "" : " \(fault.detail)"))
    }
    var status: ExitStatus?
    if case .failure(let fault) = answer.result { status = ExitStatus(fault.outcome) }
    let cluster = Scan.Cluster(
      context: answer.context, namespace: isAll || answer.namespace.isEmpty ? nil : answer.namespace,
      isAll: isAll, kubeconfig: settings.kubeconfig, program: Program.name, result, remark: answer.remark,
      eventsFault: answer.eventsFault,
      seconds: Self.seconds(since: start))
    return (cluster, status)
  }

  /// To the millisecond.
  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    ((ContinuousClock.now - start) / .milliseconds(1)).rounded() / 1000
  }
}

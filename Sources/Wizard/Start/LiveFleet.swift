package import FlowKit

/// Lists the failing pods of a cluster with commands that change nothing.
package struct LiveFleet: Sendable {
  /// What came of it.
  package struct Answer: Sendable {
    /// Context that was asked; nil when kubectl does not tell.
    package var context: String?
    /// Namespace that was asked, or would be.
    package var namespace: String
    package var isAll: Bool
    package var result: Result<Fleet, FleetFault>
    /// What the list does not show, in a few words; empty when it is whole.
    package var remark: String

    package init(
      context: String?, namespace: String, isAll: Bool = false, _ result: Result<Fleet, FleetFault>, remark: String = ""
    ) {
      self.context = context
      self.namespace = namespace
      self.isAll = isAll
      self.result = result
      self.remark = remark
    }

    /// The pods; nil when they could not be listed.
    package var fleet: Fleet? { try? result.get() }
  }

  /// How kubectl is run; context and kubeconfig are those of the command line.
  let settings: CommandSettings
  /// Namespace of the command line; nil for that of the context.
  let namespace: String?
  let isAll: Bool

  package init(_ settings: CommandSettings, namespace: String?, isAll: Bool) {
    self.settings = settings
    self.namespace = namespace
    self.isAll = isAll
  }

  /// Seconds that each command may take.
  private var seconds: Int { 30 * settings.timeFactor }

  /// Asks the cluster, everything at once.
  package func read() async -> Answer {
    async let place = run(["config", "view", "--minify", "-o", "json"])
    // What is no warning tells nothing of a failure, and there are many of it.
    async let events = run(
      ["get", "events"] + scope + ["--field-selector=involvedObject.kind=Pod,type=Warning"] + json)
    var pods = await run(["get", "pods"] + scope + json)
    var remarks: [String] = []
    if pods.isCut {
      pods = await run(
        ["get", "pods"] + scope + ["--field-selector=status.phase!=Running,status.phase!=Succeeded"] + json)
      remarks.append(pods.isCut ? "too many pods" : "running pods left out")
    }
    let told = await events
    if told.outcome != .ran || told.exit != 0 || told.isCut { remarks.append("without events") }
    return answer(await place, pods, told, remarks)
  }

  private var scope: [String] { isAll ? ["-A"] : namespace.map { ["-n", $0] } ?? [] }

  private var json: [String] { ["-o", "json"] }

  private func run(_ words: [String]) async -> CommandResult {
    await settings.runner.run(settings.scoped(["kubectl"] + words), seconds: seconds)
  }

  private func answer(
    _ place: CommandResult, _ pods: CommandResult, _ events: CommandResult, _ remarks: [String]
  ) -> Answer {
    let config = try? JSONTree.read(place.output)
    func text(_ tree: JSONTree?) -> String? { tree?.scalar(in: place.output).flatMap { $0.isEmpty ? nil : $0 } }
    let context = settings.context ?? text(config?["current-context"])
    let own = config?["contexts"]?.elements.first { text($0["name"]) == context }?["context"]?["namespace"]
    let namespace = namespace ?? text(own) ?? (config == nil ? "" : "default")
    var redactor = Redactor()
    var result: Result<Fleet, FleetFault>
    if pods.outcome == .ran, pods.exit == 0, let fleet = Fleet(pods: pods.output, events: events.output) {
      result = .success(fleet.redacted(by: &redactor))
    } else {
      let pods = pods.redacted(by: &redactor)
      let detail = pods.reason.isEmpty ? ToolMessage.summary(pods.errors) : pods.reason
      result = .failure(FleetFault(pods.outcome, detail: detail, hasContext: context != nil))
    }
    return Answer(
      context: context, namespace: namespace, isAll: isAll, result, remark: remarks.joined(separator: ", "))
  }
}

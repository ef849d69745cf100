package import FlowKit
import Synchronization

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
    /// Why no events came, in kubectl's words without secrets; nil when they did.
    package var eventsFault: String?

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
  /// Labels that the pods must have; nil for all pods.
  let selector: String?
  /// Seconds that each command may take.
  private let seconds: Int

  package init(
    _ settings: CommandSettings, namespace: String?, isAll: Bool, selector: String? = nil, seconds: Int = 30
  ) {
    self.settings = settings
    self.namespace = namespace
    self.isAll = isAll
    self.selector = selector
    self.seconds = seconds * settings.timeFactor
  }

  /// Asks the cluster, everything at once.
  package func read() async -> Answer {
    async let place = run(["config", "view", "--minify", "-o", "json"])
    // What is no warning tells nothing of a failure, and there are many of it.
    async let events = list(
      ["get", "events"] + scope + ["--field-selector=involvedObject.kind=Pod,type=Warning"] + json)
    let pods = await list(["get", "pods"] + scope + (selector.map { ["-l", $0] } ?? []) + json)
    return answer(await place, pods, await events)
  }

  /// What a list brought; nil in place of the objects when they are no JSON.
  private typealias Listed = (result: CommandResult, objects: FleetStream?)

  /// Reads a list while it comes, so that its size does not matter.
  private func list(_ words: [String]) async -> Listed {
    let reader = StreamReader()
    let result = await settings.runner.feed(settings.scoped(["kubectl"] + words), seconds: seconds) { reader.take($0) }
    return (result, reader.stream)
  }

  private var scope: [String] { isAll ? ["-A"] : namespace.map { ["-n", $0] } ?? [] }

  private var json: [String] { ["-o", "json"] }

  private func run(_ words: [String]) async -> CommandResult {
    await settings.runner.run(settings.scoped(["kubectl"] + words), seconds: seconds)
  }

  private func answer(_ place: CommandResult, _ pods: Listed, _ events: Listed) -> Answer {
    let config = try? JSONTree.read(place.output)
    func text(_ tree: JSONTree?) -> String? { tree?.scalar(in: place.output).flatMap { $0.isEmpty ? nil : $0 } }
    let context = settings.context ?? text(config?["current-context"])
    let own = config?["contexts"]?.elements.first { text($0["name"]) == context }?["context"]?["namespace"]
    let namespace = namespace ?? text(own) ?? (config == nil ? "" : "default")
    var redactor = Redactor()
    let eventsFault = fault(of: events, &redactor)
    var result: Result<Fleet, FleetFault>
    var stream = pods.objects
    if pods.result.outcome == .ran, pods.result.exit == 0,
      let fleet = try? stream?.fleet(events: eventsFault == nil ? events.objects : nil)
    {
      result = .success(fleet.redacted(by: &redactor))
    } else {
      let pods = pods.result.redacted(by: &redactor)
      let unknown = ToolMessage.unknownContext(pods.errors)
      let detail = unknown == nil ? Self.words(pods) : ""
      result = .failure(
        FleetFault(pods.outcome, detail: detail, hasContext: context != nil, unknownContext: unknown))
    }
    var answer = Answer(
      context: context, namespace: namespace, isAll: isAll, result, remark: eventsFault == nil ? "" : "without events")
    answer.eventsFault = eventsFault
    return answer
  }

  /// Why a list of events tells nothing; nil when it does.
  private func fault(of events: Listed, _ redactor: inout Redactor) -> String? {
    let result = events.result.redacted(by: &redactor)
    guard result.outcome == .ran, result.exit == 0 else {
      let words = Self.words(result)
      return words.isEmpty ? "kubectl did not list them" : words
    }
    return events.objects?.isWhole == true ? nil : "what kubectl printed of them is no list"
  }

  private static func words(_ result: CommandResult) -> String {
    result.reason.isEmpty ? ToolMessage.summary(result.errors) : result.reason
  }
}

/// Reads a fleet while a command prints it.
private final class StreamReader: Sendable {
  /// Nil as soon as something came that is no JSON.
  private let state = Mutex<FleetStream?>(FleetStream())

  func take(_ bytes: [UInt8]) {
    state.withLock { stream in
      guard (try? bytes.withUnsafeBytes({ try stream?.feed($0) })) != nil else { return stream = nil }
    }
  }

  var stream: FleetStream? { state.withLock { $0 } }
}

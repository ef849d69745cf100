import FlowKit
import FoundationEssentials
import Glibc

/// What a new session begins with.
struct Opening: Sendable {
  private(set) var redactor: Redactor
  private let source: EvidenceSource
  private let documents: [Document]
  private let cluster: [Event.FactRecord]
  private let gaps: [String]
  let told: Event.Source

  /// Waits for the evidence; for the main thread.
  static func waiting(
    for source: EvidenceSource, _ launch: Launch
  ) throws(EvidenceCollector.Failure) -> Opening {
    announce(source)
    // A task brings up a pool of threads, whose keeper wakes once a second from then on.
    guard case .live = source else { return try Opening(given: source, launch) }
    return try Waiting<Result<Opening, EvidenceCollector.Failure>>.result { await result(source, launch) }.get()
  }

  /// Says that a large file is being read: there is no screen yet to say it on.
  private static func announce(_ source: EvidenceSource) {
    guard case .file(let path) = source, isatty(STDERR_FILENO) == 1 else { return }
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 32 << 20 else { return }
    let line = Inert.text("fairway: reading \(path), \(status.st_size >> 20) MB …") + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  /// What a session begins with, or why there is none.
  static func result(_ source: EvidenceSource, _ launch: Launch) async -> Result<Opening, EvidenceCollector.Failure> {
    do { return .success(try await Opening(source, launch)) } catch { return .failure(error) }
  }

  /// Of evidence that needs no cluster.
  private init(given source: EvidenceSource, _ launch: Launch) throws(EvidenceCollector.Failure) {
    self.source = source
    var collector = EvidenceCollector(launch.runner)
    documents = try collector.given(source)
    redactor = collector.redactor
    gaps = []
    cluster = []
    var told = Event.Source(source)
    told.subscription = launch.subscription
    self.told = told
  }

  private init(_ source: EvidenceSource, _ launch: Launch) async throws(EvidenceCollector.Failure) {
    var source = source
    if case .live(var pod) = source {
      pod.timeFactor = launch.timeFactor
      source = .live(pod)
    }
    self.source = source
    var collector = EvidenceCollector(launch.runner)
    documents = try await collector.gather(source)
    redactor = collector.redactor
    gaps = collector.gaps
    var told = Event.Source(source)
    told.subscription = launch.subscription
    var cluster: [Event.FactRecord] = []
    if case .live(let pod) = source {
      let settings = Place(told, launch).settings
      // The name is kept, so that the session goes on against the same cluster whatever is current then.
      told.kubeconfig = pod.kubeconfig.map(Self.absolute)
      if launch.mayRun {
        told.context = pod.context
        if told.context == nil { told.context = await Self.ask(["kubectl", "config", "current-context"], settings) }
        cluster = await Self.cluster(told.context, settings)
      }
    }
    self.told = told
    self.cluster = cluster
  }

  /// The first events of the journal.
  ///
  /// What a file tells comes before what kubectl says of the cluster, and that before what the command line tells.
  mutating func events(
    _ flow: Flow, _ library: Library, file: [Event.FactRecord] = [], _ facts: [Event.FactRecord]
  ) -> [Event] {
    let began = Event.Began(library.reference(to: flow), program: Program.version, source: told)
    var recorded: [Event.FactRecord] = []
    if case .recording(let scenario) = source { recorded = scenario.facts }
    if case .exercise(let world, _) = source { recorded = world.exercise.fault?.facts ?? [] }
    let events =
      [Event.began(began)] + documents.map { .evidence(EvidenceRecord($0)) }
      + (recorded + file + cluster + unread + facts).map { .fact($0) }
    return events.map { redactor.redactTyped($0) }
  }

  /// What nobody could read belongs to what the evidence tells: without it "no events" would be a lie.
  private var unread: [Event.FactRecord] {
    gaps.isEmpty ? [] : [Event.FactRecord(name: Fact.notRead, value: gaps.joined(separator: "; "), read: true)]
  }

  func place(_ launch: Launch) -> Place {
    var place = Place(told, launch)
    if let gap = gaps.first { place.message = "Not read: \(gap)" }
    switch source {
    case .recording(let scenario), .documents(_, let scenario?): place.answer(by: scenario, launch)
    case .exercise(let world, _): place.practise(in: world, launch)
    case .live, .file, .documents, .lesson, .none: break
    }
    if case .file("-") = source { place.isPiped = true }
    return place
  }

  /// The cluster that kubectl talks to, so that a flow can tell it from the one that az names.
  private static func cluster(_ context: String?, _ settings: CommandSettings) async -> [Event.FactRecord] {
    let arguments = ["kubectl", "config", "view", "--minify", "-o", "jsonpath={.clusters[0].cluster.server}"]
    guard let address = await ask(arguments, settings), let host = ServerAddress.host(address) else { return [] }
    let name = context.map { Event.FactRecord(name: "context", value: $0, read: true) }
    return [Event.FactRecord(name: "apiServer", value: host, read: true)] + [name].compactMap { $0 }
  }

  /// Whether kubectl would still ask the cluster that a session began with.
  static func isSameCluster(_ session: Session, _ settings: CommandSettings) async -> Bool {
    guard let before = session.facts["apiServer"]?.value else { return false }
    return await cluster(settings.context, settings).first?.value == before
  }

  /// A path that means the same wherever the session goes on.
  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private static func ask(_ arguments: [String], _ settings: CommandSettings) async -> String? {
    let result = await settings.runner.run(settings.scoped(arguments), seconds: 5 * settings.timeFactor)
    let text = String(decoding: result.output, as: UTF8.self).filter { !$0.isNewline }
    return result.exit == 0 && !text.isEmpty ? text : nil
  }
}

extension Event.Source {
  /// What to remember of a source.
  init(_ source: EvidenceSource) {
    switch source {
    case .live(let pod):
      self.init(.live)
      self.pod = pod.pod
      namespace = pod.namespace
      context = pod.context
      kubeconfig = pod.kubeconfig
    // Commands that a recording answered are not asked for on a cluster when the session goes on.
    case .documents(_, .some): self.init(.recording)
    case .file, .documents: self.init(.file)
    case .recording(let scenario):
      self.init(.recording)
      recording = scenario.id
    case .exercise(let world, let isUnaided):
      self.init(.recording)
      exercise = world.exercise.id
      self.isUnaided = isUnaided
    case .lesson(let id):
      self.init(.nothing)
      exercise = id
    case .none: self.init(.nothing)
    }
  }
}

/// Addresses of API servers.
package enum ServerAddress {
  /// The host of `https://host:port/path`; nil for anything else.
  package static func host(_ address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { $0 != ":" && $0 != "/" && !$0.isNewline }
    return host.isEmpty ? nil : String(host)
  }
}

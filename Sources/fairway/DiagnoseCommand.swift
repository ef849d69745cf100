import ArgumentParser
import FlowKit
import Glibc
import Wizard

extension DiagnosisFormat: ExpressibleByArgument {}

/// `fairway diagnose`: the walk without questions.
struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Say what is wrong, without asking anything.",
    discussion: """
      \(Program.name) diagnose POD -n NAMESPACE -o json
      \(Program.name) diagnose deployment/NAME            picks the newest pod that fails and says which
      kubectl describe pod POD | \(Program.name) diagnose -
      On a cluster it runs the commands of the flow that only read, and stops where only a person can decide.
      '\(Program.name) help exit-codes' lists what each code says.
      """)

  @Argument(
    help: ArgumentHelp("A pod, a workload as KIND/NAME, or '-' for a text on standard input.", valueName: "target"),
    completion: Candidates.pods)
  var target: String?

  @Option(
    name: .selector,
    help: ArgumentHelp("Pick among the pods of a label selector.", valueName: "selector"))
  var selector: String?

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var flows: FlowOptions

  @Option(name: .output, help: "Format of the output.")
  var output = DiagnosisFormat.text

  @Option(
    help: ArgumentHelp(
      "Results that end with their code, all others with 0: \(FailOn.names), any or none.",
      valueName: "result,…"), completion: .list(Diagnosis.Verdict.allCases.map(\.rawValue) + ["any", "none"]))
  var failOn = FailOn.any

  @Option(help: ArgumentHelp("Time for the whole run, such as 60s or 2m.", valueName: "time"))
  var timeout: TimeSpan?

  @Flag(help: "Run no command of the flow; --pod still reads the pod.")
  var noRun = false

  @Option(help: ArgumentHelp("Subscription for every az command.", valueName: "id"))
  var subscription: String?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Tell a fact, such as cluster=aks-prod.", valueName: "fact=value"))
  var facts: [FactSetting] = []

  @Flag(help: "Print the JSON Schema of '-o json' and end.")
  var schema = false

  func validate() throws {
    if schema { return }
    let named = [target, selector, evidence.pod, evidence.evidence].compactMap { $0 }
    if named.isEmpty {
      throw ValidationError("Name a pod, a workload such as deployment/web, or '-' for standard input.")
    }
    if named.count > 1 { throw ValidationError("Name one thing: a target, --pod, -l or --evidence.") }
    if named[0].isEmpty || named[0].hasPrefix("-") && named[0] != "-" {
      throw ValidationError("'\(named[0])' is no name.")
    }
    if let target { try check(target) }
  }

  /// What cannot be a target is a mistake of the line, and must not become a question to the cluster.
  private func check(_ target: String) throws {
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return }
    guard parts.count == 2, !parts[1].isEmpty else { throw ValidationError("'\(target)' is no KIND/NAME.") }
    if PodPick.isPod(String(parts[0])) || PodPick.isWorkload(String(parts[0])) { return }
    throw ValidationError("'\(parts[0])' has no pods of its own; known are pod, \(PodPick.kinds).")
  }

  func run() throws {
    if schema { return print(try JSON.pretty(SessionSchema.result), terminator: "") }
    let configuration = try Configuration.ofOperator.get()
    let library = try flows.library()
    guard let flow = library["image-pull"] else { throw finish(.software) }
    try FactSetting.check(facts, flow, library)
    let deadline = timeout.map { Deadline(seconds: $0.seconds) }
    var launch = Launch(library: library, store: SessionStore(folder: ""), configuration: configuration)
    launch.mayRun = !noRun
    launch.subscription = subscription
    if let deadline { launch.runner = launch.runner.until(deadline) }
    let stop = StopSignal()
    launch.runner = launch.runner.until(stop)
    defer { if let status = stop.status { Glibc.exit(status) } }
    do {
      let (source, picked) = try source(configuration, launch.runner)
      let (driver, transcript) = try launch.diagnose(flow, source, facts: facts.map(\.record))
      var result = DiagnosisResult(Diagnosis(at: driver.session), transcript: transcript)
      result.picked = picked
      result.arguments = arguments(source)
      if case .file(let path) = source, path != "-" { result.file = path }
      try StandardOutput.write(try result.text(output))
      try end(result.diagnosis, deadline)
    } catch let failure as EvidenceCollector.Failure {
      throw fail(failure.status, failure.message)
    }
  }

  /// Ends with the code of the result.
  private func end(_ diagnosis: Diagnosis, _ deadline: Deadline?) throws {
    let session = diagnosis.session
    let isCut = session.commands.contains { $0.outcome == .timedOut } || session.facts[Fact.notRead] != nil
    if isCut, deadline?.hasPassed == true {
      throw fail(.timedOut, "The time for the run was over before every command had answered.")
    }
    throw finish(failOn.contains(diagnosis.verdict) ? ExitStatus(diagnosis.verdict) : .success)
  }

  // MARK: - Evidence

  private func source(
    _ configuration: Configuration, _ runner: CommandRunner
  ) throws(EvidenceCollector.Failure) -> (EvidenceSource, picked: String?) {
    if target == "-" { return (.file("-"), nil) }
    var live = LivePod(
      pod: target ?? "", namespace: evidence.namespace ?? configuration.namespace, context: evidence.context,
      kubeconfig: evidence.kubeconfig, timeFactor: configuration.timeouts)
    if let selector { return try pick(.selector(selector), live, runner) }
    guard let target else { return (evidence.source(configuration), nil) }
    let parts = target.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (.live(live), nil) }
    guard PodPick.isPod(String(parts[0])) else {
      live.pod = ""
      return try pick(.workload(target), live, runner)
    }
    live.pod = String(parts[1])
    return (.live(live), nil)
  }

  private func pick(
    _ target: PodPick.Target, _ place: LivePod, _ runner: CommandRunner
  ) throws(EvidenceCollector.Failure) -> (EvidenceSource, picked: String?) {
    let picked = try PodPick(target, in: place).waiting(runner)
    return (.live(picked.pod), picked.words)
  }

  /// Arguments by which a session begins on the same evidence.
  private func arguments(_ source: EvidenceSource) -> String {
    guard case .live(let pod) = source else {
      if case .file(let path) = source, path != "-" { return "--evidence " + Quoting.quote(path, for: .posix) }
      return "--evidence FILE"
    }
    let options = [
      ("--pod", pod.pod), ("-n", pod.namespace), ("--context", pod.context), ("--kubeconfig", pod.kubeconfig),
    ]
    return options.compactMap { name, value in value.map { "\(name) \(Quoting.quote($0, for: .posix))" } }.joined(
      separator: " ")
  }
}

/// Results that a script wants to hear of by the exit code.
struct FailOn: ExpressibleByArgument {
  private let verdicts: Set<Diagnosis.Verdict>

  static let any = FailOn(verdicts: Set(Diagnosis.Verdict.allCases))
  static let names = Diagnosis.Verdict.allCases.filter { $0 != .healthy }.map(\.rawValue).joined(separator: ", ")

  private init(verdicts: Set<Diagnosis.Verdict>) { self.verdicts = verdicts }

  init?(argument: String) {
    var verdicts: Set<Diagnosis.Verdict> = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      if word == "any" {
        verdicts.formUnion(Diagnosis.Verdict.allCases)
      } else if let verdict = Diagnosis.Verdict(rawValue: String(word)) {
        verdicts.insert(verdict)
      } else if word != "none" {
        return nil
      }
    }
    self.verdicts = verdicts
  }

  var defaultValueDescription: String { "any" }

  func contains(_ verdict: Diagnosis.Verdict) -> Bool { verdicts.contains(verdict) }
}

/// A duration on the command line.
struct TimeSpan: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    guard let seconds = Words.seconds(argument) ?? Int(argument), seconds > 0 else { return nil }
    self.seconds = seconds
  }
}

/// `name=value` on the command line.
struct FactSetting: ExpressibleByArgument {
  let record: Event.FactRecord

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    record = Event.FactRecord(name: String(parts[0]), value: String(parts[1]))
  }

  /// Refuses facts that neither a flow nor those it leads to ever ask for: a mistyped name would be told to nobody.
  static func check(_ settings: [FactSetting], _ flow: Flow, _ library: Library) throws {
    var known = settings.isEmpty ? [] : flow.knownFacts
    for setting in settings where !known.contains(setting.record.name) {
      known.formUnion(library.flows.flatMap(\.knownFacts))
      guard !known.contains(setting.record.name) else { continue }
      let hint = NearestName.hint(setting.record.name, among: known.sorted())
      throw ValidationError("No flow knows a fact '\(setting.record.name)'\(hint).")
    }
  }
}

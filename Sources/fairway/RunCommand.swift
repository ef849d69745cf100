import ArgumentParser
import FlowKit
import Wizard

/// Options of every interactive session.
struct SessionOptions: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Numbered prompts on plain lines instead of a full screen.")
  var plain: Bool?

  @Flag(help: "Run no command of a flow, not even one that only reads; --pod still reads the pod.")
  var noRun = false

  @Flag(help: "Do not run commands that only read before they are needed.")
  var noPrefetch = false

  @Option(help: ArgumentHelp("Subscription for every az command.", valueName: "id"))
  var subscription: String?

  @Option(
    help: ArgumentHelp("Regular expression for contexts that get a warning; prod if absent.", valueName: "pattern"))
  var production: String?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var state: StateOptions

  func validate() throws {
    if let production, (try? Regex(production)) == nil {
      throw ValidationError("--production: '\(production)' is no regular expression.")
    }
  }

  /// Starts a session.
  ///
  /// - Parameter isFast: whether the world of an exercise answers at once.
  func begin(
    _ flow: Flow, _ library: Library, _ source: EvidenceSource, facts: [Event.FactRecord] = [], isFast: Bool = false,
    script: KeyScript? = nil, exercises: [Exercise]? = nil
  ) throws {
    var launch = try launch(library)
    if let exercises { launch.exercises = { exercises } }
    launch.isFast = isFast
    launch.script = script
    try end { () throws(EvidenceCollector.Failure) in try launch.begin(flow, source, facts: facts) }
  }

  /// Walks without anybody; answers the result, and why it goes no further.
  func walk(
    _ flow: Flow, _ library: Library, _ source: EvidenceSource, _ facts: [Event.FactRecord], _ answers: AnswerFile
  ) throws -> (DiagnosisResult, reason: String?) {
    let launch = try launch(library)
    do {
      let (driver, journal) = try launch.begin(flow, source, facts: facts, unattended: answers)
      if journal.fault == nil {
        complain("Session \(journal.id) is kept. Go on with: \(Program.name) resume \(journal.id)")
      }
      let transcript = Transcript(id: journal.id, entries: journal.entries, library: library)
      return (DiagnosisResult(Diagnosis(at: driver.session), transcript: transcript), driver.reason)
    } catch {
      throw fail(error.status, error.message + Self.wayOn(error.status))
    }
  }

  /// Shows the start screen.
  func start(_ library: Library, _ options: StartOptions, exercises: @escaping @Sendable () -> [Exercise]) throws {
    var launch = try launch(library)
    launch.exercises = exercises
    throw ExitCode(launch.start(options))
  }

  /// Goes on with a session.
  func resume(
    _ journal: Journal, _ library: Library, exercises: @escaping @Sendable () -> [Exercise], isFast: Bool = false
  ) throws {
    var launch = try launch(library)
    launch.isFast = isFast
    launch.exercises = exercises
    try end { () throws(EvidenceCollector.Failure) in try launch.resume(journal) }
  }

  /// Shows a session at its end, without changing it.
  func watch(_ journal: Journal, _ library: Library) throws {
    let message = "Another Fairway has this session open; here it can only be read."
    let launch = try launch(library)
    try end { () throws(EvidenceCollector.Failure) in
      try launch.replay(journal, atEnd: true, message: message)
    }
  }

  /// What the command line says wins over the configuration.
  private func launch(_ library: Library) throws -> Launch {
    var launch = Launch(library: library, store: state.store, configuration: try Configuration.ofOperator.get())
    if let plain { launch.isPlain = plain }
    launch.mayRun = !noRun
    launch.runsAhead = !noPrefetch
    launch.subscription = subscription
    if let production { launch.production = production }
    screen.apply(to: &launch.looks)
    return launch
  }

  private func end(_ run: () throws(EvidenceCollector.Failure) -> Int32) throws {
    let code: Int32
    do { code = try run() } catch { throw fail(error.status, error.message + Self.wayOn(error.status)) }
    throw ExitCode(code)
  }

  /// What still works when the cluster does not.
  private static func wayOn(_ status: ExitStatus) -> String {
    switch status {
    case .toolMissing, .noAccess, .timedOut, .refused:
      """

      Somebody with access can run 'kubectl describe pod POD -n NS > pod.txt'; then: \(Program.name) run --evidence pod.txt
      Without any cluster: \(Program.name) demo
      """
    case .notFound: "\n'kubectl get pods -A' lists every pod; a pod that was replaced has a new name."
    default: ""
    }
  }
}

/// `fairway run`: the session.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Walk through a flow with the evidence beside every step.",
    discussion: """
      \(Program.name) run --pod POD -n NAMESPACE
      \(Program.name) run --evidence pod.txt
      kubectl describe pod POD | \(Program.name) run --evidence -
      \(Program.name) run --answers FILE -o json
      """)

  @Argument(
    help: ArgumentHelp(
      "Id of the flow, as '\(Program.name) flow list' prints it; image-pull if absent.", valueName: "flow"),
    completion: Candidates.flows)
  var flow: String?

  @OptionGroup var flows: FlowOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var session: SessionOptions

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Tell a fact, such as cluster=aks-prod.", valueName: "fact=value"))
  var facts: [FactSetting] = []

  @Option(
    help: ArgumentHelp("Ask nobody: a file answers, and the evidence where it does not.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(name: .output, help: "Format of the result; only with --answers.")
  var output: DiagnosisFormat?

  func validate() throws {
    if output != nil, answers == nil {
      throw ValidationError("-o needs --answers; without questions: \(Program.name) diagnose.")
    }
  }

  func run() throws {
    let library = try flows.library()
    if let answers { return try run(library, try answerFile(answers)) }
    let found = try find(flow ?? "image-pull", library)
    try FactSetting.check(facts, found, library)
    try session.begin(found, library, try source, facts: facts.map(\.record))
  }

  private var source: EvidenceSource {
    get throws { evidence.source(try Configuration.ofOperator.get()) }
  }

  private func find(_ flow: String, _ library: Library) throws -> Flow {
    guard let found = library[flow] else {
      let hint = NearestName.hint(flow, among: library.ids)
      throw ValidationError("There is no flow '\(flow)'\(hint).")
    }
    return found
  }

  private func answerFile(_ path: String) throws -> AnswerFile {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path) } catch { throw fail(.noInput, "\(path): \(error.reason)") }
    let (answers, findings) = AnswerFile.read(String(decoding: bytes, as: UTF8.self), file: path)
    guard findings.isEmpty else {
      for finding in findings { complain(Inert.text("\(finding)")) }
      throw finish(.usage)
    }
    return answers
  }

  /// Walks without anybody and ends with the code of the result.
  private func run(_ library: Library, _ answers: AnswerFile) throws {
    let found = try find(flow ?? answers.flow ?? "image-pull", library)
    try FactSetting.check(facts, found, library)
    var source = try source
    if case .none = source { source = .documents(answers.documents, answers.recording) }
    let (result, reason) = try session.walk(found, library, source, facts.map(\.record), answers)
    try StandardOutput.write(try result.text(output ?? .text))
    if let reason { complain("fairway: \(Inert.text(reason))") }
    throw finish(reason == nil ? ExitStatus(result.diagnosis.verdict) : .needsInput)
  }
}

/// `fairway demo`: the same flow on recorded evidence.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Walk through a recorded fault, without any cluster.",
    discussion: "Without a name: a list to choose from. '\(Program.name) demo 1' takes the first.")

  @Argument(
    help: ArgumentHelp("Name or number of the recording.", valueName: "recording"), completion: Candidates.recordings)
  var recording: String?

  @Flag(help: "Only list the recordings.")
  var list = false

  @OptionGroup var flows: FlowOptions
  @OptionGroup var session: SessionOptions

  func run() throws {
    let library = try flows.library()
    let demos = Shipped.demos
    if list { return show(demos) }
    if recording == nil { show(demos) }
    let scenario = try find(recording ?? ask(), demos)
    try session.begin(try library.flow(scenario.flow), library, .recording(scenario))
  }

  private func show(_ demos: [Scenario]) {
    for (index, scenario) in demos.enumerated() { print("  \(index + 1). \(scenario.title)") }
  }

  private func ask() -> String {
    print("Which one? [1] ", terminator: "")
    let answer = readLine() ?? ""
    return answer.isEmpty ? "1" : answer
  }

  private func find(_ name: String, _ demos: [Scenario]) throws -> Scenario {
    if let number = Int(name), demos.indices.contains(number - 1) { return demos[number - 1] }
    if let scenario = demos.first(where: { $0.id == name }) { return scenario }
    throw ValidationError("There is no recording '\(name)'; '\(Program.name) demo --list' names them.")
  }
}

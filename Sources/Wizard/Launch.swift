package import FlowKit
import Glibc
import TerminalUI

/// Starts an interactive session: evidence, journal, then full screen or plain lines.
package struct Launch {
  package var flow: Flow
  package var library: Library
  package var source: EvidenceSource
  package var facts: [Event.FactRecord] = []
  package var isPlain = false
  package var mayRun = true
  package var runsAhead = true
  /// Regular expression for names of contexts that deserve a warning.
  package var production = "prod"
  package var subscription: String?

  package init(flow: Flow, library: Library, source: EvidenceSource) {
    self.flow = flow
    self.library = library
    self.source = source
  }

  /// Runs the session to its end and answers the exit code of the program.
  package func run() throws(EvidenceCollector.Failure) -> Int32 {
    let settings = settings
    var collector = EvidenceCollector(.live)
    let documents = try collector.collect(source)
    let journal = openJournal()
    var session = Session(flow, library: library)
    let began = Event.Began(
      flow: flow.id, version: flow.version, hash: library.hash(of: flow.id), program: Program.version)
    let opening =
      [Event.began(began)] + documents.map { .evidence(Event.EvidenceRecord($0)) }
      + (clusterFacts + recordedFacts + facts).map { .fact($0) }
    var isSaved = journal != nil
    for event in opening {
      if isSaved { do { try journal?.append(event) } catch { isSaved = false } }
      session.apply(event)
    }
    let open = isSaved ? journal : nil
    let status = start(session, open, settings, collector.redactor)
    if let open { print("Session \(open.id) is kept. Export it with: fairway export \(open.id) --format markdown") }
    return status
  }

  /// A screen needs a terminal to draw on that can place its cursor, and a keyboard.
  private var hasScreen: Bool {
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard isatty(STDOUT_FILENO) == 1, !term.isEmpty, term != "dumb" else { return false }
    let keyboard = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keyboard >= 0 else { return false }
    close(keyboard)
    return true
  }

  /// nil when the folder cannot be written; the session then says so all the time.
  private func openJournal() -> Journal? {
    do {
      return try Journal(in: Folders.sessions())
    } catch {
      warn("This session will not be saved: \(error)")
      return nil
    }
  }

  /// A terminal that cannot place its cursor still shows lines.
  private func start(_ session: Session, _ journal: Journal?, _ settings: CommandSettings, _ redactor: Redactor)
    -> Int32
  {
    guard !isPlain, hasScreen else { return plain(session, journal, settings, redactor) }
    do {
      return try screen(session, journal, settings, redactor)
    } catch {
      warn("\(error); going on with plain lines")
      return plain(session, journal, settings, redactor)
    }
  }

  private func screen(
    _ session: Session, _ journal: Journal?, _ settings: CommandSettings, _ redactor: Redactor
  ) throws(TerminalError) -> Int32 {
    let terminal = try CursesTerminal()
    var model = Model(session, size: terminal.size, context: context, isSaved: journal != nil)
    model.isProduction = isProduction(context)
    let loop = try EventLoop(model, terminal: terminal, journal: journal, settings: settings, redactor: redactor)
    let result = loop.run()
    if let signal = result.signal { return 128 + signal.number }
    // The remedy stays readable after the screen is gone.
    if case .finish(let leaf)? = result.session.step { for line in LeafText(leaf).lines { print(line) } }
    return ExitStatus.success.rawValue
  }

  private var settings: CommandSettings {
    var settings = CommandSettings(runner: mayRun ? .live : .off, mayRun: mayRun, runsAhead: runsAhead)
    settings.subscription = subscription
    if case .recording(let scenario) = source {
      settings = CommandSettings(runner: mayRun ? .recorded(scenario) : .off, mayRun: mayRun, isLive: true)
      settings.isRecorded = true
    }
    if case .live(let pod) = source {
      settings.isLive = true
      settings.context = pod.context
      settings.kubeconfig = pod.kubeconfig
    }
    return settings
  }

  private func isProduction(_ context: String) -> Bool {
    guard !context.isEmpty, let regex = try? Regex(production).ignoresCase() else { return false }
    return context.firstMatch(of: regex) != nil
  }

  /// The cluster that kubectl talks to, so that a flow can tell it from the one that az names.
  private var clusterFacts: [Event.FactRecord] {
    guard case .live = source, mayRun else { return [] }
    let arguments = ["kubectl", "config", "view", "--minify", "-o", "jsonpath={.clusters[0].cluster.server}"]
    let result = CommandRunner.live.runAndWait(settings.scoped(arguments), seconds: 5)
    let address = String(decoding: result.output, as: UTF8.self)
    guard result.exit == 0, let host = ServerAddress.host(address) else { return [] }
    let name = Event.FactRecord(name: "context", value: context)
    return [Event.FactRecord(name: "apiServer", value: host)] + (context.isEmpty ? [] : [name])
  }

  /// What the recording tells beside its evidence.
  private var recordedFacts: [Event.FactRecord] {
    if case .recording(let scenario) = source { scenario.facts } else { [] }
  }

  private var context: String {
    guard case .live(let pod) = source else { return "" }
    if let context = pod.context { return context }
    let arguments = settings.scoped(["kubectl", "config", "current-context"])
    let result = CommandRunner.live.runAndWait(arguments, seconds: 5)
    return result.exit == 0 ? String(decoding: result.output, as: UTF8.self).filter { !$0.isNewline } : ""
  }

  private func plain(_ session: Session, _ journal: Journal?, _ settings: CommandSettings, _ redactor: Redactor)
    -> Int32
  {
    // With the evidence on standard input, answers come from the terminal.
    let isPiped = if case .file("-") = source { true } else { false }
    if isPiped, !takeKeyboard() {
      warn("There is no terminal to answer on. For a walk without questions: fairway diagnose --evidence -")
      return ExitStatus.needsInput.rawValue
    }
    var driver = PlainDriver(
      session, journal: journal, settings: settings, redactor: redactor, read: { readLine() }, write: { print($0) })
    _ = driver.run()
    return ExitStatus.success.rawValue
  }

  /// Puts the terminal in the place of a standard input that was read to its end.
  private func takeKeyboard() -> Bool {
    let keyboard = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard keyboard >= 0 else { return false }
    defer { close(keyboard) }
    return dup2(keyboard, STDIN_FILENO) >= 0
  }

  private func warn(_ text: String) {
    let line = "fairway: \(text)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
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

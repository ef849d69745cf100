package import FlowKit
import Glibc
package import TerminalUI

/// Starts an interactive session, or goes on with one: evidence, journal, then full screen or plain lines.
package struct Launch: Sendable {
  package var library: Library
  package var store: SessionStore
  package var isPlain = false
  package var mayRun = true
  package var runsAhead = true
  /// Regular expression for names of contexts that deserve a warning.
  package var production: String
  package var subscription: String?
  /// What keys do.
  package var keys: KeyMap<Action, KeyContext>
  /// By what every time limit is multiplied.
  package var timeFactor: Int
  /// Exercises to go on with.
  package var exercises: @Sendable () -> [Exercise] = { (try? FlowFiles()).map { Course($0).exercises } ?? [] }
  /// Whether the recorded world of an exercise answers at once.
  package var isFast = false
  /// Runs the commands of live sessions.
  package var runner = CommandRunner.live
  /// A demonstration that presses keys on the full screen.
  package var script: KeyScript?
  /// Colours, theme and mouse of the full screen.
  package var looks: Looks

  /// A launch with what the operator set for all sessions; the command line comes after it.
  package init(library: Library, store: SessionStore, configuration: Configuration = Configuration()) {
    self.library = library
    self.store = store
    isPlain = configuration.plain
    production = configuration.production
    keys = configuration.keys
    timeFactor = configuration.timeouts
    looks = Looks(theme: configuration.theme, mouse: configuration.mouse)
  }

  /// Begins a session and runs it to its end; answers the exit code of the program.
  package func begin(_ flow: Flow, _ source: EvidenceSource, facts: [Event.FactRecord] = []) throws(EvidenceCollector
    .Failure) -> Int32
  {
    begin(flow, try Opening.waiting(for: source, self), facts: facts)
  }

  /// Begins a session whose evidence is there, on a screen that may be there too.
  func begin(_ flow: Flow, _ opening: Opening, facts: [Event.FactRecord] = [], on screen: Watch? = nil) -> Int32 {
    var opening = opening
    let journal = Journal(in: store)
    var session = Session(flow, library: library)
    journal.begin(opening.events(flow, library, facts), &session)
    session.isUnaided = opening.told.isUnaided == true
    var place = opening.place(self)
    // A full disk often still takes an empty file.
    if let fault = journal.fault {
      let words = "This session is not saved: \(fault)"
      if screen == nil { warn(words) } else { place.message = words }
    }
    return start(session, journal, place, opening.redactor, on: screen)
  }

  /// Begins a session and walks it without anybody: rules, the answers and the evidence decide.
  package func begin(
    _ flow: Flow, _ source: EvidenceSource, facts: [Event.FactRecord], unattended answers: AnswerFile
  ) throws(EvidenceCollector.Failure) -> (driver: UnattendedDriver, journal: Journal) {
    var opening = try Opening.waiting(for: source, self)
    let journal = Journal(in: store)
    var session = Session(flow, library: library)
    journal.begin(opening.events(flow, library, file: answers.facts, facts), &session)
    if let fault = journal.fault { warn("This session is not saved: \(fault)") }
    var driver = UnattendedDriver(session, journal, opening.place(self).settings, opening.redactor, answers.given)
    driver.run()
    return (driver, journal)
  }

  /// Walks as far as evidence and commands that only read lead; nothing is kept.
  package func diagnose(
    _ flow: Flow, _ source: EvidenceSource, facts: [Event.FactRecord]
  ) throws(EvidenceCollector.Failure) -> (driver: UnattendedDriver, transcript: Transcript?) {
    var opening = try Opening.waiting(for: source, self)
    let settings = opening.place(self).settings
    let journal = Journal(unkept: settings.clock)
    var session = Session(flow, library: library)
    journal.begin(opening.events(flow, library, facts), &session)
    var driver = UnattendedDriver(session, journal, settings, opening.redactor, [:])
    driver.skipsValues = true
    driver.run()
    return (driver, Transcript(id: "diagnosis", entries: journal.entries, library: library))
  }

  /// Goes on with a session that was left.
  package func resume(_ journal: Journal) throws(EvidenceCollector.Failure) -> Int32 {
    let resumption = try resumption(of: journal)
    return resume(journal, resumption, Waiting<Place>.result { await place(of: resumption) })
  }

  /// The session of a journal, as it goes on.
  func resumption(of journal: Journal) throws(EvidenceCollector.Failure) -> Resumption {
    do { return try Resumption(journal, library, store) } catch {
      throw EvidenceCollector.Failure(status: .noInput, message: error.description)
    }
  }

  /// Where a session that goes on stands; a cluster is asked whether it is the same.
  func place(of resumption: Resumption) async -> Place {
    var place = Place(resumption.source, self)
    place.message = resumption.message
    // The same name may mean another cluster by now, and what it says would be taken for an answer.
    guard resumption.source?.kind == .live, mayRun else { return place }
    if await !Opening.isSameCluster(resumption.session, place.settings) {
      place.forbid(
        "kubectl cannot be seen to ask the cluster that this session began with, so nothing runs. Paste the output instead."
      )
      place.message += " kubectl cannot be seen to ask the same cluster any more, so nothing runs here."
    }
    return place
  }

  /// Goes on with a session, on a screen that may be there.
  func resume(_ journal: Journal, _ resumption: Resumption, _ place: Place, on screen: Watch? = nil) -> Int32 {
    for one in resumption.session.practised { place.practice?.world.take(one) }
    if resumption.session.checks.last?.result == .pulled { place.practice?.world.heal() }
    return start(resumption.session, journal, place, resumption.redactor, on: screen)
  }

  /// Looks at a session again, event by event.
  ///
  /// - Parameter message: what to say first; a session is shown at its end when somebody else has it open.
  package func replay(_ journal: Journal, atEnd: Bool = false, message: String = "") throws(EvidenceCollector.Failure)
    -> Int32
  {
    guard let replay = Replay(journal.entries, library, text: journal.store.flowText, atEnd: atEnd),
      let session = replay.session
    else { throw EvidenceCollector.Failure(status: .noInput, message: "\(journal.path): there is no session in it") }
    guard let terminal = screen() else {
      let settings = CommandSettings(runner: .off, mayRun: false)
      var driver = PlainDriver(
        session, journal: journal, settings: settings, redactor: Redactor(), read: { readLine() }, write: Self.say)
      driver.message = message
      driver.replay = replay
      _ = driver.run()
      return ExitStatus.success.rawValue
    }
    var model = Model(session, size: terminal.size)
    model.id = journal.id
    model.replay = replay
    model.keys = keys
    Replaying.show(&model)
    model.message = message
    let settings = CommandSettings(runner: .off, mayRun: false)
    guard
      let loop = try? EventLoop(model, terminal: terminal, journal: journal, settings: settings, redactor: Redactor())
    else { return ExitStatus.software.rawValue }
    let result = loop.run()
    return result.signal.map { 128 + $0.number } ?? ExitStatus.success.rawValue
  }

  // MARK: - Interface

  /// A screen needs a terminal to draw on that can place its cursor, and a keyboard.
  package static var hasScreen: Bool {
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard isatty(STDOUT_FILENO) == 1, !term.isEmpty, term != "dumb" else { return false }
    // In a bare root folder there is no /dev/tty, and with a terminal for standard input none is needed.
    if isatty(STDIN_FILENO) == 1 { return true }
    let keyboard = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keyboard >= 0 else { return false }
    close(keyboard)
    return true
  }

  /// The screen to look at a session on; nil for plain lines.
  private func screen() -> CursesTerminal? {
    guard !isPlain, Self.hasScreen else { return nil }
    do { return try CursesTerminal(looks) } catch {
      warn("\(error); going on with plain lines")
      return nil
    }
  }

  /// A terminal that cannot place its cursor still shows lines.
  private func start(
    _ session: Session, _ journal: Journal, _ place: Place, _ redactor: Redactor, on watch: Watch? = nil
  ) -> Int32 {
    let status: Int32
    var place = place
    let isResumed = journal.entries.contains { $0.event == .resumed }
    place.settings.look = place.settings.look.from(session.documents, isResumed: isResumed)
    do {
      status =
        watch == nil && (isPlain || !Self.hasScreen)
        ? plain(session, journal, place, redactor) : try screen(session, journal, place, redactor, watch)
    } catch {
      warn("\(error); going on with plain lines")
      status = plain(session, journal, place, redactor)
    }
    count(journal)
    if journal.fault == nil {
      print("Session \(journal.id) is kept. Go on with: \(Program.name) resume \(journal.id)")
      print("Export it with: \(Program.name) export \(journal.id) --format markdown")
    }
    return status
  }

  private func screen(
    _ session: Session, _ journal: Journal, _ place: Place, _ redactor: Redactor, _ watch: Watch?
  ) throws(TerminalError) -> Int32 {
    var watch = if let watch { watch } else { try Watch(CursesTerminal(looks)) }
    watch.player = script.map { ScriptPlayer($0) }
    var model = Model(session, size: watch.terminal.size, context: place.context, isSaved: journal.fault == nil)
    model.isProduction = isProduction(place.context)
    model.keys = keys
    model.id = journal.id
    model.look = place.settings.look
    model.practice = place.practice
    if place.practice != nil, session.visits.isEmpty { model.overlay = .help }
    model.say(place.message)
    let result = EventLoop(model, watch, journal: journal, settings: place.settings, redactor: redactor).run()
    if let signal = result.signal { return 128 + signal.number }
    // The remedy stays readable after the screen is gone.
    if case .finish(let leaf)? = result.session.step { for line in LeafText(leaf).lines { print(line) } }
    return ExitStatus.success.rawValue
  }

  func isProduction(_ context: String) -> Bool {
    guard !context.isEmpty, let regex = try? Regex(production).ignoresCase() else { return false }
    return context.firstMatch(of: regex) != nil
  }

  private func plain(_ session: Session, _ journal: Journal, _ place: Place, _ redactor: Redactor) -> Int32 {
    // With the evidence on standard input, answers come from the terminal.
    if place.isPiped, !takeKeyboard() {
      warn("There is no terminal to answer on. For a walk without questions: \(Program.name) diagnose --evidence -")
      return ExitStatus.needsInput.rawValue
    }
    var driver = PlainDriver(
      session, journal: journal, settings: place.settings, redactor: redactor, read: { readLine() },
      write: Self.say)
    driver.message = place.message
    driver.context = place.context
    driver.practice = place.practice
    driver.isProduction = isProduction(place.context)
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

  /// Prints a line at once, on a pipe too: somebody waits for it.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  func warn(_ text: String) {
    let line = "fairway: \(text)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}

import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// An exercise on the screen and on plain lines: hints, wrong turns, fixes, what comes of them, and the debrief.
struct PracticeTests {
  let exercise: Exercise
  private let world: PracticeWorld
  private let start: Session

  init() throws {
    let text = ExerciseStarter.files("mine")[0].text
    exercise = try #require(ExerciseReader.read(text, file: "mine.yaml").exercise)
    world = try #require(PracticeWorld(exercise, isFast: true))
    let library = try #require(ShippedScenarios.library)
    var session = Session(try #require(library["image-pull"]), library: library)
    session.apply(.evidence(EvidenceRecord(try #require(exercise.fault?.document))))
    session.isUnaided = true
    start = session
  }

  func walk(_ width: Int = 100, _ height: Int = 40) -> Walk {
    var walk = Walk(start)
    walk.send(.resized(Size(width: width, height: height)))
    walk.model.practice = Practice(world)
    walk.model.look = .world(world)
    walk.send(.clock(Date(timeIntervalSince1970: 1_800_000_000)))
    return walk
  }

  func toLeaf(_ walk: inout Walk) {
    walk.press(.character("4"), .character("3"), .character("1"))
    while case .run(let run)? = walk.model.session.step, let arguments = run.arguments,
      let result = exercise.fault?.result(of: arguments)
    {
      walk.ended(walk.model.session.nodeID, run.line, result)
    }
  }

  @Test func `the evidence suggests nothing, and marks nothing`() throws {
    let walk = walk()
    #expect(walk.model.choices.allSatisfy { $0.match == nil })
    #expect(!walk.text.contains("← evidence") && !walk.text.contains("ruled out"))
    #expect(walk.marked == [])
    var aided = start
    aided.isUnaided = false
    #expect(Model(aided, size: Size(width: 100, height: 40)).choices.contains { $0.match != nil })
  }

  @Test func `what the evidence has for an answer is taken over all the same`() throws {
    var walk = walk()
    toLeaf(&walk)
    #expect(walk.model.leaf?.id == "use-existing-tag", "\(walk.model.session.nodeID)")
    #expect(walk.text.contains("contosofoods has no menu:2026.11.3"))
    #expect(!walk.text.contains("speaks against"))
  }

  @Test func `a wrong turn is allowed, and the evidence contradicts it at its end`() throws {
    var walk = walk()
    walk.press(.character("4"), .character("2"))
    for _ in 0..<30 where walk.model.leaf == nil {
      switch walk.model.session.step {
      case .ask(let ask): walk.press(.home, .character(Character("\(min(9, ask.choices.count))")))
      case .run: walk.press(.character("4"))
      case .enter: walk.press(.character("2"))
      default: walk.press(.enter)
      }
    }
    #expect(walk.model.leaf != nil, "\(walk.model.session.nodeID)")
    #expect(walk.text.contains("The evidence speaks against '403 Forbidden': pull.class is not-found"), "\(walk.text)")
  }

  @Test func `the help tells one hint after the other, each is an event, and then no more`() throws {
    var walk = walk()
    walk.press(.character("?"))
    #expect(walk.text.contains("The menu that does not come") && walk.text.contains("? tells hint 1 of 3"))
    #expect(!walk.text.contains("The newest Failed event"))
    walk.press(.character("?"))
    #expect(walk.text.contains("Where to look") && walk.text.contains("The newest Failed event"))
    walk.press(.character("?"), .character("?"))
    #expect(walk.text.contains("What it means") && !walk.text.contains("tells hint"))
    walk.press(.character("?"))
    #expect(walk.model.session.practised.map(\.hint) == [1, 2, 3])
    #expect(walk.text.contains("There is no further hint."))
  }

  @Test func `a fix is chosen or typed, changes the world, and what comes of it is seen`() async throws {
    var walk = walk()
    toLeaf(&walk)
    walk.press(.character("V"))
    #expect(
      walk.text.contains("What do you do?") && walk.text.contains("kubectl rollout restart deployment/menu -n menu"))
    walk.press(.enter)
    #expect(walk.text.contains("A new pod asks for the same image."))
    #expect(!world.isHealed && walk.model.verification != nil)
    try await look(&walk)
    #expect(walk.text.contains("still not-found, too early to call it failed"), "\(walk.text)")
    walk.press(.escape, .character("V"))
    let typed = "kubectl -n menu set image deploy menu menu=contosofoods.azurecr.io/menu:2026.11.2"
    try choose("Type a command", &walk)
    walk.enter(typed)
    #expect(walk.text.contains("rolls out with the tag that is there"), "\(walk.text)")
    #expect(world.isHealed)
    try await look(&walk)
    #expect(walk.text.contains("It helped: a fresh pull was seen."), "\(walk.text)")
    try choose("Debrief", &walk)
    #expect(walk.effects.last == "debrief")
    let review = PracticeReview(exercise, events: began + walk.events, library: walk.model.session.library)
    #expect(review.isHealed && review.wrongFixes == 1 && review.wrongTurns == 0 && review.hints == 0)
    let debrief = Debrief(exercise, review).parts.map { "\($0.title): \($0.lines.joined(separator: "|"))" }
    #expect(
      debrief.contains { $0.hasPrefix("Result: Healed, with no hint, 0 wrong turns and one fix that did not help") })
    #expect(debrief.contains { $0.contains("The new pod names the same tag") })
    for answered in ["repository show ", "show-tags"] {
      #expect(debrief.contains { $0.hasPrefix("What each check proves") && $0.contains(answered) }, "\(answered)")
    }
  }

  @Test func `what only reads and what nobody recorded changes nothing, and is said`() throws {
    var walk = walk()
    toLeaf(&walk)
    for (line, words) in [
      ("az acr repository show-tags -n contosofoods --repository menu --orderby time_desc --top 20", "2026.11.1"),
      ("kubectl get nodes", "does not hold what this prints"), ("kubectl delete ns menu", "nothing was changed"),
      ("kubectl get pods | wc", "not one command line"),
    ] {
      walk.press(.character("V"))
      try choose("Type a command", &walk)
      walk.enter(line)
      #expect(walk.text.contains(words), "\(line)\n\(walk.text)")
      walk.press(.escape)
    }
    #expect(!world.isHealed && walk.model.verification == nil)
  }

  @Test func `on plain lines it is the same`() async throws {
    let lines = [
      "4", "hint", "3", "1", "verify", "verify yes", "fix 99", "fix 1", "verify no", "fix kubectl get nodes",
      "fix az acr repository show-tags -n contosofoods --repository menu --orderby time_desc --top 20",
      "fix kubectl set image deploy/menu menu=contosofoods.azurecr.io/menu:2026.11.2 -n menu", "debrief", "q",
    ]
    let (world, start) = (world, start)
    // Commands that are awaited must not hold a thread that tasks need.
    let (text, end) = await withCheckedContinuation { (done: CheckedContinuation<(String, Session), Never>) in
      Thread.detachNewThread { done.resume(returning: Self.plain(lines, world, start)) }
    }
    for words in [
      "Exercise mine: The menu that does not come", "Where to look: The newest Failed event", "What do you do?",
      "A new pod asks for the same image.", "still not-found, too early", "does not hold what this prints",
      "rolls out with the tag that is there", "It helped. 'debrief' tells", "Healed, with one hint",
      "What is seen decides here", "There is no fix 99", "0 wrong turns and one fix that did not help",
      "--top 20: it only reads.", "kubectl get nodes: it changed nothing here.",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
    #expect(!text.contains("the evidence says so") && !text.contains("verify yes"))
    #expect(end.checks.last?.result == .pulled && !end.checks.contains { $0.result == .confirmed })
    #expect(end.practised.filter { $0.kind == .applied }.map(\.result) == [.changed, .unknown, .read, .changed])
  }

  private static func plain(_ typed: [String], _ world: PracticeWorld, _ start: Session) -> (String, Session) {
    var lines = typed[...]
    var settings = CommandSettings(runner: world.runner, isLive: true)
    settings.isRecorded = true
    settings.look = .world(world)
    // Time stands still, so that a busy machine is not late.
    settings.clock = { Date(timeIntervalSince1970: 1_800_000_000) }
    var said: [String] = []
    let journal = Journal(in: SessionStore(folder: "/proc/none/sessions"))
    // The debrief goes by the journal.
    var session = start
    journal.begin([.began(Event.Began(session.library.reference(to: session.flow), program: "t"))], &session)
    for document in session.documents { _ = journal.record(.evidence(EvidenceRecord(document)), in: session) }
    var driver = PlainDriver(
      session, journal: journal, settings: settings, redactor: Redactor(), read: { lines.popFirst() },
      write: { said.append($0) })
    driver.practice = Practice(world)
    let end = driver.run().session
    return (said.joined(separator: "\n"), end)
  }

  @Test func `outside of practice the words say so`() throws {
    let settings = CommandSettings(runner: .off)
    var lines = ["hint", "fix 1", "debrief", "q"][...]
    var said: [String] = []
    var aided = start
    aided.isUnaided = false
    var driver = PlainDriver(
      aided, journal: Journal(in: SessionStore(folder: "/proc/none/sessions")), settings: settings,
      redactor: Redactor(), read: { lines.popFirst() }, write: { said.append($0) })
    _ = driver.run()
    #expect(said.count { $0.hasPrefix("This is no exercise") } == 3)
  }

  @Test func `what was printed stands in its own lines`() throws {
    var walk = walk()
    toLeaf(&walk)
    walk.press(.character("V"))
    try choose("Type a command", &walk)
    walk.enter("kubectl describe pod menu-5c8f7d9b66-2hzqd -n menu")
    let rows = walk.text.split(separator: "\n")
    #expect(
      walk.text.contains("What came of it") && rows.contains { $0.contains("Namespace:") && !$0.contains("Name: ") })
  }

  @Test func `a right line in a state where it does nothing was no step, and a line is the fix that led on`() throws {
    let more = ExerciseStarter.files("mine")[0].text.replacing(
      "changes: {other-tag: healed, restart: broken}", with: "changes: {other-tag: stuck, restart: broken}"
    ).replacing(
      "  # One state is healed",
      with: "  - state: stuck\n    extends: broken\n    changes: {late: healed}\n  # One state is healed"
    ).replacing(
      "    says: A new pod asks for the same image.",
      with: """
            says: A new pod asks for the same image.
            why: It asks for the same tag.
          - fix: late
            run: kubectl rollout restart deployment/menu -n menu
            says: The pod is new.
        """)
    let exercise = try #require(
      ExerciseReader.read(
        more.replacing("    why: The new pod names the same tag, which is not there.\n", with: ""), file: "m"
      ).exercise)
    let restart = "kubectl rollout restart deploy/menu -n menu"
    let events: [Event] = [
      .practised(Practised(applied: exercise.solution[0], .unknown, words: "nothing")),
      .practised(Practised(applied: restart, .changed, state: "broken", words: "x")),
      .practised(Practised(applied: exercise.solution[0], .changed, state: "stuck", words: "x")),
      .practised(Practised(applied: restart, .changed, state: "healed", words: "x")),
    ]
    let review = PracticeReview(exercise, events: began + events, library: start.library)
    #expect(review.fixes.map { $0.fix?.id } == [nil, "restart", "other-tag", "late"])
    #expect(review.fixes.map(\.isWrong) == [false, true, false, false] && review.wrongFixes == 1)
    let debrief = Debrief(exercise, review).parts.first { $0.title == "What was applied" }?.lines ?? []
    #expect(debrief.first?.hasSuffix("it changed nothing here.") == true)
    #expect(debrief.suffix(2).map { $0.split(separator: ": ").last } == ["a step of the way.", "it healed."])
  }

  @Test func `who saw it healed gets the debrief after leaving, too`() throws {
    var walk = walk()
    toLeaf(&walk)
    let leaf = try #require(walk.model.leaf)
    let check = Check(
      flow: walk.model.session.flow.id, node: leaf.id, result: .pulled, time: "2026-11-21T10:00:00.000Z")
    walk.send(.recorded(.check(check)))
    walk.press(.character("V"))
    #expect(walk.text.contains("It helped: a fresh pull was seen.") && walk.text.contains("Debrief"), "\(walk.text)")
  }

  // MARK: - Parts

  private var began: [Event] {
    [.began(Event.Began(start.library.reference(to: start.flow), program: "t"))]
      + start.documents.map { .evidence(EvidenceRecord($0)) }
  }

  /// What the loop does when it looks.
  private func look(_ walk: inout Walk) async throws {
    let known = walk.model.session.documents
    let looked = await Look.world(world).documents(world.runner, Redactor(), prefersLater: true)
    walk.send(.looked(looked.compared(with: known)))
  }

  private func choose(_ words: String, _ walk: inout Walk) throws {
    for _ in 0..<20 {
      let row = walk.text.split(separator: "\n").first { $0.contains("▸") && $0.contains(words) }
      if row != nil { return walk.press(.enter) }
      walk.press(.down)
    }
    Issue.record("there is no '\(words)':\n\(walk.text)")
  }
}

/// What was practised so far.
struct ProgressTests {
  private let folder: TemporaryFolder
  private let store: SessionStore

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(state: folder.path)
  }

  private func done(_ session: String, hints: Int = 0, seconds: Int = 312) throws -> PracticeProgress.Done {
    let text = """
      {"session":"\(session)","time":"2026-11-21T10:00:00.000Z","hints":\(hints),"wrongTurns":2,"wrongFixes":1,\
      "seconds":\(seconds),"assisted":false,"times":1}
      """
    return try JSONDecoder().decode(PracticeProgress.Done.self, from: Data(text.utf8))
  }

  @Test func `it is kept, counts each session once, and can be forgotten`() throws {
    var progress = try PracticeProgress.read(store)
    #expect(progress.exercises.isEmpty)
    progress.take("K02", try done("a"))
    progress.take("K02", try done("a", hints: 1))
    progress.take("K02", try done("b"))
    progress.take("K01", try done("c"))
    let kept = progress
    try PracticeProgress.change(store) { $0 = kept }
    let read = try PracticeProgress.read(store)
    #expect(read.exercises["K02"]?.times == 2 && read.exercises["K02"]?.session == "b")
    try PracticeProgress.change(store) { $0.reset("K02") }
    #expect(Array(try PracticeProgress.read(store).exercises.keys) == ["K01"])
    try PracticeProgress.change(store) { $0.reset(nil) }
    #expect(try PracticeProgress.read(store).exercises.isEmpty)
  }

  @Test func `it is found although no session is there, and stays when sessions are removed`() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let text =
      #"{"schema":1,"exercises":{"K02":{"session":"a","time":"2026-11-21T10:00:00.000Z","hints":0,"#
      + #""wrongTurns":0,"wrongFixes":0,"seconds":9,"assisted":false,"times":4}}}"#
    try text.write(toFile: folder.path + "/practice.json", atomically: true, encoding: .utf8)
    #expect(try PracticeProgress.read(store).exercises["K02"]?.times == 4)
    let again = try done("b")
    try PracticeProgress.change(store) { $0.take("K02", again) }
    #expect(try PracticeProgress.read(store).exercises["K02"]?.times == 5)
  }

  @Test(arguments: [
    ("/a/sessions", "/a"), ("/sessions", "/"), ("a/sessions", "a"), ("sessions", "."), (".", "./.."), ("./a/b", "a"),
    ("..", "../.."),
  ])
  func `the state lies beside the folder of a journal`(_ folder: String, _ state: String) {
    #expect(SessionStore(folder: folder).state == state)
  }

  @Test func `the best run is kept beside the last, and one session counts once`() throws {
    var progress = PracticeProgress()
    progress.take("K02", try done("a", hints: 1, seconds: 100))
    #expect(progress.exercises["K02"]?.best == nil)
    progress.take("K02", try done("b", hints: 0, seconds: 300))
    progress.take("K02", try done("c", hints: 2, seconds: 10))
    progress.take("K02", try done("c", hints: 0, seconds: 1))
    let done = try #require(progress.exercises["K02"])
    #expect(done.times == 3 && done.seconds == 10 && done.best?.seconds == 300 && done.best?.hints == 0)
  }

  @Test func `what several do at once is all there afterwards`() async throws {
    let store = store
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        let done = try? done("s\(number)")
        group.addTask { try? PracticeProgress.change(store) { progress in done.map { progress.take("K02", $0) } } }
      }
    }
    #expect(try PracticeProgress.read(store).exercises["K02"]?.times == 8)
  }

  @Test(arguments: ["{", "", #"{"schema":2,"exercises":{}}"#, #"{"exercises":{}}"#, "[]"])
  func `a file that is none is said, not overwritten, until everything is forgotten`(_ text: String) throws {
    try store.makeFolder()
    try text.write(toFile: PracticeProgress.path(store), atomically: true, encoding: .utf8)
    #expect(throws: FileBytes.Fault.self) { try PracticeProgress.read(store) }
    #expect(throws: FileBytes.Fault.self) { try PracticeProgress.change(store) { $0.reset("K01") } }
    #expect(try String(contentsOfFile: PracticeProgress.path(store), encoding: .utf8) == text)
    try PracticeProgress.change(store, replaces: true) { $0.reset(nil) }
    #expect(try PracticeProgress.read(store).exercises.isEmpty)
  }

  @Test func `a file that may not be read is not taken for none`() throws {
    try store.makeFolder()
    // A folder in its place cannot be read, whoever asks.
    try FileManager.default.createDirectory(atPath: PracticeProgress.path(store), withIntermediateDirectories: true)
    #expect(throws: FileBytes.Fault.self) { try PracticeProgress.read(store) }
  }

  @Test func `the summary names every exercise, and what was needed for it`() throws {
    let course = Course(try FlowFiles())
    var progress = PracticeProgress()
    progress.take("K02", try done("a", hints: 3))
    let summary = PracticeSummary(course, progress)
    #expect(summary.done == 1 && summary.total == 10)
    let row = summary.markdown.split(separator: "\n").first { $0.contains("K02") }
    let best = "5 min, 3 hints, 2 wrong turns, 1 wrong fix"
    #expect(row?.hasSuffix("| 1 | 2026-11-21 | 5 min | 3 | 2 | 1 | 1 | \(best) |") == true, "\(row ?? "")")
    #expect(summary.markdown.contains("| setup "))
    #expect(try JSON.pretty(summary).contains("\"wrongTurns\" : 2"))
    let list = ExerciseText.list(course, progress, left: ["K01": "s"])
    #expect(list.contains { $0.hasPrefix("K02") && $0.hasSuffix("done, hints 3") })
    #expect(list.contains { $0.hasPrefix("K01") && $0.hasSuffix("begun") })
    #expect(list.contains { $0.hasPrefix("K03") && $0.hasSuffix("after K01") })
    #expect(list.last == "1 of 10 done. Next: fairway practice K01")
  }
}

import FlowKit
import Foundation
import TerminalUI
import Wizard

/// Walks sessions with the real program, kills it, and compares what is left with what was shown.
///
/// An answer was shown as taken when the question behind it came out.
struct KillHarness: Sendable {
  private(set) var kills = 0
  private(set) var finished = 0
  /// What was wrong; empty when nothing was.
  private(set) var faults: [String] = []
  /// How often which moment was met.
  private var moments: [String: Int] = [:]
  private var random: Dice
  private let folder: Folder
  /// What an uninterrupted walk shows, keeps and looks like after so many deeds.
  private var shown: [[String]] = []
  private var events: [Event] = []
  private var pictures: [String] = []
  /// The session at hand; nil when the next one is to be begun.
  private var current: String?
  /// Number of events before the first question.
  private let opening = 2

  init(seed: UInt64) throws {
    random = Dice(state: seed)
    folder = try Folder()
    let input = KillFlow.deeds.flatMap(\.lines).map { $0 + "\n" }.joined() + "q\n"
    let result = try Program.run(folder.program, folder.beginning, input: input)
    shown = Self.blocks(result.output)
    guard shown.count == KillFlow.deeds.count + 1, let id = folder.store.ids.first else {
      throw Victim.Failure(what: result.output + result.errors)
    }
    try walk(try folder.store.entries(of: id).prefix(opening).map(\.event))
    try folder.store.remove(id)
  }

  /// Words that begin a session.
  var beginning: [String] { folder.beginning }

  var summary: String {
    "\(kills) kills, \(finished) sessions finished; "
      + moments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }

  /// Walks in memory.
  private mutating func walk(_ opening: [Event]) throws {
    guard let flow = folder.library["kill"] else { throw Victim.Failure(what: "no flow") }
    var session = Session(flow, library: folder.library)
    for event in opening { session.apply(event) }
    pictures = [Self.picture(session)]
    for deed in KillFlow.deeds {
      guard let event = deed.event(in: session), session.apply(event) else {
        throw Victim.Failure(what: "\(deed) does not fit \(session.nodeID)")
      }
      while let event = session.automatic { session.apply(event) }
      events.append(event)
      pictures.append(Self.picture(session))
    }
  }

  private static func picture(_ session: Session) -> String {
    view(Model(session, size: Size(width: 80, height: 24))).text
  }

  /// The lines before each prompt that came out whole, without what is said once at the start.
  private static func blocks(_ text: String) -> [[String]] {
    var blocks: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("> ") {
        // After a note the question stands as before, and is not said again.
        if blocks.count > 1, blocks.last == [] { blocks[blocks.count - 1] = blocks[blocks.count - 2] }
        blocks.append([])
      } else if !line.hasPrefix("The note"), !Self.isGreeting(line) {
        blocks[blocks.count - 1].append(String(line))
      }
    }
    return blocks.dropLast()
  }

  /// Whether a line is said once, when a session begins or goes on.
  private static func isGreeting(_ line: Substring) -> Bool {
    line.hasPrefix("Resumed after ") || line.hasPrefix("The flow was edited since (kill): every answer still holds.")
      || line.hasSuffix("did not come with Fairway.") || line.hasSuffix("Fairway only reads.")
  }

  // MARK: - Killing

  /// Kills so many programs, one after the other.
  static func killing(_ count: Int, seed: UInt64) throws -> KillHarness {
    var harness = try KillHarness(seed: seed)
    while harness.kills < count { try harness.killOnce() }
    return harness
  }

  /// Kills in a row after which the session was no further.
  private var idle = 0

  /// Begins a session or goes on with one, answers something, kills it and looks at what is left.
  mutating func killOnce() throws {
    let before = try current.map { try deeds(of: $0).count } ?? 0
    // On a busy machine a program may die before it takes anything, again and again: then one is let through.
    let isStuck = idle >= 3
    let count = min(KillFlow.deeds.count - before, max(isStuck ? 1 : 0, random.roll(5)))
    let lines = KillFlow.deeds[before..<(before + count)].flatMap(\.lines)
    let words = current.map { ["resume", $0] + folder.options } ?? folder.beginning
    // Some die while they start, the others while they answer.
    let isEarly = random.roll(4) == 0 && !isStuck
    let victim = try Victim(folder.program, words, typed: isEarly ? lines : [])
    if !isEarly {
      try victim.wait("the first question, \(words)") { !Self.blocks($0).isEmpty }
      victim.type(lines)
      if isStuck { try victim.wait("an answer to be taken") { Self.blocks($0).count > 1 } }
    }
    // The first text that is redacted takes its time without optimization.
    let longest = lines.contains("a") ? 300_000 : [15_000, 60_000][random.roll(2)]
    usleep(UInt32(random.roll(isEarly ? 300_000 : longest)))
    victim.kill()
    kills += 1
    try compare(Self.blocks(victim.text), before, sent: count)
    let after = try current.map { try deeds(of: $0).count } ?? 0
    idle = current != nil && after <= before ? idle + 1 : 0
  }

  /// Compares what came out with what is kept.
  private mutating func compare(_ blocks: [[String]], _ before: Int, sent: Int) throws {
    if !blocks.elementsEqual(shown.dropFirst(before).prefix(blocks.count)) {
      fault("after \(before) answers something else was shown: \(blocks)")
    }
    guard let id = try left(wasShown: !blocks.isEmpty) else { return }
    let kept = try deeds(of: id)
    let acknowledged = before + max(0, blocks.count - 1)
    if !kept.elementsEqual(events.prefix(kept.count)) { fault("other answers are kept: \(kept)") }
    if kept.count < acknowledged { fault("\(acknowledged) answers were shown, \(kept.count) are kept") }
    if kept.count > before + sent { fault("\(before + sent) answers were given, \(kept.count) are kept") }
    count(blocks.isEmpty ? "before a question" : kept.count > acknowledged ? "kept, not shown yet" : "kept and shown")
    if kept.count < before + sent { count("given, not taken yet") }
    try comparePictures(id, after: kept.count)
    current = id
    guard kept.count == KillFlow.deeds.count else { return }
    finished += 1
    current = nil
    try folder.store.remove(id)
  }

  /// The session that is there after a kill; one that was killed before its evidence was there is begun anew.
  private mutating func left(wasShown: Bool) throws -> String? {
    if let current { return current }
    guard let id = folder.store.ids.first else {
      count("before the journal")
      if wasShown { fault("a question was shown and there is no session") }
      return nil
    }
    if try folder.store.entries(of: id).count >= opening { return id }
    count("within the opening")
    if wasShown { fault("a question was shown and the session does not begin") }
    try folder.store.remove(id)
    return nil
  }

  /// What a journal holds of what a person did.
  private func deeds(of id: String) throws -> [Event] {
    try folder.store.entries(of: id).map(\.event).filter(\.isDeed)
  }

  /// The picture of the kept session is that of the walk in memory.
  private mutating func comparePictures(_ id: String, after count: Int) throws {
    let entries = try folder.store.entries(of: id)
    let transcript = Transcript(id: id, entries: entries, library: folder.library, text: folder.store.flowText)
    // What rules decide after the last answer is decided again.
    var session = transcript?.session
    while let event = session?.automatic { session?.apply(event) }
    let picture = session.map(Self.picture)
    if picture != pictures[count] { fault("after \(count) answers the screen is another one:\n\(picture ?? "")") }
  }

  private mutating func count(_ moment: String) { moments[moment, default: 0] += 1 }
  private mutating func fault(_ text: String) { faults.append("kill \(kills), \(current ?? "first"): \(text)") }

  // MARK: -

  /// Files of the harness; they go with it.
  private final class Folder: Sendable {
    let program = Program.folder + "/fairway"
    let store: SessionStore
    let library: Library
    let options: [String]
    let beginning: [String]
    private let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "fairway-kill-\(UUID().uuidString)")
      let (state, flows) = (url.appending(path: "state").path, url.appending(path: "flows").path)
      try FileManager.default.createDirectory(atPath: flows + "/kill", withIntermediateDirectories: true)
      try Data(KillFlow.text.utf8).write(to: URL(filePath: flows + "/kill/flow.yaml"))
      let evidence = url.appending(path: "pod.txt")
      try Data(KillFlow.evidence.utf8).write(to: evidence)
      store = SessionStore(state: state)
      library = try FlowFiles(over: [flows]).library()
      // A program that has flows of somebody's own checks all of them, which takes longer than all the rest; to go on,
      // the text that is kept is enough.
      options = ["--plain", "--state-dir", state]
      beginning = ["run", "kill", "--flows", flows, "--evidence", evidence.path] + options
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  /// Numbers that are the same in every run.
  private struct Dice {
    var state: UInt64

    /// A number from 0, less than the given one.
    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
  }
}

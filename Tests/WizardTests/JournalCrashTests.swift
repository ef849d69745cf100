import FlowKit
import Foundation
import Glibc
import Synchronization
import TerminalUI
import TestSupport
import Testing
import Wizard

/// I3: whatever a crash leaves of a journal, the session before it is there and goes on.
struct JournalCrashTests {
  /// A session that was walked to its leaf, with the bytes of its journal.
  private struct Walked {
    let folder: TemporaryFolder
    let store: SessionStore
    let id: String
    let entries: [JournalEntry]
    let states: [Session]
    let bytes: [UInt8]

    init(_ make: (SessionStore) throws -> KeptWalk) throws {
      folder = try TemporaryFolder()
      store = SessionStore(state: folder.path)
      let walk = try make(store)
      id = walk.journal.id
      entries = try store.entries(of: id)
      states = walk.states
      bytes = Array(try Data(contentsOf: URL(filePath: walk.journal.path)))
    }

    /// Puts another content in the place of the journal, as a crash may leave it.
    func leave(_ content: [UInt8]) throws { try Data(content).write(to: URL(filePath: store.path(of: id))) }

    /// Offsets behind the newlines.
    var lineEnds: [Int] { bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 } }

    /// Offset of the first newline: what is shorter is no journal.
    var firstEnd: Int { (lineEnds.first ?? 0) - 1 }

    /// Number of events that the first bytes hold; the last may lack its newline.
    func count(upTo end: Int) -> Int { lineEnds.count { $0 - 1 <= end } }
  }

  private static func demo() throws -> Walked { try Walked { try KeptWalk.demo("2-wrong-tag", in: $0) } }

  /// A journal of a few hundred bytes with every kind of character.
  private static func small() throws -> Walked {
    try Walked { store in
      var walk = KeptWalk(try Flows.library([Flows.text(Flows.leaf("a"))]), in: store)
      walk.record(.note("ö\"\\\u{1}\n→"))
      walk.record(.fact(Event.FactRecord(name: "pod", value: "p")))
      walk.record(.ended(.quit))
      return walk
    }
  }

  @Test func `cut anywhere, a journal with evidence opens with the events before`() throws {
    let walked = try Self.demo()
    let ends = [0] + walked.lineEnds
    // Every byte near the end of a line, and some of the long texts between.
    let cuts = (walked.firstEnd...walked.bytes.count).filter { cut in
      cut % 499 == 0 || ends.contains { abs($0 - cut) < 6 }
    }
    for cut in cuts {
      let whole = walked.count(upTo: cut)
      try walked.leave(Array(walked.bytes[..<cut]))
      let journal = try Journal(opening: walked.id, in: walked.store)
      guard journal.entries.count == whole, journal.entries.elementsEqual(walked.entries.prefix(whole)) else {
        Issue.record("cut at byte \(cut): \(journal.entries.count) events, not the first \(whole)")
        return
      }
    }
  }

  @Test func `every prefix of the events makes the session of that moment`() throws {
    let walked = try Self.demo()
    let library = try ShippedFlow.library
    for count in 1...walked.entries.count {
      let entries = Array(walked.entries.prefix(count))
      let session = try #require(Transcript(id: walked.id, entries: entries, library: library)?.session)
      let state = walked.states[count - 1]
      #expect(session.facts == state.facts && session.visits.map(\.edge.id) == state.visits.map(\.edge.id))
      let size = Size(width: 80, height: 24)
      #expect(view(Model(session, size: size)).text == view(Model(state, size: size)).text)
    }
  }

  @Test func `cut at any byte, a journal goes on and is well formed`() throws {
    let walked = try Self.small()
    for cut in walked.firstEnd...walked.bytes.count {
      try walked.leave(Array(walked.bytes[..<cut]))
      let count = walked.count(upTo: cut)
      var journal: Journal? = try Journal(opening: walked.id, in: walked.store)
      #expect(journal?.append(.note("after \(cut)")) == true)
      journal = nil
      let events = try walked.store.entries(of: walked.id).map(\.event)
      #expect(events == walked.entries.prefix(count).map(\.event) + [.note("after \(cut)")])
      let text = try String(contentsOf: URL(filePath: walked.store.path(of: walked.id)), encoding: .utf8)
      #expect(text.hasSuffix("\n") && text.split(separator: "\n").count == count + 1)
    }
  }

  @Test func `what holds no whole event is no journal, and keeps its bytes`() throws {
    let walked = try Self.small()
    for cut in 0..<walked.firstEnd {
      try walked.leave(Array(walked.bytes[..<cut]))
      #expect(throws: Journal.Fault.self) { try Journal(opening: walked.id, in: walked.store) }
      #expect(try Data(contentsOf: URL(filePath: walked.store.path(of: walked.id))).count == cut)
    }
  }

  @Test(arguments: [1, 511, 4096])
  func `a tail of NUL bytes is what a crash left`(_ length: Int) throws {
    let walked = try Self.small()
    let tail = [UInt8](repeating: 0, count: length)
    let cuts = walked.lineEnds + walked.lineEnds.map { $0 - 3 }
    for cut in cuts where cut > walked.firstEnd {
      try walked.leave(walked.bytes[..<cut] + tail)
      let count = walked.lineEnds.count { $0 <= cut }
      #expect(try walked.store.entries(of: walked.id) == Array(walked.entries.prefix(count)))
      let journal = try Journal(opening: walked.id, in: walked.store)
      #expect(journal.append(.resumed))
      #expect(try walked.store.entries(of: walked.id).map(\.sequence) == Array(1...(count + 1)))
    }
  }

  @Test func `a last line whose beginning never reached the disk is what a crash left`() throws {
    let walked = try Self.small()
    var bytes = walked.bytes
    let start = walked.lineEnds[walked.lineEnds.count - 2]
    for index in start..<(start + 20) { bytes[index] = 0 }
    try walked.leave(bytes)
    let journal = try Journal(opening: walked.id, in: walked.store)
    #expect(journal.entries == walked.entries.dropLast())
    #expect(journal.append(.resumed))
    #expect(try walked.store.entries(of: walked.id).count == walked.entries.count)
  }

  @Test(arguments: ["x", "\u{0}", "\n", "{}"])
  func `garbage before the last line is a fault that names the line`(_ garbage: String) throws {
    let walked = try Self.small()
    for line in 0..<(walked.entries.count - 1) {
      let start = line == 0 ? 0 : walked.lineEnds[line - 1]
      try walked.leave(walked.bytes[..<start] + Array(garbage.utf8) + walked.bytes[start...])
      let fault = #expect(throws: Journal.Fault.self) { try Journal(opening: walked.id, in: walked.store) }
      #expect(fault?.reason == "line \(line + 1) is not the event that belongs there")
      let size = try FileManager.default.attributesOfItem(atPath: walked.store.path(of: walked.id))[.size] as? Int
      #expect(size == walked.bytes.count + garbage.utf8.count, "a fault must not change the file")
    }
  }

  @Test func `a line twice, out of order or absent is a fault`() throws {
    let walked = try Self.small()
    let lines = zip([0] + walked.lineEnds, walked.lineEnds).map { Array(walked.bytes[$0..<$1]) }
    for (order, line) in [([0, 0, 1], 2), ([0, 2, 1], 2), ([0, 1, 3], 3), ([1], 1)] {
      try walked.leave(order.flatMap { lines[$0] })
      let fault = #expect(throws: Journal.Fault.self) { try walked.store.entries(of: walked.id) }
      #expect(fault?.reason == "line \(line) is not the event that belongs there")
    }
  }

  @Test func `a journal that is removed while it is open is written again`() throws {
    let folder = try TemporaryFolder()
    let store = SessionStore(state: folder.path)
    var walk = KeptWalk(try Flows.library([Flows.text(Flows.leaf("a"))]), in: store)
    walk.see(String(repeating: "x", count: SideFiles.limit + 1))
    try FileManager.default.removeItem(atPath: store.folder)
    walk.record(.note("after"))
    // What is told as saved has to be in a file that somebody can find.
    let written = try? store.entries(of: walk.journal.id).map(\.event)
    #expect(walk.journal.fault != nil || written == walk.journal.entries.map(\.event))
  }

  @Test func `a clock that steps back while a session is left puts nothing out of order`() throws {
    let walked = try Self.small()
    let last = try #require(walked.entries.last?.time)
    let journal = try Journal(opening: walked.id, in: walked.store) { last.addingTimeInterval(-3600) }
    let library = try Flows.library([Flows.text(Flows.leaf("a"))])
    let resumption = try Resumption(journal, library, walked.store)
    #expect(resumption.message == "Resumed after 0 s. The evidence is as it was then.")
    let times = try walked.store.entries(of: walked.id).map(\.time)
    #expect(times == times.sorted() && times.count == walked.entries.count + 1)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `in a folder that cannot be written events wait, and are written when it can`() throws {
    let folder = try TemporaryFolder()
    let store = SessionStore(state: folder.path)
    try store.makeFolder()
    chmod(store.folder, 0o500)
    let journal = Journal(in: store)
    #expect(journal.fault?.reason == "Permission denied" && !journal.append(.note("waits")))
    chmod(store.folder, 0o700)
    #expect(journal.append(.note("too")) && journal.fault == nil)
    #expect(try store.entries(of: journal.id).map(\.event) == [.note("waits"), .note("too")])
  }

  @Test(arguments: [0o777, 0o770, 0o707, 0o720, 0o702])
  func `a folder that others may write is refused and said`(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let store = SessionStore(state: folder.path)
    try store.makeFolder()
    chmod(store.folder, mode_t(mode))
    let journal = Journal(in: store)
    #expect(
      journal.fault?.description
        == "\(store.folder): other users can write here; name another folder with --state-dir")
    #expect(!journal.append(.back))
    #expect(store.ids.isEmpty)
    chmod(store.folder, 0o755)
    #expect(journal.append(.back) && journal.fault == nil)
  }

  @Test func `one session is open once`() throws {
    let walked = try Self.small()
    var first: Journal? = try Journal(opening: walked.id, in: walked.store)
    #expect(first != nil && walked.store.isOpen(walked.id))
    let fault = #expect(throws: Journal.Fault.self) { try Journal(opening: walked.id, in: walked.store) }
    #expect(fault?.isLocked == true && fault?.reason == "another Fairway has this session open")
    let reading = try Journal(reading: walked.id, in: walked.store)
    #expect(reading.append(.note("is not written")) && reading.entries == walked.entries)
    first = nil
    #expect(!walked.store.isOpen(walked.id))
    #expect(try Data(contentsOf: URL(filePath: walked.store.path(of: walked.id))) == Data(walked.bytes))
    #expect(try Journal(opening: walked.id, in: walked.store).entries == walked.entries)
  }

  @Test func `a session that has just begun is open for others too`() throws {
    let folder = try TemporaryFolder()
    let store = SessionStore(state: folder.path)
    let journal = Journal(in: store)
    #expect(store.isOpen(journal.id))
    #expect(throws: Journal.Fault.self) { try Journal(opening: journal.id, in: store) }
    withExtendedLifetime(journal) {}
  }
}

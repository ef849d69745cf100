import FlowKit
import Foundation
import Synchronization
import TestSupport
import Testing
import Wizard

/// I3: what was taken is on disk.
struct JournalTests {
  private static let began = Event.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0"))

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `file and folders are for their owner alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/state/fairway/sessions"
    let journal = Journal(in: SessionStore(folder: path))
    #expect(try mode(journal.path) == 0o600)
    for part in ["/state", "/state/fairway", "/state/fairway/sessions"] {
      #expect(try mode(folder.path + part) == 0o700)
    }
    #expect(journal.path == "\(path)/\(journal.id).jsonl")
  }

  @Test func `the id is the time of the start, and two sessions of one second differ`() throws {
    let folder = try TemporaryFolder()
    let time = Date(timeIntervalSince1970: 1_795_231_800.25)
    let ids = (0..<3).map { _ in Journal(in: SessionStore(folder: folder.path), clock: { time }).id }
    #expect(ids == ["20261121T033000", "20261121T033000-1", "20261121T033000-2"])
  }

  @Test func `events come back in order, counted without a gap`() throws {
    let folder = try TemporaryFolder()
    let journal = Journal(in: SessionStore(folder: folder.path))
    let events: [Event] = [Self.began, .note("a\nb"), .back, .ended(.quit)]
    for event in events {
      journal.append(event)
      #expect(try JournalFile.read(journal.path).last?.event == event)
    }
    let entries = try JournalFile.read(journal.path)
    #expect(entries.map(\.event) == events)
    #expect(entries.map(\.sequence) == [1, 2, 3, 4])
  }

  @Test func `a clock that steps back puts nothing out of order`() throws {
    let folder = try TemporaryFolder()
    let times = Mutex([100.0, 105, 90, 95, 110])
    let journal = Journal(in: SessionStore(folder: folder.path)) {
      Date(timeIntervalSince1970: times.withLock { $0.isEmpty ? 0 : $0.removeFirst() })
    }
    for _ in 0..<5 { journal.append(.back) }
    #expect(try JournalFile.read(journal.path).map { $0.time.timeIntervalSince1970 } == [105, 105, 105, 110, 110])
  }

  @Test(arguments: [
    "{\"schema\":1,\"se", "{",
    "{\"schema\":1,\"seq\":3,\"time\":\"2026-11-21T03:30:00.000Z\",\"type\":\"note\",\"data\":\"\u{fffd}",
  ])
  func `a torn last line is left out`(_ torn: String) throws {
    let folder = try TemporaryFolder()
    let journal = Journal(in: SessionStore(folder: folder.path))
    journal.append(Self.began)
    journal.append(.back)
    let text = try String(contentsOf: URL(filePath: journal.path), encoding: .utf8)
    let path = try folder.write("torn.jsonl", text + torn)
    #expect(try JournalFile.read(path).map(\.event) == [Self.began, .back])
  }

  @Test func `a last line that only lacks its end counts`() throws {
    let folder = try TemporaryFolder()
    let line = #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"back"}"#
    #expect(try JournalFile.read(try folder.write("x.jsonl", line)).map(\.event) == [.back])
    #expect(try JournalFile.read(try folder.write("y.jsonl", "")).isEmpty)
  }

  @Test(arguments: [
    "nonsense\n", #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"later"}"# + "\n",
    #"{"schema":3,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"back"}"# + "\n",
  ])
  func `a broken line before the last and a line of another schema are faults that name the line`(_ broken: String)
    throws
  {
    let folder = try TemporaryFolder()
    let good = #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"back"}"# + "\n"
    for text in [good + broken + good, good + broken] {
      let path = try folder.write("x.jsonl", text)
      let fault = #expect(throws: Journal.Fault.self) { try JournalFile.read(path) }
      #expect(fault?.description == "\(path): line 2 is not the event that belongs there")
    }
  }

  @Test func `a file that is not there is a fault`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Journal.Fault.self) { try JournalFile.read(folder.path + "/none.jsonl") }
    #expect(throws: Journal.Fault.self) { try JournalFile.read(folder.path) }
  }

  @Test func `a folder that cannot be made is a fault that says where and why, and events wait in memory`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("file", "x")
    let journal = Journal(in: SessionStore(folder: file + "/sessions"))
    #expect(journal.fault?.description == "\(file)/sessions: Not a directory")
    #expect(!journal.append(Self.began) && journal.entries.count == 1)
    try FileManager.default.removeItem(atPath: file)
    #expect(journal.append(.back) && journal.fault == nil)
    #expect(try JournalFile.read(journal.path).map(\.event) == [Self.began, .back])
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/fairway"),
    (["HOME": "/h"], "/h/.local/state/fairway"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/fairway"),
    (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/fairway"),
    ([:], "/tmp/.local/state/fairway"),
  ])
  func `journals stand in the folder for state of the XDG specification`(
    _ environment: [String: String], _ path: String
  ) {
    #expect(Folders.state { environment[$0] } == path)
  }

  @Test func `a session is the same after its journal is read`() throws {
    let folder = try TemporaryFolder()
    let journal = Journal(in: SessionStore(folder: folder.path))
    var session = try ShippedFlow.session()
    let document = try ShippedFlow.document("2-wrong-tag")
    let began = Event.began(Event.Began(flow: "image-pull", version: "1.0", hash: "", program: "0"))
    for event in [began, .evidence(EvidenceRecord(document))] {
      journal.append(event)
      session.apply(event)
    }
    for event in Diagnosis(session).events {
      journal.append(event)
      session.apply(event)
    }
    let library = try ShippedFlow.library
    let transcript = Transcript(id: journal.id, entries: try JournalFile.read(journal.path), library: library)
    #expect(transcript?.session.nodeID == session.nodeID)
    #expect(transcript?.session.facts == session.facts)
    #expect(transcript?.leaf?.id == "acr-correct-reference")
  }
}

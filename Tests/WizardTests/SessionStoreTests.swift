import FlowKit
import Foundation
import Glibc
import TestSupport
import Testing
import Wizard

/// What lies beside journals: evidence that is too long for a line, texts of flows, other sessions.
struct SessionStoreTests {
  private let folder: TemporaryFolder
  private let store: SessionStore

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(state: folder.path + "/state")
  }

  private func library() throws -> Library { try Flows.library([Flows.text(Flows.leaf("a"))]) }

  /// Evidence of a length in bytes that is no easy text: quotes, control characters, no newline at the end.
  private func text(_ length: Int) -> String {
    let line = "Failed \"to pull\"\t\u{1b}[31m ‹secret-1› → \\ \r\n"
    let text = String(repeating: line, count: length / line.utf8.count)
    return text + String(repeating: "x", count: length - text.utf8.count)
  }

  /// A session with documents, left.
  private func session(_ texts: String...) throws -> String {
    var walk = KeptWalk(try library(), in: store)
    for (index, text) in texts.enumerated() { walk.see(text, id: "paste-\(index)") }
    return walk.journal.id
  }

  private func files(_ id: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(store.folder)/\(id).files")
    return (names ?? []).sorted().map { "\(store.folder)/\(id).files/\($0)" }
  }

  private func documents(_ id: String) throws -> [Document] {
    try store.entries(of: id).compactMap { if case .evidence(let record) = $0.event { record.document } else { nil } }
  }

  // MARK: - Side files

  @Test(arguments: [(0, 0), (1000, 0), (SideFiles.limit, 0), (SideFiles.limit + 1, 1), (3 * SideFiles.limit, 1)])
  func `evidence over the limit has a file of its own, and comes back byte for byte`(_ length: Int, _ count: Int)
    throws
  {
    let text = text(length)
    #expect(text.utf8.count == length)
    let id = try session(text)
    #expect(files(id).count == count)
    #expect(try documents(id).map(\.text) == [text])
    let journal = try String(contentsOf: URL(filePath: store.path(of: id)), encoding: .utf8)
    #expect(journal.contains("\"text\":") == (count == 0))
    for file in files(id) { #expect(try Data(contentsOf: URL(filePath: file)) == Data(text.utf8)) }
  }

  @Test(arguments: ["precious content", "{\"a\":1}", "", "a\nb\n", #"{"schema":9,"seq":1,"type":"x"}"#])
  func `a file that is no journal is not opened, and keeps every byte`(_ text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("notes.jsonl", text)
    #expect(throws: Journal.Fault.self) { try Journal(opening: "notes", in: SessionStore(folder: folder.path)) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `bytes that are no text come back as they were`() throws {
    var walk = KeptWalk(try library(), in: store)
    let bytes = (0...SideFiles.limit).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let document = Document(id: "b", title: "b", provenance: Provenance(.file, source: "b"), bytes: bytes)
    walk.record(.evidence(EvidenceRecord(document)))
    #expect(try documents(walk.journal.id).map(\.bytes) == [document.bytes])
  }

  @Test func `the same text twice is one file`() throws {
    let id = try session(text(40_000), text(40_001), text(40_000))
    #expect(files(id).count == 2)
    #expect(try documents(id).map(\.bytes.count) == [40_000, 40_001, 40_000])
  }

  @Test func `everything is for its owner alone, whatever the mask says`() throws {
    let mask = umask(0)
    defer { umask(mask) }
    let id = try session(text(40_000))
    for path in [folder.path + "/state", store.folder, "\(store.folder)/\(id).files", folder.path + "/state/flows"] {
      #expect(try mode(path) == 0o700, "\(path)")
    }
    let flows = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/flows")
    #expect(flows.count == 1)
    for path in flows.map({ folder.path + "/state/flows/" + $0 }) + files(id) + [store.path(of: id)] {
      #expect(try mode(path) == 0o600, "\(path)")
    }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a file that is absent or was altered is a fault that names it and its line`() throws {
    let id = try session("short", text(40_000))
    let file = try #require(files(id).first)
    let name = "\(store.folder)/\(id).files/" + (try #require(file.split(separator: "/").last))
    try Data("x".utf8).write(to: URL(filePath: file))
    var fault = #expect(throws: Journal.Fault.self) { try store.entries(of: id) }
    #expect(fault?.description == "\(store.path(of: id)): line 3: \(name): the file was altered")
    try FileManager.default.removeItem(atPath: file)
    fault = #expect(throws: Journal.Fault.self) { try Journal(opening: id, in: store) }
    #expect(fault?.description == "\(store.path(of: id)): line 3: \(name): No such file or directory")
  }

  @Test func `a file that went is written again with the next event of the same text`() throws {
    var walk = KeptWalk(try library(), in: store)
    walk.see(text(40_000), id: "one")
    try FileManager.default.removeItem(atPath: try #require(files(walk.journal.id).first))
    walk.see(text(40_000), id: "two")
    #expect(try documents(walk.journal.id).count == 2)
  }

  // MARK: - Whole files

  @Test func `a file is complete or absent, and one that is there stays`() throws {
    let path = folder.path + "/note.md"
    try FileBytes.put(Array("one".utf8), at: path, replaces: false)
    let fault = #expect(throws: FileBytes.Fault.self) {
      try FileBytes.put(Array("two".utf8), at: path, replaces: false)
    }
    #expect(fault?.reason == "it is there already")
    #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "one")
    try FileBytes.put(Array("three".utf8), at: path, replaces: true)
    #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "three")
    #expect(throws: FileBytes.Fault.self) { try FileBytes.put([], at: folder.path + "/none/x", replaces: true) }
    #expect(throws: FileBytes.Fault.self) { try FileBytes.put([], at: store.folder, replaces: true) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note.md"])
  }

  @Test func `what a crash left of a draft does not stand in the way`() throws {
    // In a container every Fairway may have the same process id.
    try folder.write(".note.md.\(getpid()).tmp", "torn")
    let path = folder.path + "/note.md"
    #expect(throws: Never.self) { try FileBytes.put(Array("whole".utf8), at: path, replaces: false) }
    #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "whole")
  }

  // MARK: - Flows

  @Test func `texts of flows are kept once, by their digest`() throws {
    let library = try library()
    let flow = library.reference(to: library.flows[0])
    _ = try (session(), session())
    let kept = folder.path + "/state/flows/\(flow.hash).yaml"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/flows") == ["\(flow.hash).yaml"])
    #expect(store.flowText(flow.hash) == library.text(of: flow.id))
    try Data("altered".utf8).write(to: URL(filePath: kept))
    #expect(store.flowText(flow.hash) == nil)
    for name in ["", "../sessions/x", "0000000000000000"] { #expect(store.flowText(name) == nil) }
  }

  // MARK: - Sessions

  @Test func `a session is found by its id, by the beginning of one, or as the last`() throws {
    try store.makeFolder()
    for id in ["20261121T033000", "20261121T033000-1", "20261122T000000", ".hidden"] {
      try Data().write(to: URL(filePath: store.path(of: id)))
    }
    try Data().write(to: URL(filePath: store.folder + "/notes.txt"))
    #expect(store.ids == ["20261122T000000", "20261121T033000-1", "20261121T033000"])
    for (name, id) in [("last", 0), ("20261122", 0), ("20261121T033000-", 1), ("20261121T033000", 2)] {
      #expect(try store.find(name) == store.ids[id])
    }
    let faults = [
      "2026": "the beginning of 3 sessions", "": "the beginning of 3 sessions", "x": "such session",
      "*": "such session",
    ]
    for (name, reason) in faults {
      let fault = #expect(throws: Journal.Fault.self) { try store.find(name) }
      #expect(fault?.reason.contains(reason) == true, "\(name): \(fault?.reason ?? "")")
    }
    let none = SessionStore(state: folder.path + "/none")
    #expect(none.ids.isEmpty)
    #expect(throws: Journal.Fault.self) { try none.find("last") }
  }

  @Test func `a session goes with its files, one that is open stays with them`() throws {
    let (id, other) = (try session(text(40_000)), try session(text(50_000)))
    #expect(store.size(of: id) > 40_000)
    let open = try Journal(opening: id, in: store)
    let fault = #expect(throws: Journal.Fault.self) { try store.remove(id) }
    #expect(fault?.isLocked == true && files(id).count == 1)
    withExtendedLifetime(open) {}
    try store.remove(other)
    #expect(store.ids == [id] && files(other).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(store.folder)/\(other).files"))
    #expect(throws: Journal.Fault.self) { try store.remove(other) }
  }

  @Test func `a session whose files are gone can be removed, and one without a journal is none`() throws {
    let id = try session(text(40_000))
    try FileManager.default.removeItem(atPath: "\(store.folder)/\(id).files")
    #expect(store.summary(of: id, try library()).state == .broken)
    try store.remove(id)
    #expect(store.ids.isEmpty)
  }
}

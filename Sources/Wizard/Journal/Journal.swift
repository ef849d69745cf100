package import FlowKit
package import FoundationEssentials
import Glibc

/// The file of one session: JSON Lines, appended and flushed to disk before anything is shown as taken.
///
/// While the disk is full or absent, events wait in memory; each further event tries to write them all.
package final class Journal {
  /// Why a journal cannot be written or read.
  package struct Fault: Error, CustomStringConvertible {
    package let path: String
    package let reason: String
    /// Whether another Fairway has the session open.
    package var isLocked = false
    package var description: String { "\(path): \(reason)" }
  }

  /// Id of the session: the name of the file without its extension.
  package private(set) var id: String
  package private(set) var entries: [JournalEntry] = []
  /// Why not everything is on disk; nil when everything is.
  package private(set) var fault: Fault?
  let store: SessionStore
  private let clock: @Sendable () -> Date
  private let stamp: String
  private var file: Int32 = -1
  /// Number of entries that are on disk.
  private var written = 0
  /// End of the last whole line.
  private var length = 0
  private var isReadOnly = false
  /// Whether events go to the disk at all.
  private var isKept = true
  /// What stands behind the last whole line of a session that is gone on with.
  private var tail = Tail.whole

  private enum Tail {
    case whole
    /// A line that lacks nothing but its end.
    case unended
    /// What a crash left.
    case torn
  }

  package var path: String { store.path(of: id) }

  /// Whether the evidence makes no suggestions in it, since somebody practises.
  package var isUnaided: Bool {
    if case .began(let began)? = entries.first?.event { began.source?.isUnaided == true } else { false }
  }

  /// Begins the file of a new session, readable by its owner alone; a disk that cannot be written is no error here.
  package init(in store: SessionStore, clock: @escaping @Sendable () -> Date = { Date() }) {
    self.store = store
    self.clock = clock
    stamp = String(Timestamp.text(clock()).prefix(19).filter { $0 != ":" && $0 != "-" })
    id = stamp
    do { try create() } catch { fault = error }
  }

  /// The events of a walk that nobody goes on with; nothing is written.
  package init(unkept clock: @escaping @Sendable () -> Date) {
    store = SessionStore(folder: "")
    self.clock = clock
    stamp = ""
    id = ""
    isKept = false
  }

  /// Opens a session to go on with it; what a crash left behind its last whole line is cut off.
  package init(opening id: String, in store: SessionStore, clock: @escaping @Sendable () -> Date = { Date() })
    throws(Fault)
  {
    self.store = store
    self.clock = clock
    self.id = id
    stamp = id
    let path = store.path(of: id)
    file = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw Fault(path: path, reason: FileBytes.Fault.last.reason) }
    guard Self.lock(file) else {
      throw Fault(path: path, reason: "another Fairway has this session open", isLocked: true)
    }
    let content = try JournalFile.read(path, descriptor: file, store.sideFiles(of: id))
    // Whatever the file is then, it is not ours to cut.
    guard !content.entries.isEmpty else { throw Fault(path: path, reason: "nothing was recorded") }
    entries = content.entries
    written = entries.count
    length = content.length
    tail = content.needsEnd ? .unended : .torn
  }

  /// Locks a file; whoever lists sessions holds it for a moment too.
  private static func lock(_ file: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(5000)
    }
    return false
  }

  /// Puts the end of the file in order before anything is written behind it.
  private func mend() throws(Fault) {
    switch tail {
    case .whole: return
    case .unended: try appendEnd()
    case .torn:
      guard ftruncate(file, off_t(length)) == 0 else {
        throw Fault(path: path, reason: FileBytes.Fault.last.reason)
      }
    }
    tail = .whole
  }

  /// The events of a session to look at; nothing is written.
  package init(reading id: String, in store: SessionStore) throws(Fault) {
    self.store = store
    self.id = id
    clock = { Date() }
    stamp = id
    isReadOnly = true
    entries = try store.entries(of: id)
  }

  deinit { if file >= 0 { close(file) } }

  /// Appends an event and waits until it is on disk; false when it only waits in memory.
  @discardableResult
  package func append(_ event: Event) -> Bool { append([event]) }

  /// Appends events at once.
  @discardableResult
  package func append(_ events: [Event]) -> Bool {
    if isReadOnly { return true }
    for event in events {
      // A clock that steps back puts nothing out of order.
      let time = max(entries.last?.time ?? .distantPast, clock())
      entries.append(JournalEntry(sequence: entries.count + 1, time: time, event: event))
    }
    guard isKept else { return true }
    do {
      try flush()
      fault = nil
    } catch {
      fault = error
    }
    return fault == nil
  }

  /// Begins a session: all of it is written at once, so that a crash leaves all or nothing that was shown.
  package func begin(_ events: [Event], _ session: inout Session) {
    var complete: [Event] = []
    for event in events {
      complete.append(stamped(session.complete(event)))
      session.apply(complete[complete.count - 1])
    }
    append(complete)
    for case .began(let began) in complete { keep(began.reference, session.library) }
  }

  /// Appends an event with what the session knows of it, and keeps the text of a flow that it enters.
  package func record(_ event: Event, in session: Session) -> Event {
    let event = stamped(session.complete(event))
    append(event)
    switch event {
    case .began(let began): keep(began.reference, session.library)
    case .answered(let answer): if let entered = answer.enters { keep(entered, session.library) }
    default: break
    }
    return event
  }

  /// What a command printed is as old as its event.
  private func stamped(_ event: Event) -> Event {
    guard case .evidence(var record) = event, record.provenance.origin == .command, record.provenance.time == nil else {
      return event
    }
    record.document.provenance.time = Timestamp.text(clock())
    return .evidence(record)
  }

  private func keep(_ flow: Event.FlowReference, _ library: Library) {
    if isKept, fault == nil, let text = library.text(of: flow.id) { store.keep(flow, text: text) }
  }

  private func flush() throws(Fault) {
    closeRemoved()
    if file < 0 { try create() } else { try mend() }
    var bytes: [UInt8] = []
    do {
      let files = store.sideFiles(of: id)
      for entry in entries[written...] { bytes += try entry.line(files) + [Byte.newline] }
    } catch {
      throw error as? Fault ?? Fault(path: path, reason: "\(error)")
    }
    do {
      try FileBytes.write(bytes, to: file)
    } catch {
      // What got there before the disk was full must not stand in the way of the next line.
      _ = ftruncate(file, off_t(length))
      throw Fault(path: path, reason: error.reason)
    }
    written = entries.count
    length += bytes.count
  }

  /// A file that somebody removed keeps nothing: all events are written anew.
  private func closeRemoved() {
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0, status.st_nlink == 0 else { return }
    close(file)
    (file, written, length, tail) = (-1, 0, 0, .whole)
  }

  /// A last line that is whole but for its end.
  private func appendEnd() throws(Fault) {
    do { try FileBytes.write([Byte.newline], to: file) } catch { throw Fault(path: path, reason: error.reason) }
    length += 1
  }

  private func create() throws(Fault) {
    try store.makeFolder()
    for number in 0..<1000 {
      let id = number == 0 ? stamp : "\(stamp)-\(number)"
      let path = store.path(of: id)
      let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
      if file < 0 {
        if errno == EEXIST { continue }
        throw Fault(path: path, reason: FileBytes.Fault.last.reason)
      }
      guard Self.lock(file) else {
        close(file)
        throw Fault(path: path, reason: "the file cannot be locked")
      }
      self.id = id
      self.file = file
      do { try FileBytes.syncFolder(store.folder) } catch { throw Fault(path: path, reason: error.reason) }
      return
    }
    throw Fault(path: store.path(of: stamp), reason: "a thousand sessions of this second are there already")
  }
}

/// The content of a journal's file.
package struct JournalFile {
  package var entries: [JournalEntry] = []
  /// Bytes up to the end of the last whole line.
  package var length = 0
  /// Whether the last line lacks nothing but its end.
  package var needsEnd = false

  /// Reads a journal; a torn last line is left out, a broken line before it is a fault.
  package static func read(_ path: String, _ files: SideFiles? = nil) throws(Journal.Fault) -> [JournalEntry] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Journal.Fault(path: path, reason: FileBytes.Fault.last.reason) }
    defer { close(descriptor) }
    return try read(path, descriptor: descriptor, files).entries
  }

  private static func isJSON(_ line: ArraySlice<UInt8>) -> Bool {
    struct Something: Decodable {}
    return (try? JSON.decoder.decode(Something.self, from: Data(line))) != nil
  }

  static func read(_ path: String, descriptor: Int32, _ files: SideFiles?) throws(Journal.Fault) -> JournalFile {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(descriptor) } catch { throw Journal.Fault(path: path, reason: error.reason) }
    var content = JournalFile()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Byte.newline)
      let line = bytes[start..<(end ?? bytes.count)]
      do {
        let entry = try JournalEntry.read(line, files)
        guard entry.sequence == content.entries.count + 1 else { throw Journal.Fault(path: path, reason: "") }
        content.entries.append(entry)
        content.length = end.map { $0 + 1 } ?? bytes.count
        content.needsEnd = end == nil
      } catch let fault as SideFileFault {
        throw Journal.Fault(path: path, reason: "line \(content.entries.count + 1): \(fault.reason)")
      } catch {
        // After a loss of power NUL bytes may stand for the part of the last line that never reached the disk.
        let isLast = end == nil || (end == bytes.count - 1 && line.contains(0))
        // A line of a later version is no torn one.
        if isLast, !isJSON(line) { break }
        throw Journal.Fault(path: path, reason: "line \(content.entries.count + 1) is not the event that belongs there")
      }
      start = (end ?? bytes.count) + 1
    }
    return content
  }
}

/// Why a file beside a journal cannot be used.
package struct SideFileFault: Error {
  package let reason: String
}

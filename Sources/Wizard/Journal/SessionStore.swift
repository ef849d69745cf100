package import FlowKit
package import FoundationEssentials
import Glibc

/// The folder of the sessions: `ID.jsonl` is a journal, `ID.files` holds what is too long for its lines.
///
/// Beside it, `flows` holds the texts of flows by their digest, so that a session reads the same after its flow was
/// edited.
package struct SessionStore: Sendable {
  package let folder: String
  /// The folder that everything else lies in.
  package let state: String

  /// The store of a state folder; nil for the one of the XDG base directory specification.
  package init(state: String? = nil) {
    self.state = state ?? Folders.state()
    folder = self.state + "/sessions"
  }

  /// The folder that the file of a session lies in.
  package init(folder: String) {
    self.folder = folder
    state = Self.parent(of: folder)
  }

  /// By its name alone, since the folder may not be there yet.
  private static func parent(of folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    guard let last = parts.last, last != ".." else { return folder + "/.." }
    let parent = parts.dropLast().joined(separator: "/")
    return folder.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent
  }

  private var flows: String { state + "/flows" }

  package func path(of id: String) -> String { "\(folder)/\(id).jsonl" }

  private func files(of id: String) -> String { "\(folder)/\(id).files" }

  /// Ids of all sessions, the newest first.
  package var ids: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }.map { String($0.dropLast(6)) }.sorted {
      Self.order($0) > Self.order($1)
    }
  }

  /// The time of an id, then the number among those of one second.
  private static func order(_ id: String) -> (String, Int, String) {
    let parts = id.split(separator: "-", maxSplits: 1)
    return (String(parts.first ?? ""), parts.count > 1 ? Int(parts[1]) ?? 0 : 0, id)
  }

  /// Makes the folder, for its owner alone; a folder of somebody else, or one that others may write, is a fault.
  package func makeFolder() throws(Journal.Fault) {
    try Self.make(folder)
    var status = stat()
    guard stat(folder, &status) == 0 else { throw Journal.Fault(path: folder, reason: FileBytes.Fault.last.reason) }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw Journal.Fault(path: folder, reason: "other users can write here; name another folder with --state-dir")
    }
  }

  private static func make(_ folder: String) throws(Journal.Fault) {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST {
        throw Journal.Fault(path: path, reason: FileBytes.Fault.last.reason)
      }
    }
  }

  // MARK: - Side files

  /// The files beside a journal.
  package func sideFiles(of id: String) -> SideFiles {
    let folder = files(of: id)
    return SideFiles(
      keep: { bytes in
        let name = Digest.hex(bytes)
        let path = "\(folder)/\(name).txt"
        if (try? FileBytes.read(path)) == bytes { return name }
        try Self.make(folder)
        do { try FileBytes.put(bytes, at: path, replaces: true) } catch let fault as FileBytes.Fault {
          throw Journal.Fault(path: path, reason: fault.reason)
        }
        return name
      },
      read: { name in
        let path = "\(folder)/\(name).txt"
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path) } catch let fault as FileBytes.Fault {
          throw SideFileFault(reason: "\(path): \(fault.reason)")
        }
        guard Digest.hex(bytes) == name else { throw SideFileFault(reason: "\(path): the file was altered") }
        return bytes
      },
      has: { access("\(folder)/\($0).txt", F_OK) == 0 })
  }

  // MARK: - Flows

  /// Keeps the text of a flow, if it is not there; a disk that cannot be written costs nothing but that.
  package func keep(_ flow: Event.FlowReference, text: String) {
    let path = "\(flows)/\(flow.hash).yaml"
    guard !flow.hash.isEmpty, access(path, F_OK) != 0, (try? Self.make(flows)) != nil else { return }
    try? FileBytes.put(Array(text.utf8), at: path, replaces: true)
  }

  /// The text of a flow by its digest.
  package var flowText: SessionFold.FlowText {
    let flows = flows
    return { hash in
      guard !hash.isEmpty, hash.allSatisfy(\.isHexDigit), let bytes = try? FileBytes.read("\(flows)/\(hash).yaml"),
        Digest.hex(bytes) == hash
      else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  // MARK: - Sessions

  /// The events of a session.
  package func entries(of id: String) throws(Journal.Fault) -> [JournalEntry] {
    try JournalFile.read(path(of: id), sideFiles(of: id))
  }

  /// A session by its id, by the unambiguous beginning of one, or `last`.
  package func find(_ name: String) throws(Journal.Fault) -> String {
    let ids = ids
    if name == "last", let id = ids.first { return id }
    if ids.contains(name) { return name }
    let found = ids.filter { $0.hasPrefix(name) }
    guard found.count == 1, !name.isEmpty else {
      let reason = found.isEmpty ? "there is no such session" : "it is the beginning of \(found.count) sessions"
      throw Journal.Fault(path: name, reason: reason)
    }
    return found[0]
  }

  /// Whether a Fairway has the session open at the moment.
  package func isOpen(_ id: String) -> Bool {
    let file = open(path(of: id), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// When the journal was written last; nil when it is not there.
  package func changed(_ id: String) -> Date? {
    var status = stat()
    guard stat(path(of: id), &status) == 0 else { return nil }
    return Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
  }

  /// Bytes on the disk of a session with everything beside its journal.
  package func size(of id: String) -> Int {
    let beside = (try? FileManager.default.contentsOfDirectory(atPath: files(of: id))) ?? []
    return ([path(of: id)] + beside.map { files(of: id) + "/" + $0 }).reduce(0) { sum, path in
      var status = stat()
      return sum + (stat(path, &status) == 0 ? Int(status.st_size) : 0)
    }
  }

  /// Deletes a session and what lies beside it; one that another Fairway has open stays, and that is a fault.
  package func remove(_ id: String) throws(Journal.Fault) {
    let journal = path(of: id)
    let file = open(journal, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw Journal.Fault(path: journal, reason: FileBytes.Fault.last.reason) }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw Journal.Fault(path: journal, reason: "another Fairway has this session open", isLocked: true)
    }
    let beside = files(of: id)
    do {
      if FileManager.default.fileExists(atPath: beside) { try FileManager.default.removeItem(atPath: beside) }
    } catch {
      throw Journal.Fault(path: beside, reason: "\(error)")
    }
    guard unlink(journal) == 0 else { throw Journal.Fault(path: journal, reason: FileBytes.Fault.last.reason) }
  }
}

/// Folders of the XDG base directory specification.
package enum Folders {
  /// Folder for state.
  package static func state(
    _ environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> String {
    // The specification wants relative values to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/fairway" }
    return (environment("HOME") ?? "/tmp") + "/.local/state/fairway"
  }

  /// Folder for configuration; nil without a home.
  package static func configuration(_ environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/fairway" }
    return environment("HOME").map { $0 + "/.config/fairway" }
  }
}

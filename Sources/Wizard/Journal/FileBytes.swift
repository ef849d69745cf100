import Glibc

/// Reads and writes whole files.
package enum FileBytes {
  /// Why a file cannot be read or written.
  package struct Fault: Error {
    package let reason: String
    /// Whether nothing is there.
    package private(set) var isAbsent = false

    package init(reason: String) { self.reason = reason }

    /// What the last call of the system complained about.
    static var last: Fault {
      var fault = Fault(reason: String(cString: strerror(errno)))
      fault.isAbsent = errno == ENOENT
      return fault
    }
  }

  /// Bytes of a file, or of standard input for `-`; what lies behind a bound is not read.
  package static func read(_ path: String, atMost bound: Int = .max) throws(Fault) -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { if path != "-" { close(file) } }
    return try read(file, atMost: bound)
  }

  /// Bytes of an open file from where it stands.
  static func read(_ file: Int32, atMost bound: Int = .max) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    var status = stat()
    if fstat(file, &status) == 0, status.st_size > 0 { result.reserveCapacity(min(Int(status.st_size), bound)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      result += chunk[..<count]
      if count == 0 || result.count >= bound { return result }
    }
  }

  /// Writes all bytes and waits until they are on the disk.
  static func write(_ bytes: [UInt8], to file: Int32) throws(Fault) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw .last }
      done += max(0, count)
    }
    // A pipe or a terminal has no disk.
    guard fsync(file) == 0 || errno == EINVAL || errno == EROFS else { throw .last }
  }

  /// Writes a file that is complete or absent: a new one is moved to its place when it is on the disk.
  ///
  /// - Parameter replaces: whether a file that is there may be replaced; otherwise it stays, and that is a fault.
  package static func put(_ bytes: [UInt8], at path: String, replaces: Bool) throws(Fault) {
    if let other = special(path) { return try writeThrough(bytes, other, replaces) }
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" : ""
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let draft = "\(folder).\(name).\(getpid()).tmp"
    // What a crash left: no other process has this id now.
    unlink(draft)
    let file = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .last }
    do {
      defer { close(file) }
      try write(bytes, to: file)
    } catch {
      unlink(draft)
      throw error
    }
    do { try place(draft, path, replaces) } catch {
      unlink(draft)
      throw error
    }
    try syncFolder(folder.isEmpty ? "." : folder)
  }

  /// What stands at a path that is no regular file: a link's end, a pipe, a device; nil for a file, or nothing.
  private static func special(_ path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return nil }
    return path
  }

  /// Writes into what is no regular file, which cannot be replaced by one.
  private static func writeThrough(_ bytes: [UInt8], _ path: String, _ replaces: Bool) throws(Fault) {
    var status = stat()
    let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    if isFile, !replaces { throw Fault(reason: "it is there already") }
    let file = open(path, O_WRONLY | O_CLOEXEC | (isFile ? O_TRUNC : 0))
    guard file >= 0 else { throw .last }
    defer { close(file) }
    try write(bytes, to: file)
  }

  /// Gives a finished draft its name.
  private static func place(_ draft: String, _ path: String, _ replaces: Bool) throws(Fault) {
    // A link fails where something is already, a renaming does not.
    if !replaces {
      if link(draft, path) == 0 {
        unlink(draft)
        return
      }
      let isLinkless = errno == EPERM || errno == ENOTSUP || errno == EOPNOTSUPP
      guard isLinkless, access(path, F_OK) != 0 else {
        throw isLinkless || errno == EEXIST ? Fault(reason: "it is there already") : .last
      }
    }
    guard rename(draft, path) == 0 else { throw .last }
  }

  /// Waits until a new name in a folder is on the disk.
  static func syncFolder(_ folder: String) throws(Fault) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw .last }
  }
}

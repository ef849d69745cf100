import Glibc

/// When files were written last, and how large they are: what tells that one changed.
package struct FileStamps: Equatable, Sendable {
  private let stamps: [String]

  /// Looks at files, and at the files of folders three levels deep.
  package init(_ paths: [String]) { stamps = paths.flatMap { Self.stamps($0, depth: 3) } }

  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func stamps(_ path: String, depth: Int) -> [String] {
    var info = stat()
    guard stat(path, &info) == 0 else { return ["\(path) absent"] }
    let own = "\(path) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec) \(info.st_size)"
    guard info.st_mode & S_IFMT == S_IFDIR, depth > 0, let folder = opendir(path) else { return [own] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return [own] + names.sorted().flatMap { stamps(path + "/" + $0, depth: depth - 1) }
  }
}

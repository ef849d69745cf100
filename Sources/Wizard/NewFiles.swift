import FoundationEssentials

/// Writes files that must not exist yet.
package enum NewFiles {
  /// Why a file was not written.
  package struct Fault: Error {
    package let path: String
    package let reason: String
  }

  /// Writes all of them, with the folders they stand in, or none when one exists.
  package static func write(_ files: [(path: String, text: String)], into folder: String) throws(Fault) {
    for file in files where FileManager.default.fileExists(atPath: folder + "/" + file.path) {
      throw Fault(path: folder + "/" + file.path, reason: "it exists already")
    }
    for file in files {
      let path = folder + "/" + file.path
      do {
        let parent = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
      } catch {
        throw Fault(path: path, reason: "\(error)")
      }
    }
  }
}

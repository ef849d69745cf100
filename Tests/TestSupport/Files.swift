package import FoundationEssentials

/// A folder of its own for one test; it goes with its last user.
package final class TemporaryFolder: Sendable {
  package let path: String
  package var url: URL { URL(filePath: path) }

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/fairway-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a folder in it, with those above.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  /// Writes a file and answers its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }
}

/// Files of the source tree, found from the test that asks.
package enum SourceTree {
  /// The root of the package.
  package static func root(_ file: String = #filePath) -> String {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.popLast(), last != "Tests" {}
    return parts.joined(separator: "/")
  }

  /// The text of a file below the root.
  package static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: root() + "/" + path)), as: UTF8.self)
  }

  /// Names of the Swift files in a folder below the root, without their extension, in order.
  package static func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root() + "/" + folder)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }
}

/// A picture of what came out before, kept in a file.
package enum Golden {
  /// What differs from the file; nil when nothing does.
  ///
  /// With RECORD=1 in the environment the file is written anew, and the test still fails.
  package static func difference(_ text: String, _ name: String, in folder: String) -> String? {
    let path = SourceTree.root() + "/Tests/" + folder + "/Goldens/" + name
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let parent = URL(filePath: path).deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try? Data(text.utf8).write(to: URL(filePath: path))
      return "\(name) was recorded anew; look at it, then run without RECORD"
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return "there is no \(path); record it first" }
    let wanted = String(decoding: data, as: UTF8.self)
    guard wanted != text else { return nil }
    let old = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [Substring]) -> String { first < lines.count ? String(lines[first]) : "nothing" }
    return "\(name), line \(first + 1): wanted \(line(old)), got \(line(new))\n\(text)"
  }
}

import FoundationEssentials
import Glibc

/// A text in a file of its own, for a program that takes a path.
///
/// A text on standard input would be simpler, but a program that ends before it has read it all stops this one: the
/// library leaves a descriptor open then and traps (swift-subprocess 1.0.2, its issue 367), or the pipe's signal comes.
enum HandedFile {
  /// Writes the text where this user alone can read it, hands the path on, and removes the file after that.
  static func with<Result>(_ text: String, _ body: (_ path: String) async throws -> Result) async throws -> Result {
    var template = Array((FileManager.default.temporaryDirectory.path + "/fairway-XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw FileBytes.Fault.last }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
      close(file)
      unlink(path)
    }
    try FileBytes.write(Array(text.utf8), to: file)
    return try await body(path)
  }
}

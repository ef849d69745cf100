import Foundation
import Testing

@testable import Wizard

/// Texts that are handed to other programs.
struct HandedFileTests {
  @Test func `A text stands in a file of this user's own, and is gone afterwards`() async throws {
    let text = String(repeating: "a line of it\n", count: 20_000)
    let path = try await HandedFile.with(text) { (path) async throws -> String in
      let read = try String(contentsOfFile: path, encoding: .utf8)
      let modes = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(read == text && modes == 0o600)
      return path
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// A program that read the text from a pipe could stop this process: the more often, the surer it is seen.
  @Test func `A tmux that ends without reading is only said`() async {
    let clipboard = Clipboard(["TMUX": "/nonexistent/socket,1,0"])
    await withTaskGroup(of: Clipboard.Place.self) { group in
      for _ in 0..<8 { group.addTask { await clipboard.giveToTmux(String(repeating: "x", count: 1 << 17)) } }
      for await place in group { #expect(place != .terminal) }
    }
  }
}

import Foundation
import Testing

/// Recordings in the hands of asciinema itself.
struct RecordingTests {
  private static let hasPlayer =
    (try? Program.run("/usr/bin/env", ["asciinema", "--version"]).status) == 0
    && (try? Program.run("/usr/bin/env", ["tmux", "-V"]).status) == 0

  @Test(.enabled(if: hasPlayer)) func `asciinema reads every byte of a recording`() throws {
    // asciinema wants a terminal even to print to a file.
    let terminal = try Tmux(width: 120, height: 40)
    _ = try Program.fairway("demo", "2", "--plain", input: "\n\n\na\nasked the team\nq\n", state: terminal.folder)
    let sessions = terminal.folder.appending(path: "fairway/sessions")
    let names = try FileManager.default.contentsOfDirectory(atPath: sessions.path)
    let id = try #require(names.first { $0.hasSuffix(".jsonl") }).dropLast(6)
    let cast = try Program.fairway("export", String(id), "--format", "asciicast", state: terminal.folder)
    #expect(cast.status == 0)
    try cast.output.write(to: terminal.folder.appending(path: "a.cast"), atomically: true, encoding: .utf8)
    try terminal.send("cd \(terminal.folder.path); asciinema cat a.cast > played; echo done-$?")
    try terminal.wait(for: "done-0")
    let played = try String(contentsOf: terminal.folder.appending(path: "played"), encoding: .utf8)
    #expect(played == (try Self.output(of: cast.output)))
    try terminal.send("clear; asciinema play -i 0.01 a.cast; echo end-$?")
    let screen = try terminal.wait(for: "end-0")
    #expect(screen.contains("What to do"))
  }

  /// What a recording writes to a terminal.
  private static func output(of cast: String) throws -> String {
    try cast.split(separator: "\n").dropFirst().compactMap { row in
      let parts = try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [Any]
      return parts?[1] as? String == "o" ? parts?[2] as? String : nil
    }.joined()
  }
}

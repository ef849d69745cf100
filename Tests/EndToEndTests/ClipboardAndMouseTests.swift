import Foundation
import Testing

/// The clipboard and the mouse in a real terminal.
@Suite(.serialized) struct ClipboardAndMouseTests {
  private static let first = "Why is the container waiting?"

  /// A walk at its leaf.
  private func leaf(_ terminal: Tmux, _ environment: String = "") throws -> String {
    try terminal.send("\(environment) fairway demo 2 --mouse; echo done-$?")
    try terminal.wait(for: Self.first)
    try terminal.press("Enter", "Enter", "Enter")
    return try terminal.wait(for: "What to do")
  }

  @Test func `c puts a command into the buffer of tmux, as tmux is set up by default`() throws {
    let terminal = try Tmux(width: 160, height: 40)
    let screen = try leaf(terminal)
    try terminal.press("c")
    let said = try terminal.wait(for: "Sent to the clipboard and tmux's buffer: ")
    let buffer = try terminal.tmux("show-buffer")
    #expect(screen.contains(buffer.prefix(60)) && !buffer.contains("\n"), "\(buffer)")
    #expect(said.contains(buffer.prefix(60)))
    try terminal.press("2")
    try terminal.wait("another command") { _ in (try? terminal.tmux("show-buffer")) != buffer }
  }

  @Test func `A tmux that does not answer is said, and nothing waits for it`() throws {
    let terminal = try Tmux(width: 160, height: 40)
    _ = try leaf(terminal, "TMUX=/nonexistent/socket,1,0")
    try terminal.press("c")
    try terminal.wait(for: "Sent to the clipboard, but tmux did not take it: ")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  @Test func `Outside of tmux the terminal is told, if it listens`() throws {
    let terminal = try Tmux(width: 160, height: 40)
    try terminal.tmux("set", "-s", "set-clipboard", "on")
    _ = try leaf(terminal, "TMUX=")
    try terminal.press("c")
    let said = try terminal.wait(for: "Sent to the clipboard: ")
    try terminal.wait("tmux to obey") { _ in (try? terminal.tmux("show-buffer"))?.isEmpty == false }
    let buffer = try terminal.tmux("show-buffer")
    #expect(said.contains(buffer.prefix(60)))
  }

  @Test func `A click marks and takes an option, and the wheel scrolls`() throws {
    let terminal = try Tmux(width: 120, height: 40)
    try terminal.send("fairway demo 2 --mouse; echo done-$?")
    try terminal.wait(for: Self.first)
    try terminal.press("Enter")
    let screen = try terminal.wait(for: "What does the pull error say?")
    let row = try #require(
      screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("2 × 403") })
    try report(terminal, button: 0, column: 10, row: row)
    try terminal.wait(for: "▸ 2 × 403")
    let before = terminal.screen
    try report(terminal, button: 64, column: 100, row: 20)
    try terminal.wait("the evidence further up") { $0 != before && $0.contains("▸ 2 × 403") }
    try report(terminal, button: 65, column: 100, row: 20)
    try terminal.wait("the evidence as before") { $0 == before }
    try report(terminal, button: 0, column: 10, row: row)
    try terminal.wait("another question") { !$0.contains("What does the pull error say?") }
    try terminal.press("q")
    try terminal.wait(for: "done-0")
    #expect(try terminal.value("mouse_any_flag") == "0")
  }

  @Test func `Without the flag the mouse is the terminal's, even if somebody left it on`() throws {
    let terminal = try Tmux(width: 120, height: 40)
    try terminal.send("printf '\\033[?1000h\\033[?1006h'; fairway demo 2; echo done-$?")
    try terminal.wait(for: Self.first)
    #expect(try terminal.value("mouse_any_flag") == "0")
    #expect(try terminal.value("mouse_sgr_flag") == "0")
    try terminal.press("q")
    try terminal.wait(for: "done-0")
  }

  /// What a terminal sends when a button goes down and up, at a cell counted from 0.
  private func report(_ terminal: Tmux, button: Int, column: Int, row: Int) throws {
    try terminal.tmux(
      "send-keys", "-l", "\u{1b}[<\(button);\(column + 1);\(row + 1)M\u{1b}[<\(button);\(column + 1);\(row + 1)m")
  }
}

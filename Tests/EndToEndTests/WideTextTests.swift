import Foundation
import Testing

/// Evidence in other scripts, in a real terminal: the lines between the panes stay straight.
struct WideTextTests {
  private static let lines = [
    "漢字 イメージのプルに失敗しました：コンテナー", "한국어 이미지를 가져오지 못했습니다 각", "e\u{301}te\u{301} a\u{301}\u{302}\u{303}\u{304}\u{305}",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦 family, 👩🏽\u{200d}🚀 skin", "🇩🇪🇫🇷🇯🇵🇺 flags",
    "⚠\u{fe0f} ✔\u{fe0e} 1\u{fe0f}\u{20e3} keycap", "שלום עולם ושות׳",
    "مرحبا بالعالم", "\u{202e}reversed\u{202c} \u{2066}isolated\u{2069}", "a\tb\tc\t漢\td",
    "bell\u{7} esc\u{1b}[31mred\u{1b}[0m nul\u{0}end",
    "\u{9b}31m \u{85} c1", "z\u{200b}w\u{feff}s\u{ad}h", "क्षत्रिय हिन्दी", "ไทยที่นี่", "\u{1f9ff}\u{1fae0}\u{1fae8} new",
    "ᄀ\u{1161}\u{11a8} jamo",
    "\u{301}mark first", "ﷺ ﷽ wide ligature", "ｱｲｳ halfwidth ＡＢＣ", "\u{e000}\u{10ffff} private", "─│┼ lines █",
  ]

  @Test(arguments: [(120, 40), (80, 24)])
  func `Columns stay where they are`(width: Int, height: Int) throws {
    let terminal = try Tmux(width: width, height: height)
    let events = Self.lines.map { "  Warning  Failed  1m  kubelet  \($0) end" }
    let filler = (0..<80).map { "  Normal  Pulling  \($0)m  kubelet  Pulling image" }
    let text = (["Failed to pull image \"a.azurecr.io/b:1\": not found"] + events + filler).joined(separator: "\n")
    try text.write(to: terminal.folder.appending(path: "evidence"), atomically: true, encoding: .utf8)
    try terminal.send("cd $XDG_STATE_HOME; fairway run --evidence evidence")
    try terminal.wait(for: "Why is the container waiting?")
    try terminal.press("Tab", "g")
    try terminal.wait(for: "漢字")
    for _ in 0..<2 {
      let columns = try edges(of: terminal, height)
      #expect(columns == [width - 1], "the scroll bar ends in these columns:\n\(terminal.screen)")
      let before = terminal.screen
      try terminal.press("NPage")
      try terminal.wait("another page") { $0 != before }
    }
  }

  /// Columns behind the scroll bar in all rows that have one, as tmux counts its cells.
  private func edges(of terminal: Tmux, _ height: Int) throws -> Set<Int> {
    try terminal.tmux("copy-mode")
    defer { _ = try? terminal.tmux("send-keys", "-X", "cancel") }
    try terminal.tmux("send-keys", "-X", "top-line")
    var columns: Set<Int> = []
    for _ in 0..<height {
      try terminal.tmux("send-keys", "-X", "end-of-line")
      let cell = try terminal.tmux("display-message", "-p", "#{copy_cursor_x} #{copy_cursor_line}")
      let parts = cell.split(separator: " ", maxSplits: 1)
      if let last = parts.last?.last(where: { !$0.isWhitespace }), "│█".contains(last), let x = Int(parts[0]) {
        columns.insert(x)
      }
      try terminal.tmux("send-keys", "-X", "cursor-down")
    }
    return columns
  }
}

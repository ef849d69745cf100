import Foundation
import Testing

/// Kinds of terminals, colours and character sets, by what tmux shows of them.
@Suite(.serialized) struct TerminalKindTests {
  private static let first = "Why is the container waiting?"

  /// A screen that shows a demonstration; the environment is that of the shell, without what would choose colours.
  private func start(
    _ arguments: String, term: String = "xterm-256color", environment: String = "", size: (Int, Int) = (100, 30)
  ) throws -> Tmux {
    let terminal = try Tmux(width: size.0, height: size.1, term: term)
    try terminal.send("unset NO_COLOR COLORFGBG COLORTERM STY")
    try terminal.send("\(environment) fairway demo 2 \(arguments); echo done-$?")
    try terminal.wait(for: Self.first)
    return terminal
  }

  /// The screen with the sequences that set colours.
  private func coloured(_ terminal: Tmux) throws -> String { try terminal.tmux("capture-pane", "-e", "-p") }

  private func hasColour(_ terminal: Tmux) throws -> Bool {
    try coloured(terminal).firstMatch(of: /\[[0-9;]*(3[0-7]|4[0-7]|38|48)[;m]/) != nil
  }

  private func end(_ terminal: Tmux) throws {
    try terminal.press("q")
    try terminal.wait(for: "done-0")
    #expect(terminal.screen.contains("fairway export"))
  }

  @Test(arguments: [
    ("xterm-256color", "[38;5;117m"), ("screen-256color", "[38;5;117m"), ("tmux-256color", "[38;5;117m"),
    ("screen", "[35m"), ("linux", "[35m"), ("vt100", ""),
  ])
  func `Each kind of terminal gets the colours that it has`(term: String, title: String) throws {
    let terminal = try start("", term: term)
    let hasColour = try hasColour(terminal)
    #expect(hasColour == !title.isEmpty)
    let coloured = try coloured(terminal)
    #expect(title.isEmpty || coloured.contains(title))
    #expect(terminal.screen.contains("─") && terminal.screen.contains("▸") == (term != "linux"))
    try terminal.press("Enter")
    try terminal.wait(for: "What does the pull error say?")
    try end(terminal)
  }

  @Test(arguments: [
    ("NO_COLOR=1", "", false), ("NO_COLOR=", "", true), ("NO_COLOR=1", "--color always", true),
    ("", "--color never", false), ("NO_COLOR=1", "--theme light", false), ("", "--theme mono", false),
  ])
  func `NO_COLOR, flags and colours`(environment: String, flags: String, isColoured: Bool) throws {
    let terminal = try start(flags, environment: environment)
    #expect(try hasColour(terminal) == isColoured)
    // What is selected is reversed where no colour tells it.
    #expect(try coloured(terminal).contains(isColoured ? "[48;5;25m" : "[7m"))
    try end(terminal)
  }

  @Test func `A theme is that of the flag, else that of COLORFGBG`() throws {
    #expect(try coloured(start("--theme light")).contains("[38;5;24m"))
    #expect(try coloured(start("", environment: "COLORFGBG='0;15'")).contains("[38;5;24m"))
    #expect(try coloured(start("--theme 16")).contains("[35m"))
    #expect(try coloured(start("--theme dark", environment: "COLORFGBG='0;15'")).contains("[38;5;117m"))
  }

  @Test func `A terminal that says its background is light is drawn light`() throws {
    let terminal = try Tmux(width: 100, height: 30)
    // tmux answers with the colour of the pane.
    try terminal.tmux("set", "-g", "window-style", "bg=#fdf6e3")
    try terminal.send("unset NO_COLOR COLORFGBG; fairway demo 2; echo done-$?")
    try terminal.wait(for: Self.first)
    try terminal.wait("the light palette") { _ in (try? coloured(terminal))?.contains("[38;5;24m") == true }
    #expect(try !coloured(terminal).contains("[38;5;117m"))
    #expect(terminal.screen.contains("step 1") && terminal.screen.contains("▸ 4"), "the answer was no key")
    try end(terminal)
  }

  @Test func `Where a number is red, green and blue, the palette is sent so`() throws {
    let terminal = try Tmux(width: 100, height: 30)
    let source = """
      fairway-direct|xterm whose colours are numbers,
      \tRGB, colors#0x1000000, pairs#0x7fff, use=xterm-256color,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      """
    try source.write(to: terminal.folder.appending(path: "direct.ti"), atomically: true, encoding: .utf8)
    try terminal.send("cd $XDG_STATE_HOME; tic -x -o ti direct.ti; unset NO_COLOR")
    try terminal.send("TERMINFO=$PWD/ti TERM=fairway-direct fairway demo 2")
    try terminal.wait(for: Self.first)
    #expect(try coloured(terminal).contains("[38;2;135;215;255m"))
  }

  @Test(arguments: ["LC_ALL=en_US.ISO-8859-1", "LC_ALL=POSIX", "LC_ALL= LC_CTYPE= LANG= TERM=vt100"])
  func `A locale that is not UTF-8 gets ASCII`(environment: String) throws {
    let terminal = try start("", environment: environment)
    #expect(terminal.screen.unicodeScalars.first { !$0.isASCII } == nil)
    #expect(terminal.screen.contains("-- Why is") && terminal.screen.contains(" > 4 It waits"))
    #expect(terminal.screen.contains("up/down choose  enter answer"))
    try end(terminal)
  }

  @Test(arguments: ["LC_ALL=C", "LC_ALL= LC_CTYPE= LANG=", "LC_ALL=xx_XX.UTF-8"])
  func `A locale that names no other set gets UTF-8`(environment: String) throws {
    let terminal = try start("", environment: environment)
    #expect(terminal.screen.contains("── Why is") && terminal.screen.contains("⏎ answer"))
    try end(terminal)
  }

  @Test func `An unknown terminal gets a message and plain lines`() throws {
    let terminal = try Tmux(width: 140, height: 30)
    try terminal.send("TERM=foo fairway demo 1; echo done-$?")
    try terminal.wait(for: "> number")
    try terminal.send("q")
    try terminal.wait(for: "done-0")
    #expect(terminal.screen.contains("terminal type \"foo\" (TERM) is unknown"))
    try terminal.send("clear; TERM=foo fairway replay last; echo done-$?")
    try terminal.wait(for: "going on with plain lines")
  }
}

import Testing

@testable import TerminalUI

@Suite struct LooksTests {
  @Test(arguments: [
    (256, [:], "dark"), (256, ["COLORFGBG": "0;15"], "light"), (256, ["COLORFGBG": "15;default;0"], "dark"),
    (256, ["NO_COLOR": "1"], "mono"), (256, ["NO_COLOR": ""], "dark"), (16, [:], "16"), (8, [:], "16"),
    (0, [:], "mono"), (1 << 24, [:], "dark"),
  ])
  func `the terminal and the environment choose`(colours: Int, environment: [String: String], expected: String) {
    #expect(Looks().palette(colours: colours, environment: environment).name == expected)
  }

  @Test(arguments: [
    (Looks(colour: .always), 256, "dark"), (Looks(colour: .always), 8, "16"), (Looks(colour: .always), 0, "mono"),
    (Looks(colour: .never, theme: .light), 256, "mono"), (Looks(theme: .light), 256, "mono"),
    (Looks(colour: .always, theme: .light), 256, "light"), (Looks(colour: .always, theme: .light), 8, "16"),
    (Looks(colour: .always, theme: .sixteen), 256, "16"), (Looks(colour: .always, theme: .sixteen), 0, "mono"),
    (Looks(colour: .always, theme: .mono), 256, "mono"),
  ])
  func `flags win over NO_COLOR, and no theme over the terminal`(looks: Looks, colours: Int, expected: String) {
    #expect(looks.palette(colours: colours, environment: ["NO_COLOR": "1", "COLORFGBG": "15;0"]).name == expected)
  }

  @Test func `every theme is a palette`() {
    for theme in Looks.Theme.allCases where theme != .auto { #expect(Palette.named(theme.rawValue) != nil) }
    #expect(Palette.all.count == Looks.Theme.allCases.count - 1)
  }

  @Test(arguments: [
    (Looks(), 256, [:], true), (Looks(), 8, [:], false), (Looks(theme: .dark), 256, [:], false),
    (Looks(), 256, ["COLORFGBG": "15;0"], false), (Looks(), 256, ["NO_COLOR": "1"], false),
    (Looks(), 256, ["TERM": "linux-16color"], false),
  ])
  func `the terminal is asked only where nothing else tells`(
    looks: Looks, colours: Int, environment: [String: String], isAsked: Bool
  ) {
    #expect(looks.needsBackground(colours: colours, environment: environment) == isAsked)
  }

  @Test(arguments: [
    ("]11;rgb:ffff/ffff/ffff", true), ("]11;rgb:fd/f6/e3", true), ("]11;rgb:0000/0000/0000", false),
    ("]11;rgb:0000/2b2b/3636", false), ("]11;rgba:ffff/ffff/ffff/ffff", true), ("]11;?", nil), ("]11;rgb:f/f", nil),
    ("]11;rgb:zz/zz/zz", nil), ("]11;rgb:fffffffff/f/f", nil), ("[?62;4c", nil), ("", nil),
  ])
  func `the answer tells light from dark`(answer: String, isLight: Bool?) {
    #expect(Background.isLight(answer: answer) == isLight)
  }
}

@Suite struct CharsetTests {
  @Test(arguments: [
    ([:], Charset.utf8), (["LC_ALL": "C"], .utf8), (["LANG": "de_DE.UTF-8"], .utf8), (["LANG": "C.utf8"], .utf8),
    (["LANG": "en_US.ISO-8859-1"], .ascii), (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], .ascii),
    (["LC_ALL": "", "LC_CTYPE": "de_DE.ISO-8859-15@euro", "LANG": "en_US.UTF-8"], .ascii),
    (["LC_CTYPE": "en_US.UTF-8", "LANG": "de_DE.ISO-8859-1"], .utf8), (["LANG": "en_US.UTF-8@euro"], .utf8),
    (["TERM": "vt100"], .ascii), (["TERM": "vt220", "LANG": "C"], .ascii),
    (["TERM": "vt100", "LANG": "C.UTF-8"], .utf8),
    (["TERM": "vte-256color"], .utf8), (["TERM": "linux"], .console), (["TERM": "linux", "LC_ALL": "POSIX"], .ascii),
  ])
  func `names of locale and terminal decide`(environment: [String: String], expected: Charset) {
    #expect(Charset(environment) == expected)
  }

  @Test func `stand-ins take the same columns, and a console keeps its letters and lines`() {
    var picture = Buffer(Size(width: 24, height: 1))
    picture.put("─▸ é Ж 漢😀 e\u{301}⏎ … ↺", x: 0, y: 0, in: picture.area)
    #expect(picture.shown(in: .utf8) == picture)
    #expect(picture.shown(in: .ascii).text == "-> ? ? ???? e/ ~ @")
    #expect(picture.shown(in: .console).text == "─> é Ж ???? e/ ~ @")
    for charset in [Charset.console, .ascii] {
      #expect(picture.shown(in: charset).row(0).allSatisfy { $0.width == 1 })
    }
  }

  @Test func `keys have words where their pictures are missing`() {
    #expect(Charset.utf8.key("⏎") == "⏎")
    #expect(Charset.console.key("⏎") == "enter" && Charset.console.key("↑↓") == "↑↓")
    #expect(Charset.ascii.key("↑↓") == "up/down" && Charset.ascii.key("q") == "q")
  }
}

@Suite struct ClipboardSequenceTests {
  @Test func `a text is sent as it is, and up to the limit`() {
    #expect(ClipboardSequence.of("kubectl", environment: [:]) == "\u{1b}]52;c;a3ViZWN0bA==\u{7}")
    #expect(ClipboardSequence.of(String(repeating: "x", count: 74_001), environment: [:]) == nil)
    #expect(ClipboardSequence.of(String(repeating: "x", count: 74_000), environment: [:]) != nil)
  }

  @Test func `GNU screen gets it in pieces that it hands on`() throws {
    let text = String(repeating: "kubectl get pods ", count: 60)
    let plain = try #require(ClipboardSequence.of(text, environment: [:]))
    let sent = try #require(ClipboardSequence.of(text, environment: ["STY": "1.pts"]))
    let pieces = sent.split(separator: "\u{1b}\\")
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1b}P") && $0.utf8.count < 256 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == plain)
    #expect(ClipboardSequence.of(text, environment: ["STY": "1.pts", "TMUX": "/tmp/x,1,0"]) == plain)
  }
}

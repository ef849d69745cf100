import FlowKit
import Foundation
import TestSupport
import Testing

/// Words that are put into command lines.
struct QuotingTests {
  @Test(arguments: [
    ("abc", "abc"), ("a-b_c.d/e:f=g,h@i+j%k", "a-b_c.d/e:f=g,h@i+j%k"), ("", "''"), ("a b", "'a b'"),
    ("it's", "\"it's\""), ("'", "\"'\""), ("it's $5", "'it'\\''s $5'"), ("a'!b", "'a'\\''!b'"),
    ("a'\"b", "'a'\\''\"b'"), ("a'`b", "'a'\\''`b'"), ("a'\\b", "'a'\\''\\b'"),
    ("[?a=='b' || c]", "\"[?a=='b' || c]\""), ("$HOME", "'$HOME'"), ("a\nb", "'a\nb'"), ("`x`", "'`x`'"),
    ("<name>", "'<name>'"), ("ä", "'ä'"), ("~", "'~'"), ("a'\u{301}b", "\"a'\u{301}b\""),
    ("a'\u{301}$b", "'a'\\''\u{301}$b'"),
  ])
  func `a word for a POSIX shell`(_ word: String, _ quoted: String) {
    #expect(Array(Quoting.quote(word, for: .posix).unicodeScalars) == Array(quoted.unicodeScalars))
  }

  @Test(arguments: [
    ("abc", "abc"), ("a-b_c.d/e:f", "a-b_c.d/e:f"), ("", "''"), ("a b", "'a b'"), ("it's", "'it''s'"),
    ("$x", "'$x'"), ("a,b", "'a,b'"), ("@x", "'@x'"), ("%x", "'%x'"), ("-x", "'-x'"), ("a`b", "'a`b'"),
    ("a‘b", "'a‘‘b'"), ("a’b", "'a’’b'"), ("a‚b‛c", "'a‚‚b‛‛c'"), ("a'\u{301}b", "'a''\u{301}b'"),
  ])
  func `a word for PowerShell`(_ word: String, _ quoted: String) {
    #expect(Array(Quoting.quote(word, for: .powershell).unicodeScalars) == Array(quoted.unicodeScalars))
  }

  @Test func `words that a flow wrote for PowerShell stay, and one with a blank keeps its quotes`() {
    for (word, quoted) in [
      ("-Name", "-Name"), ("$rg", "$rg"), ("A B C", "'A B C'"), ("| Set-X @{a=1}", "| Set-X @{a=1}"), ("", "''"),
    ] {
      #expect(Quoting.quote(word, for: .powershell, isTemplate: true) == quoted)
    }
  }

  @Test func `a quoted word comes back from a real shell as one argument`() throws {
    var chance = Chance(seed: 20_261_121)
    let words = (0..<300).map { _ in chance.word() } + ["", "'", "''", "\\", "$(id)", "a\nb\n", "'; id; '", "-n", "!!"]
    let folder = try TemporaryFolder()
    let script =
      "out() { printf '%s\\0' \"$#\" \"$@\"; }\n"
      + words.map { "out \(Quoting.quote($0, for: .posix))\n" }.joined()
    let file = try folder.write("script", script)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [file]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let output = try #require(try pipe.fileHandleForReading.readToEnd())
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    let parts = output.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    #expect(parts.count == words.count * 2 + 1)
    for (index, word) in words.enumerated() where index * 2 + 1 < parts.count {
      #expect(parts[index * 2] == Array("1".utf8), "\(word.debugDescription)")
      #expect(parts[index * 2 + 1] == Array(word.utf8), "\(word.debugDescription)")
    }
  }

  @Test func `a command line that is split again gives the words that were quoted`() throws {
    var chance = Chance(seed: 7)
    for _ in 0..<300 {
      let words = (0..<3).map { _ in chance.word().filter { !"'\"\\$`".contains($0) && $0.isASCII } }
      let line = words.map { Quoting.quote($0, for: .posix) }.joined(separator: " ")
      #expect(try CommandLineWords.split(line) == words)
    }
  }
}

/// Numbers that look random and are the same on every run.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private static let nasty: [String] = [
    "'", "\"", "\\", "$", "`", "$(id)", ";", "|", "&", "\n", "\t", " ", "*", "?", "[", "]", "{", "}", "(", ")", "<",
    ">",
    "#", "~", "!", "%", "=", "-", "--", "a", "Z", "0", ".", "/", "ä", "😀", "\u{301}", "\u{200b}", "\u{202e}",
    "\u{1b}[31m",
    "\u{7f}", "\u{9b}", "\r\n", "‘", "’", "${IFS}", "&&", "||", "\u{feff}",
  ]

  /// Up to twelve pieces that a shell, a terminal or a reader could stumble over; never a NUL.
  mutating func word() -> String {
    (0..<Int.random(in: 0...12, using: &self)).map { _ in
      Self.nasty[Int.random(in: 0..<Self.nasty.count, using: &self)]
    }.joined()
  }
}

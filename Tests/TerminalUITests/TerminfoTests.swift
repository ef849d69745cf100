import Foundation
import Testing

@testable import TerminalUI

@Suite struct TerminfoTests {
  @Test func `Every description is a compiled one of the terminal that its file is named after`() throws {
    #expect(Terminfo.names.count > 10)
    for name in Terminfo.names {
      let (found, text) = try #require(Terminfo.description(of: name))
      #expect(found == name && text.hasPrefix("b64:"))
      let bytes = [UInt8](try #require(Data(base64Encoded: String(text.dropFirst(4)))))
      // The two forms of the database: numbers of 16 bits, or of 32. The names stand behind a head of twelve bytes.
      #expect(bytes[1] == 0x01 && bytes[0] == 0x1A || bytes[1] == 0x02 && bytes[0] == 0x1E, "\(name)")
      let names = String(decoding: bytes[12...].prefix { $0 != 0 }, as: UTF8.self).split(separator: "|")
      #expect(names.contains { $0 == name }, "\(names)")
    }
  }

  @Test(arguments: [
    ("xterm-kitty", "kitty"), ("xterm-ghostty", "xterm-256color"), ("alacritty", "xterm-256color"),
    ("xterm-new", "xterm"), ("xterm-new-256color", "xterm-256color"), ("screen.xterm-256color", "screen-256color"),
    ("screen.linux", "screen"), ("tmux-direct", "tmux"), ("putty", "xterm"),
  ])
  func `A terminal without a description of its own has that of one that does what it does`(
    terminal: String, name: String
  ) {
    #expect(Terminfo.description(of: terminal)?.name == name)
  }

  @Test(arguments: ["", "foo", "dumb", "xterms", "vt9", "../xterm", "unknown"])
  func `Of others nothing is guessed`(terminal: String) {
    #expect(Terminfo.description(of: terminal) == nil)
  }
}

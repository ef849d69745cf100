import FlowKit
import Testing

/// Words in the lines of a document.
struct LineSearchTests {
  private static func document(_ text: String) -> Document {
    Document(id: "d", title: "d", provenance: Provenance(.paste, source: "x"), text: text)
  }

  @Test(arguments: [
    ("a", "a\nb\nAa\n", [0, 2]), ("Unauthorized", "x 401 UNAUTHORIZED\n\nunauthorizeD y", [0, 2]),
    ("aab", "aaab\naabaab\nab", [0, 1]), ("ä", "Ä\nä\n", [1]), ("zz", "", []), ("b\r", "ab\r\nb", [0]),
    ("longer than any line", "short\nlonger", []), ("x", "x", [0]), (" ", "ab\n \n", [1]),
  ])
  func `lines with a word are found once each, in order`(_ word: String, _ text: String, _ lines: [Int]) throws {
    let search = try #require(LineSearch(word))
    #expect(search.lines(of: Self.document(text)).lines == lines)
  }

  @Test func `an empty word is no search`() { #expect(LineSearch("") == nil) }

  @Test func `pieces of a search make the whole`() throws {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<60 {
      let text = (0..<random(40)).map { _ in
        String((0..<random(12)).map { _ in "abAB "["abAB ".index("abAB ".startIndex, offsetBy: random(5))] })
      }
      .joined(separator: "\n")
      let document = Self.document(text)
      let word = String((0...random(3)).map { _ in "abB"["abB".index("abB".startIndex, offsetBy: random(3))] })
      let search = try #require(LineSearch(word))
      let wanted = (0..<document.lineCount).filter { document.line($0).lowercased().contains(word.lowercased()) }
      #expect(search.lines(of: document).lines == wanted, "\(word) in \(text)")
      var pieces: [Int] = []
      var next: Int? = 0
      while let line = next {
        let found = search.lines(of: document, from: line, bytes: 5)
        pieces += found.lines
        #expect(found.next.map { $0 > line } != false)
        next = found.next
      }
      #expect(pieces == wanted)
    }
  }
}

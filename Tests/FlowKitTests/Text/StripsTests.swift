import Testing

@testable import FlowKit

/// Lines that are too long to be shown at once.
struct StripsTests {
  private static func document(_ text: String) -> Document {
    Document(id: "a", title: "a", provenance: Provenance(.file, source: "a"), text: text)
  }

  private static let texts = [
    "", "short", "first\n" + String(repeating: "word ", count: 5000) + "\nlast", String(repeating: "é", count: 9000),
    String(repeating: "x", count: 4096) + "\n" + String(repeating: "\r", count: 9000) + "\n"
      + String(repeating: "y", count: 4161) + "\n" + String(repeating: " ", count: 12_289),
  ]

  @Test(arguments: texts) func `the strips of a line are the line, cut between characters`(_ text: String) {
    let document = Self.document(text)
    var strip = 0
    for line in 0..<document.lineCount {
      #expect(document.strips.strip(ofLine: line) == strip)
      var joined = ""
      for part in 0..<document.strips.count(ofLine: line) {
        #expect(document.strips.place(of: strip) == (line, part))
        let range = document.range(ofLine: line, part: part)
        #expect(range.count <= Strips.size + 100)
        joined += document.string(range)
        strip += 1
      }
      #expect(joined == document.line(line))
    }
    #expect(document.strips.count == strip)
  }

  @Test(arguments: texts) func `every byte of a line is found in its strip`(_ text: String) {
    let document = Self.document(text)
    for line in 0..<document.lineCount {
      let whole = document.range(ofLine: line)
      for offset in stride(from: 0, to: whole.count, by: 61) {
        let (strip, start) = document.strip(ofLine: line, offset: offset)
        let place = document.strips.place(of: strip)
        let range = document.range(ofLine: place.line, part: place.part)
        #expect(place.line == line && range.contains(whole.lowerBound + offset))
        #expect(range.lowerBound - whole.lowerBound == start)
      }
    }
  }

  @Test func `characters of a long line are counted as in a short one`() {
    let document = Self.document("abc\n" + String(repeating: "é", count: 5000))
    #expect(document.offsets(ofLine: 0, characters: 1..<2) == 1..<2)
    #expect(document.offsets(ofLine: 1, characters: 4000..<4001) == 8000..<8002)
    #expect(LineSearch("C")?.offset(in: document, line: 0) == 2)
    #expect(LineSearch("d")?.offset(in: document, line: 0) == nil)
  }
}

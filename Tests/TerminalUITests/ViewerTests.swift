import Testing

@testable import TerminalUI

@Suite struct ViewerTests {
  /// Ten lines; line 3 takes three rows at 10 columns.
  static let lines: [StyledLine] = (0..<10).map {
    $0 == 3 ? "three aaaaa bbbbb ccccc" : StyledLine("line \($0)")
  }
  static let area = Rect(x: 0, y: 0, width: 11, height: 4)
  static let size = TextViewer<[StyledLine]>.textSize(in: area)

  private func draw(_ scroll: Scroll, _ lines: [StyledLine] = Self.lines) -> Buffer {
    var buffer = Buffer(Self.area.size)
    buffer.draw(TextViewer(lines, scroll: scroll, hanging: 0), in: buffer.area)
    return buffer
  }

  @Test func top() {
    #expect(
      draw(Scroll()).text == """
        line 0    █
        line 1    │
        line 2    │
        three     │
        """)
  }

  @Test func end() {
    let end = Scroll.end(of: Self.lines, Self.size)
    #expect(end == Scroll(line: 6, row: 0))
    #expect(draw(end).text == "line 6    │\nline 7    │\nline 8    │\nline 9    █")
  }

  @Test func everythingFitsWithoutABar() {
    #expect(draw(Scroll(), ["one", "two"]).text == "one\ntwo\n\n")
    #expect(draw(Scroll(), []).text == "\n\n\n")
  }

  @Test(arguments: [
    (Scroll(), 0, Scroll()), (Scroll(), 3, Scroll(line: 3)), (Scroll(), 4, Scroll(line: 3, row: 1)),
    (Scroll(line: 3, row: 1), 3, Scroll(line: 4)), (Scroll(line: 4), -2, Scroll(line: 3, row: 2)),
    (Scroll(), 99, Scroll(line: 6)), (Scroll(line: 6), -99, Scroll()), (Scroll(line: 99, row: 7), 0, Scroll(line: 6)),
    (Scroll(line: -5, row: -5), 1, Scroll(line: 1)),
  ])
  func moving(from: Scroll, rows: Int, expected: Scroll) {
    #expect(from.moved(by: rows, in: Self.lines, Self.size) == expected)
  }

  @Test func showing() {
    let top = Scroll()
    #expect(top.showing(line: 2, in: Self.lines, Self.size) == top)
    #expect(top.showing(line: 3, offset: 18, in: Self.lines, Self.size) == Scroll(line: 3, row: 2))
    #expect(top.showing(line: 9, in: Self.lines, Self.size) == Scroll(line: 6))
    #expect(Scroll(line: 6).showing(line: 0, in: Self.lines, Self.size) == top)
    #expect(top.showing(line: 99, in: Self.lines, Self.size) == top)
  }

  @Test func marksInWrappedRows() {
    var line = StyledLine("oauth token: 401 Unauthorized")
    line.mark(line.text.offsets(ofCharacters: 13..<29), .mark)
    let buffer = draw(Scroll(), [line])
    #expect(buffer.text(in: .mark) == ["401", "Unauthoriz", "ed"])
  }

  @Test func visibleLines() {
    let viewer = TextViewer(Self.lines, scroll: Scroll(line: 3, row: 1), hanging: 0)
    #expect(viewer.visibleLines(in: Self.area) == 3..<5)
    #expect(TextViewer([StyledLine]()).visibleLines(in: Self.area).isEmpty)
  }

  @Test func onlyWhatIsSeenIsMade() {
    struct Endless: LineSource {
      var count: Int { 50_000_000 }
      func line(_ index: Int) -> StyledLine { StyledLine("line \(index)") }
    }
    let scroll = Scroll(line: 40_000_000).moved(by: 100, in: Endless(), Self.size)
    #expect(scroll == Scroll(line: 40_000_050))
    var buffer = Buffer(Self.area.size)
    buffer.draw(TextViewer(Endless(), scroll: scroll), in: buffer.area)
    #expect(buffer.text.hasPrefix("line "))
  }
}

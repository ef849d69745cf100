import Testing

@testable import TerminalUI

@Suite struct BufferTests {
  private func buffer(_ width: Int, _ height: Int = 1) -> Buffer { Buffer(Size(width: width, height: height)) }

  @Test func clipsAtEveryEdge() {
    var picture = buffer(6, 3)
    picture.put("abcdef", x: -2, y: 0, in: picture.area)
    picture.put("abcdef", x: 4, y: 1, in: picture.area)
    picture.put("abcdef", x: 0, y: 9, in: picture.area)
    picture.put("abcdef", x: 0, y: 2, in: Rect(x: 1, y: 2, width: 2, height: 1))
    #expect(picture.text == "cdef\n    ab\n bc")
  }

  @Test func wideCharacterAtTheEdgeLeavesASpace() {
    var picture = buffer(5)
    picture.put("漢字漢", x: 0, y: 0, in: picture.area)
    #expect(picture.text == "漢字")
    #expect(picture[4, 0].text == " ")
    picture.put("字", x: 1, y: 0, in: Rect(x: 0, y: 0, width: 2, height: 1))
    #expect(picture.row(0).reduce(0) { $0 + Int($1.width) } == 5)
  }

  @Test(arguments: [(0, "x 字"), (1, " x字"), (2, "漢x"), (3, "漢 x")])
  func overwritingHalfAWideCharacter(column: Int, expected: String) {
    var picture = buffer(4)
    picture.put("漢字", x: 0, y: 0, in: picture.area)
    picture.put("x", x: column, y: 0, in: picture.area)
    #expect(picture.text == expected)
    #expect(picture.row(0).reduce(0) { $0 + Int($1.width) } == 4)
  }

  @Test func combiningMarksStayWithTheirLetter() {
    var picture = buffer(4)
    #expect(picture.put("e\u{301}x", x: 0, y: 0, in: picture.area) == 2)
    #expect(picture[0, 0].text == "e\u{301}")
  }

  @Test func stylesOfSpans() {
    var picture = buffer(20)
    picture.put(StyledLine("token: 401 x", spans: [Span(7..<10, .mark)]), x: 0, y: 0, in: picture.area)
    #expect(picture.text(in: .mark) == ["401"])
  }

  @Test func spansFollowCleaning() {
    var picture = buffer(20)
    picture.put(StyledLine("\t\u{1b}[0m401", .dim, spans: [Span(5..<8, .mark)]), x: 0, y: 0, in: picture.area)
    #expect(picture.text(in: .mark) == ["401"])
    #expect(picture.text == "        ␛[0m401")
  }

  @Test func asciiKeepsWidths() {
    var picture = buffer(20)
    picture.put("──┬ ▸ 漢 … é 😀 ok", x: 0, y: 0, in: picture.area)
    #expect(picture.shown(in: .ascii).text == "--+ > ?? ~ ? ?? ok")
  }

  @Test func changesOfARow() {
    var old = buffer(10)
    old.put("abcdefghij", x: 0, y: 0, in: old.area)
    var new = old
    #expect(new.changes(inRow: 0, since: old) == nil)
    new.put("X", x: 3, y: 0, in: new.area)
    new.put("Y", x: 6, y: 0, in: new.area)
    #expect(new.changes(inRow: 0, since: old) == 3..<7)
    #expect(new.changes(inRow: 0, since: buffer(4)) == 0..<10)
  }

  @Test func changesDoNotCutWideCharacters() {
    var old = buffer(6)
    old.put("漢字漢", x: 0, y: 0, in: old.area)
    var new = old
    new.put("x", x: 3, y: 0, in: new.area)
    #expect(new.changes(inRow: 0, since: old) == 2..<4)
    #expect(old.changes(inRow: 0, since: new) == 2..<4)
  }

  @Test func emptySizes() {
    for size in [Size(width: 0, height: 0), Size(width: 0, height: 3), Size(width: 3, height: 0)] {
      var picture = Buffer(size)
      picture.put("text", x: 0, y: 0, in: picture.area)
      picture.fill(picture.area, with: "x")
      #expect(picture.text.allSatisfy { $0 == "\n" })
    }
  }
}

@Suite struct RectTests {
  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 40, height: 10)])
  func screenIsDividedWithoutGaps(size: Size) {
    let screen = Rect(size)
    let rows = screen.rows(.exact(1), .exact(1), .share(1), .exact(1), .exact(1))
    #expect(rows.map(\.height) == [1, 1, size.height - 4, 1, 1])
    #expect(rows.map(\.y) == [0, 1, 2, size.height - 2, size.height - 1])
    let columns = rows[2].columns(.share(1), .exact(1), .share(1))
    #expect(columns.map(\.width).reduce(0, +) == size.width)
    #expect(columns[2].right == size.width)
    #expect(abs(columns[0].width - columns[2].width) <= 1)
  }

  @Test func tooLittleRoom() {
    let rows = Rect(x: 0, y: 0, width: 9, height: 3).rows(.exact(2), .share(1), .exact(5), .exact(1))
    #expect(rows.map(\.height) == [2, 0, 1, 0])
    #expect(Rect(x: 0, y: 0, width: 3, height: 3).inset(horizontal: 2, vertical: 2).isEmpty)
  }

  @Test func shares() {
    #expect(Rect(x: 5, y: 0, width: 10, height: 1).columns(.share(1), .share(2)).map(\.width) == [3, 7])
    #expect(Rect(x: 5, y: 0, width: 10, height: 1).columns(.share(1), .share(2)).map(\.x) == [5, 8])
  }

  @Test func overlapAndCenter() {
    let area = Rect(x: 0, y: 0, width: 80, height: 24)
    #expect(area.centered(Size(width: 20, height: 4)) == Rect(x: 30, y: 10, width: 20, height: 4))
    #expect(area.centered(Size(width: 200, height: 40)) == area)
    #expect(area.overlap(with: Rect(x: 70, y: 20, width: 20, height: 9)) == Rect(x: 70, y: 20, width: 10, height: 4))
    #expect(area.overlap(with: Rect(x: 90, y: 20, width: 20, height: 9)).isEmpty)
    #expect(area.row(24).isEmpty && area.row(-1).isEmpty && !area.row(23).isEmpty)
  }
}

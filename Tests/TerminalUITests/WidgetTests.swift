import Testing

@testable import TerminalUI

/// What a widget draws on a screen of this size.
private func picture(_ widget: some Widget, _ width: Int, _ height: Int) -> Buffer {
  var buffer = Buffer(Size(width: width, height: height))
  buffer.draw(widget, in: buffer.area)
  return buffer
}

@Suite struct WidgetTests {
  @Test func label() {
    #expect(picture(Label("checkout-api"), 8, 1).text == "checkou…")
    #expect(picture(Label("ab", alignment: .center), 6, 1).text == "  ab")
    #expect(picture(Label("ab", alignment: .right), 6, 1).text == "    ab")
    #expect(picture(Label("ab", background: .header), 4, 1)[3, 0].style == .header)
  }

  @Test func paragraph() {
    let text = Paragraph("The kubelet repeats the answer.\n\nTwice.")
    #expect(picture(text, 12, 6).text == "The kubelet\nrepeats the\nanswer.\n\nTwice.\n")
    #expect(text.height(width: 12) == 5)
    #expect(picture(text, 12, 2).text == "The kubelet\nrepeats the…")
  }

  static let options = OptionList(
    [
      .init("401 Unauthorized", label: "1", note: "← evidence, line 58"), .init("403 Forbidden", label: "2"),
      .init("Something else / I can't tell", label: "3"),
    ], selected: 0)

  @Test func options() {
    let wide = picture(Self.options, 44, 4)
    #expect(
      wide.text == """
        ▸ 1 401 Unauthorized  ← evidence, line 58
          2 403 Forbidden
          3 Something else / I can't tell

        """)
    #expect(wide.text(in: .selected).count == 1)
    #expect(wide.text(in: .key) == ["2 ", "3 "])
  }

  @Test func optionsWrapAndScroll() {
    #expect(
      picture(Self.options, 22, 6).text == """
        ▸ 1 401 Unauthorized
            ← evidence, line…
          2 403 Forbidden
          3 Something else /
            I can't tell

        """)
    var list = Self.options
    list.selected = 2
    let small = picture(list, 22, 2)
    #expect(small.text == "▸ 3 Something else / ↑\n    I can't tell")
    #expect(list.item(atRow: 1, in: Rect(x: 0, y: 0, width: 22, height: 2)) == 2)
    #expect(Self.options.item(atRow: 2, in: Rect(x: 0, y: 0, width: 22, height: 6)) == 1)
    #expect(Self.options.item(atRow: 5, in: Rect(x: 0, y: 0, width: 22, height: 6)) == nil)
  }

  @Test func rule() {
    #expect(picture(Rule("Question", remark: "line 3"), 30, 1).text == "── Question ──────── line 3 ──")
    #expect(picture(Rule("Question", remark: "line 3"), 20, 1).text == "── Question ────────")
    #expect(picture(Rule("Question"), 10, 1).text == "── Que… ──")
    #expect(picture(Rule(), 5, 1).text == "─────")
    for width in 0..<6 { #expect(picture(Rule("Question", remark: "x"), width, 1).text.count == width) }
  }

  @Test func dividerJoinsRules() {
    var buffer = Buffer(Size(width: 5, height: 4))
    let rows = buffer.area.rows(.exact(1), .share(1), .exact(1))
    buffer.draw(Rule(), in: rows[0])
    buffer.draw(Rule(), in: rows[2])
    buffer.draw(Divider(), in: rows[1].columns(.exact(2), .share(1))[1])
    #expect(buffer.text == "──┬──\n  │\n  │\n──┴──")
  }

  @Test func box() {
    #expect(
      picture(MessageBox("Quit?", ["The session is kept."], hint: "⏎ yes", width: 20), 24, 6).text == """

          ┌─ Quit? ──────────┐
          │ The session is   │
          │ kept.            │
          └────────── ⏎ yes ─┘

        """)
    #expect(picture(MessageBox("Quit?", ["Kept."]), 3, 2).text == "Qui\nt?…")
  }

  @Test func footerMessage() {
    #expect(picture(Footer("q quit  ? help", message: "copied"), 24, 1).text == "q quit  ? help    copied")
    #expect(picture(Footer("q quit  ? help", message: "copied"), 16, 1).text == "q quit …  copied")
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (5, 3), (9, 1)])
  func nothingFails(width: Int, height: Int) {
    let widgets: [any Widget] = [
      Label("漢字漢字"), Paragraph("漢字 text\ntext"), Self.options, Rule("漢字", remark: "x"), Divider(),
      Field("> ", text: "漢字"),
      MessageBox("漢字", ["a", "b"], hint: "x"), Footer("漢字", message: "漢字"),
      TextViewer(["a", "漢字漢字", "c"] as [StyledLine]),
    ]
    for widget in widgets {
      var buffer = Buffer(Size(width: width, height: height))
      widget.render(into: &buffer, in: buffer.area)
      widget.render(into: &buffer, in: Rect(x: width - 1, y: height - 1, width: 7, height: 7))
      #expect((0..<height).allSatisfy { buffer.row($0).reduce(0) { $0 + Int($1.width) } == width })
    }
  }
}

@Suite struct FieldTests {
  private func typed(_ keys: [Key], text: String = "") -> Field {
    var field = Field("/", text: text)
    for key in keys {
      let isTaken = field.edit(key)
      #expect(isTaken)
    }
    return field
  }

  @Test(arguments: [
    ([Key.character("a"), .character("b"), .left, .character("x")], "axb", 2), ([.backspace], "", 0),
    ([.paste("one\ntwo\n")], "one two", 7), ([.paste("a b c"), .control("w")], "a b ", 4),
    ([.paste("abc"), .home, .delete], "bc", 0),
    ([.character("e"), .character("\u{301}")], "e\u{301}", 1), ([.paste("abc"), .left, .control("u")], "c", 0),
    ([.paste("abc"), .home, .control("k")], "", 0), ([.paste("a  "), .control("w")], "", 0),
  ])
  func editing(keys: [Key], text: String, position: Int) {
    let field = typed(keys)
    #expect(field.text == text)
    #expect(field.position == position)
  }

  @Test(arguments: [Key.enter, .escape, .up, .tab, .control("c"), .f(1)])
  func otherKeysAreNotTaken(key: Key) {
    var field = Field(text: "a")
    let isTaken = field.edit(key)
    #expect(!isTaken && field == Field(text: "a"))
  }

  @Test func `a line takes so much, and says when more came`() {
    var field = typed([.paste(String(repeating: "x", count: 1 << 20))])
    #expect(field.text.count == Field.longest && field.isFull && field.position == Field.longest)
    for _ in 0..<100_000 { _ = field.edit(.character("y")) }
    #expect(field.text.count == Field.longest && field.isFull)
    _ = field.edit(.left)
    #expect(!field.isFull)
    _ = field.edit(.backspace)
    _ = field.edit(.character("z"))
    #expect(!field.isFull && field.text.suffix(2) == "zx")
    #expect(picture(field, 10, 1).cursor == Point(x: 9, y: 0))
    #expect(typed([.paste(String(repeating: "漢\n", count: 9000))]).text.count == Field.longest)
  }

  @Test func drawsThePartAroundTheCursor() {
    let long = picture(Field("> ", text: "contosoretail"), 8, 1)
    #expect(long.text == "> etail")
    #expect(long.cursor == Point(x: 7, y: 0))
    #expect(picture(typed([.home], text: "contosoretail"), 8, 1).text == "/contoso")
  }
}

import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Tools of the evidence pane: filter, wrap, tabs, ages, and reading it again.
struct EvidenceToolsTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  static func document(
    _ text: String, id: String = "describe", title: String = "describe pod", age: Double? = nil
  ) -> Document {
    var provenance = Provenance(.command, source: "kubectl \(title)")
    provenance.time = age.map { Timestamp.text(now.addingTimeInterval(-$0)) }
    return Document(id: id, title: title, provenance: provenance, text: text)
  }

  static func walk(_ documents: Document..., width: Int = 80, height: Int = 24) throws -> Walk {
    var session = try ShippedFlow.session()
    for document in documents { session.apply(.evidence(EvidenceRecord(document))) }
    var walk = Walk(session, width, height)
    walk.send(.clock(now))
    return walk
  }

  /// Rows of the evidence, without what stands above and below.
  private static func rows(_ walk: Walk) -> [String] {
    let rows = (0..<walk.model.size.height).map { view(walk.model).text(ofRow: $0) }
    let title = rows.lastIndex { $0.hasPrefix("── ") } ?? 0
    return rows[(title + 1)..<(rows.count - 1)].map { row in
      String(row.dropFirst().prefix(while: { $0 != "│" && $0 != "█" })).trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
  }

  static let numbered = (1...200).map { "line \($0) \($0 % 20 == 0 ? "Failed" : "fine")" }.joined(
    separator: "\n")

  @Test func `a filter leaves the lines with a word, and an empty one shows all again`() throws {
    var walk = try Self.walk(Self.document(Self.numbered))
    walk.press(.character("&"))
    walk.enter("fAILED")
    #expect(Self.rows(walk).prefix(3) == ["line 20 Failed", "line 40 Failed", "line 60 Failed"])
    #expect(walk.text.contains("10 lines with 'fAILED'"))
    walk.press(.character("/"))
    walk.enter("140")
    #expect(walk.lastRow.contains("line 140, hit 1 of 1"))
    walk.press(.character("&"), .control("u"), .enter)
    #expect(Self.rows(walk).contains("line 141 fine"))
    walk.press(.character("&"))
    walk.enter("nowhere")
    #expect(walk.text.contains("0 lines with 'nowhere'"))
    walk.press(.escape)
    #expect(walk.model.filter == "" && Self.rows(walk).count > 5)
  }

  @Test func `a jump to a line that the filter hides ends the filter`() throws {
    var walk = try Walk.recording("2-wrong-tag", 80, 24)
    walk.press(.enter, .character("&"))
    walk.enter("Scheduled")
    walk.press(.character("]"))
    #expect(walk.model.filter == "" && walk.text.contains("not found"))
  }

  @Test func `hits are counted, and the one at hand stands out`() throws {
    var walk = try Self.walk(Self.document(Self.numbered))
    walk.press(.character("/"))
    walk.enter("failed")
    #expect(walk.lastRow.contains("line 20, hit 1 of 10"))
    #expect(view(walk.model).text(in: .currentHit) == ["Failed"])
    #expect(walk.text.contains("hit 1 of 10"))
    walk.press(.character("N"))
    #expect(walk.lastRow.contains("line 200, hit 10 of 10"))
    walk.press(.character("n"), .character("n"))
    #expect(walk.lastRow.contains("line 40, hit 2 of 10"))
  }

  @Test func `a large document is searched in the background, and hits come as they are found`() throws {
    let text = String(repeating: "nothing here\n", count: 200_000) + "needle\nneedle\n"
    var walk = try Self.walk(Self.document(text))
    walk.holdsSearches = true
    walk.press(.character("/"))
    walk.enter("needle")
    #expect(walk.lastRow.contains("Searching for 'needle'") || walk.lastRow.contains("choose"))
    walk.press(.character("n"))
    #expect(walk.lastRow.contains("Searching for 'needle' …"))
    walk.finishSearches(pieces: 2)
    #expect(walk.lastRow.contains("line 200001, hit 1 of"))
    walk.press(.character("n"))
    #expect(walk.lastRow.contains("line 200002, hit 2 of 2"))
  }

  @Test func `long lines are cut on demand, and arrows move them`() throws {
    let long = (1...60).map { "word\($0)" }.joined(separator: " ")
    var walk = try Self.walk(Self.document("first\n" + long + "\nlast"))
    walk.press(.tab, .right)
    #expect(walk.lastRow.contains("z cuts them instead"))
    #expect(Self.rows(walk).count > 3)
    walk.press(.character("z"))
    #expect(Self.rows(walk).count == 3 && Self.rows(walk)[1].hasPrefix("word1 word2"))
    walk.press(.right)
    #expect(
      Self.rows(walk).contains { $0.hasPrefix("rd3") || $0.contains("word4 word5") } && !walk.text.contains("word1 "))
    for _ in 0..<100 { walk.press(.right) }
    #expect(walk.text.contains("word60"))
    for _ in 0..<100 { walk.press(.left) }
    #expect(walk.text.contains("word1 word2"))
    walk.press(.character("/"))
    walk.enter("word55")
    #expect(walk.text.contains("word55"))
    walk.press(.character("z"))
    #expect(walk.model.sideways == 0 && Self.rows(walk).count > 3)
  }

  @Test func `tabs name the documents, and the box where each came from`() throws {
    let events = Self.document("events text", id: "events", title: "get events", age: 3)
    var walk = try Self.walk(Self.document("pod text", age: 125), events, width: 120, height: 40)
    #expect(walk.text.contains("▸ describe pod · 2 min ago │ get events"))
    walk.press(.character(">"))
    #expect(walk.text.contains("describe pod │ ▸ get events · just now"))
    walk.press(.character("e"))
    #expect(walk.text.contains("kubectl get events") && walk.text.contains("1 line · just now"))
    walk.press(.up, .enter)
    #expect(walk.model.overlay == nil && walk.text.contains("▸ describe pod"))
    walk.send(.resized(Size(width: 44, height: 12)))
    walk.press(.tab)
    #expect(walk.text.contains("1 of 2"))
  }

  @Test func `what came wrong stands in the title`() throws {
    var cut = Provenance(.command, source: "az acr show", exit: 3, isCut: true)
    cut.time = Timestamp.text(Self.now.addingTimeInterval(-7300))
    let walk = try Self.walk(Document(id: "c", title: "az acr show", provenance: cut, text: "x"))
    #expect(walk.text.contains("az acr show · 2 h ago · exit 3 · cut"))
  }

  @Test func `reading again keeps the place, marks what changed, and lets commands run anew`() throws {
    var walk = try Self.walk(Self.document(Self.numbered))
    walk.model.look = .file("pod.txt")
    walk.press(.tab, .pageDown, .pageDown)
    let top = Self.rows(walk)[0]
    let newer = "new first line\n" + Self.numbered.replacing("line 30 fine", with: "line 30 broken")
    walk.looks = [Looked(documents: [Self.document(newer)], redactor: Redactor())]
    walk.press(.character("r"))
    #expect(walk.effects == ["look", "forget"] && walk.lastRow.contains("Read again: 2 lines changed."))
    #expect(Self.rows(walk)[0] == top || Self.rows(walk)[0] == "+ " + top)
    walk.press(.character("g"))
    #expect(Self.rows(walk)[0] == "+ new first line" && Self.rows(walk)[1] == "line 1 fine")
    walk.looks = [Looked(documents: [Self.document(newer)], redactor: Redactor())]
    walk.press(.character("r"))
    #expect(walk.lastRow.contains("nothing changed") && Self.rows(walk)[0] == "new first line")
  }

  @Test func `ages and counts of events are no change`() throws {
    let old = "Type  Age   From\nNormal  26s   kubelet  x\nWarning  25m (x4 over 26m)  kubelet  y\n"
    let new =
      "Type  Age   From\nNormal  2m10s   kubelet  x\nWarning  1s (x5 over 28m)  kubelet  y\nNormal 1s kubelet z\n"
    var walk = try Self.walk(Self.document(old))
    walk.model.look = .file("pod.txt")
    walk.looks = [Looked(documents: [Self.document(new)], redactor: Redactor())]
    walk.press(.character("r"))
    #expect(walk.lastRow.contains("one line changed"))
  }

  @Test func `evidence that cannot be read again says why`() throws {
    var walk = try Self.walk(Self.document("x"))
    walk.model.look = .none("This is a recording: its evidence stays as it is.")
    walk.press(.character("r"))
    #expect(walk.lastRow.contains("This is a recording") && walk.effects.isEmpty)
    walk.model.look = .file("gone.txt")
    walk.looks = [Looked(fault: "gone.txt: there is no such file", redactor: Redactor())]
    walk.press(.character("r"))
    #expect(walk.text.contains("It could not be read again: gone.txt"))
  }

  @Test func `pasted evidence is read again by pasting it`() throws {
    var walk = try Self.walk(Self.document("old text"))
    walk.model.look = .paste
    walk.press(.character("r"), .paste("new text\n"), .control("d"))
    #expect(walk.text.contains("new text") && !walk.text.contains("old text"))
    walk.press(.character("r"), .escape)
    #expect(walk.lastRow.contains("Nothing was pasted"))
  }
}

import FlowKit
import Foundation
import TestSupport
import Testing

/// The note for a ticket, whatever became of the session.
struct MarkdownTests {
  private static let limit = 30_000

  private func note(_ transcript: Transcript) throws -> String {
    let text = try MarkdownExporter.export(transcript)
    #expect(text.utf8.count <= Self.limit && text.hasSuffix("\n") && !text.contains("\n\n\n"))
    return text
  }

  /// The lines of a part, without its heading.
  private func part(_ title: String, of text: String) -> String {
    let parts = text.split(separator: "\n## ").map(String.init)
    return parts.first { $0.hasPrefix(title) } ?? ""
  }

  @Test func `a session with everything looks the same as before`() throws {
    let text = try note(try RichSession.whole())
    let difference = Golden.difference(text, "taken-back.md", in: "FlowKitTests")
    #expect(difference == nil)
  }

  @Test func `taken back steps, corrections, remarks and a night stand where they belong`() throws {
    let text = try note(try RichSession.whole())
    #expect(part("Taken back", of: text).contains("It crashes (answered by the operator; taken back at 03:30:4"))
    #expect(!part("Steps", of: text).contains("It crashes"))
    #expect(part("Steps", of: text).contains("denied, exit 1, 1.2 s"))
    #expect(part("Told by hand", of: text).contains("`shop-staging`, corrected by hand; the evidence says `shop`"))
    #expect(part("Notes", of: text).contains("at step 2 (`sure`): the crash was \\*yesterday\\*, see `https://"))
    #expect(part("Notes", of: text).contains("**2026-11-22 03:32:50**"))
    #expect(part("What was redacted", of: text).contains("2 different secrets"))
    #expect(part("Timeline", of: text).contains("(+1 d) resumed"))
    #expect(text.contains(", 2 min 53 s") && text.contains("worked on") && text.contains("finished, resumed once"))
    #expect(text.contains("not decided; the evidence fits each of these"))
  }

  @Test func `a session that just began says what it waits for, and nothing that nobody knows`() throws {
    let text = try note(try RichSession().transcript())
    #expect(text.contains("This question waits for an answer: **What is wrong with \\<pod\\>?** (`a`)"))
    #expect(text.contains("- It crashes\n") && text.contains("open, or cut off"))
    for title in ["Steps", "Taken back", "What to do", "Told", "Notes", "Evidence", "What was redacted"] {
      #expect(!text.contains("## \(title)"), "\(title)")
    }
    #expect(!text.contains("Verified"))
    #expect(text.utf8.count < 1000)
  }

  @Test func `a session that waits for a command shows its line`() throws {
    var walk = try RichSession()
    walk.answer("pull")
    let text = try note(try walk.transcript())
    #expect(text.contains("This command waits to be run"))
    #expect(text.contains("```sh\nkubectl get events -n '<namespace>' -o json\n```"))
  }

  @Test func `a flow that was edited since is named`() throws {
    var walk = try RichSession()
    walk.answer("crash")
    let edited = RichSession.flow.replacing(
      "kind: question\n    title: Sure?", with: "kind: question\n    title: Certain?")
    #expect(edited != RichSession.flow)
    let library = try Flows.library([edited])
    let transcript = try #require(Transcript(id: "x", entries: walk.entries, library: library))
    #expect(try note(transcript).contains("edited since: `orders`"))
    let kept = Transcript(id: "x", entries: walk.entries, library: library, text: { _ in RichSession.flow })
    let read = try note(try #require(kept))
    #expect(read.contains("**Sure?**") && read.contains("edited since: `orders`"))
  }

  @Test func `what does not fit an edited flow is said`() throws {
    var walk = try RichSession()
    walk.answer("crash")
    let library = try Flows.library([RichSession.flow.replacing("id: crash", with: "id: crashes")])
    let text = try note(try #require(Transcript(id: "x", entries: walk.entries, library: library)))
    #expect(text.contains("**Incomplete**: the answer at `a` and what came after it do not fit the edited flow"))
  }

  // MARK: - Size

  @Test func `a line of two megabytes is cut to the words that decided`() throws {
    let filler = String(repeating: "x ", count: 500_000)
    for line in [filler + "ImagePullBackOff " + filler, "ImagePullBackOff " + filler + filler] {
      var walk = try RichSession()
      let provenance = Provenance(.file, source: "long.txt")
      walk.add(.evidence(EvidenceRecord(Document(id: "d", title: "long", provenance: provenance, text: line))))
      walk.answer("pull")
      let text = try note(try walk.transcript())
      #expect(text.contains("`ImagePullBackOff` in line 1 of `d`, cut to the words around it:"))
      let quote = try #require(text.split(separator: "\n").first { $0.contains("ImagePullBackOff x x") })
      #expect(quote.hasSuffix("x …") && quote.count < 500)
    }
  }

  @Test func `a flood of remarks, facts, marks and ways back leaves a note that a ticket takes`() throws {
    let huge = String(repeating: "#`<\u{301}\u{302}*", count: 40_000)
    var walk = try RichSession()
    for name in ["pod", "namespace", "image", "container", "node", "host"] { walk.tell(name, huge) }
    for round in 0..<150 {
      walk.answer("crash")
      walk.add(.note(huge), after: Double(round))
      walk.add(.back)
    }
    walk.answer("crash")
    walk.answer("yes")
    let text = try note(try walk.transcript())
    #expect(text.contains("left out here; the JSON export has everything."))
    #expect(text.contains("## What to do: Leaf end") && text.contains("kubectl get pods"))
    #expect(part("Timeline", of: text).contains("began: flow `orders`"))
  }

  @Test func `one character of a hundred thousand scalars is cut, too`() throws {
    let text = "ImagePullBackOff" + String(repeating: "\u{903}", count: 100_000)
    var walk = try RichSession()
    let provenance = Provenance(.paste, source: text)
    walk.add(.evidence(EvidenceRecord(Document(id: "d", title: text, provenance: provenance, text: text))))
    walk.answer("pull")
    _ = try note(try walk.transcript())
  }

  // MARK: - Form

  @Test func `what belongs to the tenth step is indented as far as its text`() throws {
    var walk = TwoWays(try Flows.session(Self.ten))
    walk.apply(.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0")))
    walk.take(Document(id: "d", title: "d", provenance: Provenance(.paste, source: "d"), text: "x\n"))
    let text = try note(try #require(walk.transcript()))
    #expect(text.contains("\n9. **n9** x (decided by a rule"))
    #expect(text.contains("\n10. **n10** x (decided by a rule"))
    #expect(text.contains("\n\n    `x` in line 1 of `d`, as quoted at step 1\n"))
    #expect(text.contains("\n\n   `x` in line 1 of `d`:\n\n   ```\n   x\n   ```\n\n2. "))
  }

  private static let ten = Flows.text(
    start: "n1",
    (1...10).map { number in
      """
      n\(number):
        kind: decide
        title: n\(number)
        options:
          - {id: x, label: x, when: {contains: x}, go: \(number == 10 ? "end" : "n\(number + 1)")}
        else: {label: y, go: end}

      """
    }.joined() + Flows.leaf())
}

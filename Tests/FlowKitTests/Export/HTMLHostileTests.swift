import FlowKit
import Foundation
import TestSupport
import Testing

/// I5: no text from outside becomes markup of the page.
struct HTMLHostileTests {
  private static let pieces = [
    "<", ">", "&", "\"", "'", "</pre>", "</code>", "</title>", "</style>", "<script>alert(1)</script>", "<!--", "-->",
    "<![CDATA[", "]]>", "<?x ?>", "&lt;", "&#60;", "<\u{301}b>", "\u{1b}[31m", "\u{9b}", "\u{202e}", "\u{200b}",
    "\u{0}",
    "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "javascript:x", "<img src=x onerror=alert(1)>", " onload=x ", "\n",
    "\r\n", "\t", "é", "漢", "😀", "</svg>", "{{pod}}", "`", "it is there", " ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ]

  /// A number that is valid in a text and stands for no character.
  private static let nobody = Unicode.Scalar(0xFDD0 as UInt32).map { String($0) } ?? ""

  private static func text(_ chance: inout Chance) -> String {
    (0..<Int.random(in: 1...12, using: &chance)).map { _ in (pieces + [nobody]).randomElement(using: &chance) ?? "" }
      .joined()
  }

  private static let flow =
    Flows.text(
      """
      a:
        kind: question
        title: Is {{pod}} there?
        options:
          - {id: yes, label: Yes, when: {contains: it is there}, go: end}
          - {id: no, label: No, go: end}

      """ + Flows.leaf().replacing("avoid: haste", with: "avoid: '{{pod}}'"))

  private func page(_ hostile: () -> String) throws -> (text: String, page: HTMLPage) {
    var walk = TwoWays(try Flows.session(Self.flow))
    walk.apply(.began(Event.Began(flow: "tiny", version: hostile(), hash: "", program: hostile())))
    walk.take(
      Document(
        id: "d", title: hostile(), provenance: Provenance(.file, source: hostile()),
        text: "\(hostile())\n\(hostile()) it is there \(hostile())\n"))
    for name in ["pod", "image", "namespace", "container", "pull.class", hostile()] {
      walk.apply(.fact(Event.FactRecord(name: name, value: hostile())))
    }
    walk.choose("no")
    walk.back()
    walk.choose("yes")
    walk.apply(.note(hostile()))
    walk.apply(.command(Event.CommandRecord(node: "end", line: hostile(), effect: .read, outcome: .ran, document: "d")))
    let text = try HTMLExporter.export(try #require(walk.transcript(hostile())))
    return (text, try HTMLPage(text))
  }

  @Test func `whatever comes in, the page has the same elements and nothing that acts`() throws {
    var chance = Chance(seed: 7)
    let names: Set<String> = Set(try page { "plain" }.page.elements.map(\.name))
    let attributes = Set(try page { "plain" }.page.elements.flatMap { $0.attributes.keys })
    for _ in 0..<25 {
      let (text, page) = try page { Self.text(&chance) }
      #expect(Set(page.elements.map(\.name)).subtracting(names).subtracting(["tspan"]) == [])
      #expect(Set(page.elements.flatMap { $0.attributes.keys }).subtracting(attributes).subtracting(["dy"]) == [])
      #expect(!text.unicodeScalars.contains { $0 != "\n" && InertTests.isActive($0) })
      #expect(page.values("href").allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://example.org/") })
    }
  }

  @Test func `hostile text is there to be read`() throws {
    let hostile = "<img src=x onerror=alert(1)></pre><script>x</script>"
    let page = try page { hostile }.page
    #expect(page.element("notes")?.text.contains(hostile) == true)
    #expect(page.element("evidence-1")?.text.contains(hostile) == true)
    #expect(page.element("told")?.text.contains(hostile) == true)
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d#e", true), ("http://example.org/", false), ("javascript:alert(1)", false),
    ("https://", false), ("HTTPS://example.org", false), ("https://example.org/\" onclick=\"x", false),
    ("https://exa\u{202e}mple.org/", false), ("https://example.org/ä", false), (" https://example.org/", false),
  ])
  func `only a plain address over https becomes a link`(_ address: String, _ isLink: Bool) throws {
    let leaf = Flows.leaf().replacing("https://example.org/", with: Self.escaped(address))
    var walk = TwoWays(try Flows.session(Flows.text(start: "end", leaf)))
    walk.apply(.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0")))
    let page = try HTMLPage(try HTMLExporter.export(try #require(walk.transcript())))
    let links = page.all("a").filter { $0.attributes["href"]?.hasPrefix("#") == false }
    #expect(links.map { $0.attributes["href"] } == (isLink ? [address] : []))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\"", with: "\\\"").replacing("\u{202e}", with: "\\u202e")
  }

  @Test func `spans that a journal got wrong do no harm`() throws {
    var walk = TwoWays(try Flows.session(Self.flow))
    walk.apply(.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0")))
    walk.take(Document(id: "d", title: "d", provenance: Provenance(.file, source: "d"), text: "short\nit is there\n"))
    let pieces = [(2, .max, .max), (2, .min, 3), (2, 4, 5), (2, 2, 9), (99, 1, 1), (0, 1, 1), (2, 1, -4)]
    let span = Span(
      document: "d", pieces: pieces.map { Span.Piece(line: $0.0, column: $0.1, length: $0.2) }, text: "x")
    walk.apply(.answered(Answer(node: "a", edge: "yes", by: .person, because: span)))
    let page = try HTMLPage(try HTMLExporter.export(try #require(walk.transcript())))
    #expect(page.element("evidence-1")?.text.contains("it is there") == true)
  }
}

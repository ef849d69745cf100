import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// The page of a session.
struct HTMLTests {
  /// A session of a small flow with a question that can be answered in two ways.
  private func walk(_ text: String = "first\nit is there\n", title: String = "the evidence") throws -> TwoWays {
    let flow = Flows.text(
      """
      a:
        kind: question
        title: Is {{pod}} there?
        options:
          - {id: yes, label: Yes, when: {contains: it is there}, cause: typo, go: b}
          - {id: no, label: No, causes: [typo, tag-absent], go: b}
      b:
        kind: question
        title: And now?
        options:
          - {id: on, label: Go on, go: end}
          - {id: off, label: Stop, go: end}

      """ + Flows.leaf())
    var walk = TwoWays(try Flows.session(flow))
    walk.apply(.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0")))
    walk.take(Document(id: "d", title: title, provenance: Provenance(.file, source: "pod.txt"), text: text))
    return walk
  }

  private func page(_ walk: TwoWays) throws -> HTMLPage {
    try HTMLPage(HTMLExporter.export(try #require(walk.transcript())))
  }

  @Test func `a page looks the same as before`() throws {
    let text = try HTMLExporter.export(try DemoTranscript.of("2-wrong-tag"))
    #expect(text.hasSuffix("</html>\n"))
    let difference = Golden.difference(text, "wrong-tag.html", in: "FlowKitTests")
    #expect(difference == nil)
  }

  @Test(arguments: Shipped.demos.prefix(2).map(\.id))
  func `a page is well-formed, runs nothing and loads nothing`(_ demo: String) throws {
    let text = try HTMLExporter.export(try DemoTranscript.of(demo))
    let page = try HTMLPage(text)
    let names = Set(page.elements.map(\.name))
    #expect(
      names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "embed", "form", "image", "use", "base"]))
    let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'unsafe-inline'") == true)
    #expect(page.values("src") == [] && page.values("style") == [])
    #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    let sheet = try #require(page.all("style").first?.text)
    for word in ["url(", "@import", "@font-face", "http"] { #expect(!sheet.contains(word)) }
    for link in page.all("a") where link.attributes["href"]?.hasPrefix("#") == false {
      #expect(link.attributes["href"]?.hasPrefix("https://") == true && link.attributes["rel"] == "noreferrer")
    }
  }

  @Test(arguments: Shipped.demos.dropFirst(2).prefix(2).map(\.id))
  func `a page can be found one's way in`(_ demo: String) throws {
    let page = try HTMLPage(try HTMLExporter.export(try DemoTranscript.of(demo)))
    #expect(page.all("html").first?.attributes["lang"] == "en")
    for name in ["header", "nav", "main", "footer", "h1", "title"] {
      let isDrawing = name == "title"
      #expect(isDrawing ? !page.all(name).isEmpty : page.all(name).count == 1, "\(name)")
    }
    let levels = page.elements.compactMap {
      $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil
    }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count)
    for target in page.values("href") where target.hasPrefix("#") { #expect(ids.contains(String(target.dropFirst()))) }
    for names in page.values("aria-labelledby") {
      for name in names.split(separator: " ") { #expect(ids.contains(String(name))) }
    }
    #expect(page.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
    let drawings = page.all("svg").filter { $0.attributes["aria-hidden"] == nil }
    #expect(drawings.count >= 2)
    #expect(drawings.allSatisfy { $0.attributes["role"] == "img" && $0.attributes["aria-labelledby"] != nil })
  }

  @Test func `every ink can be read on every ground in both schemes`() {
    for ground in HTMLPalette.grounds {
      for ink in HTMLPalette.inks {
        #expect(Self.contrast(ink.light, ground.light) >= 4.5, "\(ink.name) on \(ground.name), light")
        #expect(Self.contrast(ink.dark, ground.dark) >= 4.5, "\(ink.name) on \(ground.name), dark")
      }
      #expect(Self.contrast(HTMLPalette.stroke.light, ground.light) >= 3, "stroke on \(ground.name), light")
      #expect(Self.contrast(HTMLPalette.stroke.dark, ground.dark) >= 3, "stroke on \(ground.name), dark")
    }
    let text = HTMLPalette.inks[0]
    #expect(text.name == "text")
    #expect(Self.contrast(text.light, HTMLPalette.mark.light) >= 4.5)
    #expect(Self.contrast(text.dark, HTMLPalette.mark.dark) >= 4.5)
  }

  @Test func `the style sheet uses no colour beside those of the palette`() throws {
    let sheet = try #require(page(try walk()).all("style").first?.text)
    let names =
      (HTMLPalette.grounds + HTMLPalette.inks + [HTMLPalette.mark, HTMLPalette.stroke]).map(\.name) + ["rule"]
    let used = Set(sheet.matches(of: /var\(--([a-z]+)\)/).map { String($0.1) })
    #expect(used.subtracting(names) == [])
    let rules = sheet.split(separator: "\n").drop { $0.contains(":root") }.joined(separator: "\n")
    #expect(rules.matches(of: /(?:color|background|fill|stroke): ?#/).isEmpty)
  }

  /// Contrast of two colours by WCAG 2.2.
  private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    func luminance(_ colour: UInt32) -> Double {
      let parts = [16, 8, 0].map { shift -> Double in
        let value = Double(colour >> UInt32(shift) & 0xFF) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test func `a step links to the very words that decided it`() throws {
    var walk = try walk()
    walk.choose("yes")
    let page = try page(walk)
    let step = try #require(page.element("step-1"))
    #expect(step.text.contains("Yes") && step.text.contains("answered by the operator"))
    let mark = try #require(page.element("evidence-1-2-1"))
    #expect(mark.name == "mark" && mark.text == "it is there")
    #expect(page.values("href").contains("#evidence-1-2-1"))
    #expect(page.element("evidence-1")?.attributes["open"] == "open")
  }

  @Test func `an answer that was taken back stands there as such`() throws {
    var walk = try walk()
    walk.choose("no")
    walk.back()
    walk.choose("yes")
    let page = try page(walk)
    let back = page.all("li").filter { $0.attributes["class"] == "back" }
    #expect(back.count == 1)
    #expect(back.first?.text.contains("taken back at 11:06:43 UTC") == true, "\(back)")
    #expect(page.all("svg").first?.text.contains("↩ taken back: No") == true)
    #expect(page.element("step-1")?.text.contains("Yes") == true)
  }

  @Test func `what was told by hand stands beside what the evidence says`() throws {
    var walk = TwoWays(try ShippedFlow.session())
    walk.apply(.began(Event.Began(flow: "image-pull", version: "1.0", hash: "00ff", program: "0.1.0")))
    walk.take(try ShippedFlow.document("2-wrong-tag"))
    walk.apply(walk.live.complete(.fact(Event.FactRecord(name: "namespace", value: "other"))))
    let told = try #require(page(walk).element("told"))
    for word in ["namespace", "other", "store"] { #expect(told.text.contains(word)) }
  }

  @Test func `one cause, several causes and none are told apart`() throws {
    var walk = try walk()
    #expect(try page(walk).element("summary")?.text.contains("The cause is not known yet") == true)
    #expect(try page(walk).element("remedy") == nil)
    walk.choose("no")
    let several = try #require(page(walk).element("summary")).text
    #expect(several.contains("It can be any of") && several.contains("The tag does not exist"))
    walk.back()
    walk.choose("yes")
    walk.choose("on")
    let one = try #require(page(walk).element("summary")).text
    #expect(one.contains("The name is wrong") && one.contains("not in this session") && one.contains("Leaf end"))
  }

  @Test func `of a large document the surroundings of what decided are shown and the rest is counted`() throws {
    let lines = (1...3000).map { $0 == 1500 ? "it is there" : "line number \($0)" }
    var walk = try walk(lines.joined(separator: "\n"))
    walk.choose("yes")
    let page = try page(walk)
    let shown = page.all("li").compactMap { $0.attributes["value"].flatMap { Int($0) } }
    #expect(shown == Array(1...40) + Array(1480...1520) + Array(2961...3000))
    #expect(page.text.contains("2879 lines left out; --format json holds all."))
  }

  @Test func `a line without end is shortened but keeps its mark`() throws {
    let line = String(repeating: "x", count: 40_000) + "it is there" + String(repeating: "y", count: 40_000)
    var walk = try walk(line)
    walk.choose("yes")
    let text = try HTMLExporter.export(try #require(walk.transcript()))
    #expect(text.utf8.count < 40_000)
    #expect(try HTMLPage(text).element("evidence-1-1-40001")?.text == "it is there")
  }

  @Test func `tokens that stand for secrets are counted with their places`() throws {
    var walk = try walk("a ‹secret-1›\nb ‹secret-2› ‹secret-1›\nit is there\n")
    walk.apply(.note("see ‹secret-3›"))
    let redacted = try #require(page(walk).element("redacted")).text
    #expect(redacted.contains("3 secrets taken out, at 4 places."))
    #expect(redacted.contains("‹secret-1› ‹secret-2›") && redacted.contains("1, 2") && redacted.contains("Notes"))
    #expect(try page(try self.walk()).element("redacted")?.text.contains("Nothing was taken out.") == true)
  }
}

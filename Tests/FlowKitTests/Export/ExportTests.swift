import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// Sessions as texts for people and programs.
struct ExportTests {
  @Test(arguments: [("markdown", "wrong-tag.md"), ("json", "wrong-tag.json"), ("jsonl", "wrong-tag.jsonl")])
  func `a session looks the same as before`(_ format: String, _ file: String) throws {
    let exporter = try #require(Exporters.named(format))
    let text = try exporter.export(try DemoTranscript.of("2-wrong-tag"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    let difference = Golden.difference(text, file, in: "FlowKitTests")
    #expect(difference == nil)
  }

  @Test(arguments: Exporters.all.map { $0.name })
  func `exporting twice gives the same text`(_ format: String) throws {
    let exporter = try #require(Exporters.named(format))
    #expect(try exporter.export(try DemoTranscript.of("4-dns")) == exporter.export(try DemoTranscript.of("4-dns")))
  }

  @Test func `a journal that does not begin with a known flow gives no transcript`() throws {
    let library = try ShippedFlow.library
    func entry(_ event: Event) -> JournalEntry {
      JournalEntry(sequence: 1, time: Date(timeIntervalSince1970: 0), event: event)
    }
    #expect(Transcript(id: "x", entries: [], library: library) == nil)
    #expect(Transcript(id: "x", entries: [entry(.note("x"))], library: library) == nil)
    let unknown = Event.began(Event.Began(flow: "other", version: "1", hash: "", program: ""))
    #expect(Transcript(id: "x", entries: [entry(unknown)], library: library) == nil)
  }

  @Test func `the JSON of a session holds the walk, the notes, the evidence and the events`() throws {
    let text = try JSONExporterText.of(try DemoTranscript.of("2-wrong-tag"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "fairway.session/1")
    #expect((object["notes"] as? [[String: Any]])?.first?["text"] as? String == "asked the *owner* of <orders>")
    let evidence = try #require(object["evidence"] as? [[String: Any]])
    #expect(evidence.count == 3)
    #expect(evidence.first?["text"] as? String == (try ShippedFlow.document("2-wrong-tag").text))
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events.compactMap { $0["type"] as? String }.first == "began")
    let told = events.filter { $0["type"] as? String == "evidence" }.compactMap { $0["data"] as? [String: Any] }
    #expect(told.count == 3 && told.allSatisfy { $0["text"] == nil })
    #expect((object["diagnosis"] as? [String: Any])?["schema"] as? String == "fairway.diagnosis/1")
  }
}

/// The one exporter that a test names.
enum JSONExporterText {
  static func of(_ transcript: Transcript) throws -> String {
    try #require(Exporters.named("json")).export(transcript)
  }
}

/// I5: text of a cluster cannot act in an export.
struct HostileExportTests {
  private static let line =
    "it is there ```````` ~~~~ <script>alert(1)</script> \u{1b}[31m \u{9b}2J \u{202e}gnp\u{2066} \u{200b}\u{7} &#x202e; |x| "
    + "`\u{301}`\u{301}`\u{301}`\u{301}`\u{301}`\u{301}`\u{301}`\u{301}`\u{301}`\u{301}"
  private static let hostile =
    "<img src=x onerror=y> `x` *b* _u_ [l](javascript:z) # | ! ~ & <\u{301}b \u{1b}[2J \u{202e}"

  private func transcript() throws -> Transcript {
    let flow = Flows.text(
      """
      a:
        kind: question
        title: Is {{pod}} there?
        options:
          - {id: yes, label: Yes, when: {contains: it is there}, go: end}
          - {id: no, label: No, go: end}

      """ + Flows.leaf().replacing("avoid: haste", with: "avoid: '{{pod}}'"))
    var walk = TwoWays(try Flows.session(flow))
    walk.apply(.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0")))
    walk.take(
      Document(
        id: "d", title: Self.hostile, provenance: Provenance(.file, source: Self.hostile),
        text: "first\n\(Self.line)\n```\n"))
    for name in ["pod", "image", "namespace", "container", "pull.class"] {
      walk.apply(.fact(Event.FactRecord(name: name, value: Self.hostile)))
    }
    walk.choose("yes")
    walk.apply(.note(Self.hostile))
    walk.apply(
      .check(
        Check(
          flow: "tiny", node: "end", result: .failed, time: "2026-11-21T03:30:00.000Z", words: Self.hostile)))
    walk.apply(
      .command(Event.CommandRecord(node: "end", line: Self.hostile, effect: .read, outcome: .ran)))
    return try #require(walk.transcript())
  }

  @Test(arguments: Exporters.all.map { $0.name })
  func `no control, bidi or zero-width character is left`(_ format: String) throws {
    let text = try #require(Exporters.named(format)).export(try transcript())
    #expect(!text.unicodeScalars.contains { $0 != "\n" && InertTests.isActive($0) })
  }

  @Test(
    arguments: [
      (nil, "not in this session"), (.applied, "not yet; the remedy was applied at 03:30:00Z"),
      (.pulled, "yes, a fresh pull was seen at 03:30:00Z: the new pod pulled it"),
      (.failed, "no, it did not help at 03:30:00Z: the new pod pulled it"),
    ] as [(Check.Result?, String)])
  func `a summary tells whether the fix was verified`(_ result: Check.Result?, _ wanted: String) throws {
    var walk = TwoWays(try Flows.session(Flows.text(Flows.leaf("a"))))
    walk.apply(.began(Event.Began(flow: "tiny", version: "1", hash: "", program: "0")))
    if let result {
      let time = "2026-11-21T03:30:00.000Z"
      walk.apply(
        .check(Check(flow: "tiny", node: "a", result: .applied, time: time)))
      walk.apply(
        .check(Check(flow: "tiny", node: "a", result: result, time: time, words: "the new pod pulled it")))
    }
    #expect(walk.differences == [])
    let transcript = try #require(walk.transcript())
    for format in ["markdown", "html"] {
      let text = try #require(Exporters.named(format)).export(transcript)
      #expect(text.replacing("`", with: "").contains(wanted), "\(format)")
    }
    #expect(transcript.session.checks.count == (result == nil ? 0 : 2))
  }

  @Test func `a flood of backticks cannot close a fence`() throws {
    let text = try #require(Exporters.named("markdown")).export(try transcript())
    var fence: Int?
    var fenced: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.drop { $0 == " " }.unicodeScalars
      let marks = bare.prefix { $0 == "`" }.count
      if let open = fence {
        if marks >= open, bare.count == marks { fence = nil } else { fenced.append(String(bare)) }
      } else if marks >= 3 {
        fence = marks
      }
    }
    #expect(fence == nil)
    #expect(fenced.contains { $0.hasPrefix("it is there ````````") && $0.contains("<script>") })
    #expect(!fenced.contains { $0.hasPrefix("#") })
  }

  @Test func `outside a fence every mark of Markdown and HTML is escaped`() throws {
    let text = try #require(Exporters.named("markdown")).export(try transcript())
    #expect(text.split(separator: "\n").count { $0.contains("onerror") } >= 8)
    for line in MarkdownHostileTests.outside(text) {
      let scalars = Array(try #require(MarkdownHostileTests.bare(line), "\(line)").unicodeScalars)
      for (index, scalar) in scalars.enumerated() where "`[]|#&!".unicodeScalars.contains(scalar) {
        let isHeading = scalar == "#" && scalars[..<index].allSatisfy { $0 == "#" }
        #expect(isHeading || (index > 0 && scalars[index - 1] == "\\"), "\(line)")
      }
    }
  }

  @Test func `the JSON is read back with every character`() throws {
    let text = try JSONExporterText.of(try transcript())
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["notes"] as? [[String: Any]])?.first?["text"] as? String == Self.hostile)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !InertTests.isActive($0) })
  }
}

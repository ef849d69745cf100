import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// The journal as one file.
struct JSONLinesTests {
  private func read(_ text: String) throws -> [JournalEntry] {
    let folder = try TemporaryFolder()
    return try JournalFile.read(try folder.write("x.jsonl", text))
  }

  @Test func `what was exported is a journal that is read, and exported again as the same`() throws {
    let transcript = try RichSession.whole()
    let text = try JSONLinesExporter.export(transcript)
    let entries = try read(text)
    #expect(entries == transcript.entries)
    let again = try #require(Transcript(id: transcript.id, entries: entries, library: transcript.session.library))
    #expect(try JSONLinesExporter.export(again) == text)
    #expect(try MarkdownExporter.export(again) == MarkdownExporter.export(transcript))
    #expect(try JSONExporter.export(again) == JSONExporter.export(transcript))
  }

  @Test func `evidence that lay in a side file stands in the line`() throws {
    var walk = try RichSession()
    let text = String(repeating: "ImagePullBackOff ‹secret-1› 😀\u{202e}\u{1b}[31m\u{2028}\n", count: 700)
    let provenance = Provenance(.file, source: "x")
    walk.add(.evidence(EvidenceRecord(Document(id: "d", title: "d", provenance: provenance, text: text))))
    let export = try JSONLinesExporter.export(try walk.transcript())
    #expect(text.utf8.count > SideFiles.limit && !export.contains("\"file\":"))
    #expect(export.split(separator: "\n").count == walk.entries.count)
    #expect(!export.unicodeScalars.contains { $0 != "\n" && InertTests.isActive($0) })
    #expect(try read(export) == walk.transcript().entries)
  }
}

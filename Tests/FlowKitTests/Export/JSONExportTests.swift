import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// A session as JSON: `fairway.session/1`.
struct JSONExportTests {
  private func report(_ transcript: Transcript) throws -> [String: Any] {
    let text = try JSONExporter.export(transcript)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func list(_ report: [String: Any], _ key: String) -> [[String: Any]] { report[key] as? [[String: Any]] ?? [] }

  @Test func `a session with everything looks the same as before`() throws {
    let text = try JSONExporter.export(try RichSession.whole())
    let difference = Golden.difference(text, "taken-back.json", in: "FlowKitTests")
    #expect(difference == nil)
  }

  @Test func `steps that were taken back stand beside the others, with the time`() throws {
    let report = try report(try RichSession.whole())
    let steps = list(report, "steps")
    let back = steps.filter { !($0["abandoned"] is NSNull) }
    #expect(back.compactMap { ($0["answer"] as? [String: String])?["label"] } == ["It crashes"])
    #expect(back.first?["abandoned"] as? String == "2026-11-21T03:30:48.000Z")
    #expect(steps.compactMap { $0["node"] as? String } == ["a", "a", "look", "other", "a", "b"])
    #expect(steps.last?["flow"] as? String == "second")
    #expect(steps.last?["question"] as? String == "May you push to fabrikam.azurecr.io?")
    let command = steps.first { $0["node"] as? String == "look" }?["command"] as? [String: Any]
    #expect(command?["outcome"] as? String == "denied" && command?["milliseconds"] as? Int == 1240)
  }

  @Test func `a corrected fact has what the evidence says beside it`() throws {
    let facts = list(try report(try RichSession.whole()), "facts")
    let fact = try #require(facts.first { $0["name"] as? String == "namespace" })
    #expect(fact["value"] as? String == "shop-staging" && fact["from"] as? String == "operator")
    #expect(fact["evidence"] as? String == "shop" && fact["because"] is NSNull)
    let host = try #require(facts.first { $0["name"] as? String == "host" })
    #expect(host["evidence"] is NSNull)
    #expect(facts.compactMap { $0["name"] as? String } == facts.compactMap { $0["name"] as? String }.sorted())
  }

  @Test func `time away is no time worked on, and secrets are counted`() throws {
    let report = try report(try RichSession.whole())
    #expect((report["seconds"] as? Double).map { $0 > 100 && $0 < 300 } == true)
    #expect(report["began"] as? String == "2026-11-21T03:30:00.000Z")
    #expect((report["ended"] as? String)?.hasPrefix("2026-11-22T03:3") == true)
    #expect(report["state"] as? String == "finished" && report["end"] as? String == "finished")
    let redactions = try #require(report["redactions"] as? [String: Any])
    #expect(redactions["distinct"] as? Int == 2)
    #expect(list(redactions, "places").compactMap { $0["line"] as? Int } == [9, 10])
  }

  @Test func `evidence that was replaced is there, and does not stand`() throws {
    var walk = try RichSession()
    for text in ["one", "two"] {
      let provenance = Provenance(.paste, source: text)
      walk.add(.evidence(EvidenceRecord(Document(id: "d", title: "d", provenance: provenance, text: text))))
    }
    let evidence = list(try report(try walk.transcript()), "evidence")
    #expect(evidence.compactMap { $0["text"] as? String } == ["one", "two"])
    #expect(evidence.compactMap { $0["stands"] as? Bool } == [false, true])
    #expect(evidence.compactMap { $0["event"] as? Int } == [2, 3])
  }

  @Test func `a session that was cut off is unfinished and waits`() throws {
    let report = try report(try RichSession().transcript())
    #expect(report["state"] as? String == "unfinished" && report["end"] is NSNull)
    #expect((report["waitsAt"] as? [String: String])?["question"] == "What is wrong with <pod>?")
    #expect(report["steps"] as? [Int] == [] && report["evidence"] as? [Int] == [])
  }

  @Test func `a question reads as it read then`() throws {
    var walk = try RichSession()
    walk.tell("pod", "first")
    walk.answer("crash")
    let path = try #require(
      (try report(try walk.transcript())["diagnosis"] as? [String: Any])?["path"] as? [[String: Any]])
    #expect(path.first?["question"] as? String == "What is wrong with first?")
  }
}

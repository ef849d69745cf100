import FlowKit
import Foundation
import TestSupport
import Testing
import Wizard

/// A diagnosis as JSON: `fairway.diagnosis/1`.
struct DiagnosisReportTests {
  private func report(_ diagnosis: Diagnosis) throws -> [String: Any] {
    let text = try JSON.pretty(DiagnosisReport(diagnosis))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a diagnosis looks the same as before`() throws {
    let text = try JSON.pretty(DiagnosisReport(Diagnosis(try ShippedFlow.session("1-not-attached"))))
    let difference = Golden.difference(text, "not-attached.diagnosis.json", in: "FlowKitTests")
    #expect(difference == nil)
  }

  private static let top: Set<String> = [
    "schema", "verdict", "class", "cause", "candidates", "subject", "path", "remediation", "waitsAt", "waits", "others",
    "commands", "picked", "notRead",
  ]

  @Test(arguments: Shipped.demos.map(\.id))
  func `every field is there for every recording`(_ recording: String) throws {
    let diagnosis = Diagnosis(try ShippedFlow.session(recording))
    let report = try report(diagnosis)
    #expect(Set(report.keys) == Self.top)
    #expect(report["schema"] as? String == "fairway.diagnosis/1")
    #expect(report["class"] as? String == diagnosis.pullClass)
    #expect(report["verdict"] as? String == diagnosis.verdict.rawValue)
    let subject = try #require(report["subject"] as? [String: Any])
    #expect(Set(subject.keys) == ["namespace", "pod", "container", "image"])
    #expect(subject["namespace"] as? String == "store" && subject["container"] as? String == "orders")
    let path = try #require(report["path"] as? [[String: Any]])
    #expect(path.count == diagnosis.session.visits.count)
    for (step, visit) in zip(path, diagnosis.session.visits) {
      #expect(Set(step.keys) == ["flow", "node", "question", "answer", "by", "because"])
      #expect(step["flow"] as? String == visit.flow)
      #expect(step["node"] as? String == visit.node.id && step["answer"] as? String == visit.edge.id)
      guard let because = step["because"] as? [String: Any] else {
        #expect(visit.answer.because == nil)
        continue
      }
      #expect(Set(because.keys) == ["document", "line", "column", "length", "text"])
      #expect(because["line"] as? Int == visit.answer.because?.line)
      #expect(because["text"] as? String == visit.answer.because?.text)
    }
    let remedy = try #require(report["remediation"] as? [String: Any])
    #expect(remedy["id"] as? String == diagnosis.leaf?.id && remedy["title"] as? String == diagnosis.leaf?.title)
    for command in try #require(remedy["commands"] as? [[String: Any]]) {
      #expect(Set(command.keys) == ["label", "text", "effect", "shell"])
    }
    #expect(report["waitsAt"] is NSNull)
  }

  @Test func `a cause is null while several remain, and the only candidate when one does`() throws {
    let several = try report(Diagnosis(try ShippedFlow.session("1-not-attached")))
    #expect(several["cause"] is NSNull)
    #expect((several["candidates"] as? [String])?.count ?? 0 > 1)
    let flow = Flows.text(Flows.leaf("a", extra: "cause: typo"))
    let one = try report(Diagnosis(try Flows.session(flow)))
    #expect(one["cause"] as? String == "typo")
    #expect(one["candidates"] as? [String] == [])
  }

  @Test func `what is not known is null and a question that stands open is named`() throws {
    let report = try report(Diagnosis(try ShippedFlow.session()))
    #expect(Set(report.keys) == Self.top)
    for key in ["class", "cause", "remediation"] { #expect(report[key] is NSNull) }
    #expect(report["waitsAt"] as? String == "reason")
    #expect((report["subject"] as? [String: Any])?.values.allSatisfy { $0 is NSNull } == true)
    #expect(Set((report["subject"] as? [String: Any] ?? [:]).keys) == ["namespace", "pod", "container", "image"])
    #expect(report["path"] as? [Int] == [] && report["others"] as? [Int] == [])
  }
}

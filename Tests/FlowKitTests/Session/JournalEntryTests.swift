import FlowKit
import Foundation
import TestSupport
import Testing

private let span = Span(
  document: "describe", pieces: [Span.Piece(line: 59, column: 3, length: 4)], text: "401 – \"x\"/y")

private let golden: [(event: Event, line: String)] = [
  (
    .began(Event.Began(flow: "image-pull", version: "1.0", hash: "00ff", program: "0.1.0")),
    #"{"data":{"flow":"image-pull","hash":"00ff","program":"0.1.0","version":"1.0"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"began"}"#
  ),
  (
    .evidence(
      EvidenceRecord(
        Document(
          id: "describe", title: "describe pod",
          provenance: Provenance(.command, source: "kubectl", exit: 0, isCut: true),
          text: "a\tb\n"))),
    #"{"data":{"id":"describe","provenance":{"exit":0,"isCut":true,"origin":"command","source":"kubectl"},"text":"a\tb\n","title":"describe pod"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"evidence"}"#
  ),
  (
    .fact(Event.FactRecord(name: "cluster", value: "weu")),
    #"{"data":{"name":"cluster","value":"weu"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"fact"}"#
  ),
  (
    .answered(Answer(node: "error", edge: "access", by: .evidence, because: span, facts: ["b": "2", "a": "1"])),
    #"{"data":{"because":{"document":"describe","pieces":[{"column":3,"length":4,"line":59}],"text":"401 – \"x\"/y"},"by":"evidence","edge":"access","facts":{"a":"1","b":"2"},"node":"error"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"answered"}"#
  ),
  (
    .answered(Answer(node: "error", edge: "access", by: .person)),
    #"{"data":{"by":"operator","edge":"access","facts":{},"node":"error"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"answered"}"#
  ),
  (
    .command(
      Event.CommandRecord(
        node: "n", line: "kubectl get pods", effect: .readsSecret, outcome: .notLoggedIn, exit: 1,
        document: "command-1",
        milliseconds: 12)),
    #"{"data":{"document":"command-1","effect":"reads-secret","exit":1,"line":"kubectl get pods","milliseconds":12,"node":"n","outcome":"not-logged-in"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"command"}"#
  ),
  (
    .consent(Event.Consent(node: "n", line: "az aks check-acr", effect: .probe, isGiven: true)),
    #"{"data":{"effect":"probe","isGiven":true,"line":"az aks check-acr","node":"n"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"consent"}"#
  ),
  (.back, #"{"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"back"}"#),
  (.note("ö"), #"{"data":"ö","schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"note"}"#),
  (.ended(.hungUp), #"{"data":"hung-up","schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"ended"}"#),
]

/// The lines of a journal: their form never changes within a schema.
struct JournalEntryTests {
  private let time = Date(timeIntervalSince1970: 1_795_231_800.25)

  @Test(arguments: golden.indices)
  func `an event becomes the same line as ever, and comes back`(_ index: Int) throws {
    let (event, line) = golden[index]
    let entry = JournalEntry(sequence: 1, time: time, event: event)
    #expect(String(decoding: try entry.line(), as: UTF8.self) == line)
    #expect(try JournalEntry.read(line.utf8) == entry)
  }

  @Test func `lines of the first schema can still be read`() throws {
    for (event, line) in golden {
      let old = line.replacingOccurrences(of: #""schema":2"#, with: #""schema":1"#)
      #expect(try JournalEntry.read(old.utf8).event == event)
    }
  }

  @Test(arguments: [
    (#""state":"retried","words":"x""#, Practised.Result.changed), (#""words":"It only reads, and prints:\nx""#, .read),
    (#""words":"The recording does not hold this.""#, .unknown), (#""result":"read","words":"x""#, .read),
  ])
  func `what became of a fix is known in journals that do not say it`(_ rest: String, _ outcome: Practised.Result)
    throws
  {
    let head = #"{"data":{"kind":"applied","line":"kubectl get pods","#
    let line = head + rest + #"},"schema":2,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"practised"}"#
    guard case .practised(let one) = try JournalEntry.read(line.utf8).event else { throw CancellationError() }
    #expect(one.outcome == outcome)
  }

  @Test func `keys that a later version adds are no trouble`() throws {
    let line = #"{"extra":1,"schema":1,"seq":7,"time":"2026-11-21T03:30:00.250Z","type":"back","data":null}"#
    #expect(try JournalEntry.read(line.utf8) == JournalEntry(sequence: 7, time: time, event: .back))
  }

  @Test(arguments: [
    "", "{}", "[]", "null", #"{"schema":3,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"back"}"#,
    #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"later"}"#,
    #"{"schema":1,"seq":1,"time":"yesterday","type":"back"}"#,
    #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"note"}"#,
    #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"ended","data":"vanished"}"#,
    #"{"schema":1,"seq":1,"time":"2026-11-21T03:30:00.250Z","type":"bac"#,
  ])
  func `a line that is no event is refused`(_ line: String) {
    #expect(throws: (any Error).self) { try JournalEntry.read(line.utf8) }
  }

  @Test func `text of every kind survives the journal`() throws {
    var chance = Chance(seed: 12)
    for _ in 0..<100 {
      let entry = JournalEntry(sequence: 1, time: time, event: .note(chance.word()))
      let line = try entry.line()
      #expect(!line.contains(0x0A))
      #expect(try JournalEntry.read(line) == entry)
    }
  }

  @Test func `times are UTC with milliseconds and sort as text`() throws {
    let times = [0.0, 0.001, 59.999, 1_795_231_800.25].map { Date(timeIntervalSince1970: $0) }
    #expect(times.map { Timestamp.text($0) }.sorted() == times.map { Timestamp.text($0) })
    #expect(Timestamp.text(time) == "2026-11-21T03:30:00.250Z")
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    var chance = Chance(seed: 7)
    for _ in 0..<500 {
      let time = Date(
        timeIntervalSince1970: Double(Int.random(in: -4_000_000_000_000...4_000_000_000_000, using: &chance)) / 1000)
      #expect(Timestamp.text(time) == time.addingTimeInterval(0.000_5).formatted(style))
    }
    for time in times { #expect(abs(try Timestamp.date(Timestamp.text(time)).timeIntervalSince(time)) < 0.0011) }
  }
}

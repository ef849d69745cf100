import FlowKit
import Foundation
import TerminalUI
import TestSupport
import Testing
import Wizard

/// Recordings of the screen.
struct AsciicastTests {
  private static let start = Date(timeIntervalSince1970: 1_795_000_000)

  /// The transcript of events that follow each other by some seconds.
  private func transcript(_ events: [(Double, Event)]) throws -> Transcript {
    var time = Self.start
    var entries: [JournalEntry] = []
    for (number, (seconds, event)) in events.enumerated() {
      time += seconds
      entries.append(JournalEntry(sequence: number + 1, time: time, event: event))
    }
    return try #require(Transcript(id: "20261121T033000", entries: entries, library: try ShippedFlow.library))
  }

  /// The walk of a demonstration with somebody who thinks, makes a note, and goes on the day after.
  private func walk(_ id: String = "2-wrong-tag", evidence: Document? = nil, note: String = "asked the team") throws
    -> Transcript
  {
    let demo = try ShippedFlow.demo(id)
    var session = try ShippedFlow.session()
    var events: [(Double, Event)] = [(0, .began(Event.Began(flow: "image-pull", version: "1", hash: "", program: "0")))]
    func take(_ seconds: Double, _ event: Event) {
      let event = session.complete(event)
      session.apply(event)
      events.append((seconds, event))
      while let next = session.automatic {
        session.apply(next)
        events.append((0, next))
      }
    }
    take(1, .evidence(EvidenceRecord(try evidence ?? ShippedFlow.document(id))))
    for fact in demo.facts { take(0, .fact(fact)) }
    take(3, .note(note))
    take(86_400, .resumed)
    for _ in 0..<60 {
      switch session.step {
      case .ask(let ask): take(2.5, session.answer(ask.choices[ask.suggested ?? ask.choices.count - 1], by: .person))
      case .run(let run):
        guard let result = demo.result(of: run.arguments ?? []) else { break }
        let provenance = Provenance(.command, source: run.line, exit: result.exit)
        for event in CommandOutput.events(session, line: run.line, result, provenance) { take(0.5, event) }
      default: break
      }
    }
    take(3, .ended(.finished))
    return try transcript(events)
  }

  private struct Line {
    var time: Double
    var code: String
    var data: String
  }

  private func read(_ text: String) throws -> (header: [String: Any], lines: [Line]) {
    let rows = text.split(separator: "\n")
    let first = try #require(rows.first)
    func json(_ row: Substring) throws -> Any { try JSONSerialization.jsonObject(with: Data(row.utf8)) }
    let header = try #require(try json(first) as? [String: Any])
    let lines = try rows.dropFirst().map { row in
      let parts = try #require(try json(row) as? [Any])
      try #require(parts.count == 3)
      return Line(
        time: try #require(parts[0] as? Double), code: try #require(parts[1] as? String),
        data: try #require(parts[2] as? String))
    }
    return (header, lines)
  }

  @Test func `a recording looks the same as before`() throws {
    let difference = Golden.difference(
      try AsciicastExporter.export(try walk()), "wrong-tag.cast", in: "WizardTests")
    #expect(difference == nil)
  }

  @Test(arguments: Shipped.demos.map(\.id))
  func `replayed, every marker shows the screen of the program`(_ id: String) throws {
    let transcript = try walk(id)
    var options = ExportOptions()
    options.width = 100
    options.height = 30
    let (_, lines) = try read(try AsciicastExporter.export(transcript, options))
    var screens = Self.screens(transcript, Size(width: 100, height: 30))
    var terminal = TinyTerminal(width: 100, height: 30)
    for line in lines {
      if line.code == "o" {
        try terminal.feed(line.data)
      } else {
        let wanted = screens.removeFirst()
        #expect(line.data == wanted.title)
        #expect(terminal.text == wanted.text)
      }
    }
    #expect(screens.isEmpty)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.time <= $1.time })
  }

  /// The screens that somebody saw who sat there, one for each node.
  private static func screens(_ transcript: Transcript, _ size: Size) -> [(title: String, text: String)] {
    var fold = SessionFold(transcript.session.library)
    var result: [(title: String, text: String)] = []
    var places: [String] = []
    // The first screen shows what was read before it.
    let opening = transcript.entries.firstIndex { entry in
      switch entry.event {
      case .began, .evidence, .fact: false
      default: true
      }
    }
    for (index, entry) in transcript.entries.enumerated() {
      let isTaken = fold.take(entry.event)
      guard isTaken, index >= (opening ?? transcript.entries.count) - 1, let session = fold.session,
        session.automatic == nil
      else { continue }
      let place = "\(session.visits.count) \(session.nodeID)"
      guard places.last != place else { continue }
      places.append(place)
      let model = Model(session, size: size)
      result.append((model.leaf?.title ?? session.title, view(model).text))
    }
    return result
  }

  @Test func `the header names the size, the program and the beginning`() throws {
    var options = ExportOptions()
    options.maxIdle = 1.5
    let (header, _) = try read(try AsciicastExporter.export(try walk(), options))
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 120 && header["height"] as? Int == 40)
    #expect(header["timestamp"] as? Int == 1_795_000_000 && header["idle_time_limit"] as? Double == 1.5)
    #expect((header["env"] as? [String: String])?["TERM"] == "xterm-256color")
    #expect((header["title"] as? String)?.contains("A pod cannot pull its image") == true)
  }

  @Test func `pauses are as long as they were, but a night is two seconds`() throws {
    let (_, lines) = try read(try AsciicastExporter.export(try walk()))
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1.time - $0.time <= 3 })
    let last = try #require(lines.last?.time)
    #expect(last > 10 && last < 60)
    var options = ExportOptions()
    options.maxIdle = 0.2
    let (_, short) = try read(try AsciicastExporter.export(try walk(), options))
    #expect(zip(short, short.dropFirst()).allSatisfy { $1.time - $0.time <= 2 })
    #expect(short.last.map { $0.time < last / 2 } == true)
  }

  @Test func `the highlight goes from what is suggested to what was chosen`() throws {
    var session = try ShippedFlow.session("2-wrong-tag")
    while let next = session.automatic { session.apply(next) }
    guard case .ask(let ask)? = session.step else {
      Issue.record("no question stands open")
      return
    }
    let suggested = try #require(ask.suggested)
    let chosen = ask.choices.count - 1
    let transcript = try transcript([
      (0, .began(Event.Began(flow: "image-pull", version: "1", hash: "", program: "0"))),
      (0, .evidence(EvidenceRecord(try ShippedFlow.document("2-wrong-tag")))),
      (5, session.answer(ask.choices[chosen], by: .person)),
    ])
    let (_, lines) = try read(try AsciicastExporter.export(transcript))
    var terminal = TinyTerminal(width: 120, height: 40)
    var selected: [String] = []
    for line in lines where line.code == "o" && line.time < 5 {
      try terminal.feed(line.data)
      if let row = terminal.text.split(separator: "\n").first(where: { $0.contains("▸") }) {
        selected.append(String(row))
      }
    }
    #expect(selected.first?.contains(ask.choices[suggested].label.prefix(20)) == true)
    #expect(selected.last?.contains(ask.choices[chosen].label.prefix(20)) == true)
    #expect(selected.count == 1 + chosen - suggested)
  }

  @Test func `outside text writes no sequence of its own`() throws {
    let evil = "\u{1b}]52;c;ZXZpbA==\u{7}\u{1b}[2J\u{9b}31m\u{202e}gnp\u{2066}\u{200b}\u{1b}P1\u{1b}\\ \u{90}"
    let text = try ShippedFlow.document("2-wrong-tag").text
      .replacingOccurrences(of: "Priority:         0", with: "Priority: \(evil)")
      .replacingOccurrences(of: "Namespace:        store", with: "Namespace: st\u{1b}[31more")
    let document = Document(
      id: "describe", title: "describe \(evil)", provenance: Provenance(.file, source: evil), text: text)
    let (_, lines) = try read(try AsciicastExporter.export(try walk(evidence: document, note: evil)))
    var terminal = TinyTerminal(width: 120, height: 40)
    for line in lines {
      if line.code == "o" { try terminal.feed(line.data) }
      let isSafe = line.data.unicodeScalars.allSatisfy { scalar in
        line.code == "o" && scalar == "\u{1b}" || Inert.text(String(scalar)) == String(scalar)
      }
      #expect(isSafe)
    }
    #expect(lines.contains { $0.data.contains("␛]52;c") })
  }
}

/// A terminal that knows cursor addresses, styles and erasing, and throws at anything else.
private struct TinyTerminal {
  struct Unknown: Error { let sequence: String }

  private var cells: [[String]]
  private var x = 0
  private var y = 0

  init(width: Int, height: Int) {
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  var text: String {
    cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }

  mutating func feed(_ data: String) throws {
    var rest = data.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1b}" else {
        put(scalar)
        continue
      }
      guard rest.popFirst() == "[" else { throw Unknown(sequence: "no CSI") }
      var parameters = ""
      while let next = rest.first, next.value < 0x40 {
        parameters.unicodeScalars.append(next)
        rest.removeFirst()
      }
      try obey(rest.popFirst(), parameters)
    }
  }

  private mutating func obey(_ final: Unicode.Scalar?, _ parameters: String) throws {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch final {
    case "H":
      guard numbers.isEmpty || numbers.count == 2 else { throw Unknown(sequence: parameters + "H") }
      y = (numbers.first ?? 1) - 1
      x = (numbers.last ?? 1) - 1
      guard cells.indices.contains(y), cells[y].indices.contains(x) else { throw Unknown(sequence: parameters + "H") }
    case "J" where parameters == "2":
      for row in cells.indices { cells[row] = cells[row].map { _ in " " } }
    case "m": guard !numbers.isEmpty else { throw Unknown(sequence: parameters + "m") }
    case "h" where parameters == "?25", "l" where parameters == "?25": break
    default: throw Unknown(sequence: parameters + "\(final.map(String.init) ?? "")")
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Width.of(scalar)
    guard width > 0, x + width <= cells[y].count else {
      if width == 0, x > 0 { cells[y][x - 1].unicodeScalars.append(scalar) }
      return
    }
    cells[y][x] = String(scalar)
    if width == 2 { cells[y][x + 1] = "" }
    x += width
  }
}

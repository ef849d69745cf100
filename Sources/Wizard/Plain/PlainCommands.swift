import FlowKit

/// Commands in plain mode: run here, pasted, read from a file, skipped.
extension PlainDriver {
  mutating func command(_ run: Step.Run, _ text: String) {
    let choices = Model.CommandChoice.allCases
    guard let number = Int(text), choices.indices.contains(number - 1) else {
      return write("Type a number from 1 to \(choices.count).")
    }
    switch choices[number - 1] {
    case .run: execute(run)
    case .paste: paste(run)
    case .file: file(run)
    case .skip:
      record(.command(Event.CommandRecord(node: session.nodeID, line: run.line, effect: run.effect, outcome: .skipped)))
    }
  }

  mutating func execute(_ run: Step.Run) {
    guard settings.mayRun else {
      return write(settings.refusal)
    }
    guard let arguments = run.arguments else { return write("A value is missing, so this command cannot run here.") }
    if run.effect > .read {
      write(Inert.text(run.touches.isEmpty ? "It \(run.effect.words)." : run.touches))
      write("Type yes to run it:")
      let isGiven = read()?.lowercased() == "yes"
      record(.consent(Event.Consent(node: session.nodeID, line: run.line, effect: run.effect, isGiven: isGiven)))
      guard isGiven else { return write("It was not run.") }
    }
    write("Running, at most \(settings.seconds(run)) s: \(Inert.text(run.line))")
    let result = settings.runner.runAndWait(settings.scoped(arguments), seconds: settings.seconds(run))
      .redacted(by: &redactor)
    if !result.reason.isEmpty { write(Inert.text(result.reason)) }
    if result.outcome == .skipped { return }
    take(run, result, Provenance(.command, source: run.line, exit: result.exit, isCut: result.isCut))
  }

  private mutating func paste(_ run: Step.Run) {
    write("Paste the output. A line with a single dot, or Ctrl-D, ends it.")
    var lines: [String] = []
    while let line = read(), line != "." { lines.append(line) }
    guard !lines.isEmpty else { return write("Nothing was pasted.") }
    take(run, CommandResult(output: Array(lines.joined(separator: "\n").utf8)), Provenance(.paste, source: run.line))
  }

  private mutating func file(_ run: Step.Run) {
    write("Path of the file:")
    guard let path = read(), !path.isEmpty else { return write("No file was read.") }
    do {
      take(run, CommandResult(output: try FileBytes.read(path)), Provenance(.file, source: path))
    } catch {
      write("\(path): \(error.reason)")
    }
  }

  /// Output of a command, from wherever it came.
  private mutating func take(_ run: Step.Run, _ result: CommandResult, _ provenance: Provenance) {
    let result = result.redacted(by: &redactor)
    let events = CommandOutput.events(session, line: run.line, result, provenance)
    for case .evidence(let record) in events {
      let document = record.document
      for index in 0..<min(document.lineCount, 40) { write("  " + Inert.text(document.line(index))) }
      if document.lineCount > 40 { write("  (\(document.lineCount) lines; e shows all)") }
    }
    for event in events { record(event) }
  }
}

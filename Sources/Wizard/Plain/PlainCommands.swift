import FlowKit

/// Commands in plain mode: run here, pasted, read from a file, skipped.
extension PlainDriver {
  /// Takes a number or the word of a choice.
  mutating func command(_ run: Step.Run, _ text: String) {
    let choices = Model.CommandChoice.allCases
    let numbered = Int(text).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    switch numbered ?? Model.CommandChoice(rawValue: text.lowercased()) {
    case .run: execute(run)
    case .paste: paste(run)
    case .file: file(run)
    case .skip: record(session.skipping(run))
    case nil: refuse(text, "Type a number from 1 to \(choices.count)")
    }
  }

  /// Runs a command and waits for it: what it comes to is said when it is over, and nothing before.
  mutating func execute(_ run: Step.Run) {
    guard settings.mayRun else { return write(settings.refusal) }
    guard let arguments = run.arguments else { return write("A value is missing, so this command cannot run here.") }
    if run.effect > .read {
      write(run.touches.isEmpty ? "It \(run.effect.words)." : run.touches)
      let isGiven = ask("Type yes to run it:").lowercased() == "yes"
      record(.consent(Event.Consent(node: session.nodeID, line: run.line, effect: run.effect, isGiven: isGiven)))
      guard isGiven else { return write("It was not run.") }
    }
    write("Running, at most \(settings.seconds(run)) seconds: \(run.line)")
    let time = settings.timeOfDay()
    let result = settings.runner.runAndWait(settings.scoped(arguments), seconds: settings.seconds(run))
      .redacted(by: &redactor)
    log.append(Model.CommandNote(line: run.line, time: time, isAhead: false, milliseconds: result.milliseconds))
    write(Self.ending(result))
    if result.outcome == .skipped { return }
    take(run, result, Provenance(.command, source: run.line, exit: result.exit, isCut: result.isCut))
  }

  /// How a command ended and how long it took.
  private static func ending(_ result: CommandResult) -> String {
    if result.outcome == .skipped {
      return "\(result.reason.isEmpty ? "It was not run" : result.reason). Nothing was answered."
    }
    let exit = result.exit.map { ", exit status \($0)" } ?? ""
    let reason = result.reason.isEmpty ? "" : ": \(result.reason)"
    return "It ended after \(result.milliseconds) milliseconds\(exit)\(reason)."
  }

  private mutating func paste(_ run: Step.Run) {
    guard let text = PlainPaste.text(of: "the output", read, write) else { return }
    take(run, CommandResult(output: Array(text.utf8)), Provenance(.paste, source: run.line))
  }

  private mutating func file(_ run: Step.Run) {
    let path = ask("Path of the file, or Enter for none:")
    guard !path.isEmpty else { return write("No file was read.") }
    do {
      take(run, CommandResult(output: try FileBytes.read(path)), Provenance(.file, source: path))
    } catch {
      write("\(path): \(error.reason)")
    }
  }

  /// Output of a command, from wherever it came: recorded, then its first page said.
  private mutating func take(_ run: Step.Run, _ result: CommandResult, _ provenance: Provenance) {
    let result = result.redacted(by: &redactor)
    let events = CommandOutput.events(session, line: run.line, result, provenance)
    for event in events { record(event) }
    for case .evidence(let kept) in events where !kept.document.bytes.isEmpty { read(kept.document) }
  }
}

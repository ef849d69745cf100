/// What became of a command.
package struct CommandResult: Sendable {
  package var outcome: Outcome
  package var exit: Int?
  package var output: [UInt8] = []
  package var errors: [UInt8] = []
  /// Whether the middle of the output was left out.
  package var isCut = false
  package var milliseconds = 0
  /// Why it was refused or could not start; empty otherwise.
  package var reason = ""

  /// Output that was brought from elsewhere.
  package init(output: [UInt8]) {
    self.outcome = .ran
    self.output = output
  }

  /// The same without secrets, in whatever the command printed.
  package func redacted(by redactor: inout Redactor) -> CommandResult {
    var result = self
    result.output = redactor.redact(output)
    result.errors = redactor.redact(errors)
    // The reason may repeat a line of the errors.
    result.reason = redactor.redact(reason)
    return result
  }

  package init(outcome: Outcome, reason: String = "") {
    self.outcome = outcome
    self.reason = reason
  }
}

/// Tests the exit status of a command: `{exit: 0}` or `{exit: [1, 3]}`.
struct ExitMatcher: Matcher {
  static let key = "exit"
  static let keys = [FieldKey.required("exit", .oneOrMore(.number), "Exit status of the command.")]

  private let codes: [Int]

  init(_ fields: Fields) {
    let texts = fields.texts("exit")
    codes = texts.compactMap { Int($0) }
    if codes.count != texts.count {
      fields.findings.report("structure", fields.position("exit"), "'exit' must be a number or a list of numbers")
    }
  }

  func match(_ scope: MatchScope) -> Match? {
    scope.exit.map(codes.contains) == true ? Match() : nil
  }
}

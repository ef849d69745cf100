package import FlowKit
package import FoundationEssentials

/// How a session treats commands.
package struct CommandSettings: Sendable {
  package var runner: CommandRunner
  /// Whether anything may run at all.
  package var mayRun: Bool
  /// Whether the evidence comes from the cluster that commands would ask, so that reading needs no question.
  package var isLive: Bool
  /// Whether commands that only read run before they are needed.
  package var runsAhead: Bool
  package var context: String?
  package var kubeconfig: String?
  package var subscription: String?
  /// Whether commands are answered by a recording, which knows them as the flow writes them.
  package var isRecorded = false
  /// Why nothing may run, when that is so.
  package var refusal = "Running commands is switched off (--no-run). Paste the output instead."
  /// How the evidence can be read again.
  package var look = Look.none("There is nothing to read again.")
  /// By what every time limit is multiplied.
  package var timeFactor = 1
  package var clock: @Sendable () -> Date = { Date() }

  package init(
    runner: CommandRunner, mayRun: Bool = true, isLive: Bool = false, runsAhead: Bool = true, context: String? = nil,
    kubeconfig: String? = nil, subscription: String? = nil
  ) {
    self.runner = runner
    self.mayRun = mayRun
    self.isLive = isLive
    self.runsAhead = runsAhead
    self.context = context
    self.kubeconfig = kubeconfig
    self.subscription = subscription
  }

  /// The arguments with the cluster and the subscription that the operator named; what a flow says itself stays.
  package func scoped(_ arguments: [String]) -> [String] {
    if isRecorded { return arguments }
    switch arguments.first {
    case "kubectl":
      let separator = arguments.firstIndex(of: "--") ?? arguments.endIndex
      var added: [String] = []
      // A configured default must not decide what the matchers read.
      if arguments.dropFirst().first == "get", !Self.namesOutput(arguments[..<separator]) { added += ["-o", "wide"] }
      if !arguments.contains(where: { $0.hasPrefix("--request-timeout") }) {
        added.append(Self.requestTimeout(timeFactor))
      }
      if let context, !arguments.contains("--context") { added += ["--context", context] }
      if let kubeconfig, !arguments.contains("--kubeconfig") { added += ["--kubeconfig", kubeconfig] }
      return arguments[..<separator] + added + arguments[separator...]
    case "az":
      // Groups of commands that know no subscription. Source: azure-cli 2.91.
      let isScoped = arguments.count > 1 && !["version", "cloud", "account", "ad"].contains(arguments[1])
      let arguments = Self.namesOutput(arguments[...]) ? arguments : arguments + ["-o", "json"]
      guard let subscription, isScoped, !arguments.contains("--subscription") else { return arguments }
      return arguments + ["--subscription", subscription]
    default: return arguments
    }
  }

  /// Seconds that a command may take.
  package func seconds(_ run: Step.Run) -> Int { run.timeout * timeFactor }

  /// How long kubectl waits for one answer, before the limit of the whole command.
  static func requestTimeout(_ factor: Int) -> String { "--request-timeout=\(10 * factor)s" }

  private static func namesOutput(_ arguments: ArraySlice<String>) -> Bool {
    arguments.contains { $0.hasPrefix("-o") || $0.hasPrefix("--output") }
  }

  /// The time in UTC, to the second.
  func timeOfDay() -> String { String(Timestamp.text(clock()).dropFirst(11).prefix(8)) + "Z" }
}

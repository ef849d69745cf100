/// The one place that decides what may run.
///
/// A command is known by its program and its verb; anything unknown is refused. Source of the classes: what each
/// command was seen to send, with kubectl 1.20 to 1.37 and azure-cli 2.91.
package enum Policy {
  /// What the policy says of a command.
  package enum Ruling: Equatable, Sendable {
    case allowed(EffectClass)
    /// With the reason in one sentence.
    case refused(String)
  }

  /// The ruling on a full argument list, the program first.
  package static func rule(_ arguments: [String]) -> Ruling {
    guard let program = arguments.first, !program.isEmpty else { return .refused("there is no command") }
    if let control = arguments.first(where: { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }) {
      return .refused("an argument holds a control character: \(control.debugDescription)")
    }
    if program == "curl" { return CurlPolicy.rule(Array(arguments.dropFirst())) }
    guard let verbs = verbs[program] else { return .refused("'\(program)' is not on the list of programs") }
    let words = plainWords(arguments)
    let known = verbs.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    guard let verb = known else {
      return .refused("'\(([program] + words.prefix(3)).joined(separator: " "))' is not on the list of commands")
    }
    if let flag = forbidden(arguments, verb) { return .refused("'\(flag)' is not allowed with '\(program)'") }
    return .allowed(max(verb.effect, raised(arguments, verb)))
  }

  /// Whether Fairway itself may run a command of a class.
  package static func mayRun(_ effect: EffectClass) -> Bool { effect <= .probe }

  /// A verb of a program with the class of its plainest use.
  struct Verb: Sendable {
    let words: [String]
    let effect: EffectClass

    init(_ words: String, _ effect: EffectClass) {
      self.words = words.split(separator: " ").map(String.init)
      self.effect = effect
    }
  }

  /// Arguments before the first flag, after the program: the verb and what follows it.
  private static func plainWords(_ arguments: [String]) -> [String] {
    Array(arguments.dropFirst().prefix { !$0.hasPrefix("-") })
  }

  /// Flags that turn a read into something else.
  private static func forbidden(_ arguments: [String], _ verb: Verb) -> String? {
    // What follows `--` belongs to the program in the container.
    arguments.prefix { $0 != "--" }.first { argument in
      let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? argument
      return denied[arguments[0]]?.contains(name) == true
    }
  }

  private static let denied: [String: Set<String>] = [
    "kubectl": [
      "--raw", "--as", "--as-group", "--as-uid", "--token", "--server", "-s", "--insecure-skip-tls-verify", "--kuberc",
      "--profile", "--profile-output",
      "--watch", "-w", "--watch-only", "-f", "--filename", "-k", "--kustomize", "--v", "-v", "--cache-dir",
      "--log-file",
    ],
    "az": ["--debug", "--expose-token"],
  ]

  /// Secrets are read as soon as one is printed in a form that shows its data.
  private static func raised(_ arguments: [String], _ verb: Verb) -> EffectClass {
    guard arguments[0] == "kubectl", verb.words.first == "get" else { return .read }
    let kinds = plainWords(arguments).dropFirst().flatMap { $0.split(separator: ",") }.map {
      $0.split(separator: "/")[0]
    }
    guard kinds.contains(where: { ["secret", "secrets", "all"].contains($0.lowercased().split(separator: ".")[0]) })
    else { return .read }
    let output = output(arguments)
    return output == nil || output == "name" || output == "wide" || output == "jsonpath={.type}" ? .read : .readsSecret
  }

  private static func output(_ arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "-o" || argument == "--output" { return index + 1 < arguments.count ? arguments[index + 1] : "" }
      if argument.hasPrefix("-o") { return String(argument.dropFirst(argument.hasPrefix("-o=") ? 3 : 2)) }
      if argument.hasPrefix("--output=") { return String(argument.dropFirst(9)) }
    }
    return nil
  }
}

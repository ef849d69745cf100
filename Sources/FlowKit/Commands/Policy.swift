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
    if program == "kubectl", let output = outputs(arguments).first(where: { $0.prefix { $0 != "=" }.hasSuffix("file") })
    {
      return .refused("'\(output)' reads a file of this machine")
    }
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
    let program = arguments[0]
    let denied = denied[program] ?? []
    // What follows `--` belongs to the program in the container.
    return arguments.dropFirst().prefix { $0 != "--" }.first { argument in
      let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? argument
      if denied.contains(name) { return true }
      if program == "az" { return isDeniedByAzure(argument, name, denied, verb) }
      return !argument.hasPrefix("--") && letters(of: argument, program).contains { denied.contains("-\($0)") }
    }
  }

  /// `az` takes shortened flags, and reads local files into arguments that begin with `@`.
  private static func isDeniedByAzure(_ argument: String, _ name: String, _ denied: Set<String>, _ verb: Verb) -> Bool {
    if name.count > 3, denied.contains(where: { $0.hasPrefix(name) }) { return true }
    return verb.effect <= .probe && (argument.hasPrefix("@") || argument.contains("=@"))
  }

  /// The flags in a bundle such as `-Aw`, up to the first that takes a value.
  private static func letters(of argument: String, _ program: String) -> [Character] {
    guard argument.hasPrefix("-") else { return [] }
    var letters: [Character] = []
    for letter in argument.dropFirst() {
      letters.append(letter)
      if program != "kubectl" || "nolcLp".contains(letter) { break }
    }
    return letters
  }

  private static let denied: [String: Set<String>] = [
    "kubectl": [
      "--raw", "--as", "--as-group", "--as-uid", "--token", "--server", "-s", "--insecure-skip-tls-verify", "--kuberc",
      "--profile", "--profile-output",
      "--watch", "-w", "--watch-only", "-f", "--filename", "-k", "--kustomize", "--v", "-v", "--cache-dir",
      "--log-file", "--follow",
    ],
    "az": ["--debug", "--expose-token"], "dig": ["-f", "-k"],
  ]

  /// Secrets are read as soon as one is printed in a form that shows its data.
  private static func raised(_ arguments: [String], _ verb: Verb) -> EffectClass {
    guard arguments[0] == "kubectl", verb.words.first == "get" else { return .read }
    // A kind may stand behind any flag; what only looks like one is treated as one.
    let kinds = arguments.dropFirst(2).flatMap { $0.split { ",/=".contains($0) } }.map { $0.lowercased() }
    guard kinds.contains(where: { ["secret", "secrets", "all"].contains($0.prefix { $0 != "." }) }) else {
      return .read
    }
    return outputs(arguments).allSatisfy { ["name", "wide", "jsonpath={.type}"].contains($0) } ? .read : .readsSecret
  }

  /// Every form of output that a command asks for.
  private static func outputs(_ arguments: [String]) -> [String] {
    arguments.enumerated().compactMap { index, argument in
      if argument == "-o" || argument == "--output" { return index + 1 < arguments.count ? arguments[index + 1] : "" }
      if argument.hasPrefix("--output=") { return String(argument.dropFirst(9)) }
      if argument.hasPrefix("--template") { return "template" }
      guard !argument.hasPrefix("--"), argument.hasPrefix("-") else { return nil }
      guard let place = letters(of: argument, "kubectl").firstIndex(of: "o") else { return nil }
      let value = argument.dropFirst(place + 2)
      return value.isEmpty
        ? (index + 1 < arguments.count ? arguments[index + 1] : "")
        : String(value.hasPrefix("=") ? value.dropFirst() : value)
    }
  }
}

/// What a command line asks for, whatever its spelling: flags in any order, short and long names, kinds of objects by
/// any of their names.
///
/// Flags that change only what is printed, or whether somebody is asked, mean nothing here.
package struct CommandMeaning: Hashable, Sendable {
  private let words: [String]
  private let flags: [String: [String]]

  /// nil for a line that a shell would not take as one command.
  package init?(_ line: String) {
    // A prompt that was copied along is no part of the command.
    let line = line.drop { $0 == "$" || $0 == " " }
    guard let arguments = try? CommandLineWords.split(Self.hidden(String(line))), let program = arguments.first else {
      return nil
    }
    self.init(program, arguments.dropFirst().map(Self.shown))
  }

  /// A shell would take the brackets of `<any>` and a lone star for its own, so they are other characters meanwhile.
  private static func hidden(_ line: String) -> String {
    line.replacing(/<([A-Za-z][A-Za-z0-9 -]*)>/) { "\u{E000}\($0.output.1)\u{E001}" }.replacing("*", with: "\u{E002}")
  }

  private static func shown(_ word: String) -> String {
    word.replacing("\u{E000}", with: "<").replacing("\u{E001}", with: ">").replacing("\u{E002}", with: "*")
  }

  private init(_ program: String, _ arguments: [String]) {
    let isKubectl = program == "kubectl"
    var words: [String] = []
    var flags: [String: [String]] = [:]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument.count > 1 else {
        words.append(argument)
        continue
      }
      let (name, written) = Self.flag(argument, isKubectl)
      var values = written.map { [$0] } ?? []
      let takesValue = !Self.switches.contains(name)
      if written == nil, takesValue {
        // az takes lists of values; kubectl takes one.
        while let next = rest.first, !next.hasPrefix("-"), !isKubectl || values.isEmpty {
          values.append(next)
          rest.removeFirst()
        }
      }
      if !Self.silent.contains(name) { flags[name, default: []] += values.map { Self.value($0, of: name) } }
    }
    self.words = [program] + (isKubectl ? Self.kinds(words) : words)
    self.flags = flags
  }

  /// Whether another line asks for the same; a value in angle brackets of this one stands for any.
  package func fits(_ other: CommandMeaning) -> Bool {
    guard words.count == other.words.count, Set(flags.keys) == Set(other.flags.keys) else { return false }
    return zip(words, other.words).allSatisfy(Self.fits)
      && flags.allSatisfy { name, values in
        let others = other.flags[name] ?? []
        return values.count == others.count && zip(values, others).allSatisfy(Self.fits)
      }
  }

  private static func fits(_ mine: String, _ other: String) -> Bool {
    if mine == other { return true }
    // `--from-literal=key=<any>` fixes the key only.
    guard let open = mine.firstIndex(of: "<"), mine.hasSuffix(">") else { return false }
    let fixed = mine[..<open]
    return other.hasPrefix(fixed) && other.count > fixed.count
  }

  // MARK: - Spelling

  /// Long names of short flags.
  ///
  /// Source: kubectl 1.32 options and `az … --help` of azure-cli 2.91.
  private static let longNames: (kubectl: [String: String], az: [String: String]) = (
    [
      "-n": "--namespace", "-f": "--filename", "-l": "--selector", "-o": "--output", "-A": "--all-namespaces",
      "-p": "--patch", "-c": "--container", "-w": "--watch", "-i": "--stdin", "-t": "--tty",
    ],
    [
      "-n": "--name", "-g": "--resource-group", "-o": "--output", "-y": "--yes", "-l": "--location", "-r": "--registry",
      "-s": "--subscription", "-z": "--zone-name", "-v": "--virtual-network", "-e": "--registration-enabled",
    ]
  )

  /// Flags without a value.
  private static let switches: Set<String> = [
    "--all-namespaces", "--overwrite", "--force", "--all", "--watch", "--stdin", "--tty", "--yes", "--no-wait",
    "--only-show-errors", "--verbose", "--debug", "--now", "--wait", "--local", "--record",
  ]

  /// Flags that change nothing of what is done.
  private static let silent: Set<String> = [
    "--output", "--query", "--yes", "--no-wait", "--only-show-errors", "--verbose", "--debug", "--context",
    "--kubeconfig", "--subscription", "--wait", "--watch", "--timeout", "--field-manager", "--record",
  ]

  /// A flag's long name, and the value behind an equals sign.
  private static func flag(_ argument: String, _ isKubectl: Bool) -> (name: String, value: String?) {
    let name = String(argument.prefix { $0 != "=" })
    let value = argument.count > name.count ? String(argument.dropFirst(name.count + 1)) : nil
    return ((isKubectl ? longNames.kubectl : longNames.az)[name] ?? name, value)
  }

  /// A registry or another resource by its name, where somebody gave its whole id, and JSON without its blanks.
  private static func value(_ text: String, of flag: String) -> String {
    // A scope is more than its last name: the same role on the group is another thing.
    if flag != "--scope", text.hasPrefix("/subscriptions/"), let name = text.split(separator: "/").last {
      return String(name)
    }
    if text.hasPrefix("{") || text.hasPrefix("[") { return text.filter { !$0.isWhitespace } }
    return text
  }

  /// Names that kubectl has for one kind.
  ///
  /// Source: `kubectl api-resources`.
  private static let kindNames: [String: Set<String>] = [
    "pod": ["po", "pods"], "deployment": ["deploy", "deployments", "deployment.apps", "deployments.apps"],
    "secret": ["secrets"], "serviceaccount": ["sa", "serviceaccounts"], "namespace": ["ns", "namespaces"],
    "service": ["svc", "services"], "node": ["no", "nodes"], "event": ["ev", "events"],
    "daemonset": ["ds", "daemonsets"], "statefulset": ["sts", "statefulsets"], "replicaset": ["rs", "replicasets"],
    "job": ["jobs"], "cronjob": ["cj", "cronjobs"], "configmap": ["cm", "configmaps"],
  ]

  /// `deploy/web` and `deployments web` as `deployment web`.
  private static func kinds(_ words: [String]) -> [String] {
    words.enumerated().flatMap { index, word -> [String] in
      guard index > 0 else { return [word] }
      let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
      guard let kind = kindNames.first(where: { $0.key == parts[0] || $0.value.contains(parts[0]) })?.key else {
        return [word]
      }
      return [kind] + parts.dropFirst()
    }
  }
}

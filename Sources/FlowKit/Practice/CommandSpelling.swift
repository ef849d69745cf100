/// How the flags of a tool are written: long and short names, what takes a value, and what means nothing.
///
/// Source: kubectl 1.32 options and `az … --help` of azure-cli 2.91.
struct CommandSpelling {
  private enum Tool { case kubectl, az, cmdlet, other }

  private let tool: Tool
  /// In `kubectl logs` some letters mean something else.
  private let isLogs: Bool

  init(_ arguments: [String]) {
    let program = arguments.first ?? ""
    tool =
      switch program {
      case "kubectl": .kubectl
      case "az": .az
      // Get-AzAksCluster and the like, whose names ignore case.
      default: program.contains("-") && program.first?.isLetter == true ? .cmdlet : .other
      }
    isLogs = tool == .kubectl && arguments.dropFirst().contains("logs")
  }

  var isKubectl: Bool { tool == .kubectl }
  var ignoresCase: Bool { tool == .cmdlet }

  // MARK: - Reading

  /// The flags of one argument, with what follows it as far as that belongs to them.
  func flags(_ argument: String, _ rest: inout ArraySlice<String>) -> [(name: String, values: [String])] {
    guard tool == .kubectl || tool == .az, !argument.hasPrefix("--") else {
      let written = argument.prefix { $0 != "=" }
      let name = tool == .cmdlet ? written.lowercased() : String(written)
      if written.count < argument.count { return [(name, [String(argument.dropFirst(written.count + 1))])] }
      return [(name, values(of: name, &rest))]
    }
    var letters = argument.dropFirst()
    var found: [(String, [String])] = []
    while let letter = letters.popFirst() {
      let name = longName(letter)
      if isSwitch(name), letters.first != "=" {
        found.append((name, []))
        continue
      }
      // `-nshop` and `-n=shop` are `-n shop`.
      if letters.first == "=" { letters.removeFirst() }
      found.append((name, letters.isEmpty ? values(of: name, &rest) : [String(letters)]))
      break
    }
    return found
  }

  /// az takes lists of values; kubectl takes one.
  private func values(of name: String, _ rest: inout ArraySlice<String>) -> [String] {
    guard !isSwitch(name) else { return [] }
    let isOne = tool == .kubectl || Self.globals.contains(name)
    var values: [String] = []
    while let next = rest.first, !next.hasPrefix("-") || next == "-", !isOne || values.isEmpty {
      values.append(next)
      rest.removeFirst()
    }
    return values
  }

  private func longName(_ letter: Character) -> String {
    if isLogs, let name = Self.letters.logs[letter] { return name }
    return (tool == .az ? Self.letters.az : Self.letters.kubectl)[letter] ?? "-\(letter)"
  }

  private static let letters: (kubectl: [Character: String], logs: [Character: String], az: [Character: String]) = (
    [
      "n": "--namespace", "f": "--filename", "l": "--selector", "o": "--output", "A": "--all-namespaces",
      "p": "--patch", "c": "--container", "w": "--watch", "i": "--stdin", "t": "--tty", "L": "--label-columns",
      "R": "--recursive", "k": "--kustomize", "s": "--server", "v": "--v", "h": "--help", "q": "--quiet",
    ],
    ["f": "--follow", "p": "--previous"],
    [
      "n": "--name", "g": "--resource-group", "o": "--output", "y": "--yes", "l": "--location", "r": "--registry",
      "s": "--subscription", "z": "--zone-name", "v": "--virtual-network", "e": "--registration-enabled",
      "t": "--image", "h": "--help",
    ]
  )

  // MARK: - Kinds of flags

  /// Whether a flag has no value behind a blank.
  func isSwitch(_ name: String) -> Bool {
    switch tool {
    case .kubectl: Self.switches.contains(name) || Self.optional.contains(name)
    case .az: Self.azSwitches.contains(name)
    case .cmdlet, .other: false
    }
  }

  /// Whether a flag of kubectl is true or false, and nothing else.
  func isTruth(_ name: String) -> Bool { isKubectl && Self.switches.contains(name) }

  /// Whether a flag changes nothing of what is done or told.
  func isSilent(_ name: String) -> Bool { (isKubectl ? Self.silent : Self.azSilent).contains(name) }

  /// Whether a flag says how something is printed, which only matters for what is read.
  func isFormat(_ name: String) -> Bool {
    switch tool {
    case .kubectl: Self.formats.contains(name)
    case .az: name == "--output" || name == "--query"
    case .cmdlet, .other: false
    }
  }

  /// Whether a flag says which cluster or subscription is meant.
  func isPlace(_ name: String) -> Bool {
    switch tool {
    case .kubectl: name == "--context" || name == "--kubeconfig"
    case .az: name == "--subscription"
    case .cmdlet, .other: false
    }
  }

  /// Whether a flag that is given twice keeps what was said last.
  func isSingle(_ name: String) -> Bool {
    name == "--namespace" || name == "--name" || name == "--resource-group" || isFormat(name)
  }

  /// Whether a flag with this value is the same as none.
  func isDefault(_ name: String, _ values: [String]) -> Bool {
    let value = values.first ?? ""
    return switch (tool, name) {
    case (.az, "--output"): value == "json" || value == "jsonc"
    case (.kubectl, "--dry-run"): value == "none" || value == "false"
    case (.kubectl, "--cascade"): ["", "background", "true"].contains(value)
    case (.kubectl, "--type"): value == "strategic"
    default: false
    }
  }

  /// Whether the value is the name of something in Azure, which ignores case.
  func isAzureName(_ name: String) -> Bool {
    switch tool {
    case .az: Self.azureNames.contains(name)
    case .cmdlet: ["-resourcegroupname", "-name", "-acrnametoattach", "-scope"].contains(name)
    case .kubectl, .other: false
    }
  }

  /// Flags without a value.
  private static let switches: Set<String> = [
    "--all", "--all-containers", "--all-namespaces", "--allow-missing-template-keys", "--append-hash", "--attach",
    "--containers", "--delete-emptydir-data", "--disable-compression", "--disable-eviction", "--edit", "--expose",
    "--flatten", "--follow", "--force", "--force-conflicts", "--help", "--ignore-daemonsets", "--ignore-errors",
    "--ignore-not-found", "--insecure-skip-tls-verify", "--insecure-skip-tls-verify-backend", "--interactive",
    "--leave-stdin-open", "--list", "--local", "--match-server-version", "--merge", "--minify", "--no-headers", "--now",
    "--output-watch-events", "--overwrite", "--prefix", "--previous", "--privileged", "--prune", "--quiet", "--raw",
    "--record", "--recursive", "--rm", "--save-config", "--server-print", "--server-side", "--show-events",
    "--show-kind", "--show-labels", "--show-managed-fields", "--stdin", "--sum", "--timestamps", "--tty",
    "--use-protocol-buffers", "--wait", "--warnings-as-errors", "--watch", "--watch-only", "--windows-line-endings",
  ]

  /// Flags whose value stands behind an equals sign or not at all.
  private static let optional: Set<String> = ["--dry-run", "--cascade", "--validate"]

  /// Switches that are on where nobody says otherwise.
  static let isOn: Set<String> = ["--show-events", "--server-print", "--allow-missing-template-keys"]

  private static let azSwitches: Set<String> = [
    "--yes", "--no-wait", "--only-show-errors", "--verbose", "--debug", "--help", "--all", "--include-inherited",
    "--include-groups", "--force",
  ]

  /// Flags of every az command, which take one value.
  private static let globals: Set<String> = ["--output", "--query", "--subscription"]

  private static let silent: Set<String> = [
    "--wait", "--watch", "--timeout", "--field-manager", "--record", "--ignore-not-found", "--now", "--grace-period",
    "--v", "--vmodule", "--request-timeout", "--cache-dir", "--disable-compression", "--match-server-version",
    "--warnings-as-errors", "--chunk-size", "--quiet",
  ]

  private static let azSilent: Set<String> = ["--yes", "--no-wait", "--only-show-errors", "--verbose", "--debug"]

  private static let formats: Set<String> = [
    "--output", "--template", "--show-labels", "--no-headers", "--sort-by", "--label-columns", "--show-kind",
    "--show-managed-fields", "--show-events", "--server-print", "--output-watch-events",
    "--allow-missing-template-keys",
  ]

  private static let azureNames: Set<String> = [
    "--name", "--resource-group", "--registry", "--attach-acr", "--detach-acr", "--cluster-name", "--acr",
  ]
}

/// What the values of allowed flags make of a command.
enum PolicyChecks {
  // MARK: - kubectl

  /// The class that a command of kubectl reaches by its words and values.
  static func kubectl(_ verb: Policy.Verb, _ reading: Policy.Reading) throws(Policy.Refusal) -> EffectClass {
    if let output = reading.values["--output"], !outputs.contains(String(output.prefix { $0 != "=" })) {
      throw Policy.Refusal("'\(output)' is not on the list of output forms of 'kubectl'")
    }
    if let file = reading.values["--filename"], file.contains("://") {
      throw Policy.Refusal("'\(file)' is an address, where 'kubectl' may read a file of this machine only")
    }
    return switch verb.words {
    case ["get"]: secrets(reading)
    // Without --rm the pod stays.
    case ["run"]: ["", "true"].contains(reading.values["--rm"]) ? .probe : .change
    default: .read
    }
  }

  /// Not the forms that read a file of this machine.
  private static let outputs: Set<String> = [
    "json", "yaml", "wide", "name", "jsonpath", "jsonpath-as-json", "go-template", "custom-columns",
  ]

  /// Secrets are read as soon as one is printed in a form that shows its data or its annotations.
  private static func secrets(_ reading: Policy.Reading) -> EffectClass {
    // What only looks like a kind is treated as one.
    let kinds = reading.words.flatMap { $0.split { ",/".contains($0) } }.map { $0.lowercased() }
    guard kinds.contains(where: { ["secret", "secrets", "all"].contains($0.prefix { $0 != "." }) }) else {
      return .read
    }
    let output = reading.values["--output"] ?? "wide"
    let order = reading.values["--sort-by"] ?? ".metadata.name"
    return ["name", "wide", "jsonpath={.type}"].contains(output)
      && [".metadata.name", ".metadata.creationTimestamp"].contains(order) ? .read : .readsSecret
  }

  // MARK: - az

  /// The class that a command of az reaches by its values.
  static func azure(_ verb: Policy.Verb, _ reading: Policy.Reading) throws(Policy.Refusal) -> EffectClass {
    switch verb.words {
    case ["rest"]:
      guard reading.values["--method"] == "get" else {
        throw Policy.Refusal("'az rest' may be used with '--method get' only")
      }
      guard reading.values["--url"]?.hasPrefix("https://management.azure.com/") == true else {
        throw Policy.Refusal("'az rest' may ask an address under https://management.azure.com/ only")
      }
      return .read
    case ["aks", "command", "invoke"]: return carried(reading.values["--command"])
    case ["vmss", "run-command", "invoke"]:
      return reading.values["--command-id"] == "RunShellScript" ? carried(reading.values["--scripts"]) : .change
    default: return .read
    }
  }

  /// The class of running a line elsewhere: a probe when the line itself only reads.
  private static func carried(_ line: String?) -> EffectClass {
    // Braces and brackets make new words in a shell there, which this one would not see.
    guard let line, !line.contains(where: { "{}[]!".contains($0) }), let words = try? CommandLineWords.split(line)
    else {
      return .change
    }
    return Policy.rule(words) == .allowed(.read) ? .probe : .change
  }

  // MARK: - Names

  /// One name, and at most the address of a server: a second name would be asked for its opinion.
  static func nslookup(_ reading: Policy.Reading) throws(Policy.Refusal) -> EffectClass {
    if let server = reading.words.dropFirst().first, !isAddress(server) {
      throw Policy.Refusal("'\(server)' is not the address of a name server, and 'nslookup' may ask for one name only")
    }
    return .read
  }

  /// An address by its digits: a name of letters such as `be.ad` is none.
  private static func isAddress(_ text: String) -> Bool {
    let digits = text.contains(":") ? "0123456789abcdefABCDEF.:" : "0123456789."
    return text.utf8.allSatisfy(digits.utf8.contains)
  }

  /// One name, and at most a type: any other second word would be a second name.
  static func dig(_ reading: Policy.Reading) throws(Policy.Refusal) -> EffectClass {
    for type in [reading.words.dropFirst().first, reading.values["-t"]].compactMap({ $0 })
    where !types.contains(type.uppercased()) {
      throw Policy.Refusal("'\(type)' is not on the list of record types, and 'dig' may ask for one name only")
    }
    return .read
  }

  private static let types: Set<String> = ["A", "AAAA", "CNAME", "NS", "SOA", "TXT", "PTR", "SRV", "CAA", "MX"]
}

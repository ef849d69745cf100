import FlowKit
import Testing

/// I1 against an oracle that knows nothing of the lists.
struct PolicyPropertyTests {
  /// A generator that gives the same numbers in every run.
  private struct Fixed: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let programs = ["kubectl", "az", "docker", "dig", "nslookup", "getent", "curl"]
  private static let noise = [
    "sh", "sudo", "x", "", "-", "--", "-x", "a\nb", "a\u{0}", "@f", "file:///f", "-\u{301}", "K\u{435}y", "a=b", "é",
    "kubectl-x",
  ]
  private static let mutating: Set<String> = [
    "apply", "create", "delete", "patch", "set", "restart", "undo", "label", "annotate", "replace", "edit", "scale",
    "cordon",
    "uncordon", "drain", "reconcile", "taint", "update", "upgrade", "add", "remove", "import", "generate", "renew",
    "reset",
    "reimage", "login", "logout", "clear", "push", "pull", "build", "rm", "cp", "use-context", "set-context", "dump",
    "get-credentials", "install-cli", "update-credentials",
  ]
  private static let forbidden: Set<String> = [
    "--raw", "--as", "--token", "--server", "-s", "--watch", "-w", "--follow", "--debug", "--insecure-skip-tls-verify",
    "--kuberc", "-v", "--expose-token", "--flatten", "-L", "-X", "-T", "-d", "-K", "-H", "--config",
  ]
  /// Words of the table of effects, so that many lists come near to real commands.
  private static let real = Array(Set(EffectTable.all.flatMap { $0.line.split(separator: " ").map(String.init) }))
    .sorted()
  private static let flags =
    forbidden.sorted() + ["-n", "-g", "-o", "-A", "-f", "-Aw", "-ojson", "--nam", "-o=yaml", "-nx"]
  private static let lines = EffectTable.all.map { $0.line.split(separator: " ").map(String.init) }

  /// A real line with words put in, taken out, replaced or moved; or words alone.
  private static func list(_ random: inout Fixed) -> [String] {
    func word(_ random: inout Fixed) -> String {
      let choice = Int.random(in: 0..<10, using: &random)
      let source = choice < 4 ? real : choice < 6 ? mutating.sorted() : choice < 9 ? flags : noise
      return source.randomElement(using: &random) ?? ""
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let program =
        Int.random(in: 0..<8, using: &random) == 0 ? word(&random) : programs.randomElement(using: &random) ?? ""
      return [program] + (0..<Int.random(in: 0..<7, using: &random)).map { _ in word(&random) }
    }
    var list = lines.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0..<4, using: &random) where !list.isEmpty {
      let place = Int.random(in: 0..<list.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: list.insert(word(&random), at: place)
      case 1: list.remove(at: place)
      case 2: list[place] = word(&random)
      default: list.swapAt(place, Int.random(in: 0..<list.count, using: &random))
      }
    }
    return list
  }

  /// Whether nothing else matters: an unknown program, or a control character.
  private static func isHopeless(_ list: [String]) -> Bool {
    !programs.contains(list.first ?? "") || list.contains { $0.unicodeScalars.contains { $0.value < 0x20 } }
  }

  /// The least class of a list; nil when it must not be one that may run.
  private static func least(_ list: [String]) -> EffectClass? {
    let program = list.first ?? ""
    let ours = list.prefix { $0 != "--" }.dropFirst()
    let verbs = Array(ours.prefix { !$0.hasPrefix("-") })
    if let grave = grave(program, verbs) { return grave }
    if forbids(program, ours) { return nil }
    let probes = ["exec", "run", "debug", "attach", "port-forward", "diff"]
    if program == "kubectl", probes.contains(verbs.first ?? "") { return .probe }
    if program == "az", verbs.contains(where: ["invoke", "check-acr", "check-health"].contains) { return .probe }
    let forms = ["yaml", "json", "jsonpath={.data}"]
    if program == "kubectl", verbs.first == "get", verbs.contains(where: ["secret", "secrets"].contains),
      list.contains(where: { $0.hasPrefix("-o") || $0.hasPrefix("--output") }),
      list.contains(where: { form in forms.contains(where: form.hasSuffix) })
    {
      return .readsSecret
    }
    return .read
  }

  /// Groups of verbs that write on this machine only.
  private static let local = [
    "kubectl config", "kubectl cluster-info", "az login", "az logout", "az account", "az config", "az cloud",
    "az extension", "az acr login", "az aks get-credentials", "az aks install-cli", "docker login", "docker logout",
    "docker pull",
  ]

  /// The class when the first words name something that changes or writes.
  private static func grave(_ program: String, _ verbs: [String]) -> EffectClass? {
    let isGroup = ["rollout", "auth", "config", "cluster-info"].contains(verbs.first)
    let counts = ["kubectl": isGroup ? 2 : 1, "az": 9, "docker": 1]
    guard verbs.prefix(counts[program] ?? 0).contains(where: mutating.contains) else { return nil }
    if program == "kubectl", verbs.starts(with: ["create", "token"]) { return .readsSecret }
    let line = ([program] + verbs).joined(separator: " ")
    return local.contains { line == $0 || line.hasPrefix("\($0) ") } ? .localWrite : .change
  }

  private static func forbids(_ program: String, _ arguments: ArraySlice<String>) -> Bool {
    let harmless: Set<String> =
      program == "kubectl" ? ["-L"] : program == "curl" ? ["-s"] : program == "az" ? [] : ["-v"]
    return arguments.contains { argument in
      let name = String(argument.prefix { $0 != "=" })
      return forbidden.contains(name) && !harmless.contains(name)
    }
  }

  @Test func `no list of words gets less than the oracle says`() {
    var random = Fixed(state: 20_261_121)
    var counts: [String: Int] = [:]
    for _ in 0..<20_000 {
      let list = Self.list(&random)
      let ruling = Policy.rule(list)
      guard case .allowed(let effect) = ruling else {
        counts["refused", default: 0] += 1
        continue
      }
      counts[effect.rawValue, default: 0] += 1
      if Self.isHopeless(list) { Issue.record("must be refused, is \(effect): \(list)") }
      if let least = Self.least(list) {
        #expect(effect >= least, "\(list) is \(effect)")
      } else {
        // What is never run needs no refusal.
        #expect(!Policy.mayRun(effect), "\(list)")
      }
    }
    // The lists are worth trying: every ruling is met often.
    for name in EffectClass.allCases.map(\.rawValue) + ["refused"] {
      #expect(counts[name, default: 0] >= 50, "\(name)")
    }
  }
}

import FoundationEssentials

/// Where the commands of an exercise act: the cluster and the subscription, as far as its own recording tells them.
package struct CommandPlace: Sendable {
  /// By the name of a flag everything that it may say and still mean this place; nothing where nobody told.
  private var known: [String: Set<String>] = [:]
  /// Ids of registries of its own subscription.
  private var registries: Set<String> = []

  /// Nothing is known, so that every place may be meant.
  package init() {}

  package init(_ exercise: Exercise) {
    let facts = exercise.fault?.facts ?? []
    func told(_ name: String) -> Set<String> { Set(facts.filter { $0.name == name }.compactMap(\.value)) }
    let texts = Self.texts(exercise)
    let ids = Set(texts.flatMap { Self.resourceIDs(Array($0.utf8)) })
    let subscriptions = Set(ids.compactMap { Self.subscription(of: $0) })
    let accounts = Self.accounts(exercise)
    let own = told("subscription").isEmpty ? accounts : told("subscription").union(accounts)
    let subscription = own.isEmpty && subscriptions.count == 1 ? subscriptions : own
    let clusters = Self.clusters(exercise)
    let context = told("context").isEmpty && clusters.count == 1 ? clusters : told("context")
    // Credentials of the administrator come under a name of their own.
    known["--context"] = context.union(context.map { $0 + "-admin" })
    known["--kubeconfig"] = told("kubeconfig")
    known["--subscription"] = Set(subscription.map { $0.lowercased() })
    registries = Set(ids.compactMap { registry(in: $0) })
  }

  /// Whether two lines mean the same cluster and subscription, where one that names none means this place.
  func isSame(_ mine: [String: String], _ other: [String: String]) -> Bool {
    Set(mine.keys).union(other.keys).allSatisfy { flag in
      let known = known[flag] ?? []
      let (first, second) = (mine[flag], other[flag])
      if known.isEmpty, first == nil || second == nil { return true }
      func settled(_ value: String?) -> String? {
        let value = flag == "--subscription" ? value?.lowercased() : value
        return value.flatMap { known.contains($0) ? nil : $0 }
      }
      return settled(first) == settled(second)
    }
  }

  /// Whether a line names another cluster or subscription than this one.
  func isElsewhere(_ line: CommandMeaning) -> Bool {
    if !isSame(line.place, [:]) { return true }
    let own = known["--subscription"] ?? []
    return !own.isEmpty && line.resourceIDs.contains { Self.subscription(of: $0).map { !own.contains($0) } ?? false }
  }

  /// A registry by its name, where somebody gave the whole id of one that the exercise knows.
  func settled(_ value: String, of flag: String) -> String {
    guard ["--attach-acr", "--detach-acr", "--registry"].contains(flag), registries.contains(value),
      let name = value.split(separator: "/").last
    else { return value }
    return String(name)
  }

  // MARK: - What the recording tells

  /// What holds ids: lines, and what commands printed.
  private static func texts(_ exercise: Exercise) -> [String] {
    let recorded = exercise.states.enumerated().flatMap { index, state in
      state.recording.commands.filter { index == 0 || !$0.isInherited }
    }
    return exercise.fixes.flatMap(\.lines) + exercise.solution
      + recorded.flatMap { $0.arguments + [String(decoding: $0.result.output, as: UTF8.self)] }
  }

  private static let scanner = WordScanner(["/subscriptions/"])

  /// Ids of things in Azure, in small letters.
  private static func resourceIDs(_ bytes: [UInt8]) -> [String] {
    var ids: [String] = []
    scanner.scan(bytes) { _, end in
      let rest = bytes[end...].prefix { byte in
        Byte.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || "/-._".utf8.contains(byte)
      }
      ids.append("/subscriptions/" + String(decoding: rest, as: UTF8.self).lowercased())
    }
    return ids
  }

  private static func subscription(of id: String) -> String? {
    id.split(separator: "/").dropFirst().first.map(String.init)
  }

  /// The id of the registry that an id names, or that holds what it names; nil for anything elsewhere.
  private func registry(in id: String) -> String? {
    let parts = id.split(separator: "/")
    guard parts.count >= 8, parts[4] == "providers", parts[5] == "microsoft.containerregistry",
      parts[6] == "registries", known["--subscription"]?.contains(String(parts[1])) == true
    else { return nil }
    return "/" + parts[..<8].joined(separator: "/")
  }

  /// Id and name of the subscription that az is signed in to.
  private static func accounts(_ exercise: Exercise) -> Set<String> {
    struct Account: Decodable { let id, name: String }
    let shown = exercise.fault?.commands.first { $0.arguments == ["az", "account", "show", "-o", "json"] }
    let account = shown.flatMap { try? JSON.decoder.decode(Account.self, from: Data($0.result.output)) }
    return Set([account?.id, account?.name].compactMap { $0 })
  }

  /// Names of the clusters that commands ask about.
  private static func clusters(_ exercise: Exercise) -> Set<String> {
    let lines = exercise.states.flatMap(\.recording.commands).map(\.arguments)
    return Set(
      lines.compactMap { line in
        guard line.starts(with: ["az", "aks", "show"]) else { return nil }
        let flag = line.firstIndex { $0 == "-n" || $0 == "--name" }
        return flag.flatMap { $0 + 1 < line.count ? line[$0 + 1] : nil }
      })
  }
}

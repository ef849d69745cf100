/// The words of a kubectl command in one spelling: verb, kind, names.
enum KubectlWords {
  /// `deploy/web` and `deployments web` as `deployment web`.
  static func settled(_ words: [String]) -> [String] {
    let verbs = verbs(words)
    let command = words.firstIndex(of: "--") ?? words.endIndex
    var result = Array(words[..<verbs])
    var first: String?
    for (index, word) in words[verbs..<max(verbs, command)].enumerated() {
      let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if index == 0, parts.count == 1, verbs > 0 {
        first = kinds(word)
        result.append(first ?? word)
      } else if parts.count == 2, !parts[1].isEmpty, let kind = kind(parts[0]) {
        // `pod/a pod/b` is `pod a b`.
        result += kind == first ? [parts[1]] : [kind, parts[1]]
        first = first ?? kind
      } else {
        result.append(word)
      }
    }
    // Nobody minds in which order things are listed or deleted.
    let start = verbs + 1
    if verbs == 1, ["get", "describe", "delete"].contains(words[0]), result.count > start, !result.contains("--"),
      !result[start...].contains(where: { kind($0) != nil })
    {
      result[start...].sort()
    }
    return result + words[max(verbs, command)...]
  }

  /// Number of words before what they are about.
  private static func verbs(_ words: [String]) -> Int {
    guard let verb = words.first else { return 0 }
    return min(
      words.count, ["rollout", "set", "create", "config", "auth", "top", "certificate"].contains(verb) ? 2 : 1)
  }

  /// `po,svc` as `pod,service`.
  private static func kinds(_ word: String) -> String {
    word.split(separator: ",", omittingEmptySubsequences: false).map { kind(String($0)) ?? String($0) }.joined(
      separator: ",")
  }

  /// A kind by any of its names, `deployments.v1.apps` too; nil for what is none.
  private static func kind(_ word: String) -> String? {
    let name = word.lowercased().prefix { $0 != "." }
    return names.first { $0.key == name || $0.value.contains(String(name)) }?.key
  }

  /// Names that kubectl has for one kind.
  ///
  /// Source: `kubectl api-resources`.
  private static let names: [String: Set<String>] = [
    "pod": ["po", "pods"], "deployment": ["deploy", "deployments"], "secret": ["secrets"],
    "serviceaccount": ["sa", "serviceaccounts"], "namespace": ["ns", "namespaces"], "service": ["svc", "services"],
    "node": ["no", "nodes"], "event": ["ev", "events"], "daemonset": ["ds", "daemonsets"],
    "statefulset": ["sts", "statefulsets"], "replicaset": ["rs", "replicasets"], "job": ["jobs"],
    "cronjob": ["cj", "cronjobs"], "configmap": ["cm", "configmaps"],
  ]
}

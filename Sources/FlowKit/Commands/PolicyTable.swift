/// The list of commands by program, and the flags that may stand with each.
///
/// Verbs that are only ever shown (`local-write`, `change`) have no flags here.
extension Policy {
  static let programs: [String: Program] = [
    "kubectl": Program(style: .pflag, verbs: kubectl), "az": Program(style: .argparse, verbs: azure),
    "docker": Program(style: .pflag, verbs: docker),
    "nslookup": Program(style: .singleDash, verbs: [Verb("", .read, nslookup, count: 1...2)]),
    "dig": Program(style: .dig, verbs: [Verb("", .read, dig, count: 1...2)]),
    "getent": Program(style: .getopt, verbs: ["hosts", "ahosts"].map { Verb($0, .read, count: 1...1) }),
    "curl": Program(style: .getopt, verbs: [Verb("", .read, CurlPolicy.flags, count: 1...1)]),
  ]

  // MARK: - kubectl

  /// Flags of every command of kubectl.
  private static let everywhere = "-n,--namespace= --context= --kubeconfig= --request-timeout= "
  private static let many = 0...Int.max

  /// A verb of kubectl with the flags of its own.
  private static func kube(
    _ words: String, _ flags: String = "", count: ClosedRange<Int> = 0...0, effect: EffectClass = .read,
    hasCommand: Bool = false
  ) -> Verb {
    Verb(words, effect, everywhere + flags, count: count, hasCommand: hasCommand)
  }

  private static let kubectl: [Verb] =
    kubectlReads + kubectlProbes
    + ["config use-context", "config set-context", "cluster-info dump"].map { Verb($0, .localWrite) }
    + [
      "apply", "create", "delete", "patch", "set", "rollout restart", "rollout undo", "rollout pause",
      "rollout resume", "label", "annotate", "replace", "edit", "scale", "cordon", "uncordon", "drain",
      "auth reconcile", "taint", "expose", "autoscale", "cp",
    ].map { Verb($0, .change) }

  private static let kubectlReads: [Verb] =
    [
      kube("version", "-o,--output= --client"), kube("config current-context"),
      kube("config get-contexts", "-o,--output= --no-headers", count: many),
      // Not --flatten: it prints keys and tokens as --raw does.
      kube("config view", "-o,--output= --minify"), kube("cluster-info"),
      kube("api-resources", "-o,--output= --api-group= --namespaced --no-headers"),
      kube("auth can-i", "-A,--all-namespaces -q,--quiet --list --subresource= --no-headers", count: 0...3),
      kube("auth whoami", "-o,--output="),
      kube(
        "get",
        "-A,--all-namespaces -o,--output= -l,--selector= --field-selector= --sort-by= --no-headers --show-labels "
          + "-L,--label-columns= --ignore-not-found --show-kind --chunk-size=", count: many),
      kube("describe", "-A,--all-namespaces -l,--selector= --show-events --chunk-size=", count: many),
      kube("events", "-A,--all-namespaces -o,--output= --for= --types= --no-headers"),
      kube(
        "logs",
        "-c,--container= -p,--previous --tail= --since= --since-time= --limit-bytes= --timestamps --all-containers "
          + "--prefix -l,--selector=", count: 0...2),
      kube("rollout status", "--timeout=", count: 1...1),
      kube("rollout history", "-o,--output= --revision=", count: 1...1),
      kube("explain", "--api-version= --recursive", count: 1...1),
      kube("wait", "--for= --timeout= -A,--all-namespaces -l,--selector= --field-selector= --all", count: many),
    ]
    + ["pod", "pods", "po"].map {
      kube(
        "top \($0)",
        "-A,--all-namespaces -l,--selector= --field-selector= --sort-by= --containers --no-headers --sum",
        count: 0...1)
    }
    + ["node", "nodes", "no"].map {
      kube("top \($0)", "-l,--selector= --sort-by= --show-capacity --no-headers", count: 0...1)
    }

  private static let kubectlProbes: [Verb] = [
    kube("create token", count: 1...1, effect: .readsSecret),
    kube("exec", "-c,--container= -i,--stdin -t,--tty -q,--quiet", count: many, effect: .probe, hasCommand: true),
    // Not --overrides, --privileged or --expose: what it makes must be plain and go away.
    kube(
      "run", "--image= --restart= --rm -i,--stdin -t,--tty -q,--quiet --attach --command -l,--labels=",
      count: many, effect: .probe, hasCommand: true),
    // Not --copy-to, --replace, --profile or --custom.
    kube(
      "debug", "--image= --target= -c,--container= -i,--stdin -t,--tty -q,--quiet --attach",
      count: many, effect: .probe, hasCommand: true),
    kube("port-forward", count: many, effect: .probe),
    kube("attach", "-c,--container= -i,--stdin -t,--tty -q,--quiet", count: 1...1, effect: .probe),
    kube("diff", "-f,--filename=", effect: .probe),
  ]

  // MARK: - The others

  private static let docker: [Verb] =
    [
      Verb("version", .read, "-f,--format="), Verb("info", .read, "-f,--format="),
      Verb("ps", .read, "-a,--all --format= --no-trunc -q,--quiet"),
      Verb("manifest inspect", .read, "-v,--verbose", count: 1...1),
    ]
    + ["login", "logout", "pull", "tag", "buildx imagetools inspect"].map { Verb($0, .localWrite) }
    + ["push", "buildx build", "build"].map { Verb($0, .change) }

  private static let nslookup = "-type= -query= -timeout= -retry="

  private static let dig =
    "-4 -6 -t= +short +time= +timeout= +tries= +retry= +tcp +all +noall +answer +noanswer +comments "
    + "+nocomments +cmd +nocmd +stats +nostats +question +noquestion +search +nosearch"
}

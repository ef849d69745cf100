import Subprocess

/// The environment that commands run in: nothing that could open an editor, a pager, a plugin or a prompt.
enum CommandEnvironment {
  /// Variables to set, or to remove when nil.
  static let changes: [Environment.Key: String?] = [
    "KUBECTL_KUBERC": "false", "KUBERC": "off", "KUBECTL_EXTERNAL_DIFF": nil, "KUBE_EDITOR": nil, "EDITOR": nil,
    "VISUAL": nil,
    "PAGER": nil, "DOCKER_COMMAND": nil, "AZURE_CORE_COLLECT_TELEMETRY": "no",
    "AZURE_EXTENSION_USE_DYNAMIC_INSTALL": "no", "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
  ]

  /// The environment, with other folders of programs if there are any.
  static func make(_ path: String?) -> Environment {
    let environment = Environment.inherit.updating(changes)
    return path.map { environment.updating(["PATH": $0]) } ?? environment
  }
}

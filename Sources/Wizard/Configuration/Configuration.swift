import FlowKit
package import TerminalUI

/// What an operator sets once for all sessions, in `config.yaml`; what the file does not say is as usual.
package struct Configuration: Sendable {
  /// By what time limits can be multiplied.
  package static let factors = 1...20

  package var theme = Looks.Theme.auto
  /// Regular expression for names of contexts that deserve a warning.
  package var production = "prod"
  /// Namespace of a pod when the command line names none; nil for that of the kubeconfig.
  package var namespace: String?
  /// Folders with flows of the operator's own.
  package var flows: [String] = []
  /// By what every time limit of a command is multiplied.
  package var timeouts = 1
  /// Whether clicks and the wheel are keys.
  package var mouse = false
  /// Whether sessions are plain lines instead of a full screen.
  package var plain = false
  package var keys = Bindings.map
  /// The file; nil when there is none.
  var file: String?
  /// Where settings stand in it, by name: `theme`, `keys.quit`, `flows.0`.
  var places: [String: Position] = [:]

  package init() {}
}

/// One command line of a flow, for a security review.
package struct CommandUse: Encodable, Hashable, Sendable {
  package let flow: String
  package let node: String
  /// Whether Fairway itself may run it; otherwise it is shown to be copied.
  package let isRun: Bool
  package let effect: EffectClass
  package let shell: Shell
  package let label: String
  /// The line with `<fact>` for every value.
  package let line: String

  enum CodingKeys: String, CodingKey {
    case flow, node
    case isRun = "runs"
    case effect, shell, label, line
  }
}

extension Flow {
  /// Every command that the flow can run or show, in the order of the file.
  package var commandUses: [CommandUse] {
    nodes.flatMap { node in
      node.kind.commands.map { command in
        CommandUse(
          flow: id, node: node.id, isRun: node.kind is Command, effect: command.effect, shell: command.shell,
          label: command.label, line: command.line { _ in nil })
      }
    }
  }
}

/// Versions of the tools whose parsers accepted every shipped command line.
package enum CheckedTools {
  package static let versions = ["azure-cli 2.91.0", "kubectl 1.32.4"]
}

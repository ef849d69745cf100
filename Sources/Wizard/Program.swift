/// The program itself.
package enum Program {
  /// Version of the program, the one place where it stands.
  package static let version = "0.1.0"

  /// What the operator types to call it: kubectl knows plugins by the name of their file.
  package static let name = called == "kubectl-fairway" || isCompletion ? "kubectl fairway" : "fairway"

  /// Whether kubectl asks how the command line of the plugin can go on.
  package static let isCompletion = called == "kubectl_complete-fairway"

  private static let called = CommandLine.arguments.first?.split(separator: "/").last ?? ""

  /// Everything that tells one build from another, the version first.
  package static func description(build: String) -> String {
    "fairway \(version)\nbuild: \(build)\nflows: \(flows.joined(separator: ", "))"
  }

  /// Names and versions of the flows inside, by the heads of their files: to read nine flows in full takes too long here.
  private static var flows: [String] {
    embeddedFiles.filter { $0.path.hasSuffix("/flow.yaml") }.map { file in
      let head = file.text.split(separator: "\n", maxSplits: 10)
      let version = head.first { $0.hasPrefix("version: ") }?.dropFirst("version: ".count).filter { $0 != "\"" }
      return "\(file.path.prefix { $0 != "/" }) \(version ?? "")"
    }
  }
}

package import FlowKit

/// Reads and lints flow files together with the shipped ones.
package enum FlowCheck {
  /// Findings of the given files; of the shipped flows when none is given.
  package static func findings(_ files: [(path: String, text: String)]) -> [Finding] {
    let shipped = embeddedFiles.filter { $0.path.hasSuffix("/flow.yaml") }
    let (catalogue, wrong) = Catalogue.read(
      embeddedFiles.first { $0.path == "causes.yaml" }?.text ?? "", file: "Flows/causes.yaml")
    let subjects = files.isEmpty ? shipped.map { (path: "Flows/" + $0.path, text: $0.text) } : files
    let read = subjects.map { FlowReader.read($0.text, file: $0.path) }
    let known =
      shipped.compactMap { FlowReader.read($0.text, file: $0.path).flow?.id } + read.compactMap { $0.flow?.id }
    let scope = LintScope(catalogue: catalogue, flows: known)
    return wrong + read.flatMap { $0.findings + ($0.flow.map { Lint.check($0, scope) } ?? []) }
  }
}

/// The program itself.
package enum Program {
  /// Version of the program, the one place where it stands.
  package static let version = "0.1.0"
}

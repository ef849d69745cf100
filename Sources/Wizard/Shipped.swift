package import FlowKit

/// Flows, catalogue and recordings inside the executable.
package enum Shipped {
  /// Everything that was wrong with flow files, in one error.
  package struct Unreadable: Error {
    package let findings: [Finding]
  }

  /// The flows and the catalogue; files of a folder replace shipped ones of the same path.
  package static func library(overriding files: [(path: String, text: String)] = []) throws(Unreadable) -> Library {
    var texts = Dictionary(embeddedFiles.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    for file in files { texts[file.path] = file.text }
    var findings: [Finding] = []
    let (catalogue, wrong) = Catalogue.read(texts["causes.yaml"] ?? "", file: "causes.yaml")
    findings += wrong
    var flows: [(flow: Flow, text: String)] = []
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) where path.hasSuffix("/flow.yaml") {
      let (flow, wrong) = FlowReader.read(text, file: path)
      findings += wrong
      if let flow { flows.append((flow, text)) }
    }
    guard findings.isEmpty else { throw Unreadable(findings: findings) }
    return Library(flows: flows, catalogue: catalogue)
  }

  /// Recorded faults for people without a cluster.
  package static var recordings: [Recording] {
    embeddedFiles.compactMap { path, text in
      guard path.hasPrefix("demo/") else { return nil }
      return Recording(path: path, text: text)
    }
  }

  /// A recorded fault: a description of a pod with a title in its first line.
  package struct Recording: Sendable {
    package let id: String
    package let title: String
    package let text: String

    /// Reads `# title` and the description under it; nil when there is no title.
    init?(path: String, text: String) {
      guard text.hasPrefix("# "), let end = text.firstIndex(of: "\n") else { return nil }
      let name = path.split(separator: "/").last ?? ""
      self.id = String(name.prefix { $0 != "." })
      self.title = String(text[text.index(text.startIndex, offsetBy: 2)..<end])
      self.text = String(text[text.index(after: end)...])
    }

    /// The recording as evidence.
    package var document: Document {
      Document(
        id: Document.description, title: "describe pod", provenance: Provenance(.recording, source: title), text: text)
    }
  }
}

package import FlowKit

/// Recordings inside the executable.
package enum Shipped {
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

package import FlowKit

/// A text of a flow with marks `⟦` before the characters at which something is expected.
package struct MarkedText: Sendable {
  /// The text without the marks.
  package let text: String
  /// Where the marks stood, as `line:column`, in the order of the text.
  package let places: [String]

  package init(_ marked: String) {
    var line = 1
    var column = 1
    var places: [String] = []
    var text = ""
    for character in marked {
      if character == "⟦" {
        places.append("\(line):\(column)")
        continue
      }
      text.append(character)
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    self.text = text
    self.places = places
  }
}

/// Small flows for tests.
package enum Flows {
  /// What is wrong with a text that was to be a flow.
  package struct Broken: Error {
    package let findings: [Finding]
  }

  /// The head of a flow; nodes follow, indented by two blanks.
  package static func head(_ id: String, start: String = "a") -> String {
    "fairway: 1\nflow: \(id)\ntitle: Flow \(id)\nversion: \"1\"\nstart: \(start)\n"
  }

  /// Indents lines.
  package static func indented(_ text: String, by blanks: Int = 2) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : String(repeating: " ", count: blanks) + $0
    }.joined(separator: "\n")
  }

  /// A whole flow of nodes that stand at the left margin.
  package static func text(start: String = "a", id: String = "tiny", _ nodes: String) -> String {
    head(id, start: start) + "nodes:\n" + indented(nodes) + "\n"
  }

  /// Reads a flow; throws when something is wrong with it.
  package static func read(_ text: String, file: String = "tiny.yaml") throws(Broken) -> Flow {
    let (flow, findings) = FlowReader.read(text, file: file)
    guard let flow, findings.isEmpty else { throw Broken(findings: findings) }
    return flow
  }

  /// A library of flows whose texts are given.
  package static func library(_ texts: [String]) throws(Broken) -> Library {
    var sources: [Library.Source] = []
    for text in texts {
      sources.append(.init(id: try read(text).id, file: "tiny.yaml", text: text, isShipped: true))
    }
    return Library(sources) { catalogue }
  }

  /// A session at the start of the first of some flows.
  package static func session(_ texts: String...) throws(Broken) -> Session {
    let library = try library(texts)
    return Session(library.flows[0], library: library)
  }

  /// A catalogue with a class and a cause or two.
  package static let catalogue = Catalogue.read(
    """
    classes:
      not-found: {title: Image not found, says: it is not there}
      dns: {title: Name not resolved, says: the lookup failed}
    causes:
      tag-absent: {title: The tag does not exist}
      typo: {title: The name is wrong}
    """, file: "causes.yaml"
  ).catalogue

  /// A leaf that is complete, for flows that need one; its node id is `end` unless another is given.
  package static func leaf(_ id: String = "end", extra: String = "") -> String {
    """
    \(id):
      kind: remediation
      title: Leaf \(id)
    \(extra.isEmpty ? "" : indented(extra) + "\n")  why: because
      changes: nothing much
      commands:
        - {label: Look, run: kubectl get pods, effect: read}
      rights: none
      takes: no time
      verify:
        - text: look again
      undo:
        - text: nothing to undo
      avoid: haste
      source:
        - {url: "https://example.org/", seen: 2026-11-21}

    """
  }
}

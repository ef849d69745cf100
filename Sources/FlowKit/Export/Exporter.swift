/// Turns a session into a text for people or programs.
package protocol Exporter: Sendable {
  /// Value of `--format`.
  static var name: String { get }
  /// The text, with a newline at its end.
  static func export(_ transcript: Transcript) throws -> String
}

/// The list of formats.
package enum Exporters {
  package static let all: [any Exporter.Type] = [MarkdownExporter.self, JSONExporter.self]

  /// A format by its name; nil when there is none.
  package static func named(_ name: String) -> (any Exporter.Type)? { all.first { $0.name == name } }
}

/// A session with the events that made it.
package struct Transcript: Sendable {
  package let id: String
  package let entries: [JournalEntry]
  package let session: Session

  /// Folds events; nil when they do not begin with a known flow.
  package init?(id: String, entries: [JournalEntry], library: Library) {
    guard case .began(let began)? = entries.first?.event, let flow = library[began.flow] else { return nil }
    var session = Session(flow, library: library)
    for entry in entries { session.apply(entry.event) }
    self.id = id
    self.entries = entries
    self.session = session
  }

  /// The leaf that the session stands at; nil when it stands elsewhere.
  package var leaf: Leaf? { if case .finish(let leaf)? = session.step { leaf } else { nil } }
}

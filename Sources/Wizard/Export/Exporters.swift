package import FlowKit

/// The list of formats.
package enum Exporters {
  package static let all: [any Exporter.Type] = [
    MarkdownExporter.self, HTMLExporter.self, JSONExporter.self, JSONLinesExporter.self, AnswersExporter.self,
    AsciicastExporter.self,
  ]

  package static var names: [String] { all.map { $0.name } }

  /// A format by its name; nil when there is none.
  package static func named(_ name: String) -> (any Exporter.Type)? { all.first { $0.name == name } }
}

/// Turns a session into a text for people or programs.
package protocol Exporter: Sendable {
  /// Value of `--format`.
  static var name: String { get }
  /// What it is for, in one sentence.
  static var means: String { get }
  /// Extension of a file of this format, without the dot.
  static var suffix: String { get }
  /// The text, with a newline at its end; the same transcript gives the same text.
  static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String
}

extension Exporter {
  /// The text as nobody asked for anything special.
  package static func export(_ transcript: Transcript) throws -> String { try export(transcript, ExportOptions()) }
}

/// What a format may be told beside the session.
package struct ExportOptions: Sendable {
  /// Longest pause of a recording, in seconds; nil keeps them as they were.
  package var maxIdle: Double?
  /// Columns of a recording.
  package var width = 120
  /// Rows of a recording.
  package var height = 40

  package init() {}
}

package import FlowKit

/// Writes a session in one of the formats.
package struct SessionExport: Sendable {
  /// Why nothing was written.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  package var options = ExportOptions()
  private let exporter: any Exporter.Type
  private let isAnonymous: Bool

  /// An export in a format; unknown names are a fault.
  package init(_ format: String, isAnonymous: Bool = false) throws(Fault) {
    guard let exporter = Exporters.named(format) else {
      throw Fault(description: "there is no format '\(format)'\(NearestName.hint(format, among: Exporters.names))")
    }
    self.exporter = exporter
    self.isAnonymous = isAnonymous
  }

  /// The text of a session.
  package func text(_ transcript: Transcript, _ library: Library, _ store: SessionStore) throws -> String {
    guard isAnonymous else { return try exporter.export(transcript, options) }
    let entries = Anonymizer(transcript).entries()
    guard let hidden = Transcript(id: transcript.id, entries: entries, library: library, text: store.flowText) else {
      throw Fault(description: "the session cannot be read")
    }
    return try exporter.export(hidden, options)
  }

  /// Writes the text to a file that is complete or absent.
  package func write(
    _ transcript: Transcript, _ library: Library, _ store: SessionStore, to path: String, replaces: Bool = false
  ) throws {
    let bytes = Array(try text(transcript, library, store).utf8)
    try Self.put(bytes, path, replaces)
  }

  private static func put(_ bytes: [UInt8], _ path: String, _ replaces: Bool) throws(Fault) {
    do { try FileBytes.put(bytes, at: path, replaces: replaces) } catch {
      throw Fault(description: "\(path): \(error.reason)")
    }
  }

  /// The same of a session that is open.
  func write(_ journal: Journal, _ library: Library, to path: String) throws {
    guard
      let transcript = Transcript(
        id: journal.id, entries: journal.entries, library: library, text: journal.store.flowText)
    else { throw Fault(description: "the session cannot be read") }
    try write(transcript, library, journal.store, to: path)
  }
}

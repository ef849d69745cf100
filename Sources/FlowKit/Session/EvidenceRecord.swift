import FoundationEssentials

/// A document, redacted, with what was read from it.
///
/// The facts are part of the record, so that a session tells the same after the readers of evidence have learned more,
/// and so that large evidence is not read again when a session goes on.
package struct EvidenceRecord: Hashable, Sendable {
  /// A fact that the evidence tells.
  package struct Told: Codable, Hashable, Sendable {
    package var value: String
    package var because: Span
  }

  package var document: Document
  /// Facts that all evidence together tells otherwise than before, nil for those that it tells no more; nil when
  /// nobody read it yet.
  package var facts: [String: Told?]?
  /// Ids of documents in whose place it stands; nil when it replaces none but that of its own id.
  package var replaces: [String]?
  /// Name of the side file that holds the text already; nil when nobody wrote it yet.
  package var file: String?

  package init(_ document: Document, facts: [String: Told?]? = nil) {
    self.document = document
    self.facts = facts
  }

  package var id: String { document.id }
  package var title: String { document.title }
  package var provenance: Provenance { document.provenance }
  package var text: String { document.text }
}

/// Files beside a journal, for texts that are too long for its lines.
package struct SideFiles: Sendable {
  static let key = CodingUserInfoKey(rawValue: "fairway.side-files").unsafelyUnwrapped

  /// Longest text that stands in a line, in bytes.
  package static let limit = 1 << 15

  /// Puts bytes into a file and answers its name.
  package var keep: @Sendable ([UInt8]) throws -> String
  /// The bytes of a file; throws when it is absent or was altered.
  package var read: @Sendable (String) throws -> [UInt8]
  /// Whether a file is there.
  package var has: @Sendable (String) -> Bool

  package init(
    keep: @escaping @Sendable ([UInt8]) throws -> String, read: @escaping @Sendable (String) throws -> [UInt8],
    has: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.keep = keep
    self.read = read
    self.has = has
  }
}

extension EvidenceRecord: Codable {
  private enum Key: String, CodingKey { case id, title, provenance, text, file, facts, replaces }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let id = try values.decode(String.self, forKey: .id)
    let title = try values.decode(String.self, forKey: .title)
    let provenance = try values.decode(Provenance.self, forKey: .provenance)
    if let name = try values.decodeIfPresent(String.self, forKey: .file) {
      guard let files = decoder.userInfo[SideFiles.key] as? SideFiles else {
        throw DecodingError.dataCorruptedError(forKey: .file, in: values, debugDescription: "there are no side files")
      }
      document = Document(id: id, title: title, provenance: provenance, bytes: try files.read(name))
    } else {
      let text = try values.decode(String.self, forKey: .text)
      document = Document(id: id, title: title, provenance: provenance, text: text)
    }
    facts = try values.decodeIfPresent([String: Told?].self, forKey: .facts)
    replaces = try values.decodeIfPresent([String].self, forKey: .replaces)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(title, forKey: .title)
    try values.encode(provenance, forKey: .provenance)
    if document.bytes.count > SideFiles.limit, let files = encoder.userInfo[SideFiles.key] as? SideFiles {
      let known = file.flatMap { files.has($0) ? $0 : nil }
      try values.encode(try known ?? files.keep(document.bytes), forKey: .file)
    } else {
      try values.encode(text, forKey: .text)
    }
    try values.encodeIfPresent(facts, forKey: .facts)
    try values.encodeIfPresent(replaces, forKey: .replaces)
  }
}

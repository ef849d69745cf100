import Synchronization

/// The flows that a program knows; each is read when somebody asks for it.
package struct Library: Sendable {
  /// One flow that was not read yet.
  package struct Source: Sendable {
    package var id: String
    /// Name of the file, for findings.
    package var file: String
    package var text: String
    /// Whether it came with the program.
    package var isShipped: Bool
    /// Whether this very text was tested with the program.
    var isTested: Bool

    package init(id: String, file: String, text: String, isShipped: Bool) {
      self.id = id
      self.file = file
      self.text = text
      self.isShipped = isShipped
      isTested = isShipped
    }
  }

  /// Flows that were read, shared by every copy of the library.
  private final class Shelf: Sendable {
    let flows = Mutex<[String: Flow]>([:])
    let hashes = Mutex<[String: String]>([:])
  }

  /// The catalogue, read when somebody asks for it.
  private final class Reference: Sendable {
    private let catalogue = Mutex<Catalogue?>(nil)
    private let read: @Sendable () -> Catalogue

    init(_ read: @escaping @Sendable () -> Catalogue) { self.read = read }

    var value: Catalogue {
      catalogue.withLock { catalogue in
        let value = catalogue ?? read()
        catalogue = value
        return value
      }
    }
  }

  package let sources: [Source]
  private let reference: Reference
  private let ofVocabulary: Reference
  private let shelf = Shelf()

  /// A library of sources.
  ///
  /// - Parameter vocabulary: the catalogue with its classes and causes alone, where that is quicker to have.
  package init(
    _ sources: [Source], vocabulary: (@Sendable () -> Catalogue)? = nil, catalogue: @escaping @Sendable () -> Catalogue
  ) {
    self.sources = sources
    reference = Reference(catalogue)
    ofVocabulary = vocabulary.map(Reference.init) ?? reference
  }

  package var catalogue: Catalogue { reference.value }

  /// Classes and causes, which is all that a session needs of the catalogue; more of it may be there.
  package var vocabulary: Catalogue { ofVocabulary.value }

  /// A flow by its id; nil when there is none, or when its file is so broken that it cannot be made.
  package subscript(id: String) -> Flow? {
    shelf.flows.withLock { flows in
      if let flow = flows[id] { return flow }
      guard let source = sources.first(where: { $0.id == id }) else { return nil }
      let reference = reference
      let shared: @Sendable () -> [Flow.InputFact] = { reference.value.facts }
      let flow =
        source.isTested
        ? FlowReader.read(tested: source.text, file: source.file, sharing: shared)
        : FlowReader.read(source.text, file: source.file, sharing: shared).flow
      flows[id] = flow
      return flow
    }
  }

  /// The same library with another flow in the place of the one with its id.
  package func replacing(_ flow: Flow) -> Library {
    let copy = Library(sources, catalogue: { [reference] in reference.value })
    let others = shelf.flows.withLock { $0 }
    copy.shelf.flows.withLock { flows in
      flows = others
      flows[flow.id] = flow
    }
    return copy
  }

  package var ids: [String] { sources.map(\.id) }

  /// Every flow, read.
  package var flows: [Flow] { ids.compactMap { self[$0] } }

  /// Whether a flow came with the program; true for one that nobody knows.
  package func isShipped(_ id: String) -> Bool { sources.first { $0.id == id }?.isShipped ?? true }

  /// What names the text of a flow.
  package func reference(to flow: Flow) -> Event.FlowReference {
    Event.FlowReference(id: flow.id, version: flow.version, hash: hash(of: flow.id))
  }

  /// The same library with another text of a flow, as it was when a session was walked.
  package func replacing(_ id: String, text: String) -> Library {
    var source = Source(id: id, file: "\(id)/flow.yaml", text: text, isShipped: isShipped(id))
    source.isTested = false
    let copy = Library(sources.filter { $0.id != id } + [source], catalogue: { [reference] in reference.value })
    let others = shelf.flows.withLock { $0.filter { $0.key != id } }
    copy.shelf.flows.withLock { $0 = others }
    return copy
  }

  /// The text of a flow; nil when there is none.
  package func text(of id: String) -> String? { sources.first { $0.id == id }?.text }

  /// Digest of a flow's text; empty when there is none.
  package func hash(of id: String) -> String {
    shelf.hashes.withLock { hashes in
      if let hash = hashes[id] { return hash }
      let hash = text(of: id).map { Digest.hex($0) } ?? ""
      hashes[id] = hash
      return hash
    }
  }
}

/// A digest that tells one text from another; it protects nothing.
package enum Digest {
  /// FNV-1a, 64 bits, as 16 hexadecimal digits.
  package static func hex(_ text: String) -> String {
    text.utf8.withContiguousStorageIfAvailable { hex($0) } ?? hex(Array(text.utf8))
  }

  /// The same of bytes.
  package static func hex(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { hex($0) } }

  private static func hex(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

package import FlowKit
import Wizard

/// The flow and the recordings that the program brings along, read once.
package enum ShippedFlow {
  private static let read: Result<Library, any Error> = Result { try FlowFiles().library() }

  /// Flows and catalogue.
  package static var library: Library { get throws { try read.get() } }

  /// A session at the start of the image-pull flow, with a recording as evidence when its id is given.
  package static func session(_ recording: String? = nil) throws -> Session {
    let library = try library
    guard let flow = library["image-pull"] else { throw Missing(what: "image-pull") }
    var session = Session(flow, library: library)
    if let recording { session.apply(.evidence(EvidenceRecord(try document(recording)))) }
    return session
  }

  /// A demonstration by its id.
  package static func demo(_ id: String) throws -> Scenario {
    guard let scenario = Shipped.demos.first(where: { $0.id == id }) else { throw Missing(what: id) }
    return scenario
  }

  /// The evidence of a recording.
  package static func document(_ recording: String) throws -> Document {
    guard let document = try demo(recording).document else { throw Missing(what: recording) }
    return document
  }

  /// Something that the program should have brought along.
  package struct Missing: Error {
    package let what: String
  }
}

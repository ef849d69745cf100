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
    if let recording { session.apply(.evidence(Event.EvidenceRecord(try document(recording)))) }
    return session
  }

  /// The evidence of a recording.
  package static func document(_ recording: String) throws -> Document {
    guard let found = Shipped.recordings.first(where: { $0.id == recording }) else { throw Missing(what: recording) }
    return found.document
  }

  /// Something that the program should have brought along.
  package struct Missing: Error {
    package let what: String
  }
}

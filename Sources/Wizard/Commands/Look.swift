package import FlowKit

/// How the evidence of a session can be read again.
package enum Look: Sendable {
  /// With commands that read the pod, or the newest pod of the same controller.
  case live(LivePod)
  /// From the same file.
  case file(String)
  /// Somebody pastes it.
  case paste
  /// From the recorded world of an exercise.
  case world(PracticeWorld)
  /// It cannot, for a reason.
  case none(String)

  /// Whether nobody has to do anything for it.
  var isByItself: Bool {
    switch self {
    case .live, .file, .world: true
    case .paste, .none: false
    }
  }
}

/// What a look at the evidence brought.
package struct Looked: Sendable {
  /// The documents, redacted; empty when there is a fault.
  package var documents: [Document] = []
  /// Why there are none; nil when there are.
  package var fault: String?
  /// What is new in each document, by its id; empty when nobody compared them.
  var changes: [String: Changes] = [:]
  /// What all of them say; nil when nobody read them.
  var reading: EvidenceReading?
  /// Numbers of the secrets go on from here.
  package var redactor: Redactor

  package init(documents: [Document] = [], fault: String? = nil, redactor: Redactor) {
    self.documents = documents
    self.fault = fault
    self.redactor = redactor
  }
}

extension Look {
  var isPaste: Bool { if case .paste = self { true } else { false } }

  /// The same, reading the file again that the documents came from.
  ///
  /// A relative path means another file where a session goes on in another folder.
  func from(_ documents: [Document], isResumed: Bool) -> Look {
    guard case .paste = self, let first = documents.first, first.provenance.origin == .file,
      !isResumed || first.provenance.source.hasPrefix("/")
    else { return self }
    return .file(first.provenance.source)
  }

  /// The same, going on to the pod that takes the place of the one that was read.
  func following(_ documents: [Document]) -> Look {
    guard case .live(var pod) = self, let object = documents.first(where: { $0.id == "pod" }) else { return self }
    pod.family = PodFamily(object)
    pod.since = PodFamily.newestTime(in: documents.filter { ["pod", "events"].contains($0.id) })
    return .live(pod)
  }

  /// Reads the documents and takes secrets out of them.
  ///
  /// - Parameter prefersLater: whether a pod that took the place of this one is looked at first, to verify a remedy.
  package func documents(_ runner: CommandRunner, _ redactor: Redactor, prefersLater: Bool) async -> Looked {
    var looked = Looked(redactor: redactor)
    switch self {
    case .live(let pod):
      do { looked.documents = try await pod.read(runner, prefersLater: prefersLater).documents } catch {
        looked.fault = looked.redactor.redact(error.message)
      }
    case .file(let path):
      do {
        let bytes = ByteOrderMark.removed(from: try FileBytes.read(path))
        looked.documents = [
          Document(id: Looked.evidence, title: path, provenance: Provenance(.file, source: path), bytes: bytes)
        ]
      } catch {
        looked.fault = "\(path): \(error.reason)"
      }
    case .world(let world): looked.documents = [await world.look()].compactMap { $0 }
    case .paste: looked.fault = "Only a person can bring this evidence."
    case .none(let reason): looked.fault = reason
    }
    looked.redact()
    return looked
  }
}

extension Looked {
  /// Id of the document of a session that began with a file or a pasted text.
  static let evidence = "evidence"

  /// A text that somebody pasted, in the place of the document that a session began with.
  static func pasted(_ text: String, over documents: [Document], _ redactor: Redactor) -> Looked {
    let first = documents.first
    let document = Document(
      id: first?.id ?? evidence, title: "pasted text",
      provenance: Provenance(.paste, source: first.map { "in the place of \($0.title)" } ?? "a person"), text: text)
    var looked = Looked(documents: [document], redactor: redactor)
    looked.redact()
    return looked
  }

  /// The same, read and compared with what was known before; for another thread than the one that has the keys.
  package func compared(with known: [Document]) -> Looked {
    var result = self
    if !documents.isEmpty { result.reading = EvidenceReading(documents) }
    for document in documents { result.changes[document.id] = Changes(document, known) }
    return result
  }

  fileprivate mutating func redact() {
    for (index, document) in documents.enumerated() {
      let bytes = redactor.redact(document.bytes)
      guard bytes != document.bytes else { continue }
      documents[index] = Document(
        id: document.id, title: document.title, provenance: document.provenance, bytes: bytes)
    }
  }
}

package import FlowKit

/// Where a session's evidence comes from.
package enum EvidenceSource: Sendable {
  case live(LivePod)
  /// A path, or `-` for standard input.
  case file(String)
  case recording(Scenario)
  /// The world of an exercise, and whether somebody decides without suggestions.
  case exercise(PracticeWorld, isUnaided: Bool)
  /// Documents of an answer file, and what answers the commands.
  case documents([Document], Scenario?)
  /// Nothing, for a lesson of the course.
  case lesson(String)
  case none
}

/// Brings evidence into a session: read, redacted, with its provenance.
package struct EvidenceCollector: Sendable {
  /// Why there is no evidence.
  package struct Failure: Error {
    package let status: ExitStatus
    package let message: String
  }

  package var redactor = Redactor()
  /// What of a live pod could not be read, and why.
  private(set) var gaps: [String] = []
  private let runner: CommandRunner

  package init(_ runner: CommandRunner) { self.runner = runner }

  /// The documents of a source, redacted; for the main thread, which waits for them.
  package mutating func collect(_ source: EvidenceSource) throws(Failure) -> [Document] {
    let collector = self
    let (documents, redactor) = try Waiting<Result<([Document], Redactor), Failure>>.result {
      var collector = collector
      do throws(Failure) { return .success((try await collector.gather(source), collector.redactor)) } catch {
        return .failure(error)
      }
    }.get()
    self.redactor = redactor
    return documents
  }

  /// The documents of a source, redacted.
  mutating func gather(_ source: EvidenceSource) async throws(Failure) -> [Document] {
    guard case .live(let pod) = source else { return try given(source) }
    do {
      let reading = try await pod.read(runner)
      gaps = reading.gaps.map { redactor.redact($0) }
      return reading.documents.map { redacted($0) }
    } catch {
      throw Failure(status: ExitStatus(error.outcome), message: redactor.redact(error.message))
    }
  }

  /// The documents of a source that needs no cluster, redacted; a live pod has none here.
  mutating func given(_ source: EvidenceSource) throws(Failure) -> [Document] {
    switch source {
    case .live, .none, .lesson: return []
    case .documents(let documents, _): return documents.map { redacted($0) }
    case .recording(let scenario): return scenario.document.map { [redacted($0)] } ?? []
    case .exercise(let world, _): return world.exercise.fault?.document.map { [redacted($0)] } ?? []
    case .file(let path):
      do {
        let bytes = ByteOrderMark.removed(from: try FileBytes.read(path))
        let isInput = path == "-"
        let provenance = Provenance(isInput ? .standardInput : .file, source: isInput ? "standard input" : path)
        return [
          redacted(
            Document(id: "evidence", title: isInput ? "standard input" : path, provenance: provenance, bytes: bytes))
        ]
      } catch {
        throw Failure(status: .noInput, message: "\(path): \(error.reason)")
      }
    }
  }

  /// The same document without secrets.
  package mutating func redacted(_ document: Document) -> Document {
    let bytes = redactor.redact(document.bytes)
    let title = redactor.redact(document.title)
    guard bytes != document.bytes || title != document.title else { return document }
    return Document(id: document.id, title: title, provenance: document.provenance, bytes: bytes)
  }
}

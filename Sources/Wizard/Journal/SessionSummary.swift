package import FlowKit
package import FoundationEssentials

/// One line of the list of sessions.
package struct SessionSummary: Encodable, Sendable {
  /// Where a session stands.
  package enum State: String, Encodable, Sendable {
    /// Another Fairway has it open.
    case open
    /// It can be gone on with.
    case unfinished
    /// It ended at a leaf.
    case finished
    /// Its journal cannot be read.
    case broken
  }

  package let id: String
  package let state: State
  /// Namespace and name of the pod, or where the evidence came from; empty when nothing is known.
  package var subject = ""
  package var flow = ""
  /// Number of the step that it stands at, from 1.
  package var step = 0
  /// What is asked there, or the title of the leaf.
  package var title = ""
  @OrNull package var began: Date?
  @OrNull package var changed: Date?
  /// Why the journal cannot be read; nil when it can.
  @OrNull package var reason: String?

  package init(_ id: String, broken reason: String) {
    self.id = id
    state = .broken
    _began = OrNull(wrappedValue: nil)
    _changed = OrNull(wrappedValue: nil)
    _reason = OrNull(wrappedValue: reason)
  }

  package init(_ transcript: Transcript, isOpen: Bool) {
    let session = transcript.session
    id = transcript.id
    state = isOpen ? .open : transcript.leaf == nil ? .unfinished : .finished
    subject = Self.subject(session)
    flow = transcript.start?.flow ?? session.flow.id
    step = transcript.answers + 1
    title = transcript.leaf?.title ?? session.title
    _began = OrNull(wrappedValue: transcript.began)
    _changed = OrNull(wrappedValue: transcript.ended)
    _reason = OrNull(wrappedValue: nil)
  }

  private static func subject(_ session: Session) -> String {
    let facts = session.facts
    let name = [facts["namespace"]?.value, facts["pod"]?.value].compactMap { $0 }.joined(separator: "/")
    if !name.isEmpty { return name }
    return facts["image"]?.value ?? session.documents.first?.title ?? ""
  }
}

extension SessionStore {
  /// What is there to see of a session, whatever state it is in.
  package func summary(of id: String, _ library: Library) -> SessionSummary {
    do {
      let entries = try entries(of: id)
      guard let transcript = Transcript(id: id, entries: entries, library: library, text: flowText) else {
        return SessionSummary(id, broken: entries.isEmpty ? "nothing was recorded" : "its flow is not known here")
      }
      return SessionSummary(transcript, isOpen: isOpen(id))
    } catch {
      return SessionSummary(id, broken: error.reason)
    }
  }
}

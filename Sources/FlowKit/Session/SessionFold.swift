/// Makes a session out of the events of a journal, one after the other.
///
/// A flow that was edited since is read as it was, when its text was kept.
package struct SessionFold: Sendable {
  /// The text of a flow by its digest; nil when nobody kept it.
  package typealias FlowText = @Sendable (_ hash: String) -> String?

  /// nil until the session begins.
  package private(set) var session: Session?
  /// Flows that were edited since the session was walked.
  package private(set) var edited: [Event.FlowReference] = []
  /// Flows that the walk needs and nobody has any more.
  package private(set) var absent: [String] = []
  /// The first answer that does not fit the flows that are left; later ones cannot be placed.
  package private(set) var misfit: Answer?
  /// The flows as they are now.
  private let current: Library
  /// The flows as the session was walked with.
  private var library: Library
  private let text: FlowText

  package init(_ library: Library, text: @escaping FlowText = { _ in nil }) {
    current = library
    self.library = library
    self.text = text
  }

  /// A fold that begins anew with the same flows.
  package var again: SessionFold { SessionFold(current, text: text) }

  /// Takes the next event; false when it does not fit.
  @discardableResult
  package mutating func take(_ event: Event) -> Bool {
    if case .began(let began) = event { return begin(began.reference) }
    guard misfit == nil || !event.isPlaced else { return false }
    if case .answered(let answer) = event, let entered = answer.enters { pin(entered) }
    guard session?.apply(event) == true else {
      if case .answered(let answer) = event { misfit = answer }
      return false
    }
    return true
  }

  private mutating func begin(_ reference: Event.FlowReference) -> Bool {
    library = current
    edited = []
    misfit = nil
    pin(reference)
    guard let flow = library[reference.id] else {
      absent.append(reference.id)
      return false
    }
    session = session?.moved(to: flow, library) ?? Session(flow, library: library)
    return true
  }

  /// Goes on with the text of a flow that the session was walked with.
  private mutating func pin(_ reference: Event.FlowReference) {
    guard !reference.hash.isEmpty, library.hash(of: reference.id) != reference.hash else { return }
    if current.hash(of: reference.id) != reference.hash { edited.append(reference) }
    guard let text = text(reference.hash) else { return }
    library = library.replacing(reference.id, text: text)
    session?.use(library)
  }
}

extension Event {
  /// Whether the event belongs to a place of the walk.
  fileprivate var isPlaced: Bool {
    switch self {
    case .answered, .command, .back, .consent: true
    case .began, .evidence, .fact, .note, .check, .practised, .resumed, .ended: false
    }
  }
}

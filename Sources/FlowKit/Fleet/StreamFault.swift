/// Why a stream of objects cannot be read.
package enum StreamFault: Error, Equatable, Sendable {
  /// Nothing but blanks came.
  case empty
  /// A byte does not fit, at this offset or in the object that begins there.
  case notJSON(offset: Int)
  /// The end came in the middle of an object or a list.
  case truncated(offset: Int)
  /// One object is larger than any that a cluster can hold.
  case tooLarge(offset: Int)
  /// More values stand inside of each other than anybody writes.
  case tooDeep(offset: Int)
  /// It is an error of the API server, with this message.
  case status(String)
  /// No pod is in it and it is no empty list either, but an object of this kind.
  case noPods(kind: String)

  /// What is wrong, in one sentence without a full stop.
  package var words: String {
    switch self {
    case .empty: "nothing is in it; it takes what 'kubectl get pods,events -A -o json' prints"
    case .notJSON(let offset): "it is no JSON at byte \(offset)"
    case .truncated(let offset): "it ends at byte \(offset) in the middle of a list"
    case .tooLarge(let offset): "the object at byte \(offset) is larger than \(ObjectStream.limit >> 20) MB"
    case .status(let message): "it is an error of the API server\(message.isEmpty ? "" : ": \(message)")"
    case .noPods(let kind):
      "no pods are in it\(kind.isEmpty ? "" : ", only objects such as \(kind)"); it takes what 'kubectl get pods,events -A -o json' prints"
    case .tooDeep(let offset): "values are nested too deeply at byte \(offset)"
    }
  }
}

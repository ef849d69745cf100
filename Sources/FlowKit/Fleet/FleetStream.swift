/// Reads a fleet from JSON that comes piece by piece: pods and events of many lists, in any order.
package struct FleetStream: Sendable {
  private var objects = ObjectStream()
  private var intake = FleetIntake()

  package init() {}

  /// Pods that came so far.
  package var count: Int { intake.count }

  /// Whether everything came.
  package var isWhole: Bool { (try? objects.finish()) != nil }

  /// Takes the next bytes.
  package mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) {
    try objects.feed(bytes, &intake)
  }

  /// The fleet, when everything came; events may have come in a stream of their own, and count only if that is whole.
  package mutating func fleet(events: FleetStream? = nil) throws(StreamFault) -> Fleet {
    try objects.finish()
    if intake.count == 0 {
      switch intake.other {
      case .status(let message): throw .status(message)
      case .kind(let kind): throw .noPods(kind: kind)
      case .emptyList: break
      case nil: if !objects.hasList { throw .noPods(kind: "") }
      }
    }
    if let events, events.isWhole { intake.takeEvents(of: events.intake) }
    return try Fleet(&intake)
  }
}

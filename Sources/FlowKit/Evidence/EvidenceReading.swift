/// What all documents together say: the case that decides, the other cases, and the facts.
package struct EvidenceReading: Sendable {
  package var pod: PodReading?
  /// The case that the flow is about; nil when the evidence shows no pod and no message.
  package var main: PodCase?
  /// Further containers and pods that fail.
  package var others: [(pod: PodReading, podCase: PodCase)] = []

  /// Reads documents in the order of their weight: JSON of the API, then descriptions, then loose text.
  package init(_ documents: [Document]) {
    var pods: [PodReading] = []
    var loose: [Document] = []
    for document in documents.sorted(by: { Self.weight($0) < Self.weight($1) }) {
      let found = Self.isJSON(document) ? PodJSONReader.read(document) : DescribeReader.read(document)
      if let found, !found.isEmpty { Self.join(found, into: &pods) } else { loose.append(document) }
    }
    let cases = pods.flatMap { pod in CaseReader(pod: pod).cases.map { (pod, $0) } }
    let ranked = cases.enumerated().sorted {
      (Self.rank($0.element.1), $0.offset) < (Self.rank($1.element.1), $1.offset)
    }.map(\.element)
    pod = ranked.first?.0
    main = ranked.first?.1
    others = ranked.dropFirst().filter { Self.rank($0.1) < 3 }.map { (pod: $0.0, podCase: $0.1) }
    if main?.pullClass == nil, main?.error == nil, let told = loose.lazy.compactMap(Self.looseCase).first {
      main = told
    }
  }

  /// A pull failure concerns the flow most, then an unknown one, then any other failure, then health.
  private static func rank(_ podCase: PodCase) -> Int {
    switch podCase.pullClass?.value {
    case "healthy": 4
    case "not-image-pull": podCase.failure?.kind == "starting" ? 3 : 2
    case nil: podCase.error == nil ? 5 : 1
    default: 0
    }
  }

  private static func isJSON(_ document: Document) -> Bool {
    guard let first = document.bytes.first(where: { !Byte.isBlank($0) }) else { return false }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static func weight(_ document: Document) -> Int { isJSON(document) ? 0 : 1 }

  private static func join(_ found: [PodReading], into pods: inout [PodReading]) {
    for reading in found {
      if let index = pods.firstIndex(where: { $0.isSamePod(as: reading) && !reading.isAnother(than: $0) }) {
        pods[index].merge(reading)
      } else {
        pods.append(reading)
      }
    }
  }

  /// The newest message that tells most: a named cause, else an unknown error, else another failure, else the back-off.
  private static func looseCase(_ document: Document) -> PodCase? {
    let notices = LooseReader.read(document).reversed()
    let errors = notices.compactMap(\.error)
    if let told = errors.filter({ $0.pullClass != nil && $0.pullClass != "cause-lost" }).max(by: {
      weight($0) < weight($1)
    }) {
      return PodCase(pullClass: told.pullClass.map { Located($0, told.attempt.span) }, error: told)
    }
    if let unknown = errors.first(where: { $0.pullClass == nil }) { return PodCase(error: unknown) }
    if let failure = notices.lazy.compactMap(\.failure).first {
      return PodCase(pullClass: Located("not-image-pull", failure.reason.span), failure: failure)
    }
    guard let lost = errors.first else { return nil }
    return PodCase(pullClass: Located("cause-lost", lost.attempt.span), error: lost)
  }

  /// An anonymous refusal says less than any other error beside it.
  private static func weight(_ error: PullError) -> Int { error.attempt.isAnonymousRefusal ? 0 : 1 }
}

extension PodReading {
  /// Whether both come from one listing and so are two pods: both have containers and events of their own.
  fileprivate func isAnother(than other: PodReading) -> Bool {
    name != nil && other.name != nil && name?.value != other.name?.value
  }
}

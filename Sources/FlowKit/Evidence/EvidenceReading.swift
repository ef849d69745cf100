/// What all documents together say: the case that decides, the other cases, and the facts.
package struct EvidenceReading: Sendable {
  package var pod: PodReading?
  /// The case that the flow is about; nil when the evidence shows no pod and no message.
  package var main: PodCase?
  /// Further containers and pods that fail.
  package var others: [(pod: PodReading, podCase: PodCase)] = []

  /// Reads documents in the order of their weight: objects of the API, then descriptions, then loose text.
  package init(_ documents: [Document]) { self.init(documents.map { ReadDocument($0) }) }

  /// The same of documents that may have been read before.
  init(_ documents: [ReadDocument]) {
    var pods: [PodReading] = []
    var texts: [ReadDocument] = []
    for document in documents.sorted(by: { Self.weight($0.document) < Self.weight($1.document) }) {
      if document.objects.isEmpty { texts.append(document) }
      Self.join(document.pods, into: &pods)
    }
    let cases = pods.flatMap { pod in CaseReader(pod: pod).cases.map { (pod, $0) } }
    let ranked = cases.enumerated().sorted {
      (Self.rank($0.element.1), $0.offset) < (Self.rank($1.element.1), $1.offset)
    }.map(\.element)
    pod = ranked.first?.0
    main = ranked.first?.1
    others = ranked.dropFirst().filter { Self.rank($0.1) < 3 }.map { (pod: $0.0, podCase: $0.1) }
    readLoose(texts)
  }

  /// Texts around or instead of a description count when that tells no cause of its own.
  private mutating func readLoose(_ texts: [ReadDocument]) {
    guard let main, Self.rank(main) < 5 else {
      main = texts.lazy.compactMap { $0.loose() }.first ?? main
      return
    }
    let isOpen = main.pullClass?.value == "cause-lost" || main.failure?.kind == "starting"
    guard isOpen, let told = texts.lazy.compactMap({ $0.loose(sureOnly: true) }).first else { return }
    var result = told
    result.container = main.container
    self.main = result
  }

  /// A pull failure concerns the flow most, then an unknown one, then any other failure, then health.
  private static func rank(_ podCase: PodCase) -> Int {
    switch podCase.pullClass?.value {
    case Fact.healthy: 4
    case Fact.notImagePull: podCase.failure?.kind == "starting" ? 3 : 2
    case nil: podCase.error == nil ? 5 : 1
    default: 0
    }
  }

  private static func weight(_ document: Document) -> Int {
    document.bytes.first { !Byte.isBlank($0) } == UInt8(ascii: "{") ? 0 : 1
  }

  /// Two readings of one document are two pods, even if somebody made their names unreadable.
  private static func join(_ found: [PodReading], into pods: inout [PodReading]) {
    let known = pods.count
    for reading in found {
      if let index = pods[..<known].firstIndex(where: { $0.isSamePod(as: reading) }) {
        pods[index].merge(reading)
      } else {
        pods.append(reading)
      }
    }
  }
}

/// Failing pods of one cluster that may have one cause: the same class and the same image host, or the same other reason.
package struct ScanGroup: Sendable {
  /// Class id of the catalogue; nil when the error fits no rule.
  package let pullClass: String?
  /// Host that the images come from; nil when no image is known, and for pods that fail for another reason.
  package let host: String?
  /// Reason of pods that fail for another reason than their image; nil for the others.
  package let otherReason: String?
  /// The newest first; never empty.
  package private(set) var pods: [FailingPod]

  private init(_ pod: FailingPod) {
    pullClass = pod.pullClass
    host = pod.isPull ? pod.imageHost : nil
    otherReason = pod.isPull ? nil : pod.reason
    pods = [pod]
  }

  /// Whether they fail for their images.
  package var isPull: Bool { otherReason == nil }

  /// What is wrong, in words.
  package func title(_ catalogue: Catalogue) -> String {
    if let otherReason { return "Not an image pull: \(otherReason)" }
    return pullClass.map { catalogue.title(ofClass: $0) } ?? "An error that no rule knows"
  }

  /// The groups of failing pods: failed pulls before anything else, then by the number of pods.
  package static func groups(_ fleet: Fleet) -> [ScanGroup] {
    var groups: [ScanGroup] = []
    var places: [[String?]: Int] = [:]
    for pod in fleet.failing {
      let key = pod.isPull ? ["pull", pod.pullClass, pod.imageHost] : ["other", pod.reason]
      if let place = places[key] {
        groups[place].pods.append(pod)
      } else {
        places[key] = groups.count
        groups.append(ScanGroup(pod))
      }
    }
    // Of two of one size the one with the newest pod comes first, as they came.
    return groups.enumerated().sorted { left, right in
      let (mine, other) = (left.element, right.element)
      if mine.isPull != other.isPull { return mine.isPull }
      return mine.pods.count != other.pods.count ? mine.pods.count > other.pods.count : left.offset < right.offset
    }.map(\.element)
  }

  /// Pods by some word of theirs, the word with most pods first.
  package func tally<Word: Comparable & Hashable>(_ word: (FailingPod) -> Word?) -> [(word: Word, pods: Int)] {
    var counts: [Word: Int] = [:]
    for pod in pods { if let word = word(pod) { counts[word, default: 0] += 1 } }
    return counts.map { (word: $0.key, pods: $0.value) }.sorted { left, right in
      left.pods != right.pods ? left.pods > right.pods : left.word < right.word
    }
  }
}

extension FailingPod {
  /// Host that its image comes from; nil when no image is known.
  package var imageHost: String? { image.flatMap { FleetPlaces.host($0) } }
}

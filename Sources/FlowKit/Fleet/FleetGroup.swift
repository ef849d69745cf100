/// Failing pods that may have one cause: the same class and the same image or host, or the same other reason.
package struct FleetGroup: Sendable {
  /// What pods that fail for their images share besides the class.
  package enum Kin: Sendable { case image, host }

  /// Class id of the catalogue; nil when the error fits no rule.
  package let pullClass: String?
  /// Image of all of them, or its host; nil when it is not known, and for pods that fail for another reason.
  package let place: String?
  /// Reason of pods that fail for another reason than their image; nil for the others.
  package let otherReason: String?
  /// The newest first; never empty.
  package private(set) var pods: [FailingPod]

  private init(_ pod: FailingPod, _ place: String?) {
    pullClass = pod.pullClass
    self.place = place
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

  /// The groups of failing pods: failed pulls before anything else; by host then the largest, and the one with the
  /// newest pod first.
  package static func groups(_ pods: [FailingPod], by kin: Kin = .image) -> [FleetGroup] {
    var groups: [FleetGroup] = []
    var numbers: [[String?]: Int] = [:]
    for pod in pods.sorted(by: FailingPod.isNewer) {
      let place = pod.isPull ? kin == .image ? pod.image : pod.imageHost : nil
      let key = pod.isPull ? ["pull", pod.pullClass, place] : ["other", pod.reason]
      if let number = numbers[key] {
        groups[number].pods.append(pod)
      } else {
        numbers[key] = groups.count
        groups.append(FleetGroup(pod, place))
      }
    }
    return groups.enumerated().sorted { left, right in
      let (mine, other) = (left.element, right.element)
      if mine.isPull != other.isPull { return mine.isPull }
      let isSame = kin == .image || mine.pods.count == other.pods.count
      return isSame ? left.offset < right.offset : mine.pods.count > other.pods.count
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

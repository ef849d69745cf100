/// Failing pods that most likely have one cause: the same class and the same image, or the same other reason.
package struct FleetGroup: Sendable {
  /// Class id of the catalogue; nil when the error fits no rule.
  package let pullClass: String?
  /// Image of all of them; nil when it is not known, and for pods that fail for another reason than their image.
  package let image: String?
  /// Reason of pods that fail for another reason than their image; nil for the others.
  package let otherReason: String?
  /// The newest first.
  package private(set) var pods: [FailingPod]

  private init(_ pod: FailingPod) {
    pullClass = pod.pullClass
    image = pod.isPull ? pod.image : nil
    otherReason = pod.isPull ? nil : pod.reason
    pods = [pod]
  }

  /// What is wrong, in words.
  package func title(_ catalogue: Catalogue) -> String {
    if let otherReason { return "Not an image pull: \(otherReason)" }
    return pullClass.map { catalogue.title(ofClass: $0) } ?? "An error that no rule knows"
  }

  /// The groups of failing pods: failed pulls before anything else, then the group with the newest pod first.
  package static func groups(_ pods: [FailingPod]) -> [FleetGroup] {
    var groups: [FleetGroup] = []
    var places: [[String?]: Int] = [:]
    for pod in pods.sorted(by: FailingPod.isNewer) {
      let key = pod.isPull ? ["pull", pod.pullClass, pod.image] : ["other", pod.reason]
      if let place = places[key] {
        groups[place].pods.append(pod)
      } else {
        places[key] = groups.count
        groups.append(FleetGroup(pod))
      }
    }
    return groups.filter { $0.otherReason == nil } + groups.filter { $0.otherReason != nil }
  }
}

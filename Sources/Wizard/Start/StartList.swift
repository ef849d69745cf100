package import FlowKit

/// The failing pods as rows: those that the filter leaves, in their groups.
package struct StartList: Sendable {
  /// One row of the list.
  package enum Row: Hashable, Sendable {
    /// The heading of a group, by its number.
    case group(Int)
    /// A pod, by its number.
    case pod(Int)
    /// A blank between two groups.
    case gap
  }

  package private(set) var groups: [FleetGroup] = []
  /// In the order of the rows.
  package private(set) var pods: [FailingPod] = []
  package private(set) var rows: [Row] = []
  /// Row of each pod.
  private(set) var places: [Int] = []
  /// Width of each column; measured once, not at every picture.
  private(set) var widths = StartColumn.allCases.map { $0.width([]) }

  /// An empty list.
  package init() {}

  /// The rows of what the filter leaves.
  ///
  /// - Parameter hasGaps: whether there is room for blanks between groups.
  package init(_ failing: [FailingPod], filter: String, catalogue: Catalogue, hasGaps: Bool) {
    let words = filter.lowercased().split(separator: " ").map(String.init)
    for group in FleetGroup.groups(failing) {
      let title = group.title(catalogue)
      let kept = words.isEmpty ? group.pods : group.pods.filter { Self.holds($0, title, words) }
      guard !kept.isEmpty else { continue }
      if hasGaps, !rows.isEmpty { rows.append(.gap) }
      rows.append(.group(groups.count))
      groups.append(FleetGroup.groups(kept)[0])
      for pod in kept {
        places.append(rows.count)
        rows.append(.pod(pods.count))
        pods.append(pod)
      }
    }
    widths = StartColumn.allCases.map { $0.width(pods) }
  }

  /// Whether every word stands somewhere in what is known of a pod.
  private static func holds(_ pod: FailingPod, _ title: String, _ words: [String]) -> Bool {
    let parts = [pod.container, pod.image, pod.node, pod.owner].compactMap { $0 }
    let line = ([pod.namespace + "/" + pod.name, pod.reason, title] + parts).joined(separator: " ").lowercased()
    return words.allSatisfy { line.contains($0) }
  }

  /// The first row to show so that a pod is seen, and the heading of its group where it is the first of it.
  func top(_ current: Int, showing pod: Int, height: Int) -> Int {
    guard places.indices.contains(pod), height > 0 else { return 0 }
    let row = places[pod]
    var first = row
    if height > 1, row > 0, case .group = rows[row - 1] { first = row - 1 }
    let last = max(0, rows.count - height)
    if first < current { return min(first, last) }
    return min(max(current, row - height + 1), last)
  }
}

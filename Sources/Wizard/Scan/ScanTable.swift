package import FlowKit
import FoundationEssentials
import TerminalUI

/// A scan as text for people: a table of causes, what each reaches, and how to go on.
package struct ScanTable {
  /// Columns of a terminal that the short form fits into.
  private static let width = 80

  private let scan: Scan
  private let catalogue: Catalogue
  private let isWide: Bool

  package init(_ scan: Scan, _ catalogue: Catalogue, isWide: Bool = false) {
    self.scan = scan
    self.catalogue = catalogue
    self.isWide = isWide
  }

  /// Lines without anything that a terminal acts on.
  package var lines: [String] {
    Array(scan.clusters.map { lines(of: $0) }.joined(separator: [""])).map { Inert.text($0) }
  }

  private func lines(of cluster: Scan.Cluster) -> [String] {
    // Why the pods are not known stands on standard error.
    let head = [Self.place(cluster), Self.count(cluster)].filter { !$0.isEmpty }.joined(separator: ": ")
    var lines = head.isEmpty ? [] : PlainText.wrap(head, width: isWide ? .max : Self.width, hang: 2)
    guard let fleet = cluster.fleet, !cluster.groups.isEmpty else { return lines }
    lines += [""] + table(cluster, fleet)
    if isWide { lines += [""] + pods(fleet.failing) }
    if let next = cluster.next { lines += ["", "Next: \(next)"] }
    return lines
  }

  private static func place(_ cluster: Scan.Cluster) -> String {
    guard let context = cluster.context else { return "" }
    let place = cluster.namespace.map { ", namespace \($0)" } ?? (cluster.isAll ? ", all namespaces" : "")
    return "context \(context)\(place)"
  }

  private static func count(_ cluster: Scan.Cluster) -> String {
    guard let fleet = cluster.fleet else { return cluster.context == nil ? "" : "the pods could not be listed" }
    // Without events nothing is lost where nothing fails.
    let why = cluster.eventsFault.map { ": \($0)" } ?? ""
    let isTold = !cluster.remark.isEmpty && (cluster.context != nil || !fleet.failing.isEmpty)
    let remark = isTold ? " (\(cluster.remark)\(why))" : ""
    if fleet.count == 0 { return "no pods were looked at\(remark)" }
    let nodes = Blast.count(fleet.places.nodeCount, "node") + " with pods"
    let pods = Blast.count(fleet.count, "pod")
    let failing = fleet.failing.count
    return "\(failing == 0 ? "none" : "\(failing)") of \(pods) \(failing < 2 ? "fails" : "fail"), \(nodes)\(remark)"
  }

  // MARK: - Groups

  private func table(_ cluster: Scan.Cluster, _ fleet: Fleet) -> [String] {
    let heads = ["PODS", "NODES", "WHAT", "IMAGE HOST", "POOLS"] + (isWide ? ["NAMESPACES", "IMAGES"] : [])
    let rows = cluster.groups.map { row($0) }
    let limits = [6, 5, 60, 24, 16]
    let table = Self.columns([heads] + rows, right: [0, 1], limits: isWide ? nil : limits, Self.width)
    var lines = [table[0]]
    for (line, group) in zip(table.dropFirst(), cluster.groups) {
      lines.append(line)
      guard group.isPull else { continue }
      let words = Blast(group, fleet.places).told(ofClass: group.pullClass).words
      lines += PlainText.wrap("      \(words)", width: isWide ? .max : Self.width, hang: 6)
    }
    return lines
  }

  private func row(_ group: FleetGroup) -> [String] {
    func words(_ word: (FailingPod) -> String?) -> String {
      group.tally(word).map { "\($0.word) (\($0.pods))" }.joined(separator: ", ")
    }
    let cells = [
      "\(group.pods.count)", "\(group.tally(\.node).count)", group.title(catalogue), group.place ?? "-",
      group.tally(\.pool).map(\.word).joined(separator: ","),
    ]
    return cells + (isWide ? [words(\.namespace), words(\.image)] : [])
  }

  // MARK: - Pods

  private func pods(_ pods: [FailingPod]) -> [String] {
    let heads = ["NAMESPACE", "POD", "REASON", "CLASS", "IMAGE", "NODE", "AGE"]
    let rows = pods.map { pod in
      [
        pod.namespace, pod.name, pod.reason, pod.pullClass ?? "-", pod.image ?? "-", pod.node ?? "-",
        pod.created.map { Age.words(scan.time.timeIntervalSince($0)) } ?? "-",
      ]
    }
    return Self.columns([heads] + rows, right: [], limits: nil, .max)
  }

  /// Rows in columns; with limits each is cut to its own, and some so that a line fits into a width.
  private static func columns(_ rows: [[String]], right: Set<Int>, limits: [Int]?, _ width: Int) -> [String] {
    let rows = rows.map { row in row.map { Inert.text($0) } }
    var widths = rows[0].indices.map { column in rows.map { Width.of($0[column]) }.max() ?? 0 }
    if let limits {
      widths = zip(widths, limits).map { min($0, $1) }
      // Names of pools give way before words do.
      for (column, least) in [(4, 8), (2, 0)] {
        let excess = widths.reduce(2 * (widths.count - 1), +) - width
        widths[column] -= max(0, min(excess, widths[column] - least))
      }
    }
    return rows.map { row in
      let cells = zip(row.indices, row).map { column, text in
        let cut = Width.truncate(text, to: widths[column])
        let space = String(repeating: " ", count: max(0, widths[column] - Width.of(cut)))
        return right.contains(column) ? space + cut : cut + space
      }
      let line = cells.joined(separator: "  ")
      return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }
  }
}

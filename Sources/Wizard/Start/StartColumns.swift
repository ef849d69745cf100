import FlowKit
import FoundationEssentials
import TerminalUI

/// What is said of a pod in one column of the list; on the screen in this order.
enum StartColumn: CaseIterable {
  case namespace, pod, container, reason, restarts, age, node

  /// The heading, the widest that it gets, and its place among those that go into a narrow screen.
  private var look: (title: String, limit: Int, rank: Int) {
    switch self {
    case .namespace: ("NAMESPACE", 18, 0)
    case .pod: ("POD", 63, 0)
    case .container: ("CONTAINER", 20, 4)
    case .reason: ("REASON", 26, 2)
    case .restarts: ("RESTARTS", 8, 3)
    case .age: ("AGE", 6, 1)
    case .node: ("NODE", 40, 5)
    }
  }

  var title: String { look.title }
  var rank: Int { look.rank }
  var isNumber: Bool { self == .restarts || self == .age }

  func text(_ pod: FailingPod, _ now: Date) -> String {
    switch self {
    case .namespace: pod.namespace
    case .pod: pod.name
    case .container: pod.container ?? ""
    case .reason: pod.reason
    case .restarts: "\(pod.restarts)"
    case .age: pod.created.map { Age.words(now.timeIntervalSince($0)) } ?? "-"
    case .node: pod.node ?? ""
    }
  }

  /// Columns of the screen that its widest text takes.
  func width(_ pods: [FailingPod]) -> Int {
    if isNumber { return look.limit }
    return min(look.limit, pods.reduce(Width.of(title)) { max($0, Width.of(text($1, .distantPast))) })
  }
}

/// The columns that fit, by their importance; the name of a pod takes what the others leave.
struct StartColumns {
  private let columns: [(column: StartColumn, width: Int)]
  private let now: Date
  private static let gap = 2

  init(_ list: StartList, width: Int, isAll: Bool, now: Date) {
    self.now = now
    let all = zip(StartColumn.allCases, list.widths).filter { $0.0 != .namespace || isAll }
    let name = list.widths[1]
    var room = width - min(name, 30)
    var kept: Set<StartColumn> = [.pod]
    for (column, needed) in all.sorted(by: { $0.0.rank < $1.0.rank }) where column != .pod {
      // A namespace tells pods apart, so that names give way to it.
      guard needed + Self.gap <= room || column == .namespace else { break }
      room -= needed + Self.gap
      kept.insert(column)
    }
    let others = all.filter { kept.contains($0.0) && $0.0 != .pod }.reduce(0) { $0 + $1.1 + Self.gap }
    columns = all.filter { kept.contains($0.0) }.map { column, needed in
      (column, column == .pod ? min(name, max(8, width - others)) : needed)
    }
  }

  /// The titles.
  var titles: String { line { $0.title } }

  /// One pod.
  func row(_ pod: FailingPod) -> String { line { Inert.text($0.text(pod, now)) } }

  private func line(_ text: (StartColumn) -> String) -> String {
    let cells = columns.map { column, width in
      let cut = Width.shortened(text(column), to: width)
      let blanks = String(repeating: " ", count: max(0, width - Width.of(cut)))
      return column.isNumber ? blanks + cut : cut + blanks
    }
    return cells.joined(separator: String(repeating: " ", count: Self.gap))
  }
}

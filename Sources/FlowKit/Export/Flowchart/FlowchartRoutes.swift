/// The ways of the arrows: level from a box into the gap between two columns, up or down there, level to the next.
package struct FlowchartRoutes: Sendable {
  /// Something that goes up or down in a gap: all arrows to one item, or one arrow that leads back.
  private enum Lane: Hashable {
    case to(Int)
    case down(Int), up(Int)
  }

  private static let first = 16
  private static let step = 9

  /// Left edge of each column.
  package private(set) var lefts: [Int] = []
  package private(set) var width = 0
  /// Height with the arrows that lead back, which run below everything.
  package private(set) var height: Int
  /// Path of each arrow, as SVG writes it.
  package private(set) var paths: [String] = []
  private var lanes: [[Lane: Int]] = []

  package init(_ layout: FlowchartLayout) {
    height = layout.height
    assign(layout)
    let below = layout.height
    var level = below
    for (arrow, chain) in layout.chains.enumerated() {
      if chain.isEmpty {
        level += Self.step
        paths.append(back(layout, arrow, level + Self.step))
      } else {
        paths.append(path(layout, chain))
      }
    }
    height = level > below ? level + 2 * Self.step : below
  }

  /// Gives each lane of a gap a track that no other lane uses at the same height; gap n lies before column n.
  private mutating func assign(_ layout: FlowchartLayout) {
    var reach: [[Lane: ClosedRange<Int>]] = Array(repeating: [:], count: layout.columns.count + 1)
    func add(_ gap: Int, _ lane: Lane, _ one: Int, _ other: Int) {
      let range = min(one, other)...max(one, other)
      let known = reach[gap][lane] ?? range
      reach[gap][lane] = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }
    for hop in layout.hops {
      let to = layout.items[hop.to]
      add(to.column, .to(hop.to), layout.items[hop.from].y + hop.port, to.y + to.entry)
    }
    for (arrow, chain) in layout.chains.enumerated() where chain.isEmpty {
      let (from, to) = (layout.items[layout.ends[arrow].from], layout.items[layout.ends[arrow].to])
      add(from.column + 1, .down(arrow), from.y + layout.ports[arrow], .max / 2)
      add(to.column, .up(arrow), to.y + to.entry, .max / 2)
    }
    var x = 0
    for gap in reach {
      let (tracks, count) = Self.tracks(gap)
      lanes.append(tracks.mapValues { x + Self.first + $0 * Self.step })
      x += gap.isEmpty ? Self.first : Self.first * 2 + count * Self.step
      lefts.append(x)
      x += FlowchartBox.width
    }
    lefts.removeLast()
    width = x - FlowchartBox.width
  }

  private static func tracks(_ gap: [Lane: ClosedRange<Int>]) -> (tracks: [Lane: Int], count: Int) {
    var ends: [Int] = []
    var tracks: [Lane: Int] = [:]
    for (lane, range) in gap.sorted(by: { key($0.key, $0.value) < key($1.key, $1.value) }) {
      let free = ends.firstIndex { $0 < range.lowerBound - 3 } ?? ends.count
      if free == ends.count { ends.append(0) }
      ends[free] = range.upperBound
      tracks[lane] = free
    }
    return (tracks, ends.count)
  }

  /// From top to bottom, and then always in the same order.
  private static func key(_ lane: Lane, _ range: ClosedRange<Int>) -> (Int, Int, Int, Int) {
    switch lane {
    case .to(let item): (range.lowerBound, range.upperBound, 0, item)
    case .down(let arrow): (range.lowerBound, range.upperBound, 1, arrow)
    case .up(let arrow): (range.lowerBound, range.upperBound, 2, arrow)
    }
  }

  private func path(_ layout: FlowchartLayout, _ chain: [FlowchartLayout.Hop]) -> String {
    var path = ""
    for hop in chain {
      let (from, to) = (layout.items[hop.from], layout.items[hop.to])
      if path.isEmpty { path = "M\(lefts[from.column] + FlowchartBox.width) \(from.y + hop.port)" }
      path += "H\(lanes[to.column][.to(hop.to)] ?? 0)V\(to.y + to.entry)"
      path += "H\(lefts[to.column] + (to.box == nil ? FlowchartBox.width : 0))"
    }
    return path
  }

  private func back(_ layout: FlowchartLayout, _ arrow: Int, _ level: Int) -> String {
    let (from, to) = (layout.items[layout.ends[arrow].from], layout.items[layout.ends[arrow].to])
    return "M\(lefts[from.column] + FlowchartBox.width) \(from.y + layout.ports[arrow])"
      + "H\(lanes[from.column + 1][.down(arrow)] ?? 0)V\(level)H\(lanes[to.column][.up(arrow)] ?? 0)"
      + "V\(to.y + to.entry)H\(lefts[to.column])"
  }
}

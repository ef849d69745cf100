/// The order within columns, and the heights.
extension FlowchartLayout {
  private static let space = 16
  private static let sweeps = 6

  /// Sorts each column by where its neighbours stand; what was walked comes first and makes the upper edge.
  mutating func sortColumns() {
    let (arriving, leaving) = neighbours
    var ranks = Array(repeating: 0, count: items.count)
    for column in columns { for (rank, item) in column.enumerated() { ranks[item] = rank } }
    for sweep in 0..<Self.sweeps {
      let isForward = sweep % 2 == 0
      for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
        sort(column, by: isForward ? arriving : leaving, &ranks)
      }
    }
  }

  /// The neighbours to the left and to the right of each item, with what is to be added to their rank.
  private var neighbours: (arriving: [[(item: Int, shift: Double)]], leaving: [[(item: Int, shift: Double)]]) {
    var arriving = items.map { _ in [(item: Int, shift: Double)]() }
    var leaving = arriving
    for hop in hops {
      let share = Double(hop.port) / Double(max(1, items[hop.from].height))
      arriving[hop.to].append((hop.from, share))
      leaving[hop.from].append((hop.to, 0))
    }
    return (arriving, leaving)
  }

  private mutating func sort(_ column: Int, by neighbours: [[(item: Int, shift: Double)]], _ ranks: inout [Int]) {
    let keys = columns[column].enumerated().map { rank, item in
      let sum = neighbours[item].reduce(0.0) { $0 + Double(ranks[$1.item]) + $1.shift }
      let mean = neighbours[item].isEmpty ? Double(rank) : sum / Double(neighbours[item].count)
      return (walked: items[item].isWalked ? 0 : 1, mean: mean, rank: rank, item: item)
    }
    columns[column] = keys.sorted { ($0.walked, $0.mean, $0.rank) < ($1.walked, $1.mean, $1.rank) }.map(\.item)
    for (rank, item) in columns[column].enumerated() { ranks[item] = rank }
  }

  /// Puts each item as near to its neighbours as the order allows.
  mutating func place() {
    for column in columns { settle(column, wishes: column.map { _ in 0 }) }
    for round in 0..<Self.sweeps {
      let isForward = round % 2 == 1
      let wishes = wishes(isForward)
      for column in columns { settle(column, wishes: column.map { wishes[$0] ?? Double(items[$0].y) }) }
    }
    let top = items.map(\.y).min() ?? 0
    for index in items.indices { items[index].y -= top }
  }

  private func wishes(_ isForward: Bool) -> [Double?] {
    var sums = items.map { _ in (0, 0) }
    for hop in hops {
      let shift = hop.port - items[hop.to].entry
      if isForward {
        sums[hop.to].0 += items[hop.from].y + shift
        sums[hop.to].1 += 1
      } else {
        sums[hop.from].0 += items[hop.to].y - shift
        sums[hop.from].1 += 1
      }
    }
    return sums.enumerated().map { index, sum in
      if items[index].isWalked { return Double(FlowchartBox.entry - items[index].entry) }
      return sum.1 > 0 ? Double(sum.0) / Double(sum.1) : nil
    }
  }

  /// Least squares under the order of a column: neighbours that would overlap move together.
  private mutating func settle(_ column: [Int], wishes: [Double]) {
    var offset = 0
    var pools: [(mean: Double, weight: Double, count: Int)] = []
    var offsets: [Int] = []
    for (item, wish) in zip(column, wishes) {
      pools.append((wish - Double(offset), items[item].isWalked ? 1000 : 1, 1))
      offsets.append(offset)
      offset += items[item].height + Self.space
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let one = pools.removeLast()
        let weight = one.weight + last.weight
        pools.append(((one.mean * one.weight + last.mean * last.weight) / weight, weight, one.count + last.count))
      }
    }
    let places = pools.flatMap { pool in Array(repeating: Int(pool.mean.rounded()), count: pool.count) }
    for (index, item) in column.enumerated() { items[item].y = places[index] + offsets[index] }
  }
}

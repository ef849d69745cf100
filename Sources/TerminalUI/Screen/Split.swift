extension Rect {
  /// Parts one above the other; together they are the whole rectangle if one of them is a share.
  package func rows(_ extents: Extent...) -> [Rect] {
    var top = y
    return Self.divide(height, extents).map { part in
      defer { top += part }
      return Rect(x: x, y: top, width: width, height: part)
    }
  }

  /// Parts side by side; together they are the whole rectangle if one of them is a share.
  package func columns(_ extents: Extent...) -> [Rect] {
    var left = x
    return Self.divide(width, extents).map { part in
      defer { left += part }
      return Rect(x: left, y: y, width: part, height: height)
    }
  }

  /// Exact parts first, from the first to the last while there is room; shares divide the rest.
  private static func divide(_ total: Int, _ extents: [Extent]) -> [Int] {
    var rest = total
    var parts = [Int](repeating: 0, count: extents.count)
    for (index, extent) in extents.enumerated() {
      guard case .exact(let wanted) = extent else { continue }
      parts[index] = min(max(0, wanted), rest)
      rest -= parts[index]
    }
    var weight = extents.reduce(0) { $0 + $1.weight }
    for (index, extent) in extents.enumerated() where extent.weight > 0 {
      parts[index] = rest * extent.weight / weight
      rest -= parts[index]
      weight -= extent.weight
    }
    return parts
  }
}

extension Extent {
  fileprivate var weight: Int {
    if case .share(let weight) = self { max(0, weight) } else { 0 }
  }
}

/// Rows and columns of something.
package struct Size: Equatable, Hashable, Sendable {
  /// Columns.
  package var width: Int
  /// Rows.
  package var height: Int

  /// A size; negative numbers count as 0.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A cell of the screen, counted from 0 at the top left.
package struct Point: Equatable, Hashable, Sendable {
  /// Column.
  package var x: Int
  /// Row.
  package var y: Int

  /// A cell.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// How much of a row or a column a part of it takes.
package enum Extent: Equatable, Sendable {
  /// This many cells, as long as there are any left.
  case exact(Int)
  /// A share of what the exact ones leave.
  case share(Int)
}

/// A rectangle of cells.
package struct Rect: Equatable, Hashable, Sendable {
  /// First column.
  package var x: Int
  /// First row.
  package var y: Int
  /// Columns, never negative.
  package var width: Int
  /// Rows, never negative.
  package var height: Int

  /// A rectangle; negative sizes count as 0.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// All of something.
  package init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  /// Column after the last.
  package var right: Int { x + width }
  /// Row after the last.
  package var bottom: Int { y + height }
  /// Rows and columns.
  package var size: Size { Size(width: width, height: height) }
  /// Whether there is no cell in it.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a cell lies in it.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < right && point.y >= y && point.y < bottom
  }

  /// What both cover.
  package func overlap(with other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// Without a margin.
  package func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
    Rect(x: x + horizontal, y: y + vertical, width: width - 2 * horizontal, height: height - 2 * vertical)
  }

  /// One row of it, counted from its top; empty if it has no such row.
  package func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// A rectangle of at most this size in the middle.
  package func centered(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }
}

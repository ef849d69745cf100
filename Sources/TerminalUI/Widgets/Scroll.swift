/// Lines to show; an array of them, or something that makes them when they are asked for.
package protocol LineSource: Sendable {
  /// How many there are.
  var count: Int { get }
  /// One of them.
  func line(_ index: Int) -> StyledLine
}

extension [StyledLine]: LineSource {
  /// One of them.
  package func line(_ index: Int) -> StyledLine { self[index] }
}

/// A place in wrapped lines: a row of a line.
package struct Scroll: Equatable, Hashable, Sendable {
  /// The line, from 0.
  package var line: Int
  /// The row of it that is at the top of the view, from 0.
  package var row: Int

  /// A place.
  package init(line: Int = 0, row: Int = 0) {
    self.line = line
    self.row = row
  }

  /// The place some rows further down (negative: up), but not past the first or the last page.
  ///
  /// Only the lines between are wrapped, however long the text is.
  package func moved(by rows: Int, in lines: some LineSource, _ size: Size, hanging: Int = 0) -> Scroll {
    let measure = Measure(lines: lines, width: size.width, hanging: hanging)
    let start = clamped(measure)
    let moved = rows < 0 ? start.up(-rows, measure) : start.down(rows, measure)
    return min(moved, Self.last(measure, height: size.height))
  }

  /// The last page's place.
  package static func end(of lines: some LineSource, _ size: Size, hanging: Int = 0) -> Scroll {
    last(Measure(lines: lines, width: size.width, hanging: hanging), height: size.height)
  }

  /// The nearest place from which a part of a line (UTF-8 offset) is seen; itself if it is already.
  package func showing(
    line index: Int, offset: Int = 0, in lines: some LineSource, _ size: Size, hanging: Int = 0
  ) -> Scroll {
    let measure = Measure(lines: lines, width: size.width, hanging: hanging)
    guard index >= 0 && index < lines.count && size.height > 0 else { return clamped(measure) }
    let pieces = Wrap.pieces(of: lines.line(index).text, width: size.width, hanging: hanging)
    let target = Scroll(line: index, row: pieces.lastIndex { $0.range.lowerBound <= offset } ?? 0)
    let top = clamped(measure)
    if target >= top && top.down(size.height - 1, measure) >= target { return top }
    // A third of the page above it, so that it has some context.
    return min(target.up(size.height / 3, measure), Self.last(measure, height: size.height))
  }

  private func clamped(_ measure: Measure<some LineSource>) -> Scroll {
    guard measure.lines.count > 0 else { return Scroll() }
    let line = min(max(0, self.line), measure.lines.count - 1)
    return Scroll(line: line, row: min(max(0, row), measure.rows(line) - 1))
  }

  private func down(_ rows: Int, _ measure: Measure<some LineSource>) -> Scroll {
    var place = Scroll(line: line, row: row + rows)
    while place.line < measure.lines.count - 1 {
      let height = measure.rows(place.line)
      guard place.row >= height else { return place }
      place = Scroll(line: place.line + 1, row: place.row - height)
    }
    return place.clamped(measure)
  }

  private func up(_ rows: Int, _ measure: Measure<some LineSource>) -> Scroll {
    var place = Scroll(line: line, row: row - rows)
    while place.row < 0 && place.line > 0 {
      place = Scroll(line: place.line - 1, row: place.row + measure.rows(place.line - 1))
    }
    return place.clamped(measure)
  }

  private static func last(_ measure: Measure<some LineSource>, height: Int) -> Scroll {
    guard measure.lines.count > 0 else { return Scroll() }
    let line = measure.lines.count - 1
    return Scroll(line: line, row: measure.rows(line) - 1).up(max(0, height - 1), measure)
  }
}

extension Scroll: Comparable {
  /// Whether it is further up.
  package static func < (left: Scroll, right: Scroll) -> Bool {
    (left.line, left.row) < (right.line, right.row)
  }
}

private struct Measure<Lines: LineSource> {
  let lines: Lines
  let width: Int
  let hanging: Int

  func rows(_ index: Int) -> Int {
    max(1, Wrap.pieces(of: lines.line(index).text, width: width, hanging: hanging).count)
  }
}

/// A line of outside text made safe to show, and where its characters went.
package struct Clean: Equatable, Sendable {
  /// Columns between tab stops.
  package static let tab = 8

  /// The text to show: no control, no bidi control, nothing invisible, tabs expanded.
  package private(set) var text: String
  private var shifts: [Shift] = []

  private struct Shift: Equatable, Sendable {
    var original: Int
    var clean: Int
  }

  /// Cleans one line.
  ///
  /// Whatever could hide is replaced by a visible stand-in: in an image name an invisible
  /// character is the fault one is looking for. Joiners and variation selectors after a character
  /// that is not ASCII are dropped, they only choose a form there.
  package init(_ original: String) {
    text = original
    guard !Width.isPlain(original), !Self.isSafe(original) else { return }
    text = ""
    text.reserveCapacity(original.utf8.count)
    var offset = 0
    var column = 0
    var marks = 0
    var last: Unicode.Scalar = " "
    for scalar in original.unicodeScalars {
      let width = Self.width(of: scalar)
      marks = width == 0 ? marks + 1 : 0
      let before = text.utf8.count
      column += append(scalar, width: width, column: column, after: last, isFlood: marks > Glyphs.marks)
      offset += UTF8.width(scalar)
      note(original: offset, grown: text.utf8.count - before - UTF8.width(scalar))
      last = scalar
    }
  }

  /// Where a range of the original line (UTF-8 offsets) is in the clean text.
  package func range(_ original: Range<Int>) -> Range<Int> {
    let start = offset(original.lowerBound)
    return start..<max(start, offset(original.upperBound))
  }

  /// Where an offset of the original line (UTF-8) is in the clean text.
  package func offset(_ original: Int) -> Int {
    // The last shift at or before the offset holds for it.
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].original <= original { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return min(original, low < shifts.count ? shifts[low].clean : text.utf8.count) }
    let moved = shifts[low - 1].clean + original - shifts[low - 1].original
    return min(moved, low < shifts.count ? shifts[low].clean : text.utf8.count)
  }

  private mutating func note(original: Int, grown: Int) {
    if grown != 0 { shifts.append(Shift(original: original, clean: text.utf8.count)) }
  }

  /// Returns the columns that were added.
  private mutating func append(
    _ scalar: Unicode.Scalar, width: Int, column: Int, after last: Unicode.Scalar, isFlood: Bool
  ) -> Int {
    if scalar == "\t" {
      let spaces = Self.tab - column % Self.tab
      text += String(repeating: " ", count: spaces)
      return spaces
    }
    if let risk = Risk.of(scalar) {
      if risk == .joiner && !last.isASCII { return 0 }
      text.unicodeScalars.append(risk.standIn(for: scalar))
      return 1
    }
    if isFlood { return 0 }
    text.unicodeScalars.append(width < 0 ? "\u{FFFD}" : scalar)
    return abs(width)
  }

  /// Whether every character is shown as it is, which most lines are.
  private static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { Risk.of($0) == nil && Width.of($0) > 0 }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    Risk.of(scalar) == nil ? Width.of(scalar) : 1
  }
}

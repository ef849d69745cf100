import FlowKit
import TerminalUI

/// The first row of every screen: what is looked at, and what is true of it.
struct HeaderRow {
  /// Where there is little room, what is looked at counts more than what is true of every screen.
  static func isNarrow(_ area: Rect) -> Bool { area.width < 60 }

  var isProduction: Bool
  var right: String

  /// Draws it; what stands at the left is told how many columns it may take.
  func render(into buffer: inout Buffer, in area: Rect, left: (Int) -> String) {
    let style: Style = isProduction ? .danger : .header
    buffer.fill(area, style)
    let room = max(0, area.width - Width.of(right) - 1)
    buffer.put(Width.truncate(left(room), to: room), x: area.x, y: area.y, style, in: area)
    buffer.put(right, x: area.right - Width.of(right), y: area.y, style, in: area)
  }
}

/// The last row of every screen: the line that is typed, what just happened, or the keys.
struct FooterRow {
  /// Columns before the keys.
  static let indent = 1

  var message: String
  var keys: StyledLine

  /// Columns that the keys can take.
  static func width(of area: Rect) -> Int { area.width - 2 * indent }

  func render(into buffer: inout Buffer, in area: Rect) {
    if message.isEmpty {
      buffer.put(keys, x: area.x + Self.indent, y: area.y, in: area)
    } else {
      let text = Width.truncate(Inert.text(message), to: area.width - Self.indent)
      buffer.put(text, x: area.x + Self.indent, y: area.y, .warning, in: area)
    }
  }

  /// A line that is typed, with what is to be said of it in the row above.
  static func render(
    _ field: Field, remark: String, _ style: Style, into buffer: inout Buffer, in area: Rect
  ) {
    if !remark.isEmpty {
      let above = Rect(x: area.x, y: area.y - 1, width: area.width, height: 1)
      buffer.fill(above)
      buffer.put(Width.truncate(" " + Inert.text(remark), to: area.width), x: 0, y: above.y, style, in: above)
    }
    buffer.fill(area)
    field.render(into: &buffer, in: area)
  }
}

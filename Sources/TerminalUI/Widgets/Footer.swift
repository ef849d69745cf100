/// The last line of the screen: keys, and at the right a short message in their place.
package struct Footer: Widget {
  /// What the keys do, from `KeyMap.footer`.
  package var keys: StyledLine
  /// Something that just happened ("copied"); keys give way to it.
  package var message: StyledLine

  /// A footer.
  package init(_ keys: StyledLine, message: StyledLine = "") {
    self.keys = keys
    self.message = message
  }

  /// Draws keys and message in the first row.
  package func render(into buffer: inout Buffer, in area: Rect) {
    let row = area.row(0)
    let cut = message.truncated(to: row.width)
    let parts = row.columns(.share(1), .exact(cut.width == 0 ? 0 : min(row.width, cut.width + 2)))
    buffer.draw(Label(keys), in: parts[0])
    buffer.draw(Label(cut, alignment: .right), in: parts[1])
  }
}

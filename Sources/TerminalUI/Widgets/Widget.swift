/// Something that fills a rectangle of a picture; it copes with every size and cannot fail.
package protocol Widget: Sendable {
  /// Draws itself into the area and nowhere else.
  func render(into buffer: inout Buffer, in area: Rect)
}

extension Buffer {
  /// Draws a widget.
  package mutating func draw(_ widget: some Widget, in area: Rect) {
    widget.render(into: &self, in: area.overlap(with: self.area))
  }
}

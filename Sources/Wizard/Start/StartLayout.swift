import TerminalUI

/// Where things stand on the start screen of a given size.
struct StartLayout {
  let header: Rect
  let footer: Rect
  /// The line above the list.
  let rule: Rect
  /// Titles of the columns; empty on a small screen.
  let titles: Rect
  let list: Rect
  /// What is known of the selected pod; empty on a small screen.
  let detail: Rect

  init(_ model: StartModel) {
    let area = Rect(model.size)
    header = area.row(0)
    footer = area.row(area.height - 1)
    let body = Rect(x: 0, y: 1, width: area.width, height: max(0, area.height - 2))
    let hasPods = !model.list.pods.isEmpty
    let parts = body.rows(
      .exact(1), .exact(hasPods && area.height >= 14 ? 1 : 0), .share(1),
      .exact(hasPods && area.height >= 20 ? 5 : 0))
    rule = parts[0]
    titles = parts[1].inset(horizontal: 1)
    list = parts[2].inset(horizontal: 1)
    detail = parts[3]
  }

  /// Whether there is room for blanks between groups.
  static func hasGaps(_ size: Size) -> Bool { size.height >= 18 }
}

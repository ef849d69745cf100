/// What one style looks like.
package struct Ink: Hashable, Sendable {
  /// Colour of the letters.
  package var foreground: Colour = .standard
  /// Colour behind them.
  package var background: Colour = .standard
  /// What it has besides colour.
  package var attributes: Attributes = []

  /// Ink from its parts.
  package init(_ foreground: Colour = .standard, on background: Colour = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// What every style looks like on one kind of terminal.
package struct Palette: Sendable {
  /// Its name, as on the command line.
  package let name: String
  private let inks: [Style: Ink]

  /// The ink of a style; colour never stands alone for `selected`, `mark` and the hits.
  package subscript(style: Style) -> Ink { inks[style] ?? Ink() }

  /// The palette of this name.
  package static func named(_ name: String) -> Palette? { all.first { $0.name == name } }

  /// Every palette.
  package static let all: [Palette] = [.dark, .light, .sixteen, .mono]

  /// For 256 and more colours on a dark background.
  package static let dark = Palette(
    name: "dark",
    inks: [
      .title: Ink(.rgb(0x87d7ff), .bold),
      .dim: Ink(.rgb(0x949494)),
      .header: Ink(.rgb(0xd0d0d0), on: .rgb(0x303030)),
      .selected: Ink(.rgb(0xffffff), on: .rgb(0x005faf), .bold),
      .mark: Ink(.rgb(0x1c1c1c), on: .rgb(0xffd75f), .bold),
      .hit: Ink(.rgb(0x87ffd7), .underline),
      .currentHit: Ink(.rgb(0x1c1c1c), on: .rgb(0x87ffd7), [.underline, .bold]),
      .warning: Ink(.rgb(0xffaf5f), .bold),
      .danger: Ink(.rgb(0xffffff), on: .rgb(0xaf0000), .bold),
      .good: Ink(.rgb(0x87d787)),
      .code: Ink(.rgb(0xd7afff)),
      .key: Ink(.rgb(0xffd787)),
      .border: Ink(.rgb(0x767676)),
    ])

  /// For 256 and more colours on a light background.
  package static let light = Palette(
    name: "light",
    inks: [
      .title: Ink(.rgb(0x005f87), .bold),
      .dim: Ink(.rgb(0x626262)),
      .header: Ink(.rgb(0x303030), on: .rgb(0xdadada)),
      .selected: Ink(.rgb(0xffffff), on: .rgb(0x005faf), .bold),
      .mark: Ink(.rgb(0x1c1c1c), on: .rgb(0xffaf00), .bold),
      .hit: Ink(.rgb(0x005f5f), .underline),
      .currentHit: Ink(.rgb(0xffffff), on: .rgb(0x005f5f), [.underline, .bold]),
      .warning: Ink(.rgb(0x875f00), .bold),
      .danger: Ink(.rgb(0xffffff), on: .rgb(0xaf0000), .bold),
      .good: Ink(.rgb(0x005f00)),
      .code: Ink(.rgb(0x5f00af)),
      .key: Ink(.rgb(0x8700af)),
      .border: Ink(.rgb(0x8a8a8a)),
    ])

  /// For 8 and 16 colours, on whatever background the user has.
  ///
  /// Letters are red, magenta or green, which can be read on black and on white; yellow, cyan and blue vanish on one of
  /// them. A colour behind letters brings its own colour of the letters, never bold where bold would brighten black.
  package static let sixteen = Palette(
    name: "16",
    inks: [
      .title: Ink(.ansi(5), .bold),
      .dim: Ink(.standard, .dim),
      .header: Ink(.standard, .reverse),
      .selected: Ink(.standard, [.reverse, .bold]),
      .mark: Ink(.ansi(0), on: .ansi(3), .underline),
      .hit: Ink(.standard, .underline),
      .currentHit: Ink(.ansi(0), on: .ansi(6), .underline),
      .warning: Ink(.ansi(1), .bold),
      .danger: Ink(.ansi(7), on: .ansi(1), .bold),
      .good: Ink(.ansi(2)),
      .code: Ink(.ansi(5)),
      .key: Ink(.standard, .bold),
      .border: Ink(.standard, .dim),
    ])

  /// Without colour: every style that carries a meaning has attributes of its own.
  package static let mono = Palette(
    name: "mono",
    inks: [
      .title: Ink(.standard, [.bold, .italic]),
      .dim: Ink(.standard, .dim),
      .header: Ink(.standard, .reverse),
      .selected: Ink(.standard, .reverse),
      .mark: Ink(.standard, [.reverse, .bold]),
      .hit: Ink(.standard, .underline),
      .currentHit: Ink(.standard, [.underline, .reverse]),
      .warning: Ink(.standard, [.bold, .underline]),
      .danger: Ink(.standard, [.bold, .underline, .reverse]),
      .good: Ink(.standard, .italic),
      .code: Ink(.standard, [.italic, .underline]),
      .key: Ink(.standard, .bold),
      .border: Ink(.standard, .dim),
    ])
}

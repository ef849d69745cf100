/// The looks of a palette as curses wants them: attributes and a pair of colours per style.
struct Inks {
  private var looks: [(attributes: Attributes, pair: Int32)] = []

  /// Defines the pairs of a palette; where there are not enough pairs, the attributes remain.
  init(_ palette: Palette, colours: Int, pairs: Int, in curses: Curses) {
    var known: [[Int32]: Int32] = [[-1, -1]: 0]
    for style in Style.allCases {
      let ink = palette[style]
      let colour = [ink.foreground.number(of: colours), ink.background.number(of: colours)]
      if colours > 0 && known[colour] == nil && known.count < pairs {
        let pair = Int32(known.count)
        curses.define(pair: pair, foreground: colour[0], background: colour[1])
        known[colour] = pair
      }
      looks.append((ink.attributes, known[colour] ?? 0))
    }
  }

  /// The look of a style.
  subscript(style: Style) -> (attributes: Attributes, pair: Int32) { looks[Int(style.rawValue)] }
}

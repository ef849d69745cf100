/// What the operator wants of the screen, whatever the terminal says.
package struct Looks: Equatable, Sendable {
  /// Whether there are colours.
  package enum Colour: String, CaseIterable, Sendable {
    /// As the terminal and `NO_COLOR` say.
    case auto
    /// As many as the terminal has, `NO_COLOR` or not.
    case always
    case never
  }

  /// Name of a palette, or auto.
  package enum Theme: String, CaseIterable, Sendable {
    /// By the background of the terminal, as far as it can be known.
    case auto
    case dark, light
    case sixteen = "16"
    case mono
  }

  package var colour: Colour
  package var theme: Theme
  /// Whether clicks and the wheel are keys; then the terminal cannot select text by itself.
  package var mouse: Bool

  /// Looks; by default all of it is the terminal's choice.
  package init(colour: Colour = .auto, theme: Theme = .auto, mouse: Bool = false) {
    self.colour = colour
    self.theme = theme
    self.mouse = mouse
  }

  /// The palette for a terminal with so many colours.
  ///
  /// `NO_COLOR` (set and not empty) gives way to `always` only: a theme that is always wanted is no wish for colours
  /// where they were switched off. A palette that needs more colours than there are is replaced by a smaller one.
  package func palette(colours: Int, environment: [String: String]) -> Palette {
    let isRefused = colour == .auto && environment["NO_COLOR"]?.isEmpty == false
    if colours < 8 || colour == .never || theme == .mono || isRefused { return .mono }
    if colours < 256 || theme == .sixteen { return .sixteen }
    if theme != .auto { return theme == .light ? .light : .dark }
    return Background.isLight(setting: environment["COLORFGBG"]) == true ? .light : .dark
  }

  /// Whether only the terminal itself can tell which palette fits.
  package func needsBackground(colours: Int, environment: [String: String]) -> Bool {
    theme == .auto && palette(colours: colours, environment: environment).name == Palette.dark.name
      && Background.isLight(setting: environment["COLORFGBG"]) == nil
      && environment["TERM"].map { $0.hasPrefix("linux") } != true
  }
}

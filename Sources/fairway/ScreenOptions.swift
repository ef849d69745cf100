import ArgumentParser
import TerminalUI

/// How the full screen looks.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colours: auto, always or never.",
      discussion: """
        auto has none if NO_COLOR is set; always has those that the terminal has, and a terminal without colours, such as
        a vt100, still shows none.
        """, valueName: "when"))
  var color: Looks.Colour?

  @Option(
    help: ArgumentHelp(
      "Palette: auto, dark, light, 16 or mono.",
      discussion: "auto asks the terminal for its background; 16 uses the terminal's own 16 colours.",
      valueName: "palette"))
  var theme: Looks.Theme?

  @Flag(
    inversion: .prefixedNo,
    help: "Take clicks and the wheel; selecting text is then up to the terminal's own key, often Shift.")
  var mouse: Bool?

  /// Puts what was asked for over what stands there.
  func apply(to looks: inout Looks) {
    if let color { looks.colour = color }
    if let theme { looks.theme = theme }
    if let mouse { looks.mouse = mouse }
  }
}

extension Looks.Colour: ExpressibleByArgument {}
extension Looks.Theme: ExpressibleByArgument {}

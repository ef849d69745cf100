/// Descriptions of common terminals inside the executable, for machines that have none.
///
/// A file of the folder Terminfo is a compiled description of the ncurses terminal database 6.4, named after its
/// terminal: `base64 -w 100 /usr/share/terminfo/x/xterm > Sources/TerminalUI/Terminfo/xterm.txt`.
enum Terminfo {
  /// Terminals that do what another one does, by the advice of those who make them.
  private static let likenesses = [
    "alacritty": "xterm-256color", "alacritty-direct": "xterm-256color", "foot": "xterm-256color",
    "foot-extra": "xterm-256color", "gnome-256color": "xterm-256color", "konsole-256color": "xterm-256color",
    "mintty": "xterm-256color", "ms-terminal": "xterm-256color", "putty": "xterm", "putty-256color": "xterm-256color",
    "vte-256color": "xterm-256color", "wezterm": "xterm-256color", "xterm-ghostty": "xterm-256color",
    "xterm-kitty": "kitty",
  ]

  /// Families whose members differ in little but their colours.
  private static let families = ["xterm", "screen", "tmux"]

  /// Names of the terminals that are described.
  static let names = embeddedFiles.map { String($0.path.dropLast(".txt".count)) }

  /// The name and the text of the description that fits a terminal, as the variable TERMINFO takes it; nil for one that
  /// nobody can tell.
  static func description(of terminal: String) -> (name: String, text: String)? {
    guard let name = name(for: terminal), let file = embeddedFiles.first(where: { $0.path == name + ".txt" }) else {
      return nil
    }
    return (name, "b64:" + String(decoding: file.text.utf8.filter { $0 != 0x0A }, as: UTF8.self))
  }

  /// The described terminal that is this one, or does what it does.
  private static func name(for terminal: String) -> String? {
    if names.contains(terminal) { return terminal }
    if let alike = likenesses[terminal] { return alike }
    guard let family = families.first(where: { terminal.hasPrefix($0 + "-") || terminal.hasPrefix($0 + ".") }) else {
      return nil
    }
    return terminal.contains("256color") ? family + "-256color" : family
  }
}

import CNcurses
import FoundationEssentials

/// What the terminal can show.
package enum Charset: Sendable {
  /// Any character.
  case utf8
  /// The few hundred characters of a console font: letters, lines, and no other pictures.
  case console
  /// Letters, digits and punctuation of ASCII only.
  case ascii

  /// The character set of this process; asking for it sets the locale, once.
  package static let current: Charset = {
    let wanted = Charset(ProcessInfo.processInfo.environment)
    return cn_set_charset(wanted == .ascii ? 0 : 1) == 1 ? wanted : .ascii
  }()

  /// What the environment asks for, by the names of locale and terminal.
  ///
  /// A locale that is unset or `C`, as is usual in containers, names no character set: then it is UTF-8, except on a
  /// terminal that is older than that. `POSIX` is for those who want ASCII.
  package init(_ environment: [String: String]) {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let terminal = environment["TERM"] ?? ""
    let set = (locale.split(separator: "@").first ?? "").split(separator: ".").dropFirst().first
    let isUTF8 = set.map { $0.lowercased().filter { $0 != "-" } == "utf8" }
    if isUTF8 == false || locale == "POSIX" || isUTF8 == nil && Self.isOld(terminal) {
      self = .ascii
    } else {
      self = terminal.hasPrefix("linux") ? .console : .utf8
    }
  }

  /// Terminals of the time before Unicode: vt52 to vt525.
  private static func isOld(_ terminal: String) -> Bool {
    terminal.hasPrefix("vt") && terminal.dropFirst(2).first?.isNumber == true
  }

  /// A cell's text as this character set can show it, of the same width.
  func shown(_ text: String, width: Int) -> String {
    switch self {
    case .utf8: text
    case .ascii: Ascii.standIn(for: text, width: width)
    case .console: Self.isInFont(text) ? text : Ascii.standIn(for: text, width: width)
    }
  }

  /// Alphabets that a console font can hold, and what every one has of the old IBM set.
  private static func isInFont(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
    return first.value < 0x600 || lines.contains(first)
  }

  private static let lines = Set("─│┌┐└┘├┤┬┴┼═║█▌▐░←→↑↓•■○".unicodeScalars)

  /// The name of a key where its picture cannot be shown.
  package func key(_ name: String) -> String {
    guard self != .utf8 else { return name }
    return switch name {
    case "⏎": "enter"
    case "⇧tab": "S-tab"
    case "↑↓" where self == .ascii: "up/down"
    case "↑" where self == .ascii: "up"
    case "↓" where self == .ascii: "down"
    case "←" where self == .ascii: "left"
    case "→" where self == .ascii: "right"
    default: name
    }
  }
}

/// Values that stand right behind the letter of an option and hold an equals sign, as labels do: `-lapp=web`.
enum JoinedValues {
  /// The same arguments with such values on their own; the argument parser takes the letters for the name of an option.
  static func split(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    return arguments[..<end].flatMap { word in
      guard word.hasPrefix("-l"), word.dropFirst(2).first != "=", word.dropFirst(2).contains("=") else { return [word] }
      return ["-l", String(word.dropFirst(2))]
    } + arguments[end...]
  }
}

/// Options that stand before the name of a subcommand, as kubectl's users put them.
enum LeadingFlags {
  /// What the program answers without any subcommand.
  private static let ofRoot = ["-h", "--help", "--help-hidden", "--version", "--experimental-dump-help"]

  /// The same arguments as the argument parser expects them: the subcommand first, `start` when none is named.
  ///
  /// A default subcommand would name it too, but the parser then reads all of its options before those of any other.
  static func behind(_ arguments: [String], names: [String]) -> [String] {
    let first = arguments.first ?? ""
    if names.contains(first) || ofRoot.contains(first) || first.hasPrefix("---") || first.hasPrefix("--generate-") {
      return arguments
    }
    let index = first.hasPrefix("-") ? subcommand(in: arguments) : 0
    guard arguments.indices.contains(index), names.contains(arguments[index]) else {
      return [StartCommand.name] + arguments
    }
    // Behind everything, because a subcommand may have one of its own.
    let rest = arguments[index...]
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(arguments[index..<end] + arguments[..<index] + arguments[end...])
  }

  /// Where the first word stands that is neither an option nor its value.
  private static func subcommand(in arguments: [String]) -> Int {
    let options = CommandTree.root?[StartCommand.name]?.arguments?.filter { $0.kind == .option } ?? []
    let withValue = Set(options.flatMap { $0.names ?? [] }.map(\.text))
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-") {
      index += withValue.contains(arguments[index]) ? 2 : 1
    }
    return index
  }
}

/// kubectl's own flags, which its users may put before the name of a subcommand.
enum LeadingFlags {
  private static let withValue = ["-n", "--namespace", "--context", "--kubeconfig"]
  private static let alone = ["-A", "--all-namespaces"]

  /// The same arguments with such flags behind the name of the subcommand, where the argument parser expects them.
  static func behind(_ arguments: [String], names: [String]) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-") {
      let flag = arguments[index]
      if withValue.contains(flag) {
        index += 2
      } else if alone.contains(flag) || flag.hasPrefix("-n") || withValue.contains(where: { flag.hasPrefix($0 + "=") })
      {
        index += 1
      } else {
        return arguments
      }
    }
    guard index > 0, index < arguments.count, names.contains(arguments[index]) else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}

/// The one use of curl that is allowed: ask a registry's `/v2/` for its status, keep nothing, send nothing.
enum CurlPolicy {
  private static let flags: Set<String> = [
    "-s", "-S", "-sS", "-f", "-I", "--head", "--silent", "--show-error", "--fail",
  ]
  private static let numbers: Set<String> = ["--max-time", "-m", "--connect-timeout"]

  /// The ruling on the arguments after the program.
  static func rule(_ arguments: [String]) -> Policy.Ruling {
    var urls: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if flags.contains(argument) { continue }
      if numbers.contains(argument) {
        guard let value = rest.popFirst(), Int(value) != nil else {
          return .refused("'\(argument)' of curl needs a number")
        }
      } else if argument == "-o" {
        guard rest.popFirst() == "/dev/null" else { return .refused("curl may write to no file") }
      } else if argument == "-w" {
        guard rest.popFirst() == "%{http_code}" else { return .refused("curl may print '%{http_code}' only") }
      } else if argument.hasPrefix("-") {
        return .refused("'\(argument)' is not allowed with 'curl'")
      } else {
        urls.append(argument)
      }
    }
    guard urls.count == 1, isRegistry(urls[0]) else {
      return .refused("curl may ask one address of the form https://HOST/v2/ only")
    }
    return .allowed(.read)
  }

  private static func isRegistry(_ url: String) -> Bool {
    guard url.hasPrefix("https://"), url.hasSuffix("/v2/") else { return false }
    let host = url.dropFirst("https://".count).dropLast("/v2/".count)
    return !host.isEmpty
      && host.utf8.allSatisfy { byte in
        Byte.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || ".-:".utf8.contains(byte)
      }
  }
}

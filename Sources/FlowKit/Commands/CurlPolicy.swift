/// The one use of curl that is allowed: ask a registry's `/v2/` for its status, keep nothing, send nothing.
enum CurlPolicy {
  /// Flags that neither send, keep nor follow anything; values are checked as well.
  static let flags =
    "-q,--disable -s,--silent -S,--show-error -f,--fail -I,--head -m,--max-time= --connect-timeout= -o,--output= "
    + "-w,--write-out="

  /// The class of a command of curl by its values and its address.
  static func check(_ reading: Policy.Reading) throws(Policy.Refusal) -> EffectClass {
    for name in ["--max-time", "--connect-timeout"] {
      if let value = reading.values[name], !value.utf8.allSatisfy(Byte.isDigit) {
        throw Policy.Refusal("'\(name)' of curl needs a number")
      }
    }
    guard reading.values["--output"] ?? "/dev/null" == "/dev/null" else {
      throw Policy.Refusal("curl may write to no file but '/dev/null'")
    }
    guard reading.values["--write-out"] ?? "%{http_code}" == "%{http_code}" else {
      throw Policy.Refusal("curl may print '%{http_code}' only")
    }
    guard reading.words.count == 1, isRegistry(reading.words[0]) else {
      throw Policy.Refusal("curl may ask one address of the form https://HOST/v2/ only")
    }
    return .read
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

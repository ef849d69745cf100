/// Reads what kubectl and az say when they fail.
package enum ToolMessage {
  /// The outcome of a command that ran; a non-zero exit without a known text stays `ran`, for `exit` to match.
  package static func outcome(exit: Int?, errors: String) -> Outcome {
    guard exit != 0 else { return .ran }
    // A cluster that has no name is as far away as one that does not answer, whatever was not found.
    if unknownContext(Array(errors.utf8)) != nil { return .unreachable }
    let text = errors.lowercased()
    for (outcome, words) in known where words.contains(where: { text.contains($0) }) { return outcome }
    return .ran
  }

  /// Source: texts of kubectl 1.20 to 1.37 and azure-cli 2.91.
  private static let known: [(Outcome, [String])] = [
    (.throttled, ["too many requests", "toomanyrequests"]),
    (
      .notLoggedIn,
      [
        "az login", "must be logged in", "(unauthorized)", "asked for the client to provide credentials",
        "getting credentials: exec", "kubelogin", "aadsts",
      ]
    ),
    (.denied, ["(forbidden)", "is forbidden", "authorizationfailed", "does not have authorization"]),
    (.timedOut, ["i/o timeout", "timed out", "deadline exceeded", "client.timeout"]),
    (
      .unreachable,
      ["connection refused", "was refused", "no such host", "unable to connect to the server", "no route to host"]
    ),
    (.notFound, ["(notfound)", "not found", "resourcenotfound", "could not be found"]),
  ]

  /// The last line that says something, without the tool's own prefix; warnings and log lines come before it.
  package static func summary(_ bytes: [UInt8]) -> String {
    if let name = unknownContext(bytes) { return sentence(unknownContext: name) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let line = lines.last { !$0.hasPrefix("Warning:") && !$0.hasPrefix("WARNING:") && !isLog($0) } ?? lines.last ?? ""
    return String(line.hasPrefix("ERROR: ") ? line.dropFirst(7) : line)
  }

  /// The context that kubectl was given and does not know; nil when it complains of anything else.
  package static func unknownContext(_ errors: [UInt8]) -> String? {
    for line in String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline) {
      for (before, after) in contextWords {
        guard let start = line.firstRange(of: before)?.upperBound else { continue }
        if after.isEmpty { return String(line[start...]) }
        if let end = line[start...].firstRange(of: after)?.lowerBound { return String(line[start..<end]) }
      }
    }
    return nil
  }

  /// What is wrong when kubectl does not know a context.
  package static func sentence(unknownContext name: String) -> String { "kubectl knows no context '\(name)'." }

  /// What stands before and behind the name.
  private static let contextWords = [
    ("error: context \"", "\" does not exist"), ("context was not found for specified context: ", ""),
    ("no context exists with the name: \"", "\""),
  ]

  /// `E1121 07:33:35.886028 …`, as the client library writes before the message itself.
  private static func isLog(_ line: Substring) -> Bool {
    let head = line.prefix { $0 != " " }
    return head.count == 5 && "IWEF".contains(head.prefix(1)) && head.dropFirst().allSatisfy(\.isNumber)
  }
}

package import FlowKit

/// Reads what kubectl and az say when they fail.
package enum ToolMessage {
  /// The outcome of a command that ran; a non-zero exit without a known text stays `ran`, for `exit` to match.
  package static func outcome(exit: Int?, errors: String) -> Outcome {
    guard exit != 0 else { return .ran }
    let text = errors.lowercased()
    for (outcome, words) in known where words.contains(where: { text.contains($0) }) { return outcome }
    return .ran
  }

  /// Source: texts of kubectl 1.20 to 1.37 and azure-cli 2.91.
  private static let known: [(Outcome, [String])] = [
    (
      .notLoggedIn,
      [
        "az login", "must be logged in", "(unauthorized)", "asked for the client to provide credentials",
        "getting credentials: exec",
        "kubelogin", "aadsts",
      ]
    ),
    (.denied, ["forbidden", "authorizationfailed", "does not have authorization"]),
    (.notFound, ["(notfound)", "not found", "resourcenotfound", "could not be found"]),
    (.timedOut, ["i/o timeout", "timed out", "deadline exceeded"]),
  ]

  /// The first line that says something, without the tool's own prefix.
  package static func firstLine(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let line = lines.first { !$0.hasPrefix("Warning:") && !$0.hasPrefix("WARNING:") } ?? lines.first ?? ""
    return String(line.hasPrefix("ERROR: ") ? line.dropFirst(7) : line)
  }
}

/// A diagnosis as a workflow command that GitHub Actions shows beside a run.
///
/// Source: docs.github.com, workflow commands: percent signs and line ends are escaped, and in properties colons and
/// commas too.
package struct GitHubAnnotation {
  private let diagnosis: Diagnosis
  /// File that the evidence came from; nil when it came from elsewhere.
  private let file: String?
  /// The diagnosis in words.
  private let words: String

  package init(_ diagnosis: Diagnosis, file: String?, words: String) {
    self.diagnosis = diagnosis
    self.file = file
    self.words = words
  }

  package var text: String {
    var properties = [("title", title)]
    if let file {
      properties.insert(("file", file), at: 0)
      let line = diagnosis.session.visits.last { $0.answer.because != nil }?.answer.because?.line
      if let line { properties.insert(("line", "\(line)"), at: 1) }
    }
    let told = properties.map { "\($0.0)=\(Self.escaped(Inert.text($0.1), alsoIn: ":,"))" }.joined(separator: ",")
    return "::\(level) \(told)::\(Self.escaped(words))\n"
  }

  private var level: String {
    switch diagnosis.verdict {
    case .remediation: "error"
    case .needsInput, .unknown, .notImagePull: "warning"
    case .healthy: "notice"
    }
  }

  private var title: String {
    let session = diagnosis.session
    let pod = [session.facts["namespace"]?.value, session.facts["pod"]?.value].compactMap { $0 }.joined(separator: "/")
    let what = diagnosis.pullClass.map { session.library.vocabulary.title(ofClass: $0) } ?? "No known class"
    return pod.isEmpty ? what : "\(pod): \(what)"
  }

  private static func escaped(_ text: String, alsoIn marks: String = "") -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      case ":" where marks.unicodeScalars.contains(scalar): result += "%3A"
      case "," where marks.unicodeScalars.contains(scalar): result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

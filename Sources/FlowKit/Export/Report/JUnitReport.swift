/// A diagnosis as JUnit XML, so that a build server shows it as a test: one case for each container that was looked at.
///
/// A pull that fails is a failure, what nobody could decide an error, and another fault than the image is skipped.
package struct JUnitReport {
  private let diagnosis: Diagnosis
  /// The diagnosis in words, for the body of the case.
  private let words: String

  package init(_ diagnosis: Diagnosis, words: String) {
    self.diagnosis = diagnosis
    self.words = words
  }

  package var text: String {
    let cases = [main] + others
    func count(_ kind: Result.Kind) -> String { "\(cases.count { $0.kind == kind })" }
    let suite = HTML.group(
      "testsuite",
      [
        "name": "fairway", "tests": "\(cases.count)", "failures": count(.failure), "errors": count(.error),
        "skipped": count(.skipped),
      ], cases.map(\.markup))
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + HTML.group("testsuites", [:], [suite]).markup
  }

  /// One case.
  private struct Result {
    enum Kind { case passed, failure, error, skipped }

    var kind: Kind
    var markup: HTML
  }

  private var main: Result {
    let kind: Result.Kind =
      switch diagnosis.verdict {
      case .remediation: .failure
      case .needsInput, .unknown: .error
      case .notImagePull: .skipped
      case .healthy: .passed
      }
    return result(
      kind, pod: fact("pod"), container: fact("container"), type: diagnosis.pullClass ?? "unknown",
      message: diagnosis.leaf?.title ?? diagnosis.session.title, body: words)
  }

  private var others: [Result] {
    diagnosis.session.reading.others.map { pod, podCase in
      let value = podCase.pullClass?.value
      let kind: Result.Kind = value == Fact.notImagePull ? .skipped : value == nil ? .error : .failure
      let title = value.map { diagnosis.session.library.vocabulary.title(ofClass: $0) } ?? "no known class"
      return result(
        kind, pod: pod.name?.value, container: podCase.container?.name.value, type: value ?? "unknown", message: title,
        body: "")
    }
  }

  private func fact(_ name: String) -> String? { diagnosis.session.facts[name]?.value }

  private func result(
    _ kind: Result.Kind, pod: String?, container: String?, type: String, message: String, body: String
  ) -> Result {
    let name = [pod, container.map { "container \($0)" }].compactMap { $0 }.joined(separator: ", ")
    let lines = body.isEmpty ? nil : [HTML(lines: body)]
    let inside: [HTML] =
      switch kind {
      case .passed: []
      case .failure: [.block("failure", ["type": type, "message": message], lines)]
      case .error: [.block("error", ["type": type, "message": message], lines)]
      case .skipped: [.block("skipped", ["message": "\(type): \(message)"])]
      }
    let attributes: HTML.Attributes = [
      "classname": fact("namespace") ?? "fairway", "name": name.isEmpty ? "pull" : name,
    ]
    return Result(
      kind: kind,
      markup: inside.isEmpty ? .block("testcase", attributes) : .group("testcase", attributes, inside))
  }
}

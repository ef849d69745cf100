/// What a reader in a hurry wants to know.
extension HTMLSession {
  /// What failed, why, and what to do.
  var summary: [HTML] {
    let diagnosis = Diagnosis(at: session)
    return [verdict(diagnosis), rows(subjectRows + causeRows(diagnosis) + timeRows)]
  }

  /// The result in two lines.
  private func verdict(_ diagnosis: Diagnosis) -> HTML {
    let catalogue = session.library.vocabulary
    let cause = diagnosis.cause.map { catalogue.title(ofCause: $0) }
    let title = cause ?? diagnosis.pullClass.map { catalogue.title(ofClass: $0) } ?? "The cause is not known yet"
    let next: [HTML] =
      transcript.leaf.map { leaf in
        [HTML("\(HTMLWords.verdict(leaf.verdict)): "), .jump("remedy", HTML(leaf.title))]
      } ?? [HTML("The session stands at a question: \(session.title)")]
    return .group(
      "div", ["class": "verdict"],
      [
        .block("p", ["class": "cause"], [HTML(title)]), .block("p", [:], next),
      ])
  }

  private var subjectRows: [(String, HTML)] {
    [("Namespace", "namespace"), ("Pod", "pod"), ("Container", "container"), ("Image", "image")].map { title, name in
      (title, fact(name).map { .tag("code", [:], [HTML($0)]) } ?? "not known")
    }
  }

  private func causeRows(_ diagnosis: Diagnosis) -> [(String, HTML)] {
    let catalogue = session.library.vocabulary
    var rows: [(String, HTML)] = []
    if let id = diagnosis.pullClass { rows.append(("The error says", Self.named(id, catalogue.title(ofClass: id)))) }
    if let id = diagnosis.cause { rows.append(("Cause", Self.named(id, catalogue.title(ofCause: id)))) }
    if !diagnosis.candidates.isEmpty {
      let items = diagnosis.candidates.map { HTML.tag("li", [:], [Self.named($0, catalogue.title(ofCause: $0))]) }
      rows.append(("It can be any of", .tag("ul", [:], items)))
    }
    return rows + [("Verified", HTML(session.verified))]
  }

  private static func named(_ id: String, _ title: String) -> HTML {
    id == title ? HTML(id) : HTML([HTML(title + " "), .tag("span", ["class": "id"], [HTML(id)])])
  }

  private var timeRows: [(String, HTML)] {
    [
      ("Began", HTML([HTMLWords.time(transcript.began), " UTC"])),
      ("Ended", HTML([HTMLWords.time(transcript.ended), " UTC", HTML(ending)])),
      ("Time worked on", HTML(ExportTime.duration(transcript.seconds))),
    ]
  }

  private var ending: String {
    switch transcript.end {
    case .finished: ", finished"
    case .quit: ", left"
    case .hungUp: ", the line was cut"
    case nil: ", still open"
    }
  }

  /// Names with values, as a table without a head.
  func rows(_ rows: [(String, HTML)]) -> HTML {
    .group(
      "table", ["class": "rows"],
      [
        .group(
          "tbody", [:],
          rows.map { title, value in
            .block("tr", [:], [.tag("th", ["scope": "row"], [HTML(title)]), .tag("td", [:], [value])])
          })
      ])
  }

  /// A table with a head, in a box that scrolls when it is too wide.
  func table(_ caption: String, _ head: [String], _ rows: [[HTML]]) -> HTML {
    let titles = head.map { HTML.tag("th", ["scope": "col"], [HTML($0)]) }
    let body = rows.map { row in HTML.block("tr", [:], row.map { .tag("td", [:], [$0]) }) }
    return .group(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
      [
        .group("table", [:], [.block("thead", [:], [.tag("tr", [:], titles)]), .group("tbody", [:], body)])
      ])
  }
}

/// A page for a ticket, a screen or paper: one file that runs nothing and loads nothing.
package struct HTMLExporter: Exporter {
  package static let name = "html"
  package static let means = "One page to attach, open or print: the result, the walk, the flowchart and the evidence."
  package static let suffix = "html"

  package static func export(_ transcript: Transcript, _ options: ExportOptions) throws -> String {
    "<!DOCTYPE html>\n" + HTMLSession(transcript).page.markup
  }
}

/// A session as the parts of a page.
struct HTMLSession: Sendable {
  /// A part of the page that the table of contents names.
  struct Section {
    let id: String
    let title: String
    let content: [HTML]
  }

  let transcript: Transcript
  let places: HTMLPlaces

  init(_ transcript: Transcript) {
    self.transcript = transcript
    places = HTMLPlaces(transcript)
  }

  var session: Session { transcript.session }

  /// The value of a fact; nil when it is not known.
  func fact(_ name: String) -> String? { session.facts[name]?.value }

  /// Nothing may be loaded or sent; only the style sheet of the page itself counts.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// The whole page.
  var page: HTML {
    let sections = sections.filter { !$0.content.isEmpty }
    let head = HTML.group(
      "head", [:],
      [
        .block("meta", ["charset": "utf-8"]),
        .block("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy]),
        .block("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .block("meta", ["name": "color-scheme", "content": "light dark"]),
        .block("meta", ["name": "referrer", "content": "no-referrer"]),
        .block("title", [:], [HTML("\(subject) – \(heading)")]), .style(HTMLStyle.sheet),
      ])
    let body = HTML.group(
      "body", [:],
      [
        .block("a", ["class": "skip", "href": "#summary"], ["Skip to the summary"]), header,
        .group("div", ["class": "columns"], [Self.contents(sections), main(sections)]), footer,
      ])
    return .block("html", ["lang": "en"], ["\n", head, body])
  }

  /// Every part, in the order of the page; one without content is left out.
  private var sections: [Section] {
    [
      Section(id: "summary", title: "Summary", content: summary),
      Section(id: "remedy", title: "Remedy", content: remedy),
      Section(id: "walk", title: "The walk", content: walk), Section(id: "steps", title: "Steps", content: steps),
      Section(id: "commands", title: "Commands", content: commands),
      Section(id: "told", title: "Told by hand", content: told), Section(id: "notes", title: "Notes", content: notes),
      Section(id: "evidence", title: "Evidence", content: evidence),
      Section(id: "redacted", title: "What was redacted", content: redacted),
      Section(id: "timeline", title: "Timeline", content: timeline),
    ]
  }

  private var heading: String { session.library[firstFlow]?.title ?? session.flow.title }

  /// Id of the flow that the walk began in.
  var firstFlow: String { session.visits.first?.flow ?? session.flow.id }

  /// What the session is about, in a few words.
  private var subject: String {
    let names = [fact("namespace"), fact("pod")].compactMap { $0 }
    return names.isEmpty ? "Session \(transcript.id)" : names.joined(separator: "/")
  }

  private var header: HTML {
    let flow = session.library[firstFlow] ?? session.flow
    let versions = HTML("Fairway session \(transcript.id) · flow \(flow.id) \(flow.version)")
    return .group(
      "header", ["class": "top"],
      [
        .block("p", ["class": "over"], [versions]), .block("h1", [:], [HTML(heading)]),
        .block("p", ["class": "lead"], [HTML(subject)]),
      ])
  }

  private static func contents(_ sections: [Section]) -> HTML {
    let links = sections.map { HTML.block("li", [:], [.jump($0.id, HTML($0.title))]) }
    return .group("nav", ["aria-label": "Contents"], [.group("ul", [:], links)])
  }

  private func main(_ sections: [Section]) -> HTML {
    .group(
      "main", [:],
      sections.map { section in
        .group(
          "section", ["id": section.id, "aria-labelledby": section.id + "-title"],
          [
            .block("h2", ["id": section.id + "-title"], [HTML(section.title)])
          ] + section.content)
      })
  }

  private var footer: HTML {
    .group(
      "footer", [:],
      [
        .block(
          "p", [:], ["Written by Fairway from the journal of the session. This page runs no script and loads nothing."])
      ])
  }
}

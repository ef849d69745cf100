/// What to do, with everything needed to do it safely.
extension HTMLSession {
  /// The leaf that the session stands at; empty when it stands elsewhere.
  var remedy: [HTML] {
    guard let leaf = transcript.leaf else { return [] }
    let card = [
      leaf.verdict == .remediation
        ? .nothing : .block("p", ["class": "over"], [HTML(HTMLWords.verdict(leaf.verdict))]),
      .block("h3", ["class": "title"], [HTML(leaf.title)]), why(leaf), missing(leaf),
      items("What to do", leaf.commands), facts(leaf), items("Verify", leaf.verify), items("Undo", leaf.undo),
      asking(leaf), sources(leaf),
    ]
    return [.group("div", ["class": "card"], card)]
  }

  private func why(_ leaf: Leaf) -> HTML {
    leaf.why.isEmpty ? .nothing : HTML([.block("h4", [:], ["Why"]), .paragraphs(leaf.why)])
  }

  private func missing(_ leaf: Leaf) -> HTML {
    guard !leaf.missing.isEmpty else { return .nothing }
    let names = leaf.missing.map { HTML([.tag("code", [:], [HTML("<\($0)>")]), " "]) }
    return .block("p", ["class": "notice"], ["▲ Fill in before running: "] + names)
  }

  private func items(_ title: String, _ items: [Leaf.Item]) -> HTML {
    guard !items.isEmpty else { return .nothing }
    return HTML([
      .block("h4", [:], [HTML(title)]),
      .group("ol", ["class": "do"], items.map { .block("li", [:], [Self.item($0)]) }),
    ])
  }

  /// A text, or a command with what it does to the world.
  private static func item(_ item: Leaf.Item) -> HTML {
    guard let effect = item.effect else { return .paragraphs(item.text) }
    let label = item.label.isEmpty ? HTML.nothing : .tag("span", ["class": "label"], [HTML(item.label)])
    return HTML([
      .tag(
        "p", [:],
        [label, " ", HTMLWords.effect(effect), .tag("span", ["class": "chip"], [HTML(HTMLWords.shell(item.shell))])]),
      .tag("pre", ["class": "command"], [.tag("code", [:], [HTML(item.text)])]),
    ])
  }

  private func facts(_ leaf: Leaf) -> HTML {
    let all = [
      ("Changes", leaf.changes), ("Rights", leaf.rights), ("Takes effect", leaf.takes), ("Portal", leaf.portal),
      ("Avoid", leaf.avoid),
    ].filter { !$0.1.isEmpty }
    return all.isEmpty ? .nothing : HTML([.block("h4", [:], ["Good to know"]), rows(all.map { ($0.0, HTML($0.1)) })])
  }

  private func asking(_ leaf: Leaf) -> HTML {
    guard !leaf.escalateTo.isEmpty || !leaf.attach.isEmpty else { return .nothing }
    let to = leaf.escalateTo.isEmpty ? HTML.nothing : .block("p", [:], [HTML(leaf.escalateTo)])
    let attach = leaf.attach.map { HTML.block("li", [:], [HTML($0)]) }
    return HTML([
      .block("h4", [:], ["Ask"]), to,
      attach.isEmpty ? .nothing : HTML([.block("p", [:], ["Attach:"]), .group("ul", [:], attach)]),
    ])
  }

  private func sources(_ leaf: Leaf) -> HTML {
    guard !leaf.sources.isEmpty else { return .nothing }
    return HTML([
      .block("h4", [:], ["Sources"]),
      .group(
        "ul", ["class": "sources"],
        leaf.sources.map { source in
          .block("li", [:], [.link(source.url), HTML(" (seen \(source.seen))")])
        }),
    ])
  }
}

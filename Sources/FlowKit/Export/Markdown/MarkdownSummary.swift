extension MarkdownNote {
  /// What failed, where, why, and what repairs it.
  var summary: MarkdownSection {
    var blocks = [row("Failed", failed), row("Image", code("image") ?? "not known")]
    let places = [("context", "context"), ("cluster", "cluster"), ("namespace", "namespace")]
    let place = places.compactMap { name, word in code(name).map { "\(word) \($0)" } }.joined(separator: ", ")
    if !place.isEmpty { blocks.append(row("Where", place)) }
    if let others { blocks.append(row("Also fails", others)) }
    blocks += conclusion + fix
    blocks.append(row("When", when))
    blocks.append(row("Flow", flow))
    blocks.append(row("Session", "\(MarkdownText.code(transcript.id)), \(state)"))
    if let gap { blocks.append(row("Incomplete", gap)) }
    return MarkdownSection(rank: .summary, title: "", blocks: blocks)
  }

  private func row(_ name: String, _ value: String) -> [String] { ["- **\(name)**: \(value)"] }

  private func code(_ name: String) -> String? { fact(name).map { MarkdownText.code($0) } }

  private var failed: String {
    var words = [String]()
    if let container = code("container") { words.append("container \(container)") }
    if let pod = code("pod") { words.append((words.isEmpty ? "" : "of ") + "pod \(pod)") }
    if let node = code("node") { words.append("on node \(node)") }
    return words.isEmpty ? "not known" : words.joined(separator: " ")
  }

  private var others: String? {
    let names = session.reading.others.map { pod, podCase in
      [pod.name?.value, podCase.container?.name.value].compactMap { $0 }.joined(separator: ", container ")
    }
    guard !names.isEmpty else { return nil }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.prefix(5).map { MarkdownText.code($0) }.joined(separator: "; ") + more
  }

  private var conclusion: [[String]] {
    let catalogue = session.library.vocabulary
    func named(_ title: String, _ id: String) -> String {
      title == id ? MarkdownText.code(id) : "\(MarkdownText.text(title)) (\(MarkdownText.code(id)))"
    }
    var rows = [row("Class", diagnosis.pullClass.map { named(catalogue.title(ofClass: $0), $0) } ?? "not known")]
    if let cause = diagnosis.cause { rows.append(row("Cause", named(catalogue.title(ofCause: cause), cause))) }
    let candidates = diagnosis.candidates.prefix(8).map { named(catalogue.title(ofCause: $0), $0) }
    if !candidates.isEmpty {
      rows.append(row("Cause", "not decided; the evidence fits each of these: " + candidates.joined(separator: "; ")))
    }
    return rows
  }

  /// The leaf with the command that counts most: the one that changes something.
  private var fix: [[String]] {
    guard let leaf = transcript.leaf else { return [] }
    var rows = [row("What to do", MarkdownText.text(leaf.title))]
    let commands = leaf.commands.filter { $0.effect != nil }
    // Half a command is worse than none.
    if let main = commands.first(where: { $0.effect == .change }) ?? commands.first, main.text.utf8.count <= 600 {
      rows.append(row("Command", MarkdownText.code(main.text, limit: 600)))
    }
    return rows + [row("Verified", MarkdownText.text(transcript.session.verified, limit: 300))]
  }

  private var when: String {
    let (from, to) = (transcript.began, transcript.ended)
    let times = "\(ExportTime.day(from)) \(ExportTime.clock(from)) to \(ExportTime.clock(to, after: from)) UTC"
    return "\(times), \(ExportTime.duration(transcript.seconds)) worked on"
  }

  private var flow: String {
    let start = transcript.start
    var words = MarkdownText.code(start?.flow ?? session.flow.id) + " "
    words += MarkdownText.code(start?.version ?? session.flow.version, limit: 40)
    let entered = transcript.flows.map(\.id).filter { $0 != start?.flow }
    if !entered.isEmpty { words += ", then " + entered.prefix(8).map { MarkdownText.code($0) }.joined(separator: ", ") }
    let edited = Set(transcript.fold.edited.map(\.id)).sorted()
    if !edited.isEmpty {
      words += "; edited since: " + edited.prefix(8).map { MarkdownText.code($0) }.joined(separator: ", ")
    }
    return words + "; Fairway \(MarkdownText.code(start?.program ?? "", limit: 40))"
  }

  private var state: String {
    let sittings = transcript.entries.dropFirst().count { entry in
      switch entry.event {
      case .resumed, .began: true
      default: false
      }
    }
    let end = transcript.end.map { ExportWords.end($0) } ?? "open, or cut off"
    let reached = transcript.leaf == nil && transcript.end != nil ? end + " before its end" : end
    return sittings == 0 ? reached : reached + ", resumed " + (sittings == 1 ? "once" : "\(sittings) times")
  }

  private var gap: String? {
    if let misfit = transcript.fold.misfit {
      return "the answer at \(MarkdownText.code(misfit.node)) and what came after it do not fit the edited flow"
    }
    guard let absent = transcript.fold.absent.first else { return nil }
    return "the flow \(MarkdownText.code(absent)) is not there any more"
  }
}

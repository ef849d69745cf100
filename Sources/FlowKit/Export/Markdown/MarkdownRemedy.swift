extension MarkdownNote {
  /// What the leaf says; empty when none was reached.
  var remedy: MarkdownSection {
    var section = MarkdownSection(rank: .remedy, title: "", blocks: [])
    guard let leaf = transcript.leaf else { return section }
    section.title = "What to do: " + MarkdownText.text(leaf.title)
    section.blocks = prose(leaf)
    for (title, items) in [("Commands", leaf.commands), ("Verify", leaf.verify), ("Undo", leaf.undo)]
    where !items.isEmpty {
      section.blocks.append(["### \(title)"])
      section.blocks += items.map { item($0) }
    }
    if !leaf.sources.isEmpty {
      section.blocks.append(["### Sources"])
      section.blocks += leaf.sources.map { ["- \(address($0.url)) (seen \(MarkdownText.text($0.seen, limit: 20)))"] }
    }
    return section
  }

  private func prose(_ leaf: Leaf) -> [[String]] {
    var rows = [
      ("Why", leaf.why), ("Changes", leaf.changes), ("Rights", leaf.rights), ("Takes effect", leaf.takes),
      ("Avoid", leaf.avoid), ("Portal", leaf.portal), ("Ask", leaf.escalateTo),
    ]
    rows += leaf.attach.prefix(12).map { ("Attach", $0) }
    var blocks = rows.filter { !$0.1.isEmpty }.map { ["- **\($0.0)**: \(MarkdownText.text($0.1, limit: 1200))"] }
    if !leaf.missing.isEmpty {
      let names = leaf.missing.prefix(12).map { MarkdownText.code("<\($0)>") }
      blocks.append(["- **To fill in**: \(names.joined(separator: ", "))"])
    }
    return blocks
  }

  /// A command stands apart, so that it can be copied whole.
  private func item(_ item: Leaf.Item) -> [String] {
    guard let effect = item.effect else { return ["- \(MarkdownText.text(item.text, limit: 1200))"] }
    let label = item.label.isEmpty ? "Run" : MarkdownText.text(item.label)
    return ["- \(label) (\(effect.words)):", ""] + MarkdownText.indented(command(item), by: 2)
  }

  /// A command in its fence; half a command is worse than none.
  func command(_ item: Leaf.Item) -> [String] {
    guard item.text.utf8.count <= 3000 else { return ["(too long for a note; the JSON export has it)"] }
    let lines = item.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return MarkdownText.fence(lines, item.shell == .powershell ? "powershell" : "sh")
  }

  /// A link, when the address is one that can only be opened in a browser.
  private func address(_ url: String) -> String {
    let allowed = url.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7F && !"<>\\\"`".unicodeScalars.contains($0)
    }
    return allowed && url.hasPrefix("https://") && url.utf8.count < 500 ? "<\(url)>" : MarkdownText.code(url)
  }
}

/// A table of bindings: what a key means, and all that is said about keys, come from it.
package struct KeyMap<Action: Hashable & Sendable, Context: Hashable & Sendable>: Sendable {
  /// The table; for a key that stands in it twice, the first one that works in the context counts.
  package let bindings: [Binding<Action, Context>]

  /// A table.
  package init(_ bindings: [Binding<Action, Context>]) { self.bindings = bindings }

  /// What a key does in a context.
  package func action(for key: Key, in context: Context) -> Action? {
    bindings.first { $0.works(in: context) && $0.keys.contains(key) }?.action
  }

  /// Keys that stand twice in the table for one context; only the first does anything.
  package func doubles(in context: Context) -> [Key] {
    let keys = bindings.filter { $0.works(in: context) }.flatMap(\.keys)
    var seen: Set<Key> = []
    return keys.filter { !seen.insert($0).inserted }
  }

  /// The footer of a context, at most `width` columns wide; disabled actions are dimmed.
  ///
  /// Where there is too little room the bindings of lowest rank are left out.
  package func footer(
    in context: Context, width: Int, isEnabled: (Action) -> Bool = { _ in true }
  ) -> StyledLine {
    let shown = bindings.filter { $0.rank != nil && !$0.keys.isEmpty && $0.works(in: context) }
    let kept = Self.fitting(shown, width: width)
    var line = StyledLine("")
    for (index, binding) in shown.enumerated() where kept.contains(index) {
      if !line.text.isEmpty { line.append(Self.gap, .plain) }
      let enabled = isEnabled(binding.action)
      line.append(Charset.current.key(binding.label), enabled ? .key : .dim)
      line.append(" " + binding.title, enabled ? .plain : .dim)
    }
    return line
  }

  /// What the footer of a context has in a column; nil between two bindings.
  package func action(atColumn column: Int, ofFooterIn context: Context, width: Int) -> Action? {
    let shown = bindings.filter { $0.rank != nil && !$0.keys.isEmpty && $0.works(in: context) }
    let kept = Self.fitting(shown, width: width)
    var start = 0
    for (index, binding) in shown.enumerated() where kept.contains(index) {
      let end = start + Width.of(Charset.current.key(binding.label) + " " + binding.title)
      if (start..<end).contains(column) { return binding.action }
      start = end + Self.gap.count
    }
    return nil
  }

  /// The help of a context, as wide as it needs to be: headings, and a row for every binding.
  package func help(in context: Context) -> [StyledLine] {
    let shown = bindings.filter { !$0.keys.isEmpty && $0.works(in: context) }
    let names = shown.map { $0.keys.map { Charset.current.key($0.name) }.joined(separator: " ") }
    let column = names.map { Width.of($0) }.max() ?? 0
    var lines: [StyledLine] = []
    for group in Self.inOrder(shown.map(\.group)) {
      if !lines.isEmpty { lines.append("") }
      if !group.isEmpty { lines.append(StyledLine(group, .title)) }
      for (binding, name) in zip(shown, names) where binding.group == group {
        var line = StyledLine("  ")
        line.append(Width.pad(name, to: column), .key)
        line.append("  " + binding.help, .plain)
        lines.append(line)
      }
    }
    return lines
  }

  private static var gap: String { "  " }

  /// Places of the bindings that fit together, the most important ones first.
  private static func fitting(_ shown: [Binding<Action, Context>], width: Int) -> Set<Int> {
    let order = shown.indices.sorted { (shown[$0].rank ?? 0, $1) > (shown[$1].rank ?? 0, $0) }
    var kept: Set<Int> = []
    var used = 0
    for index in order {
      let needed =
        Width.of(Charset.current.key(shown[index].label) + " " + shown[index].title) + (kept.isEmpty ? 0 : gap.count)
      guard used + needed <= width else { break }
      used += needed
      kept.insert(index)
    }
    return kept
  }

  private static func inOrder(_ groups: [String]) -> [String] {
    var seen: Set<String> = []
    return groups.filter { seen.insert($0).inserted }
  }
}

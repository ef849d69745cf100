/// What a key does, and how help and footer say it.
package struct Binding<Action: Hashable & Sendable, Context: Hashable & Sendable>: Sendable {
  /// The keys; the footer names the first.
  package var keys: [Key]
  /// What they do.
  package var action: Action
  /// One or two words for the footer.
  package var title: String
  /// A sentence for the help; empty means the title.
  package var help: String
  /// Heading in the help under which it stands.
  package var group: String
  /// Where it works; empty means everywhere.
  package var contexts: Set<Context>
  /// Place in the footer: the higher, the longer it stays when there is little room; nil is never.
  package var rank: Int?
  /// Name of the keys in the footer instead of the first one's.
  package var label: String

  /// A binding.
  package init(
    _ keys: [Key], _ action: Action, _ title: String, help: String = "", group: String = "",
    contexts: Set<Context> = [], rank: Int? = nil, label: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.title = title
    self.help = help.isEmpty ? title : help
    self.group = group
    self.contexts = contexts
    self.rank = rank
    self.label = label ?? keys.first?.name ?? ""
  }

  /// Whether it works in a context.
  package func works(in context: Context) -> Bool { contexts.isEmpty || contexts.contains(context) }
}

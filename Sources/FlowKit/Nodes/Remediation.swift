/// A leaf: what to do, with everything needed to do it safely.
struct Remediation: NodeKind {
  static let name = "remediation"
  static let means = "A leaf: what to do, with everything needed to do it safely."
  static let keys =
    [
      FieldKey(
        "verdict", .word(Leaf.Verdict.allCases.map(\.rawValue)), "What the leaf amounts to; remediation if absent."),
      FieldKey("why", .text, "Why this helps."), FieldKey("changes", .text, "What exactly changes."),
      FieldKey("commands", .list(.named(.action)), "What to do: look first, then change."),
      FieldKey("portal", .text, "Steps in a portal, as 'A > B > C'."),
      FieldKey("rights", .text, "The right that is needed."),
      FieldKey("takes", .text, "How long until it takes effect."),
      FieldKey(
        "window", .duration, "How long to wait before it can be said that it did not help, as 10m; 5m if absent."),
      FieldKey("verify", .list(.named(.action)), "How to see that it worked."),
      FieldKey("undo", .list(.named(.action)), "How to take it back."), FieldKey("avoid", .text, "What not to do."),
      FieldKey("escalate", .object(escalateKeys), "Whom to ask, and with what."),
      FieldKey("source", .list(.named(.source)), "Where the facts come from."),
    ] + Conclusion.keys

  private static let escalateKeys = [
    FieldKey("to", .text, "Who can help."), FieldKey("attach", .oneOrMore(.text), "What they need to see."),
  ]

  let verdict: Leaf.Verdict
  let conclusion: Conclusion
  private let texts: [String: Template]
  private let items: [String: [Action]]
  private let window: Int
  private let attach: [Template]
  private let sources: [Leaf.Source]

  init(_ fields: Fields) {
    verdict = fields.choice("verdict", Leaf.Verdict.self) ?? .remediation
    conclusion = Conclusion(fields)
    var texts: [String: Template] = [:]
    for key in ["why", "changes", "portal", "rights", "takes", "avoid"] {
      texts[key] = fields.text(key).map { Template($0) }
    }
    let escalate = fields.value("escalate").map { Fields($0, fields.findings, what: "'escalate'") }
    escalate?.allow(Self.escalateKeys, in: "'escalate'")
    texts["to"] = escalate?.text("to").map { Template($0) }
    self.texts = texts
    window = fields.seconds("window") ?? Leaf.backOff
    attach = escalate?.texts("attach").map { Template($0) } ?? []
    items = Dictionary(uniqueKeysWithValues: ["commands", "verify", "undo"].map { ($0, fields.actions($0)) })
    sources = fields.list("source").compactMap { source in
      let entry = Fields(source, fields.findings, what: "a source")
      entry.allow(Leaf.Source.keys, in: "a source")
      return Leaf.Source(url: entry.required("url", in: "a source"), seen: entry.required("seen", in: "a source"))
    }
  }

  /// Keys that a leaf of its verdict must have and does not.
  var lacking: [String] {
    let needed: [String] =
      switch verdict {
      case .remediation: ["why", "changes", "commands", "rights", "takes", "verify", "undo", "avoid", "source"]
      case .escalate: ["why", "to", "attach", "source"]
      case .notImagePull, .healthy, .unknown: ["why"]
      }
    let lacking = needed.filter { key in
      switch key {
      case "attach": attach.isEmpty
      case "source": sources.isEmpty
      case "commands", "verify", "undo": items[key]?.isEmpty != false
      default: texts[key].map { $0.parts == [.text("")] } ?? true
      }
    }
    let hasWayOn =
      verdict == .remediation || verdict == .escalate || items["commands"]?.isEmpty == false || texts["to"] != nil
    return lacking.map { $0 == "to" || $0 == "attach" ? "escalate.\($0)" : $0 }
      + (hasWayOn ? [] : ["commands or escalate"])
  }

  var templates: [Template] {
    texts.keys.sorted().compactMap { texts[$0] } + attach
      + items.keys.sorted().flatMap { items[$0, default: []].compactMap(\.template) }
  }

  var commands: [CommandTemplate] { items.keys.sorted().flatMap { items[$0, default: []].compactMap(\.command) } }

  func step(at node: Node, in scope: MatchScope) -> Step {
    func value(_ name: String) -> String? { scope.facts[name]?.value }
    func text(_ key: String) -> String { texts[key]?.filled(value) ?? "" }
    func list(_ key: String) -> [Leaf.Item] { items[key, default: []].map { Self.item($0, value) } }
    var missing: [String] = []
    for name in commands.flatMap({ $0.missing(value) }) where !missing.contains(name) { missing.append(name) }
    return .finish(
      Leaf(
        id: node.id, title: node.title.filled(value), verdict: verdict, conclusion: conclusion, why: text("why"),
        changes: text("changes"), commands: list("commands"), portal: text("portal"), rights: text("rights"),
        takes: text("takes"), window: window, verify: list("verify"), undo: list("undo"), avoid: text("avoid"),
        escalateTo: text("to"),
        attach: attach.map { $0.filled(value) }, sources: sources, missing: missing))
  }

  private static func item(_ action: Action, _ value: (String) -> String?) -> Leaf.Item {
    switch action {
    case .command(let command):
      Leaf.Item(label: command.label, text: command.line(value), effect: command.effect, shell: command.shell)
    case .text(let template): Leaf.Item(label: "", text: template.filled(value), effect: nil, shell: .posix)
    }
  }
}
